/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.registry.FittedModel;
import org.insitu.planner.table.CrossValidationTable;
import org.insitu.planner.table.Table;
import org.insitu.udf.sql.SqlDialect;
import org.jspecify.annotations.Nullable;

/**
 * The folds of a cross-validation, by a fingerprint of the row that says nothing of the splits of
 * CREATE MODEL; of a model that splits by GROUP, by that of its column, so that no entity is in two
 * folds.
 */
final class Folds {
  private final String sql;
  private final List<Field> columns;
  private final int folds;
  private final RowFingerprint fingerprint;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();
  private List<Table.Column> metrics = List.of();

  Folds(String sql, FitRequest request, int folds, SqlDialect dialect) {
    this.sql = sql;
    this.folds = folds;
    this.fingerprint = new RowFingerprint(dialect);
    this.columns =
        request.split() instanceof SplitRule.Group group
            ? request.columns().fields().stream()
                .filter(field -> field.getName().equalsIgnoreCase(group.column()))
                .toList()
            : request.columns().fields();
  }

  /**
   * The rows of a fold for evaluation, all others for the fit.
   *
   * @param fold from 1
   */
  Split split(int fold) {
    return Split.heldOutWhere(sql, fingerprint.within(columns, fold, folds));
  }

  /** Notes the metrics of a fold. */
  void add(int fold, long trained, long evaluated, FittedModel model) {
    Table evaluation = java.util.Objects.requireNonNull(model.facts().get("EVALUATE"));
    metrics = evaluation.columns();
    rows.add(CrossValidationTable.row(fold, trained, evaluated, evaluation.rows().getFirst()));
  }

  /** One row per fold. */
  Table table() {
    return new Table(CrossValidationTable.columns(metrics), rows);
  }
}
