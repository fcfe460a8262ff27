/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.insitu.udf.sql.SqlDialect;

/**
 * BUCKETIZE and QUANTILE_BUCKETIZE: the number of the interval a value lies in, as text. With the
 * points {@code p1 < p2 < …} bucket 1 holds what is below {@code p1}, bucket 2 what is at least
 * {@code p1} and below {@code p2}, and so on. NULL stays NULL, NaN becomes it.
 *
 * @param points to split at; empty when they are quantiles
 * @param quantiles how many buckets of equally many rows; 0 when the points are given
 */
record Buckets(List<Double> points, int quantiles, Format format) implements Preprocessor {
  /** More are no buckets any more. */
  private static final int BUCKETS_MAX = 1_000;

  enum Format {
    /** {@code bin_2}. */
    BUCKET_NAMES,
    /** {@code [2.5, 4.6)}. */
    BUCKET_RANGES,
    /** {@code {"start": "2.5", "end": "4.6"}}. */
    BUCKET_RANGES_JSON
  }

  /** BUCKETIZE's constants: points [, exclude_boundaries] [, output_format]. */
  static Buckets at(Constants constants) {
    List<Double> points = constants.numbers(0);
    for (int i = 0; i < points.size(); i++) {
      if (!Double.isFinite(points.get(i)) || (i > 0 && points.get(i - 1) > points.get(i))) {
        throw new IllegalArgumentException(
            "array_split_points: %s (expected: finite numbers in ascending order)"
                .formatted(points));
      }
    }
    if (points.isEmpty() || points.size() > BUCKETS_MAX) {
      throw new IllegalArgumentException(
          "array_split_points: %d (expected: 1 to %d)".formatted(points.size(), BUCKETS_MAX));
    }
    boolean excluding = constants.isTruth(1) && constants.truth(1, false);
    List<Double> kept = excluding ? points.subList(1, Math.max(1, points.size() - 1)) : points;
    int format = constants.isTruth(1) ? 2 : 1;
    return new Buckets(kept, 0, constants.choice(format, Format.class, Format.BUCKET_NAMES));
  }

  /** QUANTILE_BUCKETIZE's constants: number of buckets [, output_format]. */
  static Buckets ofQuantiles(Constants constants) {
    int buckets = constants.integer(0, 2, BUCKETS_MAX);
    return new Buckets(List.of(), buckets, constants.choice(1, Format.class, Format.BUCKET_NAMES));
  }

  @Override
  public boolean isAnalytic() {
    return quantiles > 0;
  }

  @Override
  public List<String> aggregates(
      List<Argument> arguments, UnaryOperator<String> over, SqlDialect dialect) {
    if (quantiles == 0) {
      return List.of();
    }
    List<String> fractions = new ArrayList<>();
    for (int i = 1; i < quantiles; i++) {
      fractions.add(dialect.number((double) i / quantiles));
    }
    String x = Scaler.finite(arguments.getFirst().sql(), dialect);
    return List.of(
        over.apply("quantile_cont(%s, [%s])".formatted(x, String.join(", ", fractions))));
  }

  @Override
  public String sql(List<Argument> arguments, List<Known> known, SqlDialect dialect) {
    String x = Scaler.number(arguments.getFirst().sql(), dialect);
    return quantiles == 0 || known.getFirst().numbers().isPresent()
        ? constant(x, quantiles == 0 ? points : known.getFirst().numbers().orElseThrow(), dialect)
        : computed(x, "CAST(%s AS DOUBLE[])".formatted(known.getFirst().sql(dialect)), dialect);
  }

  private String constant(String x, List<Double> at, SqlDialect dialect) {
    List<Double> distinct = at.stream().distinct().toList();
    StringBuilder sql = new StringBuilder("CASE WHEN %s THEN NULL".formatted(missing(x, dialect)));
    for (int i = 0; i < at.size(); i++) {
      // An empty bucket between equal points keeps its number and holds nothing.
      if (i > 0 && at.get(i).equals(at.get(i - 1))) {
        continue;
      }
      sql.append(
          " WHEN %s < %s THEN %s".formatted(x, dialect.number(at.get(i)), name(i, at, dialect)));
    }
    return distinct.isEmpty()
        ? "CASE WHEN NOT (%s) THEN %s END".formatted(missing(x, dialect), name(0, at, dialect))
        : sql.append(" ELSE ").append(name(at.size(), at, dialect)).append(" END").toString();
  }

  private String name(int bucket, List<Double> at, SqlDialect dialect) {
    boolean first = bucket == 0;
    boolean last = bucket == at.size();
    return dialect.string(
        switch (format) {
          case BUCKET_NAMES -> "bin_" + (bucket + 1);
          case BUCKET_RANGES ->
              "%s%s, %s)"
                  .formatted(
                      first ? "(" : "[",
                      first ? "-inf" : plain(at.get(bucket - 1)),
                      last ? "+inf" : plain(at.get(bucket)));
          case BUCKET_RANGES_JSON ->
              "{\"start\": \"%s\", \"end\": \"%s\"}"
                  .formatted(
                      first ? "-Infinity" : plain(at.get(bucket - 1)),
                      last ? "Infinity" : plain(at.get(bucket)));
        });
  }

  /** A number as people write it: 2 and not 2.0. */
  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  /** Points that only the warehouse knows. */
  private String computed(String x, String at, SqlDialect dialect) {
    String below = "len(list_filter(%s, lambda __p: __p <= %s))".formatted(at, x);
    String start = "%s[%s]".formatted(at, below);
    String end = "%s[%s + 1]".formatted(at, below);
    String value =
        switch (format) {
          case BUCKET_NAMES -> "concat('bin_', %s + 1)".formatted(below);
          case BUCKET_RANGES ->
              "concat(CASE WHEN %1$s = 0 THEN '(-inf' ELSE concat('[', %2$s) END, ', ',"
                      .formatted(below, shown(start))
                  + " coalesce(%s, '+inf'), ')')".formatted(shown(end));
          case BUCKET_RANGES_JSON ->
              "concat('{\"start\": \"', coalesce(%s, '-Infinity'), '\", \"end\": \"',"
                      .formatted(shown(start))
                  + " coalesce(%s, 'Infinity'), '\"}')".formatted(shown(end));
        };
    return "CASE WHEN NOT (%s) AND %s IS NOT NULL THEN %s END"
        .formatted(missing(x, dialect), at, value);
  }

  private static String missing(String x, SqlDialect dialect) {
    return "%s IS NULL OR %s".formatted(x, dialect.isNaN(x));
  }

  private static String shown(String number) {
    return ("CASE WHEN %1$s = round(%1$s) AND abs(%1$s) < 1e15 THEN CAST(CAST(%1$s AS BIGINT) AS"
            + " VARCHAR) ELSE CAST(%1$s AS VARCHAR) END")
        .formatted(number);
  }
}
