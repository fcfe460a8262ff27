/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

/** A column of a block in memory, in the least space that keeps every value. */
sealed interface StoredColumn {

  /** Copies a range as doubles. */
  void copy(int from, int count, double[] to);

  /** Numbers that are all floats. */
  @SuppressWarnings("ArrayRecordComponent") // bulk data of one owner
  record Floats(float[] values) implements StoredColumn {
    @Override
    public void copy(int from, int count, double[] to) {
      for (int i = 0; i < count; i++) {
        to[i] = values[from + i];
      }
    }
  }

  /** Numbers. */
  @SuppressWarnings("ArrayRecordComponent") // bulk data of one owner
  record Doubles(double[] values) implements StoredColumn {
    @Override
    public void copy(int from, int count, double[] to) {
      System.arraycopy(values, from, to, 0, count);
    }
  }

  /** The first {@code rows} of these numbers. */
  static StoredColumn of(double[] numbers, int rows) {
    float[] floats = new float[rows];
    for (int i = 0; i < rows; i++) {
      floats[i] = (float) numbers[i];
      if (floats[i] != numbers[i]) {
        double[] doubles = new double[rows];
        System.arraycopy(numbers, 0, doubles, 0, rows);
        return new Doubles(doubles);
      }
    }
    return new Floats(floats);
  }
}
