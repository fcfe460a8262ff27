/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.rows.Source;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.sql.SqlDialect;

/**
 * The statistics of numeric columns, by aggregates in the warehouse.
 *
 * <p>Two passes, for one pass over sums of squares loses every digit of the deviation of a column
 * far from zero: the first finds counts, means and ranges, the second the sums of differences from
 * the mean and of their squares, which also corrects the mean. A third, of the columns concerned
 * only, tells NaN from infinity where the first pass met one of them.
 *
 * <p>A warehouse adds in any order, so that the last bits of its sums vary from run to run. Mean
 * and deviation are therefore rounded, to 2<sup>-44</sup> and 2<sup>-32</sup> of their size: the
 * same rows then give the same features, and the same model.
 */
final class NumericProfile {
  private static final int MEAN_BITS = 44;
  private static final int DEVIATION_BITS = 32;

  /** The mean that the second pass subtracts needs to be near, not exact. */
  private static final int SHIFT_BITS = 26;

  private NumericProfile() {}

  /**
   * Statistics of one column.
   *
   * @param count values neither NULL nor NaN
   * @param nans how many are NaN
   * @param infinities how many are infinite; the fields below are then of the others
   * @param mean of the values
   * @param deviation their sample standard deviation, 0 for less than two values
   * @param min the least value
   * @param max the greatest value
   */
  record Statistics(
      long count,
      long nans,
      long infinities,
      double mean,
      double deviation,
      double min,
      double max) {}

  /** The number of rows, and the statistics of each column. */
  record Result(long rows, List<Statistics> columns) {}

  static Result of(Source source, List<Field> columns) {
    List<String> plain = columns.stream().map(c -> source.column(c.getName())).toList();
    double[] first = source.aggregate(firstPass(plain));
    List<Statistics> statistics = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      statistics.add(statistics(first, 1 + 4 * i, 0, 0));
    }
    List<String> guarded = new ArrayList<>(plain);
    examineOddities(source, columns, guarded, statistics);
    findDeviations(source, guarded, statistics);
    return new Result((long) first[0], statistics);
  }

  private static List<String> firstPass(List<String> expressions) {
    List<String> selected = new ArrayList<>(List.of("count(*)"));
    for (String x : expressions) {
      selected.addAll(List.of("count(" + x + ")", "avg(" + x + ")"));
      selected.addAll(List.of("min(" + x + ")", "max(" + x + ")"));
    }
    return selected;
  }

  private static Statistics statistics(double[] row, int at, long nans, long infinities) {
    return new Statistics(
        (long) row[at],
        nans,
        infinities,
        // The average of a constant may be a rounding away from it.
        row[at + 2] == row[at + 3] ? row[at + 2] : row[at + 1],
        0,
        row[at + 2],
        row[at + 3]);
  }

  private static boolean isOdd(Statistics s) {
    return s.count() > 0
        && !(Double.isFinite(s.mean()) && Double.isFinite(s.min()) && Double.isFinite(s.max()));
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
        for (String aggregate : List.of("count", "avg", "min", "max")) {
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
      int at = 6 * k;
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

  private static void findDeviations(
      Source source, List<String> expressions, List<Statistics> statistics) {
    String type = source.dialect().type(ValueType.DOUBLE);
    List<Integer> varying = new ArrayList<>();
    List<String> selected = new ArrayList<>();
    for (int i = 0; i < statistics.size(); i++) {
      Statistics s = statistics.get(i);
      if (s.count() > 1 && s.min() < s.max() && Double.isFinite(s.mean())) {
        String shift = source.dialect().number(shift(s));
        String d = "(CAST(" + expressions.get(i) + " AS " + type + ") - " + shift + ")";
        selected.add("sum(" + d + ")");
        selected.add("sum(" + d + " * " + d + ")");
        varying.add(i);
      }
    }
    if (varying.isEmpty()) {
      return;
    }
    double[] row = source.aggregate(selected);
    for (int k = 0; k < varying.size(); k++) {
      int i = varying.get(k);
      statistics.set(i, withDeviation(statistics.get(i), row[2 * k], row[2 * k + 1]));
    }
  }

  private static Statistics withDeviation(Statistics s, double sum, double squares) {
    double shift = shift(s);
    double correction = sum / s.count();
    double deviation = Math.sqrt(Math.max(0, squares - sum * correction) / (s.count() - 1));
    double mean = shift + correction;
    double size = Math.max(Math.abs(mean), deviation);
    return new Statistics(
        s.count(),
        s.nans(),
        s.infinities(),
        rounded(mean, size, MEAN_BITS),
        rounded(deviation, deviation, DEVIATION_BITS),
        s.min(),
        s.max());
  }

  private static double shift(Statistics s) {
    return rounded(s.mean(), s.max() - s.min(), SHIFT_BITS);
  }

  /** The multiple of 2<sup>-bits</sup> of the size's power of two that is nearest. */
  private static double rounded(double value, double size, int bits) {
    double grid = Math.scalb(1.0, Math.getExponent(size) - bits);
    double result = Math.rint(value / grid) * grid;
    return grid > 0 && Double.isFinite(result) ? result : value;
  }
}
