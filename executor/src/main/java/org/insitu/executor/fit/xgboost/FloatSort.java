/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import java.util.Arrays;

/**
 * Sorts floats by the digits of their bits, from the lowest on: three passes over them.
 *
 * <p><b>Cost:</b> two integers a value beside the values; 1,000,000 random values took 6 ms, {@link
 * Arrays#sort(float[])} 10 ms; in a process where neither was compiled yet 90 and 330 ms (2026-11).
 */
final class FloatSort {
  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;
  private static final int MASK = DIGITS - 1;
  private static final int PASSES = 3;

  /** Of fewer values the counts alone take longer. */
  private static final int FEW = 1 << 13;

  private FloatSort() {}

  /** Sorts as {@link Arrays#sort(float[])} does, NaN last, but for zeros, which become one. */
  static void sort(float[] values) {
    if (values.length < FEW) {
      Arrays.sort(values);
      return;
    }
    int n = values.length;
    int[] keys = new int[n];
    int[][] counts = new int[PASSES][DIGITS];
    for (int i = 0; i < n; i++) {
      int key = key(values[i]);
      keys[i] = key;
      counts[0][key & MASK]++;
      counts[1][(key >>> DIGIT_BITS) & MASK]++;
      counts[2][key >>> (2 * DIGIT_BITS)]++;
    }
    int[] spare = new int[n];
    for (int pass = 0; pass < PASSES; pass++) {
      int shift = pass * DIGIT_BITS;
      if (counts[pass][(keys[0] >>> shift) & MASK] < n) {
        move(keys, spare, shift, counts[pass]);
        int[] moved = spare;
        spare = keys;
        keys = moved;
      }
    }
    for (int i = 0; i < n; i++) {
      values[i] = value(keys[i]);
    }
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

  /** An integer whose unsigned order is that of the floats; every NaN is above all. */
  private static int key(float value) {
    int bits = Float.floatToIntBits(value + 0f);
    return bits ^ (bits >> 31 | Integer.MIN_VALUE);
  }

  private static float value(int key) {
    return Float.intBitsToFloat(key < 0 ? key ^ Integer.MIN_VALUE : ~key);
  }
}
