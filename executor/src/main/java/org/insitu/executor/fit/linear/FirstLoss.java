/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.List;
import org.insitu.udf.model.Link;
import org.insitu.udf.sql.SqlDialect;

/**
 * The first step of a fit without an intercept, from weights of 0: the least squares of scores that
 * are near the labels' own. Scores of 0 themselves may have no legal mean.
 *
 * @param mean of the labels
 */
record FirstLoss(Distribution distribution, Link link, double mean) implements SqlLoss {

  @Override
  public double judge(Rows rows, double[] residual, double[] curvature) {
    for (int r = 0; r < rows.count(); r++) {
      double label = rows.target()[r];
      double first = distribution.firstMean(label, mean);
      double derivative = Means.derivative(link, first);
      double weight = derivative * derivative / distribution.variance(first);
      double wanted = Means.score(link, first) + (label - first) / derivative;
      residual[r] = weight * (wanted - rows.score()[r]);
      curvature[r] = weight;
    }
    return 0;
  }

  @Override
  public List<List<String>> layers(String rowWeight, SqlDialect dialect) {
    String derivative = MeanLossSql.derivative(link, "first", dialect);
    String variance = MeanLossSql.variance(distribution, "first", dialect);
    return List.of(
        List.of("*", first(dialect) + " AS first"),
        List.of(
            "*",
            derivative + " AS slope",
            "%s * %s / %s AS w0_0".formatted(derivative, derivative, variance),
            score(dialect) + " AS score"),
        List.of(
            "*",
            dialect.number(0.0) + " AS loss",
            "w0_0 * (score + (y - first) / slope - s0) AS r0"));
  }

  private String first(SqlDialect dialect) {
    return switch (distribution) {
      case GAUSSIAN -> dialect.number(mean);
      case POISSON -> "y + " + dialect.number(0.1);
      case GAMMA -> "y";
      case BINOMIAL -> throw new IllegalArgumentException("a class is no number");
    };
  }

  private String score(SqlDialect dialect) {
    return switch (link) {
      case IDENTITY -> "first";
      case LOG -> "ln(first)";
      case INVERSE -> dialect.number(1.0) + " / first";
      case LOGIT, PROBIT, CLOGLOG -> throw new IllegalArgumentException("link: " + link);
    };
  }
}
