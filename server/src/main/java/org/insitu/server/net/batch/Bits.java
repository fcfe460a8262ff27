/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net.batch;

import java.nio.ByteBuffer;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.FieldVector;

/** Bitmaps, least significant bit first, from any bit on. */
final class Bits {
  private Bits() {}

  /** Adds a node with the validity bitmap of these values, left out when none is NULL. */
  static void node(BatchPlan plan, FieldVector vector, int from, int count) {
    int nulls = 0;
    if (count > 0 && vector.getNullCount() > 0) {
      boolean whole = from == 0 && count == vector.getValueCount();
      nulls = whole ? vector.getNullCount() : zeros(vector.getValidityBuffer(), from, count);
    }
    plan.node(count, nulls);
    if (nulls == 0) {
      plan.emptyBuffer();
    } else {
      copy(plan, vector.getValidityBuffer(), from, count);
    }
  }

  /** Adds a buffer of these bits, the first one in bit 0. */
  static void copy(BatchPlan plan, ArrowBuf bits, int from, int count) {
    int bytes = (count + 7) >>> 3;
    int shift = from & 7;
    if (shift == 0) {
      plan.copy(bits, from >>> 3, bytes);
    } else {
      plan.buffer(bytes, out -> shifted(bits, from, count, out));
    }
  }

  private static void shifted(ArrowBuf bits, int from, int count, ByteBuffer out) {
    int shift = from & 7;
    long at = (long) from >>> 3;
    long last = (from + (long) count - 1) >>> 3;
    int low = bits.getByte(at) & 0xff;
    for (int left = count; left > 0; left -= 8) {
      at++;
      int high = at <= last ? bits.getByte(at) & 0xff : 0;
      out.put((byte) (low >>> shift | high << (8 - shift)));
      low = high;
    }
  }

  private static int zeros(ArrowBuf bits, int from, int count) {
    int ones = 0;
    int at = from;
    int end = from + count;
    for (; at < end && (at & 63) != 0; at++) {
      ones += bit(bits, at);
    }
    for (; at + 64 <= end; at += 64) {
      ones += Long.bitCount(bits.getLong(at >>> 3));
    }
    for (; at < end; at++) {
      ones += bit(bits, at);
    }
    return count - ones;
  }

  private static int bit(ArrowBuf bits, int at) {
    return bits.getByte(at >>> 3) >>> (at & 7) & 1;
  }
}
