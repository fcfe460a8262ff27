/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import ml.dmlc.xgboost4j.java.util.BigDenseMatrix;

/**
 * Columns of a matrix as integers whose unsigned order is that of the floats, sorted by their
 * digits from the lowest on: three passes. Zeros are one value, NaN is above all others.
 *
 * <p>A piece of work takes the memory of one before it: arrays of millions of values, thrown away
 * for each column, had the heap grow by a gigabyte.
 *
 * <p><b>Cost:</b> an integer a value, and those of one column again. 1,000,000 random values are
 * sorted in 6 ms, by {@link java.util.Arrays#sort(float[])} in 10 ms; in a process where neither
 * was compiled yet in 90 and 330 ms (2026-11).
 */
final class ColumnKeys {
  /** The key of a missing value. */
  static final int MISSING = key(Float.NaN);

  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;
  private static final int MASK = DIGITS - 1;
  private static final int PASSES = 3;

  private final int[][] keys;
  private int[] spare;

  /** Memory for so many columns at a time. */
  ColumnKeys(int columns, int rows) {
    keys = new int[columns][rows];
    spare = new int[rows];
  }

  /** Takes columns of the matrix, so many from the first. */
  void gather(BigDenseMatrix values, int first, int count) {
    for (int row = 0; row < values.nrow; row++) {
      long place = (long) row * values.ncol + first;
      for (int i = 0; i < count; i++) {
        keys[i][row] = key(values.get(place + i));
      }
    }
  }

  /** The keys of a column that was taken, sorted; to be read before the next one is. */
  int[] sorted(int column) {
    int[] from = keys[column];
    int[] to = spare;
    int[][] counts = counts(from);
    for (int pass = 0; pass < PASSES; pass++) {
      int shift = pass * DIGIT_BITS;
      if (from.length > 0 && counts[pass][(from[0] >>> shift) & MASK] < from.length) {
        move(from, to, shift, counts[pass]);
        int[] moved = to;
        to = from;
        from = moved;
      }
    }
    keys[column] = from;
    spare = to;
    return from;
  }

  private static int[][] counts(int[] keys) {
    int[][] counts = new int[PASSES][DIGITS];
    for (int key : keys) {
      counts[0][key & MASK]++;
      counts[1][(key >>> DIGIT_BITS) & MASK]++;
      counts[2][key >>> (2 * DIGIT_BITS)]++;
    }
    return counts;
  }

  /** Moves every key behind those of lower and of earlier equal digits. */
  private static void move(int[] from, int[] to, int shift, int[] counts) {
    int before = 0;
    for (int digit = 0; digit < DIGITS; digit++) {
      int count = counts[digit];
      counts[digit] = before;
      before += count;
    }
    for (int key : from) {
      to[counts[(key >>> shift) & MASK]++] = key;
    }
  }

  private static int key(float value) {
    int bits = Float.floatToIntBits(value + 0f);
    return bits ^ (bits >> 31 | Integer.MIN_VALUE);
  }

  static float value(int key) {
    return Float.intBitsToFloat(key < 0 ? key ^ Integer.MIN_VALUE : ~key);
  }
}
