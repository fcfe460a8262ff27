/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.data;

import java.util.List;
import java.util.StringJoiner;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.planner.bind.Columns;
import org.insitu.udf.sql.SqlDialect;

/**
 * ML.DESCRIBE_DATA: one row for each column of a query, by one query.
 *
 * <p><b>Shape:</b> {@code name VARCHAR, num_rows, num_nulls, num_zeros BIGINT, min, max VARCHAR,
 * mean, stdev, median DOUBLE, quantiles DOUBLE[], unique BIGINT, avg_string_length DOUBLE,
 * num_values BIGINT, top_values list of (value VARCHAR, count BIGINT), min_array_length,
 * max_array_length BIGINT, avg_array_length DOUBLE, total_array_length BIGINT,
 * array_length_quantiles BIGINT[], dimension BIGINT}; NULL where a type has no such thing.
 *
 * <p>NaN is counted as NULL; mean, stdev, median and quantiles are of the finite values. Of a list
 * the values are those of its elements. Counts of distinct values are exact.
 */
public final class DescribeData {
  private final Statistics statistics;
  private final int lengthQuantiles;
  private final SqlDialect dialect;

  private DescribeData(Statistics statistics, int lengthQuantiles, SqlDialect dialect) {
    this.statistics = statistics;
    this.lengthQuantiles = lengthQuantiles;
    this.dialect = dialect;
  }

  /**
   * Writes the query.
   *
   * @param source the query described
   * @param columns of it
   * @param quantiles how many intervals of equal numbers of values
   * @param lengthQuantiles the same for the lengths of lists
   * @param top how many of the most frequent values
   */
  public static String sql(
      String source,
      Columns columns,
      int quantiles,
      int lengthQuantiles,
      int top,
      SqlDialect dialect) {
    DescribeData describe =
        new DescribeData(new Statistics(quantiles, top), lengthQuantiles, dialect);
    StringJoiner rows = new StringJoiner("\nUNION ALL\n");
    int position = 0;
    for (Field field : columns.fields()) {
      rows.add(describe.row(field, position++));
    }
    return """
    WITH source AS MATERIALIZED (SELECT * FROM (
    %s
    ) AS described)
    SELECT %s FROM (
    %s
    ) AS described_columns ORDER BY position\
    """
        .formatted(source, DescribedColumn.names(), rows);
  }

  private String row(Field field, int position) {
    ColumnShape shape = ColumnShape.of(field);
    String name = dialect.quoteIdentifier(field.getName());
    String query =
        switch (shape) {
          case LIST -> list(field, name);
          case MAP -> lengths("cardinality(%s)".formatted(name), name);
          default -> statistics.of(shape, "SELECT %s AS v FROM source".formatted(name));
        };
    return "SELECT %d AS position, %s AS name, %s FROM (%s) AS statistics"
        .formatted(
            position,
            dialect.string(field.getName()),
            DescribedColumn.typed(query.contains("AS min_array_length"), shapeOf(field, shape)),
            query);
  }

  /** The shape whose statistics a column has: of a list that of its elements. */
  private static ColumnShape shapeOf(Field field, ColumnShape shape) {
    return shape == ColumnShape.LIST
        ? ColumnShape.ofElements(field).orElse(ColumnShape.OTHER)
        : shape;
  }

  private String list(Field field, String name) {
    String elements =
        statistics.of(
            ColumnShape.ofElements(field).orElse(ColumnShape.OTHER),
            "SELECT unnest(%s) AS v FROM source".formatted(name));
    return """
    SELECT elements.* EXCLUDE (num_rows, num_nulls), lengths.* EXCLUDE (num_values)
    FROM (%s) AS elements CROSS JOIN (%s) AS lengths\
    """
        .formatted(elements, lengths("len(%s)".formatted(name), name));
  }

  private String lengths(String length, String name) {
    return """
    SELECT count(*) AS num_rows, count(*) - count(%2$s) AS num_nulls,
      coalesce(sum(%1$s), 0) AS num_values, min(%1$s) AS min_array_length,
      max(%1$s) AS max_array_length, avg(%1$s) AS avg_array_length,
      sum(%1$s) AS total_array_length, quantile_disc(%1$s, %3$s) AS array_length_quantiles
    FROM source\
    """
        .formatted(length, name, Statistics.fractions(lengthQuantiles));
  }

