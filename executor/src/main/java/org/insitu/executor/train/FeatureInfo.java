/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.insitu.executor.fit.ColumnProfile;
import org.insitu.executor.fit.Profile;
import org.insitu.executor.fit.rows.Source;
import org.insitu.executor.warehouse.Scalars;
import org.insitu.planner.table.ColumnType;
import org.insitu.planner.table.Table;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.sql.SqlDialect;
import org.jspecify.annotations.Nullable;

/**
 * ML.FEATURE_INFO: one row per input column, of the training rows.
 *
 * <p><b>Shape:</b> {@code input VARCHAR, min DOUBLE, max DOUBLE, mean DOUBLE, median DOUBLE, stddev
 * DOUBLE, category_count BIGINT, null_count BIGINT, dimension BIGINT}; the numeric ones are NULL
 * for categories and the other way round; dimension is NULL for all scalar columns.
 */
final class FeatureInfo {
  static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("input", ColumnType.VARCHAR),
          new Table.Column("min", ColumnType.DOUBLE),
          new Table.Column("max", ColumnType.DOUBLE),
          new Table.Column("mean", ColumnType.DOUBLE),
          new Table.Column("median", ColumnType.DOUBLE),
          new Table.Column("stddev", ColumnType.DOUBLE),
          new Table.Column("category_count", ColumnType.BIGINT),
          new Table.Column("null_count", ColumnType.BIGINT),
          new Table.Column("dimension", ColumnType.BIGINT));

  private FeatureInfo() {}

  /**
   * The table.
   *
   * @param training the rows that were profiled
   */
  static Table of(Profile profile, Source training) {
    Iterator<Double> asked = medians(profile, training).iterator();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ColumnProfile column : profile.columns()) {
      String name = column.feature().name();
      rows.add(
          switch (column) {
            case ColumnProfile.Numeric n ->
                Arrays.asList(
                    name,
                    n.min(),
                    n.max(),
                    n.feature().mean(),
                    n.median().isPresent() ? n.median().getAsDouble() : asked.next(),
                    n.min() == n.max() ? 0.0 : n.feature().standardDeviation(),
                    null,
                    n.missing(),
                    null);
            case ColumnProfile.Category c ->
                Arrays.asList(
                    name,
                    null,
                    null,
                    null,
                    null,
                    null,
                    (long) c.feature().levels().size(),
                    c.missing(),
                    null);
          });
    }
    return new Table(COLUMNS, rows);
  }

  /** The medians that the profile did not find on its way, in one query. */
  private static List<Double> medians(Profile profile, Source training) {
    SqlDialect dialect = training.dialect();
    List<String> medians = new ArrayList<>();
    for (ColumnProfile column : profile.columns()) {
      if (column instanceof ColumnProfile.Numeric numeric && numeric.median().isEmpty()) {
        String number =
            "CAST(%s AS %s)"
                .formatted(
                    training.column(numeric.feature().name()), dialect.type(ValueType.DOUBLE));
        medians.add(
            "median(CASE WHEN NOT %s THEN %s END)".formatted(dialect.isNaN(number), number));
      }
    }
    return medians.isEmpty()
        ? List.of()
        : Scalars.rows(training.connection(), training.select(medians)).getFirst().stream()
            .map(Double.class::cast)
            .toList();
  }
}
