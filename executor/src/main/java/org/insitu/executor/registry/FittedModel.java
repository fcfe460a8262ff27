/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insitu.planner.table.Table;
import org.insitu.udf.model.ModelFunction;

/**
 * A model and what its fit found out.
 *
 * @param facts one table per ML function that can be asked without data
 * @param kernelFunctions the names under which its kernels are called in SQL, so that a view that
 *     calls one finds it after a restart
 */
public record FittedModel(
    ModelFunction function, Map<String, Table> facts, List<String> kernelFunctions) {
  public FittedModel {
    facts = Map.copyOf(facts);
    kernelFunctions = List.copyOf(kernelFunctions);
  }

  /** The same with what ML.TRIAL_INFO answers with, if there is anything. */
  public FittedModel with(Optional<Table> trialInfo) {
    Map<String, Table> all = new HashMap<>(facts);
    trialInfo.ifPresent(table -> all.put("TRIAL_INFO", table));
    return new FittedModel(function, all, kernelFunctions);
  }
}
