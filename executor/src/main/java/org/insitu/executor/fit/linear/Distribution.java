/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

/** The distribution of a generalised linear model's label around its mean. */
public enum Distribution {
  /** Any number; the variance is the same everywhere. */
  GAUSSIAN,
  /** Two classes. */
  BINOMIAL,
  /** Counts, or sums of them: at least 0; the variance is the mean. */
  POISSON,
  /** Above 0; the deviation is proportional to the mean. */
  GAMMA;

  /** Below it the series of the deviances have all digits by their first terms. */
  static final double NEAR = 0.01;

  static final int TERMS = 10;

  /** Whether the variance has a factor that is found of the rows. */
  boolean hasDispersion() {
    return this == GAUSSIAN || this == GAMMA;
  }

  /** Whether a label may have this value. */
  boolean allows(double label) {
    return switch (this) {
      case GAUSSIAN, BINOMIAL -> true;
      case POISSON -> label >= 0;
      case GAMMA -> label > 0;
    };
  }

  /** Whether there are numbers that {@link #allows} refuses. */
  boolean isBounded() {
    return this == POISSON || this == GAMMA;
  }

  /** What {@link #allows} asks of a label, for errors. */
  String allowed() {
    return this == GAMMA ? "> 0" : ">= 0";
  }

  /** Whether a mean is legal. */
  boolean isMean(double mean) {
    return Double.isFinite(mean) && (this == GAUSSIAN || mean > 0);
  }

  /** The variance at a mean, but for the dispersion. */
  double variance(double mean) {
    return switch (this) {
      case GAUSSIAN -> 1;
      case BINOMIAL -> mean * (1 - mean);
      case POISSON -> mean;
      case GAMMA -> mean * mean;
    };
  }

  /** Half of what a row of a number adds to the deviance. */
  double halfDeviance(double label, double mean) {
    double rest = label - mean;
    return switch (this) {
      case GAUSSIAN -> rest * rest / 2;
      case POISSON -> mean * poissonExcess(rest / mean);
      case GAMMA -> gammaExcess(rest / mean, label / mean);
      case BINOMIAL -> throw new IllegalArgumentException("a class is no number");
    };
  }

  /** Where the first step of a fit without an intercept takes a row's mean to be. */
  double firstMean(double label, double mean) {
    return switch (this) {
      case GAUSSIAN -> mean;
      case BINOMIAL -> (label + 0.5) / 2;
      case POISSON -> label + 0.1;
      case GAMMA -> label;
    };
  }

  /** {@code (1 + d) ln(1 + d) - d}, by its series where the terms nearly cancel. */
  private static double poissonExcess(double d) {
    if (d <= -1) {
      return 1;
    }
    if (Math.abs(d) > NEAR) {
      return (1 + d) * Math.log1p(d) - d;
    }
    double sum = 0;
    for (int k = TERMS; k >= 2; k--) {
      sum = 1.0 / (k * (k - 1)) - d * sum;
    }
    return d * d * sum;
  }

  /** {@code d - ln(1 + d)}, likewise; 1 + d is the ratio, which keeps its digits near 0. */
  private static double gammaExcess(double d, double ratio) {
    if (Math.abs(d) > NEAR) {
      return d - (ratio < 0.5 ? Math.log(ratio) : Math.log1p(d));
    }
    double sum = 0;
    for (int k = TERMS; k >= 2; k--) {
      sum = 1.0 / k - d * sum;
    }
    return d * d * sum;
  }
}
