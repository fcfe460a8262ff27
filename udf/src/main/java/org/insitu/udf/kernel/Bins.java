/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

/**
 * Finds for each value of one feature how many of the feature's thresholds are not above it: its
 * bin. Then {@code value < thresholds[k]} is {@code bin <= k}, on small integers.
 */
interface Bins {

  /**
   * Finds bins. A NaN gets any bin; the caller overwrites it.
   *
   * @param cells scratch space, at least as long as there are rows
   */
  void find(float[] values, int offset, int rows, int[] cells, short[] bins);

  /**
   * Chooses the faster way.
   *
   * @param thresholds ascending, distinct, not empty, the zero positive
   */
  static Bins of(float[] thresholds) {
    GridBins grid = GridBins.of(thresholds);
    return grid != null ? grid : new SearchBins(thresholds);
  }
}
