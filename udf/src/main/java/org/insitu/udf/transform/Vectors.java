/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import java.util.List;
import org.insitu.udf.sql.SqlDialect;

/**
 * NORMALIZER, LP_NORM and DISTANCE over lists of numbers.
 *
 * <pre>
 *   LP_NORM(v, p)        (sum |v|^p)^(1/p); p = 0 counts what is not 0, p infinite is max |v|
 *   NORMALIZER(v [, p])  v / LP_NORM(v, p), p = 2 when not said; a list of norm 0 stays
 *   DISTANCE(a, b [, t]) EUCLIDEAN (when not said), MANHATTAN, or COSINE: 1 - cos; a and b are
 * of one length
 * </pre>
 */
record Vectors(Kind kind, double degree, Measure measure) implements Preprocessor {
  enum Kind {
    NORM,
    NORMALIZED,
    DISTANCE
  }

  enum Measure {
    EUCLIDEAN,
    MANHATTAN,
    COSINE
  }

  static Vectors norm(Constants constants) {
    return new Vectors(Kind.NORM, degree(constants.number(0)), Measure.EUCLIDEAN);
  }

  static Vectors normalizer(Constants constants) {
    double p = constants.values().isEmpty() ? 2 : degree(constants.number(0));
    return new Vectors(Kind.NORMALIZED, p, Measure.EUCLIDEAN);
  }

  static Vectors distance(Constants constants) {
    return new Vectors(Kind.DISTANCE, 2, constants.choice(0, Measure.class, Measure.EUCLIDEAN));
  }

  private static double degree(double p) {
    if (!(p == 0 || p >= 1)) {
      throw new IllegalArgumentException("degree: %s (expected: 0, or 1 and more)".formatted(p));
    }
    return p;
  }

  @Override
  public String sql(List<Argument> arguments, List<Known> known, SqlDialect dialect) {
    String v = doubles(arguments.getFirst().sql());
    return switch (kind) {
      case NORM -> norm(v, dialect);
      // The norm is made once a row, outside of what is done to each element.
      case NORMALIZED ->
          ("list_extract(list_transform([%2$s], lambda __n: list_transform(%1$s,"
                  + " lambda __y: __y / coalesce(nullif(__n, 0), 1))), 1)")
              .formatted(v, norm(v, dialect));
      case DISTANCE -> distance(v, doubles(arguments.get(1).sql()), dialect);
    };
  }

  private static String doubles(String list) {
    return "CAST(%s AS DOUBLE[])".formatted(list);
  }

  private String norm(String v, SqlDialect dialect) {
    if (degree == 0) {
      return "CAST(len(list_filter(%s, lambda __x: __x <> 0)) AS DOUBLE)".formatted(v);
    }
    if (Double.isInfinite(degree)) {
      return "list_max(list_transform(%s, lambda __x: abs(__x)))".formatted(v);
    }
    return "pow(list_sum(list_transform(%s, lambda __x: pow(abs(__x), %s))), %s)"
        .formatted(v, dialect.number(degree), dialect.number(1 / degree));
  }

  /** Lists of different lengths have no distance, and say so. */
  private String distance(String a, String b, SqlDialect dialect) {
    String lengths =
        "concat(len(%s), ' and ', len(%s), ' numbers (expected: equally many)')".formatted(a, b);
    return "CASE WHEN len(%s) <> len(%s) THEN %s ELSE %s END"
        .formatted(a, b, dialect.fail("ML.DISTANCE: lists of ", lengths), measured(a, b));
  }

  private String measured(String a, String b) {
    String both = "list_zip(%s, %s)".formatted(a, b);
    return switch (measure) {
      case EUCLIDEAN ->
          "sqrt(list_sum(list_transform(%s, lambda __z: (__z[1] - __z[2]) * (__z[1] - __z[2]))))"
              .formatted(both);
      case MANHATTAN ->
          "list_sum(list_transform(%s, lambda __z: abs(__z[1] - __z[2])))".formatted(both);
      case COSINE ->
          ("1 - list_sum(list_transform(%1$s, lambda __z: __z[1] * __z[2]))"
                  + " / sqrt(list_sum(list_transform(%2$s, lambda __x: __x * __x)))"
                  + " / sqrt(list_sum(list_transform(%3$s, lambda __x: __x * __x)))")
              .formatted(both, a, b);
    };
  }
}
