/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.List;
import org.insitu.udf.sql.SqlDialect;

/**
 * The squared hinge of one class against the rest: {@code max(0, 1 - t s)²} of a score s, with t =
 * 1 for rows of the class and -1 for the others. It is smooth; its second derivative is 2 where the
 * margin {@code t s} is below 1, and 0 beyond.
 *
 * @param positive the number of the class
 */
record HingeLoss(int positive) implements SqlLoss {

  @Override
  public double judge(Rows rows, double[] residual, double[] curvature) {
    double loss = 0;
    for (int r = 0; r < rows.count(); r++) {
      double sign = rows.target()[r] == positive ? 1 : -1;
      double lack = Math.max(0, 1 - sign * rows.score()[r]);
      double weight = lack > 0 ? 2 * rows.weight()[r] : 0;
      residual[r] = weight * lack * sign;
      curvature[r] = weight;
      loss += rows.weight()[r] * lack * lack;
    }
    return loss;
  }

  @Override
  public List<List<String>> layers(String rowWeight, SqlDialect dialect) {
    String zero = dialect.number(0.0);
    String one = dialect.number(1.0);
    String two = dialect.number(2.0);
    return List.of(
        List.of(
            "*",
            rowWeight + " AS u",
            "CASE WHEN y = %d THEN %s ELSE -%s END AS t".formatted(positive, one, one)),
        List.of("*", "%s - t * s0 AS h".formatted(one)),
        List.of(
            "*",
            "CASE WHEN h > %s THEN u * h * h ELSE %s END AS loss".formatted(zero, zero),
            "CASE WHEN h > %s THEN %s * u * h * t ELSE %s END AS r0".formatted(zero, two, zero),
            "CASE WHEN h > %s THEN %s * u ELSE %s END AS w0_0".formatted(zero, two, zero)));
  }
}
