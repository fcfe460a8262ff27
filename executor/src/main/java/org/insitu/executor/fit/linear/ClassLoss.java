/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.List;
import org.insitu.executor.fit.distribution.NormalTails;
import org.insitu.udf.model.Link;
import org.insitu.udf.sql.SqlDialect;

/**
 * The loss of two classes: minus the logarithm of the own class's probability.
 *
 * <p>With p and q of the two classes and d the derivative of p by the score, the residual is d/p or
 * -d/q and the expected curvature d²/(pq). Each is taken by its own ratio, for p and q may be tiny.
 *
 * @param observed whether the curvature is the second derivative itself, which for these links is
 *     never negative and leads down faster and more surely than the expected one
 */
record ClassLoss(Link link, boolean observed) implements SqlLoss {

  @Override
  public double judge(Rows rows, double[] residual, double[] curvature) {
    double loss = 0;
    for (int r = 0; r < rows.count(); r++) {
      double score = rows.score()[r];
      double p = probability(score);
      double q = complement(score);
      boolean positive = rows.target()[r] == 1;
      double own = positive ? p : q;
      if (!(own > 0)) {
        return Double.POSITIVE_INFINITY;
      }
      if ((positive ? q : p) == 0) {
        residual[r] = 0;
        curvature[r] = 0;
        continue;
      }
      double derivative =
          switch (link) {
            case LOGIT -> p * q;
            case PROBIT -> Math.exp(-score * score / 2) / Math.sqrt(2 * Math.PI);
            case CLOGLOG -> Math.exp(score) * q;
            case IDENTITY, LOG, INVERSE -> throw new IllegalArgumentException("link: " + link);
          };
      double weight = rows.weight()[r];
      residual[r] = weight * (positive ? derivative / p : -derivative / q);
      curvature[r] =
          observed
              ? weight * observed(score, positive, derivative / own, p, q)
              : weight * (derivative / p) * (derivative / q);
      loss -= weight * (own > 0.5 ? Math.log1p(-(positive ? q : p)) : Math.log(own));
    }
    return loss;
  }

  private double observed(double score, boolean positive, double ratio, double p, double q) {
    return switch (link) {
      case LOGIT -> p * q;
      case PROBIT -> Math.max(0, ratio * (ratio + (positive ? score : -score)));
      case CLOGLOG -> positive ? Math.max(0, ratio * (Math.exp(score) / p - 1)) : Math.exp(score);
      case IDENTITY, LOG, INVERSE -> throw new IllegalArgumentException("link: " + link);
    };
  }

  private double probability(double score) {
    return switch (link) {
      case LOGIT -> 1 / (1 + Math.exp(-score));
      case PROBIT -> NormalTails.upTo(score);
      case CLOGLOG -> -Math.expm1(-Math.exp(score));
      case IDENTITY, LOG, INVERSE -> throw new IllegalArgumentException("link: " + link);
    };
  }

  private double complement(double score) {
    return switch (link) {
      case LOGIT -> 1 / (1 + Math.exp(score));
      case PROBIT -> NormalTails.upTo(-score);
      case CLOGLOG -> Math.exp(-Math.exp(score));
      case IDENTITY, LOG, INVERSE -> throw new IllegalArgumentException("link: " + link);
    };
  }

  @Override
  public List<List<String>> layers(String rowWeight, SqlDialect dialect) {
    return new ClassLossSql(link, observed, rowWeight, dialect).layers();
  }
}
