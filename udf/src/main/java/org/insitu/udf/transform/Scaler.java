/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import java.util.List;
import java.util.function.UnaryOperator;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.sql.SqlDialect;

/**
 * A number shifted and scaled. NULL stays NULL; the aggregates are over the finite values; a column
 * that does not vary becomes 0.
 *
 * <pre>
 *   STANDARD_SCALER  (x - mean) / sample standard deviation
 *   MIN_MAX_SCALER   (x - min) / (max - min), kept within 0 to 1
 *   MAX_ABS_SCALER   x / max |x|
 *   ROBUST_SCALER    (x - median) / (upper quantile - lower quantile)
 * </pre>
 *
 * <b>Source:</b> BigQuery ML, the pages of the four functions.
 */
record Scaler(Kind kind, double lower, double upper, boolean centred, boolean scaled)
    implements Preprocessor {
  enum Kind {
    STANDARD,
    MIN_MAX,
    MAX_ABS,
    ROBUST
  }

  static Scaler of(Kind kind) {
    return new Scaler(kind, 0, 1, true, true);
  }

  /** ROBUST_SCALER's constants: [quantile_range [, with_median [, with_quantile_range]]]. */
  static Scaler robust(Constants constants) {
    List<Double> range = constants.numbers(0, List.of(25.0, 75.0));
    if (range.size() != 2
        || !(0 < range.get(0) && range.get(0) < range.get(1) && range.get(1) < 100)) {
      throw new IllegalArgumentException(
          "quantile_range: %s (expected: [lower, upper] with 0 < lower < upper < 100)"
              .formatted(range));
    }
    return new Scaler(
        Kind.ROBUST,
        range.get(0) / 100,
        range.get(1) / 100,
        constants.truth(1, true),
        constants.truth(2, true));
  }

  @Override
  public boolean isAnalytic() {
    return true;
  }

  @Override
  public List<String> aggregates(
      List<Argument> arguments, UnaryOperator<String> over, SqlDialect dialect) {
    String x = finite(arguments.getFirst().sql(), dialect);
    return switch (kind) {
      case STANDARD -> List.of(over.apply("avg(" + x + ")"), over.apply("stddev_samp(" + x + ")"));
      case MIN_MAX -> List.of(over.apply("min(" + x + ")"), over.apply("max(" + x + ")"));
      case MAX_ABS -> List.of(over.apply("max(abs(" + x + "))"));
      case ROBUST ->
          List.of(
              over.apply("median(" + x + ")"),
              over.apply("quantile_cont(%s, %s)".formatted(x, dialect.number(lower))),
              over.apply("quantile_cont(%s, %s)".formatted(x, dialect.number(upper))));
    };
  }

  /** The argument as a DOUBLE, NULL where it is none or not finite. */
  static String finite(String x, SqlDialect dialect) {
    String number = number(x, dialect);
    return "CASE WHEN isfinite(%1$s) THEN %1$s END".formatted(number);
  }

  static String number(String x, SqlDialect dialect) {
    return "CAST(" + x + " AS " + dialect.type(ValueType.DOUBLE) + ")";
  }

  @Override
  public String sql(List<Argument> arguments, List<Known> known, SqlDialect dialect) {
    String x = number(arguments.getFirst().sql(), dialect);
    List<String> values = known.stream().map(k -> k.sql(dialect)).toList();
    return switch (kind) {
      case STANDARD -> scaled(x, values.get(0), values.get(1));
      case MAX_ABS -> "(%s / %s)".formatted(x, orOne(values.get(0)));
      case MIN_MAX ->
          kept(
              scaled(x, values.get(0), "(%s - %s)".formatted(values.get(1), values.get(0))),
              dialect.number(0.0),
              dialect.number(1.0),
              dialect);
      case ROBUST ->
          "((%s - %s) / %s)"
              .formatted(
                  x,
                  centred ? values.get(0) : dialect.number(0.0),
                  scaled
                      ? orOne("(%s - %s)".formatted(values.get(2), values.get(1)))
                      : dialect.number(1.0));
    };
  }

  private static String scaled(String x, String from, String size) {
    return "((%s - %s) / %s)".formatted(x, from, orOne(size));
  }

  /** Nothing is divided by 0 or by NULL. */
  private static String orOne(String size) {
    return "coalesce(nullif(%s, 0), 1)".formatted(size);
  }

  /** A value kept within bounds; NULL and NaN stay what they are. */
  static String kept(String value, String least, String greatest, SqlDialect dialect) {
    return "CASE WHEN %1$s < %2$s THEN %2$s WHEN %1$s > %3$s AND NOT %4$s THEN %3$s ELSE %1$s END"
        .formatted(value, least, greatest, dialect.isNaN(value));
  }
}
