/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ML.CROSS_VALIDATE answers with.
 *
 * <p><b>Shape:</b> {@code fold BIGINT, rows_trained BIGINT, rows_evaluated BIGINT}, then the
 * metrics of ML.EVALUATE.
 */
public final class CrossValidationTable {
  private CrossValidationTable() {}

  /** The columns, those of ML.EVALUATE given. */
  public static List<Table.Column> columns(List<Table.Column> metrics) {
    List<Table.Column> columns = new ArrayList<>();
    for (String name : List.of("fold", "rows_trained", "rows_evaluated")) {
      columns.add(new Table.Column(name, ColumnType.BIGINT));
    }
    columns.addAll(metrics);
    return columns;
  }

  /** One row, the metrics given. */
  public static List<@Nullable Object> row(
      long fold, long trained, long evaluated, List<@Nullable Object> metrics) {
    List<@Nullable Object> row = new ArrayList<>(List.of(fold, trained, evaluated));
    row.addAll(metrics);
    return row;
  }
}
