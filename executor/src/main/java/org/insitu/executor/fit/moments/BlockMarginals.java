/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import org.insitu.executor.fit.rows.Block;

/** The counts, sums and sums of squares of each class over some rows. */
final class BlockMarginals {
  private final Origins origins;
  private final double[] rows;
  private final double[][] sums;
  private final double[][] squares;
  private final double[][] levels;

  private BlockMarginals(Origins origins) {
    int classes = origins.classes();
    this.origins = origins;
    this.rows = new double[classes];
    this.sums = new double[origins.layout().numbers()][classes];
    this.squares = new double[origins.layout().numbers()][classes];
    this.levels = new double[origins.layout().levels()][classes];
  }

  /** No rows. */
  static BlockMarginals empty(Origins origins) {
    return new BlockMarginals(origins);
  }

  /** Bytes of such sums. */
  static double bytes(Origins origins) {
    return (double) Double.BYTES
        * origins.classes()
        * (1 + 2.0 * origins.layout().numbers() + origins.layout().levels());
  }

  /** The sums of a block. */
  static BlockMarginals of(Origins origins, Block block) {
    BlockMarginals marginals = new BlockMarginals(origins);
    int[] classes = new int[block.rows()];
    for (int r = 0; r < classes.length; r++) {
      classes[r] = (int) block.target()[r];
      marginals.rows[classes[r]]++;
    }
    for (int i = 0; i < marginals.sums.length; i++) {
      marginals.number(i, block.numbers()[i], classes);
    }
    int[] offsets = origins.layout().levelOffsets();
    for (int c = 0; c < offsets.length; c++) {
      int[] codes = block.codes()[c];
      for (int r = 0; r < classes.length; r++) {
        marginals.levels[offsets[c] + codes[r]][classes[r]]++;
      }
    }
    return marginals;
  }

  private void number(int i, double[] x, int[] classes) {
    double center = origins.scaling().center()[i];
    double factor = 1 / origins.scaling().scale()[i];
    double[] sum = sums[i];
    double[] square = squares[i];
    for (int r = 0; r < classes.length; r++) {
      int k = classes[r];
      double z = (x[r] - center) * factor - origins.offsets()[k][i];
      sum[k] += z;
      square[k] = Math.fma(z, z, square[k]);
    }
  }

  /** Adds the sums of more rows. */
  void add(BlockMarginals other) {
    add(rows, other.rows);
    add(sums, other.sums);
    add(squares, other.squares);
    add(levels, other.levels);
  }

  private static void add(double[][] to, double[][] more) {
    for (int i = 0; i < to.length; i++) {
      add(to[i], more[i]);
    }
  }

  private static void add(double[] to, double[] more) {
    for (int i = 0; i < to.length; i++) {
      to[i] += more[i];
    }
  }

  /** What was counted of a class. */
  Marginals of(int k) {
    return Marginals.of(
        rows[k], column(sums, k), column(squares, k), origins.offsets()[k], column(levels, k));
  }

  private static double[] column(double[][] values, int k) {
    double[] column = new double[values.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = values[i][k];
    }
    return column;
  }
}
