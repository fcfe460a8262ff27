/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.distribution;

/**
 * Both tails of Student's t distribution, {@code I(f / (f + t²); f/2, 1/2)} of the incomplete beta
 * function.
 *
 * <p><b>Source:</b> Abramowitz and Stegun, Handbook of Mathematical Functions, 26.5.8 and 26.7.1;
 * 6.1 for the gamma function.
 *
 * @param degrees of freedom, more than 0
 */
public record StudentTails(double degrees) implements TwoSided {
  /**
   * Degrees beyond which the fraction, whose argument is then near 1, loses digits, and the normal
   * deviate that is as likely is exact to more than it would keep.
   */
  private static final double MANY = 5_000;

  private static final int STEPS_MAX = 100_000;
  private static final double TINY = 1e-300;

  public StudentTails {
    if (!(degrees > 0)) {
      throw new IllegalArgumentException("degrees: " + degrees + " (expected: > 0)");
    }
  }

  @Override
  public double probability(double statistic) {
    double t = Math.abs(statistic);
    if (Double.isNaN(t) || t == 0) {
      return Double.isNaN(t) ? Double.NaN : 1;
    }
    if (Double.isInfinite(t)) {
      return 0;
    }
    double square = t * t;
    if (Double.isInfinite(square)) {
      return 0;
    }
    if (degrees > MANY) {
      return new NormalTails().probability(normal(square));
    }
    double a = degrees / 2;
    double x = degrees / (degrees + square);
    double other = square / (degrees + square);
    // x^a (1 - x)^(1/2) / B(a, 1/2), with the digits of x near 1 and without those of large gammas.
    double front =
        Math.exp(-a * Math.log1p(square / degrees))
            * Math.sqrt(other)
            * gammaRatio(a)
            / Math.sqrt(Math.PI);
    return x < (a + 1) / (a + 2.5)
        ? front * fraction(a, 0.5, x) / a
        : 1 - front * fraction(0.5, a, other) / 0.5;
  }

  /**
   * The normal deviate that is as likely as a t of many degrees: Hill, Algorithm 395, Student's
   * t-distribution, 1970.
   */
  private double normal(double square) {
    double a = degrees - 0.5;
    double b = 48 * a * a;
    double y = a * Math.log1p(square / degrees);
    double second = (((-0.4 * y - 3.3) * y - 24) * y - 85.5) / (0.8 * y * y + 100 + b);
    return Math.sqrt(y) * ((second + y + 3) / b + 1);
  }

  /** {@code gamma(a + 1/2) / gamma(a)}: by its asymptotic series, brought down from above 20. */
  static double gammaRatio(double a) {
    double factor = 1;
    double up = a;
    while (up < 20) {
      factor *= up / (up + 0.5);
      up++;
    }
    double w = 1 / (up * up);
    double log =
        0.5 * Math.log(up)
            - (1.0 / 8 - w * (1.0 / 192 - w * (1.0 / 640 - w * (17.0 / 14336 - w * 31 / 18432))))
                / up;
    return factor * Math.exp(log);
  }

  /** The continued fraction of the incomplete beta function, by Lentz's method. */
  private static double fraction(double a, double b, double x) {
    double c = 1;
    double d = 1 / notZero(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m <= STEPS_MAX; m++) {
      double even = m * (b - m) * x / ((a + 2.0 * m - 1) * (a + 2.0 * m));
      d = 1 / notZero(1 + even * d);
      c = notZero(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1));
      d = 1 / notZero(1 + odd * d);
      c = notZero(1 + odd / c);
      double change = d * c;
      value *= change;
      if (Math.abs(change - 1) < 1e-16) {
        return value;
      }
    }
    throw new IllegalStateException("incomplete beta: no end after " + STEPS_MAX + " steps");
  }

  private static double notZero(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}
