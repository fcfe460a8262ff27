/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.insitu.executor.fit.Estimates;
import org.insitu.parser.option.MlFunction;
import org.insitu.planner.rewrite.TableFunctions;
import org.insitu.planner.table.ColumnType;
import org.insitu.planner.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * ML.ADVANCED_WEIGHTS: one row per number, per level of a category and for the intercept.
 *
 * <p><b>Shape:</b> {@code processed_input VARCHAR, category VARCHAR, weight DOUBLE, standard_error
 * DOUBLE, p_value DOUBLE}; category is NULL for numbers and for the level of NULLs, which stands
 * last of its feature; standard_error and p_value are NULL where the weight is not an estimate.
 */
final class EstimateTables {
  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("processed_input", ColumnType.VARCHAR),
          new Table.Column("category", ColumnType.VARCHAR),
          new Table.Column("weight", ColumnType.DOUBLE),
          new Table.Column("standard_error", ColumnType.DOUBLE),
          new Table.Column("p_value", ColumnType.DOUBLE));

  private EstimateTables() {}

  /** Both tables under the names of their facts. */
  static Map<String, Table> of(Estimates estimates) {
    String name = MlFunction.ADVANCED_WEIGHTS.name();
    return Map.of(
        name,
        table(estimates.raw()),
        name + TableFunctions.STANDARDIZED,
        table(estimates.standardized()));
  }

  private static Table table(List<Estimates.Estimate> estimates) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Estimates.Estimate estimate : estimates) {
      rows.add(
          Arrays.asList(
              estimate.input(),
              estimate.category(),
              estimate.weight(),
              known(estimate.standardError()),
              known(estimate.probability())));
    }
    return new Table(COLUMNS, rows);
  }

  private static @Nullable Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
