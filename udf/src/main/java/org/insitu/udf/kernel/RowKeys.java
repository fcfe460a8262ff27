/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import org.insitu.udf.model.Forest;

/**
 * Rows as the keys that a walk through trees compares. Every feature has two slots, which differ
 * where the value is missing: one then holds a key above all others, so that the row goes right,
 * the other one below all, so that it goes left. The last slot is 0 always.
 */
final class RowKeys {
  /** Rows of a block. */
  static final int BLOCK = 64;

  private final int features;
  private final boolean[] used;

  RowKeys(Forest forest) {
    features = forest.features();
    used = new boolean[features];
    for (int feature : forest.feature()) {
      if (feature >= 0) {
        used[feature] = true;
      }
    }
  }

  /** Slots of a row. */
  int slots() {
    return 2 * features + 1;
  }

  /** The slot of a feature whose missing values go to this side. */
  int slot(int feature, boolean missingLeft) {
    return 2 * feature + (missingLeft ? 1 : 0);
  }

  /** The slot in which every row has 0. */
  int zero() {
    return 2 * features;
  }

  int[] block() {
    return new int[BLOCK * slots()];
  }

  /** Puts up to {@link #BLOCK} rows into a block; features that no tree asks for are left out. */
  void fill(float[][] columns, int offset, int rows, int[] block) {
    int slots = slots();
    for (int feature = 0; feature < features; feature++) {
      if (used[feature]) {
        float[] column = columns[feature];
        for (int i = 0; i < rows; i++) {
          put(block, i * slots, feature, column[offset + i]);
        }
      }
    }
  }

  /** One row. */
  int[] of(float[] row) {
    int[] keys = new int[slots()];
    for (int feature = 0; feature < features; feature++) {
      put(keys, 0, feature, row[feature]);
    }
    return keys;
  }

  private static void put(int[] block, int row, int feature, float value) {
    int key = FloatKey.of(value);
    boolean missing = Float.isNaN(value);
    block[row + 2 * feature] = missing ? FloatKey.ABOVE_ALL : key;
    block[row + 2 * feature + 1] = missing ? FloatKey.BELOW_ALL : key;
  }
}
