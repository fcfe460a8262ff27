/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.data;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.option.Choice.OutlierMethod;
import org.insitu.planner.bind.Columns;
import org.insitu.planner.bind.FeatureBinding;
import org.insitu.planner.bind.Hints;
import org.insitu.planner.bind.SqlTypeNames;
import org.insitu.udf.sql.SqlDialect;

/**
 * ML.DETECT_OUTLIERS: a query's columns, then {@code is_outlier BOOLEAN} and {@code outlier_columns
 * VARCHAR[]}, by one query that joins each row with the one row of statistics.
 *
 * <pre>
 *   ZSCORE  |x - mean| > threshold * sample standard deviation       (threshold 3)
 *   IQR     x < q1 - threshold * (q3 - q1) or x > q3 + threshold * (q3 - q1)   (threshold 1.5)
 * </pre>
 *
 * over the finite values of the column; a missing value (NULL, NaN) is no outlier, an infinite one
 * is, unless the column is constant otherwise.
 */
public final class DetectOutliers {
  private static final String FLAG = "is_outlier";
  private static final String NAMES = "outlier_columns";

  private DetectOutliers() {}

  /**
   * Writes the query.
   *
   * @param source the query whose rows are looked at
   * @param wanted the columns looked at; empty for all of numbers
   */
  public static String sql(
      String source,
      Columns columns,
      List<String> wanted,
      OutlierMethod method,
      double threshold,
      Position position,
      SqlDialect dialect) {
    requireFree(columns, position);
    StringJoiner statistics = new StringJoiner(", ");
    StringJoiner outlying = new StringJoiner(", ");
    int i = 0;
    for (Field field : chosen(columns, wanted, position)) {
      String number = ColumnShape.of(field).number(dialect.quoteIdentifier(field.getName()));
      statistics.add(statistics(method, number, i));
      outlying.add(
          "CASE WHEN %s THEN %s END"
              .formatted(
                  condition(method, qualified(field, dialect), i++, dialect.number(threshold)),
                  dialect.string(field.getName())));
    }
    return """
    WITH source AS MATERIALIZED (SELECT * FROM (
    %1$s
    ) AS data),
    statistics AS (SELECT %2$s FROM source)
    SELECT * EXCLUDE (%4$s), len(%4$s) > 0 AS %5$s, %4$s FROM (
      SELECT source.*, list_filter([%3$s], lambda name: name IS NOT NULL) AS %4$s
      FROM source CROSS JOIN statistics) AS marked\
    """
        .formatted(source, statistics, outlying, NAMES, FLAG);
  }

  private static String qualified(Field field, SqlDialect dialect) {
    return ColumnShape.of(field).number("source." + dialect.quoteIdentifier(field.getName()));
  }

  private static String statistics(OutlierMethod method, String number, int i) {
    String finite = "CASE WHEN isfinite(%1$s) THEN %1$s END".formatted(number);
    return switch (method) {
      case ZSCORE -> "avg(%1$s) AS m%2$d, stddev_samp(%1$s) AS s%2$d".formatted(finite, i);
      case IQR ->
          "quantile_cont(%1$s, 0.25) AS m%2$d, quantile_cont(%1$s, 0.75) AS s%2$d"
              .formatted(finite, i);
    };
  }

  private static String condition(OutlierMethod method, String x, int i, String threshold) {
    return switch (method) {
      case ZSCORE ->
          "statistics.s%2$d > 0 AND abs(%1$s - statistics.m%2$d) > %3$s * statistics.s%2$d"
              .formatted(x, i, threshold);
      case IQR ->
          """
          (%1$s < statistics.m%2$d - %3$s * (statistics.s%2$d - statistics.m%2$d)
            OR %1$s > statistics.s%2$d + %3$s * (statistics.s%2$d - statistics.m%2$d))\
          """
              .formatted(x, i, threshold);
    };
  }

  private static List<Field> chosen(Columns columns, List<String> wanted, Position position) {
    if (!wanted.isEmpty()) {
      return wanted.stream().map(name -> named(columns, name, position)).toList();
    }
    List<Field> numbers = new ArrayList<>();
    for (Field field : columns.fields()) {
      if (ColumnShape.of(field).isNumber()) {
        numbers.add(field);
      }
    }
    if (numbers.isEmpty()) {
      throw InsituException.of(
              ErrorCode.COLUMN_NOT_FOUND,
              "ML.DETECT_OUTLIERS needs a column of numbers; the query has %s."
                  .formatted(FeatureBinding.listed(columns.names())))
          .hint("Cast one in the query.")
          .at(position);
    }
    return numbers;
  }

  private static Field named(Columns columns, String name, Position position) {
    Field field =
        columns
            .find(name, position)
            .orElseThrow(
                () ->
                    InsituException.of(
                            ErrorCode.COLUMN_NOT_FOUND,
                            "Option 'columns' names '%s'; the query has %s."
                                .formatted(name, FeatureBinding.listed(columns.names())))
                        .hint(Hints.didYouMean(name, columns.names(), "Select it in the query."))
                        .at(position));
    if (!ColumnShape.of(field).isNumber()) {
      throw InsituException.of(
              ErrorCode.COLUMN_TYPE,
              "Column '%s' has type %s (allowed: numbers)."
                  .formatted(field.getName(), SqlTypeNames.of(field)))
          .at(position);
    }
    return field;
  }

  private static void requireFree(Columns columns, Position position) {
    for (String name : List.of(FLAG, NAMES)) {
      if (columns.find(name, position).isPresent()) {
        throw InsituException.of(
                ErrorCode.COLUMN_AMBIGUOUS,
                "The query has a column '%s' already, and so has the answer.".formatted(name))
            .hint("Leave it out of the query, or rename it.")
            .at(position);
      }
    }
  }
}
