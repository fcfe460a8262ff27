/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.Arrays;

/**
 * A least-squares problem with a ridge penalty, as sums of products.
 *
 * @param design the columns
 * @param l2 the penalty on half the squared standardised weights
 */
record PenalizedSystem(Design design, double l2) {

  /** The products of the columns solved for, the label last, with the penalty on the diagonal. */
  double[][] products(Gram gram) {
    int[] solved = design.solvedColumns();
    int size = solved.length + 1;
    double[] penalties = penalties();
    double[][] a = new double[size][size];
    for (int i = 0; i < size; i++) {
      double[] row = gram.products()[i < solved.length ? solved[i] : gram.label()];
      for (int j = 0; j < size; j++) {
        a[i][j] = row[j < solved.length ? solved[j] : gram.label()];
      }
      if (i < solved.length) {
        a[i][i] += penalties[solved[i]];
      }
    }
    return a;
  }

  /**
   * The products of all columns but the intercept and of the label, without the penalty; of their
   * differences from the means when there is an intercept.
   */
  double[][] centered(Gram gram) {
    double[][] g = gram.products();
    if (!design.intercept()) {
      return g;
    }
    int size = g.length - 1;
    double[][] a = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        a[i][j] = g[i + 1][j + 1] - g[i + 1][0] * g[0][j + 1] / g[0][0];
      }
    }
    return a;
  }

  /** The penalty on half the square of each column's solution. */
  double[] penalties() {
    return Arrays.stream(design.penaltyScale()).map(scale -> l2 * scale * scale).toArray();
  }

  /** What the penalty adds to the squared residuals. */
  double penalty(double[] solution) {
    double[] penalties = penalties();
    double sum = 0;
    for (int j = 0; j < solution.length; j++) {
      sum += penalties[j] * solution[j] * solution[j];
    }
    return sum;
  }

  /** A solution of the columns solved for as one of all columns, 0 for the others. */
  double[] expand(double[] solved) {
    double[] solution = new double[design.width()];
    int[] columns = design.solvedColumns();
    for (int j = 0; j < columns.length; j++) {
      solution[columns[j]] = solved[j];
    }
    return solution;
  }
}
