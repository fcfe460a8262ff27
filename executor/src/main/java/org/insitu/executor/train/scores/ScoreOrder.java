/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.scores;

/**
 * The order of scores as whole numbers, and a rough place in it.
 *
 * <p>The order is the warehouse's {@code ORDER BY}: numbers, both zeros being one, then NaN.
 */
final class ScoreOrder {
  private static final long NOT_A_NUMBER = Double.doubleToLongBits(Double.NaN);
  private static final long INFINITY = Double.doubleToLongBits(Double.POSITIVE_INFINITY);
  private static final long HALF = Double.doubleToLongBits(0.5);
  private static final long ONE = Double.doubleToLongBits(1);

  /** Ten digits of a score and its power of two make its place. */
  private static final int SHIFT = 52 - 10;

  /** Scores below 2^-32 share a place, and so do those above 1 - 2^-32. */
  private static final int LEAST = (int) (Double.doubleToLongBits(0x1p-32) >>> SHIFT);

  private static final int MIDDLE = (int) (HALF >>> SHIFT) - LEAST;

  /** How many rough places there are; a {@code char} has room for each. */
  static final int PLACES = 2 * MIDDLE + 3;

  private ScoreOrder() {}

  /** A number that is lower for a lower score. */
  static long key(double score) {
    long bits = Double.doubleToRawLongBits(score);
    if (bits >= 0 && bits <= INFINITY) {
      return bits;
    }
    if (Double.isNaN(score)) {
      return NOT_A_NUMBER;
    }
    return score == 0 ? 0 : bits ^ Long.MAX_VALUE;
  }

  /**
   * The place of a key, never lower for a greater one. Probabilities crowd towards 0 and 1, so the
   * places are as close together there as doubles are near 0: on both sides of a half by the digits
   * of the distance from the nearer end.
   */
  static int place(long key) {
    if (key < HALF) {
      return fromZero(key);
    }
    if (key > ONE) {
      return PLACES - 1;
    }
    // Exact: a difference of numbers that are within a factor of two of each other.
    return 2 * MIDDLE + 1 - fromZero(Double.doubleToRawLongBits(1 - Double.longBitsToDouble(key)));
  }

  private static int fromZero(long key) {
    return Math.max((int) (key >> SHIFT) - LEAST, 0);
  }
}
