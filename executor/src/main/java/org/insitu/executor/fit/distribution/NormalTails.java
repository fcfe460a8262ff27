/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.distribution;

/**
 * Both tails of the normal distribution, {@code erfc(|z| / sqrt(2))}.
 *
 * <p>Near 0 erf is summed as {@code 2/sqrt(pi) exp(-x²) (x + 2x³/3 + 4x⁵/15 + ...)}, whose terms
 * all have one sign; farther out erfc is a continued fraction, so that small tails keep their
 * digits. <b>Source:</b> Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.6 and
 * 7.1.14.
 */
public record NormalTails() implements TwoSided {
  /** Where erfc is 0.005 and its complement has lost two digits. */
  private static final double FAR = 2;

  private static final int TERMS_MAX = 500;

  @Override
  public double probability(double statistic) {
    return erfc(Math.abs(statistic) / Math.sqrt(2));
  }

  /** The probability up to a deviate; small ones keep their digits. */
  public static double upTo(double deviate) {
    double tail = erfc(Math.abs(deviate) / Math.sqrt(2)) / 2;
    return deviate < 0 ? tail : 1 - tail;
  }

  private static double erfc(double x) {
    if (Double.isNaN(x)) {
      return Double.NaN;
    }
    return x < FAR ? 1 - series(x) : fraction(x);
  }

  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; n < TERMS_MAX && term > sum * 1e-17; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }

  /** {@code exp(-x²) / sqrt(pi) / (x + (1/2)/(x + (2/2)/(x + (3/2)/(x + ...))))}. */
  private static double fraction(double x) {
    if (Double.isInfinite(x)) {
      return 0;
    }
    double below = x;
    for (int n = 120; n > 0; n--) {
      below = x + n / 2.0 / below;
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / below;
  }
}
