/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

/**
 * Gauss-Legendre points and weights on [0, 1]: exact for polynomials up to degree {@code 2n - 1}.
 *
 * @param points ascending, strictly between 0 and 1
 * @param weights all positive, with sum 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GaussRule(double[] points, double[] weights) {
  private static final int STEPS_MAX = 100;

  /** The rule of n points: roots of the Legendre polynomial, by Newton's method. */
  static GaussRule of(int n) {
    double[] points = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      double x = -Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
      double slope = 0;
      for (int step = 0; step < STEPS_MAX; step++) {
        double value = 1;
        double before = 0;
        for (int k = 1; k <= n; k++) {
          double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
          before = value;
          value = next;
        }
        slope = n * (x * value - before) / (x * x - 1);
        double correction = value / slope;
        x -= correction;
        if (Math.abs(correction) <= Math.ulp(1.0)) {
          break;
        }
      }
      points[i] = (1 + x) / 2;
      weights[i] = 1 / ((1 - x * x) * slope * slope);
    }
    return new GaussRule(points, weights);
  }
}
