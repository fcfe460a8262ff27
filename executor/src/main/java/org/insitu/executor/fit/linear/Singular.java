/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.Arrays;

/** Extreme singular values of a triangular matrix, by power iterations from a fixed start. */
final class Singular {
  private static final int ITERATIONS = 20;

  private Singular() {}

  /** An estimate of the greatest singular value over the least, good to a small factor. */
  static double ratio(double[][] r) {
    double[] v = start(r.length);
    double greatest = 1;
    for (int i = 0; i < ITERATIONS; i++) {
      v = byTransposed(r, by(r, v));
      greatest = normalize(v);
    }
    double[] u = start(r.length);
    double least = 1;
    for (int i = 0; i < ITERATIONS; i++) {
      u = solve(r, solveTransposed(r, u));
      least = normalize(u);
    }
    return Math.sqrt(greatest * least);
  }

  /** Signs and sizes that no structure of a design is likely to be orthogonal to. */
  private static double[] start(int n) {
    double[] v = new double[n];
    for (int i = 0; i < n; i++) {
      v[i] = 0.5 + ((i * 0.6180339887498949) % 1.0);
      v[i] = i % 2 == 0 ? v[i] : -v[i];
    }
    normalize(v);
    return v;
  }

  private static double normalize(double[] v) {
    double length = Math.sqrt(Arrays.stream(v).map(x -> x * x).sum());
    for (int i = 0; i < v.length; i++) {
      v[i] /= length;
    }
    return length;
  }

  private static double[] by(double[][] r, double[] v) {
    int n = r.length;
    double[] result = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        result[i] += r[i][j] * v[j];
      }
    }
    return result;
  }

  private static double[] byTransposed(double[][] r, double[] v) {
    int n = r.length;
    double[] result = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        result[j] += r[i][j] * v[i];
      }
    }
    return result;
  }

  private static double[] solve(double[][] r, double[] v) {
    int n = r.length;
    double[] x = v.clone();
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        x[i] -= r[i][j] * x[j];
      }
      x[i] /= r[i][i];
    }
    return x;
  }

  private static double[] solveTransposed(double[][] r, double[] v) {
    int n = r.length;
    double[] x = v.clone();
    for (int i = 0; i < n; i++) {
      x[i] /= r[i][i];
      for (int j = i + 1; j < n; j++) {
        x[j] -= r[i][j] * x[i];
      }
    }
    return x;
  }
}
