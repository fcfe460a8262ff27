/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds bins by an even grid: a value's cell says how many thresholds lie in the cells before, and
 * at most {@value #PER_CELL_MAX} in the same cell are left to compare with.
 *
 * <p>{@code (x - low) * scale} never decreases while x grows, rounding included, so thresholds and
 * values that went through it stay in order. A comparison is the sign of a difference, which is
 * exact in IEEE; that needs finite thresholds.
 */
final class GridBins implements Bins {
  private static final int CELLS = 4096;

  /** What is left to compare with; a NaN or an infinity may be found this far beyond its cell. */
  static final int PER_CELL_MAX = 3;

  private final float low;
  private final float scale;
  private final int perCell;
  private final short[] before;
  private final float[] thresholds;

  private GridBins(float low, float scale, int perCell, short[] before, float[] thresholds) {
    this.low = low;
    this.scale = scale;
    this.perCell = perCell;
    this.before = before;
    this.thresholds = thresholds;
  }

  /** The grid, or null when one of the thresholds is infinite or too many fall into one cell. */
  static @Nullable GridBins of(float[] thresholds) {
    int count = thresholds.length;
    float low = thresholds[0];
    float width = thresholds[count - 1] - low;
    if (!Float.isFinite(low) || !Float.isFinite(width) || count > Short.MAX_VALUE) {
      return null;
    }
    float scale = width > 0 ? (CELLS - 1) / width : 0;
    if (!Float.isFinite(scale)) {
      return null;
    }
    int[] within = new int[CELLS];
    for (float threshold : thresholds) {
      within[cell(threshold, low, scale)]++;
    }
    int perCell = Arrays.stream(within).max().orElseThrow();
    if (perCell > PER_CELL_MAX) {
      return null;
    }
    short[] before = new short[CELLS];
    int sum = 0;
    for (int i = 0; i < CELLS; i++) {
      before[i] = (short) sum;
      sum += within[i];
    }
    float[] padded = Arrays.copyOf(thresholds, count + PER_CELL_MAX);
    Arrays.fill(padded, count, padded.length, Float.POSITIVE_INFINITY);
    return new GridBins(low, scale, perCell, before, padded);
  }

  private static int cell(float value, float low, float scale) {
    return Math.min(Math.max((int) ((value - low) * scale), 0), CELLS - 1);
  }

  @Override
  public void find(float[] values, int offset, int rows, int[] cells, short[] bins) {
    locate(values, offset, rows, cells);
    if (perCell == 1) {
      compareOnce(values, offset, rows, cells, bins);
    } else {
      compare(values, offset, rows, cells, bins);
    }
  }

  /** Apart from the look-up so that the compiler vectorises it. */
  private void locate(float[] values, int offset, int rows, int[] cells) {
    float low = this.low;
    float scale = this.scale;
    for (int i = 0; i < rows; i++) {
      cells[i] = Math.min(Math.max((int) ((values[offset + i] - low) * scale), 0), CELLS - 1);
    }
  }

  private void compareOnce(float[] values, int offset, int rows, int[] cells, short[] bins) {
    for (int i = 0; i < rows; i++) {
      int bin = before[cells[i]];
      bins[i] = (short) (bin + notBelow(values[offset + i], thresholds[bin]));
    }
  }

  private void compare(float[] values, int offset, int rows, int[] cells, short[] bins) {
    for (int i = 0; i < rows; i++) {
      float value = values[offset + i];
      int bin = before[cells[i]];
      int first = notBelow(value, thresholds[bin]);
      int second = notBelow(value, thresholds[bin + 1]);
      int third = notBelow(value, thresholds[bin + 2]);
      bins[i] = (short) (bin + first + second + third);
    }
  }

  /** 1 when {@code value >= threshold}, else 0; adding 0 makes a negative zero positive. */
  private static int notBelow(float value, float threshold) {
    return 1 + (Float.floatToRawIntBits((value + 0f) - threshold) >> 31);
  }
}
