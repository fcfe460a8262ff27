/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

/**
 * Rows of a block. The size decides how sums are grouped, and so their last bits: it depends on the
 * number of columns only, never on the machine.
 */
public final class BlockSize {
  private static final int VALUES = 1 << 20;
  private static final int ROWS_MIN = 4_096;
  private static final int ROWS_MAX = 65_536;

  private BlockSize() {}

  /** About a million values, 4,096 to 65,536 rows. */
  public static int rows(int columns) {
    return Math.clamp(VALUES / Math.max(1, columns), ROWS_MIN, ROWS_MAX);
  }
}
