/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.Arrays;
import org.insitu.executor.fit.rows.Block;
import org.insitu.executor.fit.rows.ProductKernel;

/**
 * The sums of products of some rows: dense ones for intercept, numbers and label; per level the
 * sums of those; per pair of levels a count.
 *
 * <p><b>Cost:</b> per row {@code d²/2} multiplications for d dense columns, {@code c * d} additions
 * for c categories and {@code c²/2} counts, however many levels there are.
 */
final class BlockGram {
  /** Rows whose scaled columns are worked on at once: they stay in the second-level cache. */
  private static final int CACHED_ROWS = 512;

  private final Design design;
  private final int dense;
  private final int width;
  private final int levels;
  private final double[] products;
  private final double[] levelSums;
  private final double[] levelPairs;

  private BlockGram(Design design) {
    this.design = design;
    this.dense = design.firstLevel() + 1;
    this.width = ProductKernel.padded(dense);
    this.levels = design.layout().levels();
    this.products = new double[width * width];
    this.levelSums = new double[levels * dense];
    this.levelPairs = new double[levels * levels];
  }

  /** No rows. */
  static BlockGram empty(Design design) {
    return new BlockGram(design);
  }

  /** The sums of a block. */
  static BlockGram of(Design design, Block block) {
    BlockGram sums = new BlockGram(design);
    double[][] columns = new double[sums.width][CACHED_ROWS];
    for (int from = 0; from < block.rows(); from += CACHED_ROWS) {
      sums.add(block, from, Math.min(CACHED_ROWS, block.rows() - from), columns);
    }
    return sums;
  }

  /** Bytes of one such sum. */
  static double bytes(Design design) {
    double d = design.firstLevel() + 1;
    double l = design.layout().levels();
    return 8 * (d * d + l * d + l * l);
  }

  private void add(Block block, int from, int rows, double[][] columns) {
    int at = 0;
    if (design.intercept()) {
      Arrays.fill(columns[at++], 0, rows, 1);
    }
    for (int i = 0; i < block.numbers().length; i++) {
      design.scaling().apply(i, block.numbers()[i], from, rows, columns[at++], 0);
    }
    double factor = 1 / design.labelScale();
    for (int r = 0; r < rows; r++) {
      columns[at][r] = (block.target()[from + r] - design.labelCenter()) * factor;
    }
    ProductKernel.addUpper(columns, columns, rows, products);
    addLevels(block, from, rows, columns);
  }

  private void addLevels(Block block, int from, int rows, double[][] columns) {
    int[] offsets = design.layout().levelOffsets();
    for (int c = 0; c < offsets.length; c++) {
      int[] codes = block.codes()[c];
      for (int j = 0; j < dense; j++) {
        double[] column = columns[j];
        for (int r = 0; r < rows; r++) {
          levelSums[(offsets[c] + codes[from + r]) * dense + j] += column[r];
        }
      }
      for (int other = c; other < offsets.length; other++) {
        int[] otherCodes = block.codes()[other];
        for (int r = 0; r < rows; r++) {
          int row = offsets[c] + codes[from + r];
          levelPairs[row * levels + offsets[other] + otherCodes[from + r]]++;
        }
      }
    }
  }

  /** Adds the sums of more rows. */
  void add(BlockGram other) {
    addTo(products, other.products);
    addTo(levelSums, other.levelSums);
    addTo(levelPairs, other.levelPairs);
  }

  private static void addTo(double[] sums, double[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }

  /** All sums in one symmetric matrix, the label last. */
  Gram toGram() {
    int firstLevel = design.firstLevel();
    int size = firstLevel + levels + 1;
    double[][] matrix = new double[size][size];
    for (int i = 0; i < dense; i++) {
      for (int j = i; j < dense; j++) {
        set(matrix, place(i, size), place(j, size), products[i * width + j]);
      }
      for (int level = 0; level < levels; level++) {
        set(matrix, place(i, size), firstLevel + level, levelSums[level * dense + i]);
      }
    }
    for (int i = 0; i < levels; i++) {
      for (int j = i; j < levels; j++) {
        set(matrix, firstLevel + i, firstLevel + j, levelPairs[i * levels + j]);
      }
    }
    return new Gram(matrix);
  }

  /** The dense columns keep their places but for the label, which goes to the end. */
  private int place(int column, int size) {
    return column == dense - 1 ? size - 1 : column;
  }

  private static void set(double[][] matrix, int i, int j, double value) {
    matrix[i][j] = value;
    matrix[j][i] = value;
  }
}
