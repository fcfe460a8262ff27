/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.FieldVector;

/** Looks for NULLs in a range of an Arrow vector, 64 values at a time. */
final class Validity {
  private static final int WORD_BITS = 64;
  private static final int BYTE_BITS = 8;

  private Validity() {}

  /** Whether one of these values is NULL. */
  static boolean hasNull(FieldVector vector, int from, int count) {
    ArrowBuf bits = vector.getValidityBuffer();
    int end = from + count;
    int at = from;
    while (at < end) {
      if (at % BYTE_BITS == 0 && end - at >= WORD_BITS) {
        if (bits.getLong(at / BYTE_BITS) != -1) {
          return true;
        }
        at += WORD_BITS;
      } else if (vector.isNull(at)) {
        return true;
      } else {
        at++;
      }
    }
    return false;
  }
}
