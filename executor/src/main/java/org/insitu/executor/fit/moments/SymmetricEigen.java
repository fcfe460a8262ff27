/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.insitu.executor.fit.FitProgress;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix: Householder reflections make it
 * tridiagonal, implicit QR steps with Wilkinson's shift make it diagonal. Both are orthogonal, so
 * each eigenvalue is right to some roundings of the greatest.
 *
 * <p><b>Cost:</b> about {@code 6 n³} multiplications. <b>Source:</b> Golub and Van Loan, Matrix
 * Computations, 4th edition, 8.3.
 *
 * @param values falling
 * @param vectors one row per value, of length 1; their first weight near the greatest is positive
 */
@SuppressWarnings("ArrayRecordComponent") // read only, inside the trainer
record SymmetricEigen(double[] values, double[][] vectors) {
  private static final double EPSILON = Math.ulp(1.0);

  /** QR steps of one eigenvalue; two or three are usual. */
  private static final int STEPS_MAX = 60;

  /** Weights this near to the greatest may be it, whatever rounding did. */
  private static final double GREATEST = 1 - 1e-8;

  /**
   * Decomposes a symmetric matrix, which is overwritten.
   *
   * @param progress asked at each column: a thousand of them take seconds
   */
  static SymmetricEigen of(double[][] a, FitProgress progress) {
    int n = a.length;
    double[] diagonal = new double[n];
    double[] beside = new double[n];
    double[][] vectors = tridiagonal(a, diagonal, beside, progress);
    diagonalize(diagonal, beside, vectors, progress);
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -diagonal[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[][] sorted = new double[n][];
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = diagonal[order[i]];
      sorted[i] = vectors[order[i]];
      fixSign(sorted[i]);
    }
    return new SymmetricEigen(values, sorted);
  }

  /** Fills the diagonal and the one beside it; the rows of the answer are the new basis. */
  private static double[][] tridiagonal(
      double[][] a, double[] diagonal, double[] beside, FitProgress progress) {
    int n = a.length;
    double[][] basis = new double[n][n];
    for (int i = 0; i < n; i++) {
      basis[i][i] = 1;
    }
    for (int k = 0; k < n - 2; k++) {
      progress.checkCancelled();
      double[] v = new double[n];
      double factor = reflector(a, k, v, beside);
      if (factor != 0) {
        reflectBoth(a, k + 1, v, factor);
        reflectColumns(basis, k + 1, v, factor);
      }
    }
    for (int k = 0; k < n; k++) {
      diagonal[k] = a[k][k];
    }
    if (n > 1) {
      beside[n - 2] = a[n - 1][n - 2];
    }
    return transposed(basis);
  }

  /**
   * Finds {@code v} and its factor so that {@code I - factor v vᵀ} clears column k below the
   * diagonal's neighbour.
   */
  private static double reflector(double[][] a, int k, double[] v, double[] beside) {
    int n = a.length;
    double scale = 0;
    for (int i = k + 1; i < n; i++) {
      scale = Math.max(scale, Math.abs(a[i][k]));
    }
    if (scale == 0) {
      beside[k] = 0;
      return 0;
    }
    double square = 0;
    for (int i = k + 1; i < n; i++) {
      v[i] = a[i][k] / scale;
      square += v[i] * v[i];
    }
    double length = Math.sqrt(square);
    double head = v[k + 1] > 0 ? -length : length;
    double factor = 1 / (square - head * v[k + 1]);
    v[k + 1] -= head;
    beside[k] = head * scale;
    return factor;
  }

  /** {@code H A H} of the rows and columns from {@code first}. */
  private static void reflectBoth(double[][] a, int first, double[] v, double factor) {
    int n = a.length;
    double[] p = new double[n];
    double half = 0;
    for (int i = first; i < n; i++) {
      double sum = 0;
      for (int j = first; j < n; j++) {
        sum = Math.fma(a[i][j], v[j], sum);
      }
      p[i] = factor * sum;
      half += factor * p[i] * v[i] / 2;
    }
    for (int i = first; i < n; i++) {
      p[i] -= half * v[i];
    }
    for (int i = first; i < n; i++) {
      double[] row = a[i];
      for (int j = first; j < n; j++) {
        row[j] -= v[i] * p[j] + p[i] * v[j];
      }
    }
  }

  /** {@code Q H}. */
  private static void reflectColumns(double[][] q, int first, double[] v, double factor) {
    int n = q.length;
    for (double[] row : q) {
      double sum = 0;
      for (int j = first; j < n; j++) {
        sum = Math.fma(row[j], v[j], sum);
      }
      sum *= factor;
      for (int j = first; j < n; j++) {
        row[j] -= sum * v[j];
      }
    }
  }

  private static double[][] transposed(double[][] a) {
    int n = a.length;
    double[][] result = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        result[j][i] = a[i][j];
      }
    }
    return result;
  }

  private static void diagonalize(
      double[] d, double[] e, double[][] vectors, FitProgress progress) {
    int steps = 0;
    for (int last = d.length - 1; last > 0; ) {
      if (isSmall(d, e, last - 1)) {
        e[last - 1] = 0;
        last--;
        steps = 0;
        continue;
      }
      int first = last - 1;
      while (first > 0 && !isSmall(d, e, first - 1)) {
        first--;
      }
      if (steps++ == STEPS_MAX) {
        throw new IllegalStateException("an eigenvalue did not settle in " + STEPS_MAX + " steps");
      }
      progress.checkCancelled();
      step(d, e, first, last, vectors);
    }
  }

  private static boolean isSmall(double[] d, double[] e, int i) {
    return Math.abs(e[i]) <= EPSILON * (Math.abs(d[i]) + Math.abs(d[i + 1]));
  }

  /** One implicit QR step of the rows from first to last: rotations that chase a bulge down. */
  private static void step(double[] d, double[] e, int first, int last, double[][] vectors) {
    double x = d[first] - shift(d, e, last);
    double z = e[first];
    for (int k = first; k < last; k++) {
      double length = Math.hypot(x, z);
      double c = length == 0 ? 1 : x / length;
      double s = length == 0 ? 0 : z / length;
      if (k > first) {
        e[k - 1] = length;
      }
      double upper = d[k];
      double lower = d[k + 1];
      double cross = 2 * c * s * e[k];
      d[k] = c * c * upper + cross + s * s * lower;
      d[k + 1] = s * s * upper - cross + c * c * lower;
      e[k] = c * s * (lower - upper) + (c * c - s * s) * e[k];
      if (k + 1 < last) {
        x = e[k];
        z = s * e[k + 1];
        e[k + 1] *= c;
      }
      rotate(vectors[k], vectors[k + 1], c, s);
    }
  }

  /** The eigenvalue of the last two rows that is nearer to the last. */
  private static double shift(double[] d, double[] e, int last) {
    double half = (d[last - 1] - d[last]) / 2;
    double beside = e[last - 1];
    double root = Math.hypot(half, beside);
    return d[last] - beside * (beside / (half + (half >= 0 ? root : -root)));
  }

  private static void rotate(double[] a, double[] b, double c, double s) {
    for (int i = 0; i < a.length; i++) {
      double old = a[i];
      a[i] = c * old + s * b[i];
      b[i] = c * b[i] - s * old;
    }
  }

  private static void fixSign(double[] vector) {
    double greatest = Arrays.stream(vector).map(Math::abs).max().orElse(0);
    for (double weight : vector) {
      if (Math.abs(weight) >= GREATEST * greatest) {
        if (weight < 0) {
          for (int i = 0; i < vector.length; i++) {
            vector[i] = -vector[i];
          }
        }
        return;
      }
    }
  }
}
