/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.Arrays;

/** Finds bins by halving, without branches; for thresholds that no even grid separates. */
final class SearchBins implements Bins {
  private final int[] keys;
  private final int firstStep;

  SearchBins(float[] thresholds) {
    firstStep = Integer.highestOneBit(thresholds.length);
    keys = new int[2 * firstStep];
    Arrays.fill(keys, FloatKey.ABOVE_ALL);
    for (int i = 0; i < thresholds.length; i++) {
      keys[i] = FloatKey.of(thresholds[i]);
    }
  }

  @Override
  public void find(float[] values, int offset, int rows, int[] cells, short[] bins) {
    for (int i = 0; i < rows; i++) {
      long key = FloatKey.of(values[offset + i]);
      int bin = 0;
      for (int step = firstStep; step > 0; step >>= 1) {
        bin += step & (int) ((keys[bin + step - 1] - key - 1) >> 63);
      }
      bins[i] = (short) bin;
    }
  }
}
