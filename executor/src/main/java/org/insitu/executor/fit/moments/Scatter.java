/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import java.util.Arrays;

/**
 * The moments of some rows: their means and the sums of products of differences from them.
 *
 * @param rows how many
 * @param means per column, numbers first, then levels
 * @param products symmetric
 */
@SuppressWarnings("ArrayRecordComponent") // read only, inside the trainers
record Scatter(double rows, double[] means, double[][] products) {

  /**
   * From sums around an origin.
   *
   * @param sums of the columns' distances from the origin
   * @param squares of products of these distances, its upper triangle
   * @param origin per number; levels have none
   */
  static Scatter of(double rows, double[] sums, double[][] squares, double[] origin) {
    int width = sums.length;
    double[] means = new double[width];
    double[][] products = new double[width][width];
    for (int i = 0; i < width; i++) {
      means[i] = (i < origin.length ? origin[i] : 0) + sums[i] / rows;
      for (int j = i; j < width; j++) {
        products[i][j] = squares[i][j] - sums[i] * sums[j] / rows;
        products[j][i] = products[i][j];
      }
    }
    Scatter scatter = new Scatter(rows, means, products);
    scatter.clearConstants();
    return scatter;
  }

  private void clearConstants() {
    for (int i = 0; i < products.length; i++) {
      if (Origins.withoutNoise(products[i][i], rows) == 0) {
        Arrays.fill(products[i], 0);
        for (double[] row : products) {
          row[i] = 0;
        }
      }
    }
  }

  /** Whether a number's mean is so far from the origin that its squares have lost digits. */
  boolean isFar(double[] origin) {
    for (int i = 0; i < origin.length; i++) {
      if (Origins.isFar(means[i] - origin[i], products[i][i], rows)) {
        return true;
      }
    }
    return false;
  }

  /** The same of columns {@code factor * z + shift}. */
  Scatter rescaled(double[] factors, double[] shifts) {
    int width = means.length;
    double[] scaled = new double[width];
    double[][] result = new double[width][width];
    for (int i = 0; i < width; i++) {
      scaled[i] = factors[i] * means[i] + shifts[i];
      for (int j = 0; j < width; j++) {
        result[i][j] = factors[i] * factors[j] * products[i][j];
      }
    }
    return new Scatter(rows, scaled, result);
  }

  /** Of these rows and others, by Chan, Golub and LeVeque's update. */
  Scatter merge(Scatter other) {
    int width = means.length;
    double all = rows + other.rows;
    double[] merged = new double[width];
    double[] apart = new double[width];
    for (int i = 0; i < width; i++) {
      apart[i] = other.means[i] - means[i];
      merged[i] = means[i] + apart[i] * (other.rows / all);
    }
    double weight = rows * other.rows / all;
    double[][] sum = within(other).products;
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < width; j++) {
        sum[i][j] += weight * apart[i] * apart[j];
      }
    }
    return new Scatter(all, merged, sum);
  }

  /** The products of these rows around their mean and of others around theirs. */
  Scatter within(Scatter other) {
    int width = means.length;
    double[][] sum = new double[width][width];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < width; j++) {
        sum[i][j] = products[i][j] + other.products[i][j];
      }
    }
    return new Scatter(rows + other.rows, means, sum);
  }
}
