/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net.batch;

import org.apache.arrow.memory.ArrowBuf;

/** The offsets of strings and lists, of 4 or 8 bytes; the wire has 4. */
final class Offsets {
  private final ArrowBuf buffer;
  private final int width;

  private Offsets(ArrowBuf buffer, int width) {
    this.buffer = buffer;
    this.width = width;
  }

  static Offsets of32(ArrowBuf buffer) {
    return new Offsets(buffer, Integer.BYTES);
  }

  static Offsets of64(ArrowBuf buffer) {
    return new Offsets(buffer, Long.BYTES);
  }

  /** Where the values of a range begin; 0 for no values, whose offsets may be missing. */
  long at(int from, int count) {
    return count == 0 ? 0 : get(from);
  }

  /** How far they reach. */
  long span(int from, int count) {
    return count == 0 ? 0 : get(from + count) - get(from);
  }

  /** Adds count + 1 offsets that begin at 0. */
  void plan(int from, int count, BatchPlan plan) {
    long base = at(from, count);
    if (count > 0 && base == 0 && width == Integer.BYTES) {
      plan.copy(buffer, (long) from * width, (count + 1L) * width);
      return;
    }
    plan.buffer(
        (count + 1L) * Integer.BYTES,
        out -> {
          out.putInt(0);
          for (int i = 1; i <= count; i++) {
            out.putInt((int) (get(from + i) - base));
          }
        });
  }

  /** Adds the offsets of values of the same length. */
  static void planRegular(int count, int length, BatchPlan plan) {
    plan.buffer(
        (count + 1L) * Integer.BYTES,
        out -> {
          for (int i = 0; i <= count; i++) {
            out.putInt(i * length);
          }
        });
  }

  /** Adds the offsets of values that end there. */
  static void planEnds(long[] ends, BatchPlan plan) {
    plan.buffer(
        (ends.length + 1L) * Integer.BYTES,
        out -> {
          out.putInt(0);
          for (long end : ends) {
            out.putInt((int) end);
          }
        });
  }

  private long get(int i) {
    return width == Integer.BYTES ? buffer.getInt(4L * i) : buffer.getLong(8L * i);
  }
}
