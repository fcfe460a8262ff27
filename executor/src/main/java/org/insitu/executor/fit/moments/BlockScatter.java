/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import java.util.Arrays;
import org.insitu.executor.fit.rows.Block;
import org.insitu.executor.fit.rows.ColumnLayout;
import org.insitu.executor.fit.rows.ProductSums;

/** The sums of products of each class over some rows. */
final class BlockScatter {
  /** Rows whose scaled columns are worked on at once: they stay in the second-level cache. */
  private static final int CACHED_ROWS = 512;

  private final Origins origins;

  /** Per class: a column of ones and the numbers; then levels. */
  private final ProductSums[] sums;

  private BlockScatter(Origins origins) {
    this.origins = origins;
    this.sums = new ProductSums[origins.classes()];
    for (int k = 0; k < sums.length; k++) {
      sums[k] = new ProductSums(1 + origins.layout().numbers(), origins.layout());
    }
  }

  /** No rows. */
  static BlockScatter empty(Origins origins) {
    return new BlockScatter(origins);
  }

  /** Bytes of such sums. */
  static double bytes(Origins origins) {
    ColumnLayout layout = origins.layout();
    return origins.classes() * ProductSums.bytes(1 + layout.numbers(), layout);
  }

  /** The sums of a block. */
  static BlockScatter of(Origins origins, Block block) {
    BlockScatter scatter = new BlockScatter(origins);
    int[] starts = new int[origins.classes() + 1];
    int[] order = byClass(block, starts);
    int numbers = origins.layout().numbers();
    double[][] columns = ProductSums.columns(1 + numbers, CACHED_ROWS);
    int[][] codes = new int[origins.layout().categories()][CACHED_ROWS];
    double[] ones = new double[CACHED_ROWS];
    Arrays.fill(ones, 1);
    Arrays.fill(columns[0], 1);
    for (int k = 0; k < origins.classes(); k++) {
      for (int from = starts[k]; from < starts[k + 1]; from += CACHED_ROWS) {
        int rows = Math.min(CACHED_ROWS, starts[k + 1] - from);
        for (int i = 0; i < numbers; i++) {
          scatter.gather(i, k, block.numbers()[i], order, from, rows, columns[1 + i]);
        }
        for (int c = 0; c < codes.length; c++) {
          for (int r = 0; r < rows; r++) {
            codes[c][r] = block.codes()[c][order[from + r]];
          }
        }
        scatter.sums[k].add(columns, columns, ones, codes, rows);
      }
    }
    return scatter;
  }

  /** The rows of a block sorted by class, in their own order within one. */
  private static int[] byClass(Block block, int[] starts) {
    int rows = block.rows();
    int[] order = new int[rows];
    if (starts.length == 2) {
      starts[1] = rows;
      Arrays.setAll(order, r -> r);
      return order;
    }
    for (int r = 0; r < rows; r++) {
      starts[(int) block.target()[r] + 1]++;
    }
    for (int k = 1; k < starts.length; k++) {
      starts[k] += starts[k - 1];
    }
    int[] next = starts.clone();
    for (int r = 0; r < rows; r++) {
      order[next[(int) block.target()[r]]++] = r;
    }
    return order;
  }

  private void gather(int number, int k, double[] x, int[] order, int from, int rows, double[] to) {
    double center = origins.scaling().center()[number];
    double factor = 1 / origins.scaling().scale()[number];
    double offset = origins.offsets()[k][number];
    for (int r = 0; r < rows; r++) {
      to[r] = (x[order[from + r]] - center) * factor - offset;
    }
  }

  /** Adds the sums of more rows. */
  void add(BlockScatter other) {
    for (int k = 0; k < sums.length; k++) {
      sums[k].add(other.sums[k]);
    }
  }

  /** The moments of a class. */
  Scatter of(int k) {
    int width = origins.layout().width();
    double[] first = new double[width];
    double[][] squares = new double[width][width];
    for (int i = 0; i < width; i++) {
      first[i] = sums[k].get(0, 1 + i);
      for (int j = i; j < width; j++) {
        squares[i][j] = sums[k].get(1 + i, 1 + j);
      }
    }
    return Scatter.of(sums[k].get(0, 0), first, squares, origins.offsets()[k]);
  }
}
