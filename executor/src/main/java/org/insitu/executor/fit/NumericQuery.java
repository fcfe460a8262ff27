/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.NumericProfile.Statistics;
import org.insitu.executor.fit.rows.Source;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.sql.SqlDialect;

/**
 * The statistics of numeric columns, by aggregates in the warehouse.
 *
 * <p>Two passes, for one pass over sums of squares loses every digit of the deviation of a column
 * far from zero: the first finds counts and ranges, the second the sums of {@code t} and of {@code
 * t²}, where {@code t} is the distance from the middle of the range on a scale from -1 to 1. A
 * third, of the columns concerned only, tells NaN from infinity where the first met one of them.
 *
 * <p>A warehouse adds in any order, so that the last bits of a sum of DOUBLEs vary from run to run.
 * What is added here is therefore {@code t} and {@code t²} as whole numbers of 2<sup>-50</sup>,
 * whose sum is exact: the same rows give the same features, and the same model. The warehouse must
 * add BIGINTs in more than 64 bits, as DuckDB and PostgreSQL do.
 */
final class NumericQuery {
  private static final double UNIT = 0x1p50;

  private NumericQuery() {}

  /** The first query that {@link #of} sends; what the others ask depends on its answer. */
  static String first(Source source, List<Field> columns) {
    return source.select(firstPass(names(source, columns)));
  }

  private static List<String> names(Source source, List<Field> columns) {
    return columns.stream().map(c -> source.column(c.getName())).toList();
  }

  static NumericProfile of(Source source, List<Field> columns) {
    List<String> plain = names(source, columns);
    double[] first = source.aggregate(firstPass(plain));
    List<Statistics> statistics = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      statistics.add(statistics(first, 1 + 3 * i, 0, 0));
    }
    List<String> guarded = new ArrayList<>(plain);
    examineOddities(source, columns, guarded, statistics);
    findMoments(source, guarded, statistics);
    return new NumericProfile((long) first[0], statistics, 0);
  }

  private static List<String> firstPass(List<String> expressions) {
    List<String> selected = new ArrayList<>(List.of("count(*)"));
    for (String x : expressions) {
      selected.addAll(List.of("count(" + x + ")", "min(" + x + ")", "max(" + x + ")"));
    }
    return selected;
  }

  private static Statistics statistics(double[] row, int at, long nans, long infinities) {
    double min = row[at + 1];
    double max = row[at + 2];
    double middle = min / 2 + max / 2;
    return new Statistics(
        (long) row[at], nans, infinities, middle, 0, min, max, OptionalDouble.empty());
  }

  private static boolean isOdd(Statistics s) {
    return s.count() > 0 && !(Double.isFinite(s.min()) && Double.isFinite(s.max()));
  }

  private static void examineOddities(
      Source source, List<Field> columns, List<String> expressions, List<Statistics> statistics) {
    List<Integer> odd = new ArrayList<>();
    List<String> selected = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (isOdd(statistics.get(i)) && isFloating(columns.get(i))) {
        String x = expressions.get(i);
        String nan = source.dialect().isNaN(x);
        String infinite = x + " IN (" + infinities(source.dialect()) + ")";
        String finite = "CASE WHEN " + nan + " OR " + infinite + " THEN NULL ELSE " + x + " END";
        expressions.set(i, finite);
        selected.add("sum(CASE WHEN " + nan + " THEN 1 ELSE 0 END)");
        selected.add("sum(CASE WHEN " + infinite + " THEN 1 ELSE 0 END)");
        for (String aggregate : List.of("count", "min", "max")) {
          selected.add(aggregate + "(" + finite + ")");
        }
        odd.add(i);
      }
    }
    if (odd.isEmpty()) {
      return;
    }
    double[] row = source.aggregate(selected);
    for (int k = 0; k < odd.size(); k++) {
      int at = 5 * k;
      statistics.set(odd.get(k), statistics(row, at + 2, (long) row[at], (long) row[at + 1]));
    }
  }

  private static String infinities(SqlDialect dialect) {
    return dialect.number(Double.POSITIVE_INFINITY)
        + ", "
        + dialect.number(Double.NEGATIVE_INFINITY);
  }

  private static boolean isFloating(Field column) {
    return column.getType() instanceof ArrowType.FloatingPoint;
  }

  private static void findMoments(
      Source source, List<String> expressions, List<Statistics> statistics) {
    SqlDialect dialect = source.dialect();
    List<Integer> varying = new ArrayList<>();
    List<String> selected = new ArrayList<>();
    for (int i = 0; i < statistics.size(); i++) {
      Statistics s = statistics.get(i);
      if (s.count() > 1 && s.min() < s.max()) {
        String value =
            "CAST(%s AS %s)".formatted(expressions.get(i), dialect.type(ValueType.DOUBLE));
        // The half range is a power of two: its inverse is exact.
        String t =
            "((%s - %s) * %s)"
                .formatted(value, dialect.number(s.mean()), dialect.number(1 / halfRange(s)));
        selected.add(exactSum(t, dialect));
        selected.add(exactSum(t + " * " + t, dialect));
        varying.add(i);
      }
    }
    if (varying.isEmpty()) {
      return;
    }
    double[] row = source.aggregate(selected);
    for (int k = 0; k < varying.size(); k++) {
      int i = varying.get(k);
      statistics.set(i, withMoments(statistics.get(i), row[2 * k], row[2 * k + 1]));
    }
  }

  private static String exactSum(String value, SqlDialect dialect) {
    return "sum(CAST(%s * %s AS %s))"
        .formatted(value, dialect.number(UNIT), dialect.type(ValueType.BIGINT));
  }

  /** The statistics of a column of which only the range was known, its middle as the mean. */
  private static Statistics withMoments(Statistics s, double sum, double squares) {
    double meanT = sum / UNIT / s.count();
    double squareT = (squares / UNIT - sum / UNIT * meanT) / (s.count() - 1);
    double half = halfRange(s);
    return new Statistics(
        s.count(),
        s.nans(),
        s.infinities(),
        Math.clamp(s.mean() + half * meanT, s.min(), s.max()),
        half * Math.sqrt(Math.max(0, squareT)),
        s.min(),
        s.max(),
        OptionalDouble.empty());
  }

  /** The power of two next above half of the range. */
  private static double halfRange(Statistics s) {
    return Math.scalb(1.0, Math.getExponent(s.max() / 2 - s.min() / 2) + 1);
  }
}
