/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.Arrays;
import java.util.List;
import org.insitu.executor.fit.FitReport;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.planner.table.ColumnType;
import org.insitu.planner.table.Table;

/**
 * A fit that was kept.
 *
 * @param bytesMoved that left the warehouse, for the profile and the fit
 * @param notices what the user is warned of
 */
public record FitOutcome(
    ModelVersion version,
    long rowsTrained,
    FitReport report,
    long bytesMoved,
    long durationMillis,
    List<String> notices) {
  public FitOutcome {
    notices = List.copyOf(notices);
  }

  /** The one row that a statement which fits answers with. */
  public Table answer() {
    List<FitReport.Iteration> iterations = report.iterations();
    double last = iterations.isEmpty() ? FitReport.NOT_COMPUTED : iterations.getLast().loss();
    Double loss = Double.isNaN(last) ? null : (Double) last;
    return new Table(
        COLUMNS,
        List.of(
            Arrays.asList(
                version.model(),
                version.number(),
                version.modelType(),
                rowsTrained,
                (long) iterations.size(),
                loss,
                durationMillis,
                report.ranIn() + ": " + report.method(),
                bytesMoved)));
  }

  /** The columns of {@link #answer}. */
  public static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("model", ColumnType.VARCHAR),
          new Table.Column("version", ColumnType.BIGINT),
          new Table.Column("model_type", ColumnType.VARCHAR),
          new Table.Column("rows_trained", ColumnType.BIGINT),
          new Table.Column("iterations", ColumnType.BIGINT),
          new Table.Column("loss", ColumnType.DOUBLE),
          new Table.Column("duration_ms", ColumnType.BIGINT),
          new Table.Column("ran_in", ColumnType.VARCHAR),
          new Table.Column("bytes_moved", ColumnType.BIGINT));
}
