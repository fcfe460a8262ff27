/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

/** Small numbers of a block in memory: indices of levels or classes, one or two or four bytes. */
sealed interface StoredCodes {

  /** Copies a range. */
  void copy(int from, int count, int[] to);

  /** Indices below 128. */
  @SuppressWarnings("ArrayRecordComponent") // bulk data of one owner
  record Bytes(byte[] values) implements StoredCodes {
    @Override
    public void copy(int from, int count, int[] to) {
      for (int i = 0; i < count; i++) {
        to[i] = values[from + i];
      }
    }
  }

  /** Indices below 32,768. */
  @SuppressWarnings("ArrayRecordComponent") // bulk data of one owner
  record Shorts(short[] values) implements StoredCodes {
    @Override
    public void copy(int from, int count, int[] to) {
      for (int i = 0; i < count; i++) {
        to[i] = values[from + i];
      }
    }
  }

  /** Any indices. */
  @SuppressWarnings("ArrayRecordComponent") // bulk data of one owner
  record Ints(int[] values) implements StoredCodes {
    @Override
    public void copy(int from, int count, int[] to) {
      System.arraycopy(values, from, to, 0, count);
    }
  }

  /**
   * The first {@code rows} of these.
   *
   * @param levels how many there are; the indices are -1 or below it
   */
  static StoredCodes of(int[] codes, int rows, int levels) {
    if (levels <= Byte.MAX_VALUE) {
      byte[] bytes = new byte[rows];
      for (int i = 0; i < rows; i++) {
        bytes[i] = (byte) codes[i];
      }
      return new Bytes(bytes);
    }
    if (levels <= Short.MAX_VALUE) {
      short[] shorts = new short[rows];
      for (int i = 0; i < rows; i++) {
        shorts[i] = (short) codes[i];
      }
      return new Shorts(shorts);
    }
    int[] ints = new int[rows];
    System.arraycopy(codes, 0, ints, 0, rows);
    return new Ints(ints);
  }
}
