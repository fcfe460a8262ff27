/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.Arrays;
import org.insitu.executor.fit.rows.Block;
import org.insitu.executor.fit.rows.ProductSums;

/** The sums of products of a least-squares problem over some rows. */
final class BlockGram {
  /** Rows whose scaled columns are worked on at once: they stay in the second-level cache. */
  private static final int CACHED_ROWS = 512;

  private final Design design;

  /** Intercept, numbers, label; then levels. */
  private final ProductSums sums;

  private final int dense;

  private BlockGram(Design design) {
    this.design = design;
    this.dense = design.firstLevel() + 1;
    this.sums = new ProductSums(dense, design.layout());
  }

  /** No rows. */
  static BlockGram empty(Design design) {
    return new BlockGram(design);
  }

  /** The sums of a block. */
  static BlockGram of(Design design, Block block) {
    BlockGram gram = new BlockGram(design);
    double[][] columns = ProductSums.columns(gram.dense, CACHED_ROWS);
    int[][] codes = new int[design.layout().categories()][CACHED_ROWS];
    double[] ones = new double[CACHED_ROWS];
    Arrays.fill(ones, 1);
    for (int from = 0; from < block.rows(); from += CACHED_ROWS) {
      int rows = Math.min(CACHED_ROWS, block.rows() - from);
      gram.scale(block, from, rows, columns);
      for (int c = 0; c < codes.length; c++) {
        System.arraycopy(block.codes()[c], from, codes[c], 0, rows);
      }
      gram.sums.add(columns, columns, ones, codes, rows);
    }
    return gram;
  }

  Design design() {
    return design;
  }

  /** Bytes of one such sum. */
  static double bytes(Design design) {
    return ProductSums.bytes(design.firstLevel() + 1, design.layout());
  }

  private void scale(Block block, int from, int rows, double[][] columns) {
    if (design.intercept()) {
      Arrays.fill(columns[0], 0, rows, 1);
    }
    for (int i = 0; i < block.numbers().length; i++) {
      double[] column = columns[design.firstNumber() + i];
      design.scaling().apply(i, block.numbers()[i], from, rows, column, 0);
    }
    double[] label = columns[dense - 1];
    double factor = 1 / design.labelScale();
    for (int r = 0; r < rows; r++) {
      label[r] = (block.target()[from + r] - design.labelCenter()) * factor;
    }
  }

  /** Adds the sums of more rows. */
  void add(BlockGram other) {
    sums.add(other.sums);
  }

  /** All sums in one symmetric matrix, the label last. */
  Gram toGram() {
    int size = design.width() + 1;
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        matrix[i][j] = sums.get(place(i, size), place(j, size));
      }
    }
    return new Gram(matrix);
  }

  /** Where a column of the matrix stands in the sums: the label before the levels. */
  private int place(int column, int size) {
    if (column == size - 1) {
      return dense - 1;
    }
    return column < design.firstLevel() ? column : column + 1;
  }
}