  /** The output's columns, in order. */
  private enum DescribedColumn {
    NUM_ROWS("BIGINT", Kind.ALL),
    NUM_NULLS("BIGINT", Kind.ALL),
    NUM_ZEROS("BIGINT", Kind.NUMBER),
    MIN("VARCHAR", Kind.VALUE),
    MAX("VARCHAR", Kind.VALUE),
    MEAN("DOUBLE", Kind.NUMBER),
    STDEV("DOUBLE", Kind.NUMBER),
    MEDIAN("DOUBLE", Kind.NUMBER),
    QUANTILES("DOUBLE[]", Kind.NUMBER),
    UNIQUE("BIGINT", Kind.CATEGORY),
    AVG_STRING_LENGTH("DOUBLE", Kind.CATEGORY),
    NUM_VALUES("BIGINT", Kind.ALL),
    TOP_VALUES("STRUCT(\"value\" VARCHAR, \"count\" BIGINT)[]", Kind.CATEGORY),
    MIN_ARRAY_LENGTH("BIGINT", Kind.LENGTH),
    MAX_ARRAY_LENGTH("BIGINT", Kind.LENGTH),
    AVG_ARRAY_LENGTH("DOUBLE", Kind.LENGTH),
    TOTAL_ARRAY_LENGTH("BIGINT", Kind.LENGTH),
    ARRAY_LENGTH_QUANTILES("BIGINT[]", Kind.LENGTH),
    DIMENSION("BIGINT", Kind.NONE);

    /** Which columns have a statistic. */
    private enum Kind {
      ALL,
      NUMBER,
      CATEGORY,
      VALUE,
      LENGTH,
      NONE
    }

    private final String type;
    private final Kind kind;

    DescribedColumn(String type, Kind kind) {
      this.type = type;
      this.kind = kind;
    }

    private String quoted() {
      return '"' + name().toLowerCase(java.util.Locale.ROOT) + '"';
    }

    static String names() {
      StringJoiner names = new StringJoiner(", ", "name, ", "");
      for (DescribedColumn column : values()) {
        names.add(column.quoted());
      }
      return names.toString();
    }

    static String typed(boolean lengths, ColumnShape shape) {
      StringJoiner typed = new StringJoiner(", ");
      for (DescribedColumn column : values()) {
        boolean has =
            switch (column.kind) {
              case ALL -> true;
              case NUMBER -> shape.isNumber();
              case CATEGORY -> shape.isCategory();
              case VALUE -> shape.isNumber() || shape.isCategory();
              case LENGTH -> lengths;
              case NONE -> false;
            };
        typed.add(
            "CAST(%s AS %s) AS %s"
                .formatted(has ? column.quoted() : "NULL", column.type, column.quoted()));
      }
      return typed.toString();
    }
  }

  /** The statistics of a query's one column, {@code v}. */
  private record Statistics(int quantiles, int top) {

    String of(ColumnShape shape, String values) {
      return switch (shape) {
        case EXACT_NUMBER, FLOAT -> numbers(shape, values);
        case TEXT -> categories("CAST(v AS VARCHAR)", "length(v)", values);
        case ORDERED -> categories("v", "NULL", values);
        case LIST, MAP, OTHER -> counts(values);
      };
    }

    private String numbers(ColumnShape shape, String values) {
      String present = shape == ColumnShape.FLOAT ? "CASE WHEN NOT isnan(v) THEN v END" : "v";
      return """
      SELECT count(*) AS num_rows, count(*) - count(n) AS num_nulls,
        count(*) FILTER (WHERE n = 0) AS num_zeros, min(n) AS "min", max(n) AS "max",
        avg(x) AS mean, stddev_samp(x) AS stdev, median(x) AS median,
        quantile_cont(x, %3$s) AS quantiles, count(n) AS num_values
      FROM (SELECT n, CASE WHEN isfinite(d) THEN d END AS x
        FROM (SELECT %1$s AS n, CAST(%1$s AS DOUBLE) AS d FROM (%2$s) AS raw) AS present) AS numbers\
      """
          .formatted(present, values, fractions(quantiles));
    }

    private String categories(String value, String length, String values) {
      return """
      SELECT coalesce(sum(n), 0) AS num_rows, coalesce(sum(n) FILTER (WHERE v IS NULL), 0) AS num_nulls,
        min(v) AS "min", max(v) AS "max", count(v) AS "unique",
        sum(n * %2$s) / sum(n) FILTER (WHERE v IS NOT NULL) AS avg_string_length,
        coalesce(sum(n) FILTER (WHERE v IS NOT NULL), 0) AS num_values,
        (list({'value': CAST(v AS VARCHAR), 'count': n} ORDER BY n DESC, v)
          FILTER (WHERE v IS NOT NULL))[1:%4$d] AS top_values
      FROM (SELECT %1$s AS v, count(*) AS n FROM (%3$s) AS raw GROUP BY 1) AS groups\
      """
          .formatted(value, length, values, top);
    }

    private static String counts(String values) {
      return """
      SELECT count(*) AS num_rows, count(*) - count(v) AS num_nulls, count(v) AS num_values
      FROM (%s) AS raw\
      """
          .formatted(values);
    }

    static String fractions(int intervals) {
      List<String> fractions =
          java.util.stream.IntStream.rangeClosed(0, intervals)
              .mapToObj(i -> Double.toString((double) i / intervals))
              .toList();
      return "[" + String.join(", ", fractions) + "]";
    }
  }
}
