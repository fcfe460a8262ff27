/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.Arrays;
import org.insitu.executor.fit.FitProgress;

/**
 * The triangular factor of a least-squares problem's columns and, last, its label.
 *
 * <p>A column that depends on those before it, which is when what remains of it after them is
 * {@link #DEPENDENT} of its length or less, is dropped: it gets no row and the solution 0. That is
 * the rule and the tolerance of R's {@code lm}.
 */
final class Triangle {
  /**
   * What remains of a dependent column, as squares and relative to its own: sums of products hide
   * what is smaller by their rounding.
   */
  private static final double DEPENDENT_SQUARE = 1e-13;

  private final double[][] rows;
  private final boolean[] dropped;

  private Triangle(double[][] rows, boolean[] dropped) {
    this.rows = rows;
    this.dropped = dropped;
  }

  /**
   * The Cholesky factor of a symmetric matrix of products; the matrix is overwritten.
   *
   * @param progress asked at each column: thousands of them take seconds
   */
  static Triangle ofProducts(double[][] a, FitProgress progress) {
    int size = a.length;
    boolean[] dropped = new boolean[size];
    double[] lengths = new double[size];
    for (int i = 0; i < size; i++) {
      lengths[i] = a[i][i];
    }
    for (int k = 0; k < size; k++) {
      progress.checkCancelled();
      double[] row = a[k];
      boolean label = k == size - 1;
      if (!(row[k] > (label ? 0 : DEPENDENT_SQUARE * lengths[k]))) {
        dropped[k] = !label;
        Arrays.fill(row, 0);
        continue;
      }
      double pivot = Math.sqrt(row[k]);
      row[k] = pivot;
      for (int j = k + 1; j < size; j++) {
        row[j] /= pivot;
      }
      for (int i = k + 1; i < size; i++) {
        double factor = row[i];
        double[] target = a[i];
        if (factor != 0) {
          for (int j = i; j < size; j++) {
            target[j] -= factor * row[j];
          }
        }
      }
    }
    return new Triangle(a, dropped);
  }

  /** The factor of second derivatives, with what they are to be solved for as the label. */
  static Triangle ofCurvature(double[][] curvature, double[] descent, FitProgress progress) {
    int size = descent.length;
    double[][] system = new double[size + 1][size + 1];
    for (int i = 0; i < size; i++) {
      System.arraycopy(curvature[i], 0, system[i], 0, size);
      system[i][size] = descent[i];
      system[size][i] = descent[i];
    }
    // Only the solution is wanted, not what remains of the last column.
    system[size][size] = Double.MAX_VALUE;
    return ofProducts(system, progress);
  }

  /** A triangle whose dependent columns are known; their rows are overwritten. */
  static Triangle of(double[][] rows, boolean[] dropped) {
    for (int i = 0; i < rows.length; i++) {
      if (dropped[i]) {
        Arrays.fill(rows[i], 0);
      }
    }
    return new Triangle(rows, dropped.clone());
  }

  /**
   * An orthogonal factor's triangle, with its dependent columns found; it is overwritten.
   *
   * @param dependent what remains of a dependent column, relative to its length
   * @param progress asked at each column
   */
  static Triangle ofFactor(double[][] r, double dependent, FitProgress progress) {
    int size = r.length;
    boolean[] dropped = new boolean[size];
    double[] lengths = new double[size];
    for (int j = 0; j < size; j++) {
      lengths[j] = length(r, 0, j + 1, j);
    }
    double[][] rows = new double[size][];
    int rank = 0;
    for (int j = 0; j < size; j++) {
      progress.checkCancelled();
      double remaining = length(r, rank, size, j);
      boolean label = j == size - 1;
      if (!label && !(remaining > dependent * lengths[j])) {
        dropped[j] = true;
        rows[j] = new double[size];
      } else {
        reflect(r, rank, j, remaining);
        Arrays.fill(r[rank], 0, j, 0);
        rows[j] = r[rank++];
      }
    }
    return new Triangle(rows, dropped);
  }

  private static double length(double[][] r, int from, int to, int column) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += r[i][column] * r[i][column];
    }
    return Math.sqrt(sum);
  }

  /** Zeroes a column below its pivot row by a Householder reflection. */
  private static void reflect(double[][] r, int pivot, int column, double length) {
    int size = r.length;
    double head = r[pivot][column];
    if (length == 0 || length == Math.abs(head)) {
      return;
    }
    double alpha = head > 0 ? -length : length;
    double[] v = new double[size];
    v[pivot] = head - alpha;
    for (int i = pivot + 1; i < size; i++) {
      v[i] = r[i][column];
    }
    double scale = 1 / (length * (length + Math.abs(head)));
    for (int j = column; j < size; j++) {
      double dot = 0;
      for (int i = pivot; i < size; i++) {
        dot += v[i] * r[i][j];
      }
      dot *= scale;
      for (int i = pivot; i < size; i++) {
        r[i][j] -= dot * v[i];
      }
    }
  }

  /** Its rows, upper ones; those of dropped columns are 0. */
  double[][] rows() {
    return rows;
  }

  /** The solution, one per column but the label. */
  double[] solve() {
    int label = rows.length - 1;
    double[] x = new double[label];
    for (int i = label - 1; i >= 0; i--) {
      if (!dropped[i]) {
        double sum = rows[i][label];
        for (int j = i + 1; j < label; j++) {
          sum -= rows[i][j] * x[j];
        }
        x[i] = sum / rows[i][i];
      }
    }
    return x;
  }

  /** Columns that are not dropped, the label apart. */
  int rank() {
    int rank = 0;
    for (int j = 0; j < dropped.length - 1; j++) {
      rank += dropped[j] ? 0 : 1;
    }
    return rank;
  }

  /**
   * {@code c' (X'X)^-1 c}, which times the variance of the residuals is the variance of a
   * combination of the solution: the squared length of {@code R'^-1 c}. Dropped columns, whose
   * solution is 0 for certain, do not count.
   *
   * @param combination a factor per column but the label
   */
  double variance(double[] combination) {
    int label = rows.length - 1;
    double[] u = new double[label];
    double sum = 0;
    for (int i = 0; i < label; i++) {
      if (!dropped[i]) {
        double value = combination[i];
        for (int k = 0; k < i; k++) {
          value -= rows[k][i] * u[k];
        }
        u[i] = value / rows[i][i];
        sum += u[i] * u[i];
      }
    }
    return sum;
  }

  /** The sum of squared residuals, of penalty rows too. */
  double residualSquares() {
    double last = rows[rows.length - 1][rows.length - 1];
    return last * last;
  }

  boolean isDropped(int column) {
    return dropped[column];
  }

  /**
   * The condition of the columns from {@code first} on, dropped ones and label apart, each brought
   * to length 1: the ratio of the greatest to the least singular value, by power iterations.
   */
  double condition(int first) {
    int label = rows.length - 1;
    int[] kept = new int[label];
    int n = 0;
    for (int j = first; j < label; j++) {
      if (!dropped[j]) {
        kept[n++] = j;
      }
    }
    if (n == 0) {
      return 1;
    }
    double[][] r = new double[n][n];
    for (int j = 0; j < n; j++) {
      double square = 0;
      for (int i = 0; i <= j; i++) {
        r[i][j] = rows[kept[i]][kept[j]];
        square += r[i][j] * r[i][j];
      }
      double length = Math.sqrt(square);
      for (int i = 0; i <= j; i++) {
        r[i][j] /= length;
      }
    }
    return Singular.ratio(r);
  }
}
