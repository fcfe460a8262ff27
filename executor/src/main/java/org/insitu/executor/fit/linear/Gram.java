/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.Arrays;

/**
 * Sums of products of a design's columns and its label: {@code products[i][j]} is the sum over the
 * rows of column i times column j, symmetric, the label being the last column.
 */
@SuppressWarnings("ArrayRecordComponent") // read only, inside the trainer
record Gram(double[][] products) {

  int label() {
    return products.length - 1;
  }

  boolean isFinite() {
    return Arrays.stream(products).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }

  /**
   * The sums of the same rows and columns, scaled otherwise: with {@code z' = factor * z + shift}
   * the sum of {@code z'_i * z'_j} follows from those of {@code z_i * z_j}, {@code z_i}, {@code
   * z_j} and the number of rows.
   *
   * @param from the design of these sums, with an intercept
   * @param to the design wanted
   */
  Gram rebased(Design from, Design to) {
    double[] factors = new double[products.length];
    double[] shifts = new double[products.length];
    Arrays.fill(factors, 1);
    int numbers = from.layout().numbers();
    for (int i = 0; i < numbers; i++) {
      double scale = to.scaling().scale()[i];
      factors[1 + i] = from.scaling().scale()[i] / scale;
      shifts[1 + i] = (from.scaling().center()[i] - to.scaling().center()[i]) / scale;
    }
    factors[label()] = from.labelScale() / to.labelScale();
    shifts[label()] = (from.labelCenter() - to.labelCenter()) / to.labelScale();
    int first = to.intercept() ? 0 : 1;
    int size = products.length - first;
    double[] sums = products[0];
    double[][] result = new double[size][size];
    for (int i = 0; i < size; i++) {
      int a = first + i;
      for (int j = i; j < size; j++) {
        int b = first + j;
        result[i][j] =
            factors[a] * factors[b] * products[a][b]
                + (factors[a] * sums[a] * shifts[b] + factors[b] * sums[b] * shifts[a])
                + sums[0] * shifts[a] * shifts[b];
        result[j][i] = result[i][j];
      }
    }
    return new Gram(result);
  }
}
