/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

import java.util.ArrayList;
import java.util.List;

/** A block of rows kept for several passes. */
public final class StoredBlock {
  private final int rows;
  private final List<StoredColumn> numbers = new ArrayList<>();
  private final List<StoredCodes> codes = new ArrayList<>();
  private final StoredColumn target;

  StoredBlock(Block block, ColumnLayout layout) {
    this.rows = block.rows();
    for (double[] column : block.numbers()) {
      numbers.add(StoredColumn.of(column, rows));
    }
    for (int c = 0; c < block.codes().length; c++) {
      codes.add(StoredCodes.of(block.codes()[c], rows, layout.levelCounts()[c]));
    }
    target = StoredColumn.of(block.target(), Math.min(rows, block.target().length));
  }

  public int rows() {
    return rows;
  }

  /** Copies a range of a numeric feature, counted among these. */
  public void number(int column, int from, int count, double[] to) {
    numbers.get(column).copy(from, count, to);
  }

  /** Copies a range of a category's level indices, counted among categories. */
  public void codes(int column, int from, int count, int[] to) {
    codes.get(column).copy(from, count, to);
  }

  /** Copies a range of the label. */
  public void target(int from, int count, double[] to) {
    target.copy(from, count, to);
  }
}
