/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.points;

/**
 * The factor L of a symmetric positive definite matrix {@code A = L Lᵀ}, column by column in
 * panels: a panel's columns are kept beside the matrix as rows, so that what they take off the rest
 * is read and written along rows.
 *
 * <p><b>Cost:</b> {@code n³ / 3} products; 2,000 rows take about 0.5 s on two cores.
 */
final class Cholesky {
  private static final int PANEL = 64;

  /** The lower triangle, by rows; A at first, L at last. */
  private final double[][] l;

  private final RowWork work;

  private Cholesky(double[][] a, RowWork work) {
    this.l = a;
    this.work = work;
  }

  /**
   * Factors a matrix in place.
   *
   * @param a the lower triangle, row by row; each row long enough for its diagonal
   * @return whether it is positive definite as far as DOUBLEs can tell; else it is left half done
   */
  static boolean factor(double[][] a, RowWork work) {
    return new Cholesky(a, work).factor();
  }

  private boolean factor() {
    double[][] panel = new double[PANEL][l.length];
    for (int from = 0; from < l.length; from += PANEL) {
      int start = from;
      int end = Math.min(from + PANEL, l.length);
      if (!diagonal(start, end)) {
        return false;
      }
      work.run(end, l.length, row -> solve(row, start, end));
      for (int row = end; row < l.length; row++) {
        for (int c = start; c < end; c++) {
          panel[c - start][row] = l[row][c];
        }
      }
      work.run(end, l.length, row -> take(row, start, end, panel));
    }
    return true;
  }

  /** The factor of a block on the diagonal. */
  private boolean diagonal(int start, int end) {
    for (int row = start; row < end; row++) {
      solve(row, start, row);
      double rest = l[row][row];
      for (int c = start; c < row; c++) {
        rest -= l[row][c] * l[row][c];
      }
      if (!(rest > 0)) {
        return false;
      }
      l[row][row] = Math.sqrt(rest);
    }
    return true;
  }

  /** A row's part in columns whose diagonal block is factored. */
  private void solve(int row, int start, int end) {
    double[] own = l[row];
    for (int c = start; c < end; c++) {
      double[] other = l[c];
      double rest = own[c];
      for (int k = start; k < c; k++) {
        rest -= own[k] * other[k];
      }
      own[c] = rest / other[c];
    }
  }

  /** Takes the products with a panel's columns off the rest of a row. */
  private void take(int row, int start, int end, double[][] panel) {
    double[] own = l[row];
    int c = start;
    for (; c + 4 <= end; c += 4) {
      int p = c - start;
      takeFour(own, end, row, c, panel[p], panel[p + 1], panel[p + 2], panel[p + 3]);
    }
    for (; c < end; c++) {
      double factor = own[c];
      double[] column = panel[c - start];
      for (int j = end; j <= row; j++) {
        own[j] -= factor * column[j];
      }
    }
  }

  private static void takeFour(
      double[] own, int from, int to, int c, double[] p, double[] q, double[] r, double[] s) {
    double a = own[c];
    double b = own[c + 1];
    double d = own[c + 2];
    double e = own[c + 3];
    for (int j = from; j <= to; j++) {
      own[j] = own[j] - a * p[j] - b * q[j] - d * r[j] - e * s[j];
    }
  }

  /** The logarithm of the determinant of A. */
  static double logDeterminant(double[][] l) {
    double sum = 0;
    for (int i = 0; i < l.length; i++) {
      sum += Math.log(l[i][i]);
    }
    return 2 * sum;
  }

  /** The solution x of {@code A x = y}. */
  static double[] solve(double[][] l, double[] y) {
    double[] x = y.clone();
    for (int i = 0; i < x.length; i++) {
      double rest = x[i];
      for (int k = 0; k < i; k++) {
        rest -= l[i][k] * x[k];
      }
      x[i] = rest / l[i][i];
    }
    for (int i = x.length - 1; i >= 0; i--) {
      x[i] /= l[i][i];
      for (int k = 0; k < i; k++) {
        x[k] -= l[i][k] * x[i];
      }
    }
    return x;
  }
}
