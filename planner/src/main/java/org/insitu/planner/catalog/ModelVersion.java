/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.catalog;

import java.util.Map;
import java.util.Optional;
import org.insitu.planner.table.Table;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.transform.Transformation;

/**
 * One immutable fit of a model.
 *
 * @param model the model's name as it was created
 * @param number from 1
 * @param modelType such as {@code LINEAR_REG}
 * @param transformation what is done to the columns of a query first
 * @param function what it computes then
 * @param facts what the fit found out, one table per ML function (upper case, such as {@code
 *     EVALUATE}) that can be asked without data, and what others need of the training rows
 */
public record ModelVersion(
    String model,
    long number,
    String modelType,
    Optional<Transformation> transformation,
    ModelFunction function,
    Map<String, Table> facts) {
  public ModelVersion {
    facts = Map.copyOf(facts);
  }

  /** A version that takes the columns as they are. */
  public ModelVersion(
      String model,
      long number,
      String modelType,
      ModelFunction function,
      Map<String, Table> facts) {
    this(model, number, modelType, Optional.empty(), function, facts);
  }
}
