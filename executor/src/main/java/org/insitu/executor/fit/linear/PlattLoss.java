/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.List;
import org.insitu.udf.sql.SqlDialect;

/**
 * The log loss of one class against the rest, of which no row is taken to be certain: with targets
 * a little inside 0 and 1 the weights have a limit even where the classes are separated.
 *
 * <p><b>Source:</b> J. Platt, Probabilistic Outputs for Support Vector Machines, 1999, section 2.2.
 *
 * @param positive the number of the class
 * @param of the probability that rows of the class are fitted to
 * @param ofOthers that of the others
 */
record PlattLoss(int positive, double of, double ofOthers) implements SqlLoss {

  /**
   * The targets that a prior of one row in each class gives.
   *
   * @param rows of the class, each times its weight
   * @param others of the other classes
   */
  static PlattLoss of(int positive, double rows, double others) {
    return new PlattLoss(positive, (rows + 1) / (rows + 2), 1 / (others + 2));
  }

  @Override
  public double judge(Rows rows, double[] residual, double[] curvature) {
    double loss = 0;
    for (int r = 0; r < rows.count(); r++) {
      double score = rows.score()[r];
      double weight = rows.weight()[r];
      double target = rows.target()[r] == positive ? of : ofOthers;
      double small = Math.exp(-Math.abs(score));
      double large = 1 / (1 + small);
      double rest = small / (1 + small);
      residual[r] = weight * (target - (score >= 0 ? large : rest));
      curvature[r] = weight * large * rest;
      loss += weight * (Math.log1p(small) + (score >= 0 ? (1 - target) : -target) * score);
    }
    return loss;
  }

  @Override
  public List<List<String>> layers(String rowWeight, SqlDialect dialect) {
    String one = dialect.number(1.0);
    return List.of(
        List.of(
            "*",
            "exp(-abs(s0)) AS e",
            rowWeight + " AS u",
            "CASE WHEN y = %d THEN %s ELSE %s END AS t"
                .formatted(positive, dialect.number(of), dialect.number(ofOthers))),
        List.of(
            "*",
            "%s / (%s + e) AS large".formatted(one, one),
            "e / (%s + e) AS small".formatted(one)),
        List.of(
            "*",
            "u * (ln(%s + e) + CASE WHEN s0 >= 0 THEN %s - t ELSE -t END * s0) AS loss"
                .formatted(one, one),
            "u * (t - CASE WHEN s0 >= 0 THEN large ELSE small END) AS r0",
            "u * large * small AS w0_0"));
  }
}
