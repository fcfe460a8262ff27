/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import java.util.List;
import java.util.function.UnaryOperator;
import org.insitu.udf.sql.SqlDialect;

/** CLIP_QUANTILES(x, lower, upper): winsorised, what lies beyond two quantiles becomes them. */
record ClippedQuantiles(double lower, double upper) implements Preprocessor {

  static ClippedQuantiles of(Constants constants) {
    double lower = constants.number(0);
    double upper = constants.number(1);
    if (!(0 <= lower && lower < upper && upper <= 1)) {
      throw new IllegalArgumentException(
          "quantiles: %s, %s (expected: 0 <= lower < upper <= 1)".formatted(lower, upper));
    }
    return new ClippedQuantiles(lower, upper);
  }

  @Override
  public boolean isAnalytic() {
    return true;
  }

  @Override
  public List<String> aggregates(
      List<Argument> arguments, UnaryOperator<String> over, SqlDialect dialect) {
    String x = Scaler.finite(arguments.getFirst().sql(), dialect);
    return List.of(
        over.apply("quantile_cont(%s, %s)".formatted(x, dialect.number(lower))),
        over.apply("quantile_cont(%s, %s)".formatted(x, dialect.number(upper))));
  }

  @Override
  public String sql(List<Argument> arguments, List<Known> known, SqlDialect dialect) {
    return Scaler.kept(
        Scaler.number(arguments.getFirst().sql(), dialect),
        known.get(0).sql(dialect),
        known.get(1).sql(dialect),
        dialect);
  }
}
