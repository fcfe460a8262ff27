/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.net;

/**
 * Payload buffers to be used again, so that a long result makes no garbage. Threads: guarded by its
 * line's lock.
 */
final class Buffers {
  private static final int KEPT_MAX = 8;
  private static final int SMALLEST = 1 << 16;

  private final byte[][] kept = new byte[KEPT_MAX][];
  private int count;

  /** A buffer of at least this size, what is in it is anything. */
  byte[] take(int bytes) {
    for (int i = 0; i < count; i++) {
      if (kept[i].length >= bytes) {
        byte[] buffer = kept[i];
        kept[i] = kept[--count];
        kept[count] = null;
        return buffer;
      }
    }
    int size = SMALLEST;
    while (size < bytes && size < 1 << 30) {
      size <<= 1;
    }
    return new byte[Math.max(size, bytes)];
  }

  /** Takes a buffer back that nobody reads any more; when full, the smallest goes. */
  void release(byte[] buffer) {
    if (count < KEPT_MAX) {
      kept[count++] = buffer;
      return;
    }
    int smallest = 0;
    for (int i = 1; i < count; i++) {
      if (kept[i].length < kept[smallest].length) {
        smallest = i;
      }
    }
    if (kept[smallest].length < buffer.length) {
      kept[smallest] = buffer;
    }
  }
}
