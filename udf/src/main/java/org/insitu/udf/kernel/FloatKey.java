/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

/**
 * Floats as integers of the same order: {@code x < y} exactly when {@code key(x) < key(y)}. The two
 * zeros are one. NaN has no place in that order; trees put it at either end.
 */
final class FloatKey {
  /** Less than the key of any number, negative infinity included. */
  static final int BELOW_ALL = Integer.MIN_VALUE;

  /** Greater than the key of any number. */
  static final int ABOVE_ALL = Integer.MAX_VALUE;

  private FloatKey() {}

  static int of(float value) {
    int bits = Float.floatToRawIntBits(value + 0f);
    return bits ^ ((bits >> 31) & 0x7fffffff);
  }
}
