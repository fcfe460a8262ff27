/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Cholesky factor of a covariance, {@code S = L Lᵀ}. A column that depends on those before it,
 * which is when 1e-13 of its variance or less remains after them, is dropped, as in a linear
 * regression.
 */
final class CovarianceFactor {
  private static final double DEPENDENT_SQUARE = 1e-13;

  private final double[][] lower;
  private final List<Integer> dropped = new ArrayList<>();

  private CovarianceFactor(double[][] lower) {
    this.lower = lower;
  }

  /** The factor of a symmetric matrix. */
  static CovarianceFactor of(double[][] covariance) {
    int size = covariance.length;
    double[][] l = new double[size][size];
    CovarianceFactor factor = new CovarianceFactor(l);
    for (int j = 0; j < size; j++) {
      double rest = covariance[j][j] - dot(l[j], l[j], j);
      if (!(rest > DEPENDENT_SQUARE * covariance[j][j])) {
        factor.dropped.add(j);
        continue;
      }
      l[j][j] = Math.sqrt(rest);
      for (int i = j + 1; i < size; i++) {
        l[i][j] = (covariance[i][j] - dot(l[i], l[j], j)) / l[j][j];
      }
    }
    factor.dropped.forEach(j -> Arrays.fill(l[j], 0));
    return factor;
  }

  private static double dot(double[] a, double[] b, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum = Math.fma(a[i], b[i], sum);
    }
    return sum;
  }

  /** The columns dropped, ascending. */
  List<Integer> dropped() {
    return dropped;
  }

  /** {@code S⁻¹ b}; no column may be dropped. */
  double[] solve(double[] b) {
    int size = lower.length;
    double[] x = new double[size];
    for (int i = 0; i < size; i++) {
      x[i] = (b[i] - dot(lower[i], x, i)) / lower[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      double sum = x[i];
      for (int j = i + 1; j < size; j++) {
        sum -= lower[j][i] * x[j];
      }
      x[i] = sum / lower[i][i];
    }
    return x;
  }

  /** {@code L⁻¹}, lower triangular; no column may be dropped. */
  double[][] inverse() {
    int size = lower.length;
    double[][] inverse = new double[size][size];
    for (int j = 0; j < size; j++) {
      inverse[j][j] = 1 / lower[j][j];
      for (int i = j + 1; i < size; i++) {
        double sum = 0;
        for (int k = j; k < i; k++) {
          sum = Math.fma(lower[i][k], inverse[k][j], sum);
        }
        inverse[i][j] = -sum / lower[i][i];
      }
    }
    return inverse;
  }

  /** The log of the determinant of S; no column may be dropped. */
  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < lower.length; i++) {
      sum += 2 * StrictMath.log(lower[i][i]);
    }
    return sum;
  }
}
