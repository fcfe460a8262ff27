/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insitu.planner.table.Table;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.transform.Transformation;

/**
 * A fit that is to be kept.
 *
 * @param forestFunctions the names under which its forests are called in SQL, so that a view that
 *     calls one finds it after a restart
 */
public record NewVersion(
    String modelType,
    Optional<Transformation> transformation,
    ModelFunction function,
    Map<String, Table> facts,
    List<String> forestFunctions,
    long rowsTrained,
    double loss) {
  public NewVersion {
    facts = Map.copyOf(facts);
    forestFunctions = List.copyOf(forestFunctions);
  }
}
