/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.List;
import org.insitu.udf.model.Link;
import org.insitu.udf.sql.SqlDialect;

/**
 * {@link MeanLoss} in layers of SQL. A mean that the distribution does not have is NULL and makes
 * the loss infinite.
 *
 * @param rowWeight the weight of a row
 */
record MeanLossSql(Distribution distribution, Link link, String rowWeight, SqlDialect dialect) {

  List<List<String>> layers() {
    String legal = distribution == Distribution.GAUSSIAN ? "abs(m)" : "m";
    String above = distribution == Distribution.GAUSSIAN ? "" : "m > 0 AND ";
    return List.of(
        List.of("*", mean(link, "s0", dialect) + " AS m"),
        List.of(
            "*",
            "CASE WHEN %s%s <= %s THEN m END AS mean"
                .formatted(above, legal, dialect.number(Double.MAX_VALUE))),
        List.of(
            "*",
            "y - mean AS rest",
            "(y - mean) / mean AS excess",
            derivative(link, "mean", dialect) + " AS slope",
            variance(distribution, "mean", dialect) + " AS variance",
            rowWeight + " AS u"),
        List.of(
            "*",
            "CASE WHEN mean IS NULL THEN %s ELSE u * %s END AS loss"
                .formatted(dialect.number(Double.POSITIVE_INFINITY), halfDeviance()),
            "u * rest * slope / variance AS r0",
            "u * slope * slope / variance AS w0_0"));
  }

  private String halfDeviance() {
    return switch (distribution) {
      case GAUSSIAN -> "rest * rest / " + dialect.number(2.0);
      case POISSON ->
          """
          mean * CASE WHEN excess <= -1 THEN %1$s WHEN abs(excess) > %2$s \
          THEN (%1$s + excess) * ln(%1$s + excess) - excess ELSE %3$s END\
          """
              .formatted(dialect.number(1.0), dialect.number(Distribution.NEAR), series());
      case GAMMA ->
          "CASE WHEN abs(excess) > %s THEN excess - ln(y / mean) ELSE %s END"
              .formatted(dialect.number(Distribution.NEAR), series());
      case BINOMIAL -> throw new IllegalArgumentException("a class is no number");
    };
  }

  /** The deviance of a mean near the label, as {@link Distribution} sums it. */
  private String series() {
    String sum = dialect.number(0.0);
    for (int k = Distribution.TERMS; k >= 2; k--) {
      double term = distribution == Distribution.POISSON ? 1.0 / (k * (k - 1)) : 1.0 / k;
      sum = "(%s - excess * %s)".formatted(dialect.number(term), sum);
    }
    return "excess * excess * " + sum;
  }

  /** The mean of a score; NULL where there is none. */
  private static String mean(Link link, String score, SqlDialect dialect) {
    return switch (link) {
      case IDENTITY -> score;
      case LOG -> "exp(%s)".formatted(score);
      case INVERSE ->
          "CASE WHEN %1$s <> 0 THEN %2$s / %1$s END".formatted(score, dialect.number(1.0));
      case LOGIT, PROBIT, CLOGLOG -> throw new IllegalArgumentException("link: " + link);
    };
  }

  /** As {@link Means#derivative}. */
  static String derivative(Link link, String mean, SqlDialect dialect) {
    return switch (link) {
      case IDENTITY -> dialect.number(1.0);
      case LOG -> mean;
      case INVERSE -> "(-%1$s * %1$s)".formatted(mean);
      case LOGIT, PROBIT, CLOGLOG -> throw new IllegalArgumentException("link: " + link);
    };
  }

  /** As {@link Distribution#variance}. */
  static String variance(Distribution distribution, String mean, SqlDialect dialect) {
    return switch (distribution) {
      case GAUSSIAN -> dialect.number(1.0);
      case POISSON -> mean;
      case GAMMA -> "(%1$s * %1$s)".formatted(mean);
      case BINOMIAL -> throw new IllegalArgumentException("a class is no number");
    };
  }
}
