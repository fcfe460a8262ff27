/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import java.util.Arrays;

/**
 * What naive Bayes counts of the rows of one class: means and squares of scaled numbers, rows of
 * each level.
 *
 * @param rows how many
 * @param means per number
 * @param squares of the differences from it, summed
 * @param levels rows per level, over all categories
 */
@SuppressWarnings("ArrayRecordComponent") // read only, inside the trainer
record Marginals(double rows, double[] means, double[] squares, double[] levels) {

  /** From sums around an origin. */
  static Marginals of(
      double rows, double[] sums, double[] squares, double[] origin, double[] levels) {
    double[] means = new double[sums.length];
    double[] around = new double[sums.length];
    for (int i = 0; i < sums.length; i++) {
      means[i] = origin[i] + sums[i] / rows;
      around[i] = Origins.withoutNoise(squares[i] - sums[i] * sums[i] / rows, rows);
    }
    return new Marginals(rows, means, around, Arrays.copyOf(levels, levels.length));
  }

  boolean isFar(double[] origin) {
    for (int i = 0; i < origin.length; i++) {
      if (Origins.isFar(means[i] - origin[i], squares[i], rows)) {
        return true;
      }
    }
    return false;
  }
}
