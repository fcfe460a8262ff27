/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

/**
 * Weighted sums of products of columns over some rows: dense columns with one another, per level
 * the dense columns, per pair of levels the weight.
 *
 * <p><b>Cost:</b> per row {@code d²/2} multiplications for d dense columns, {@code c * d} additions
 * for c categories and {@code c²/2} for their pairs, however many levels there are.
 */
public final class ProductSums {
  private final int dense;
  private final int width;
  private final int[] offsets;
  private final int levels;
  private final double[] products;
  private final double[] levelSums;
  private final double[] levelPairs;

  /**
   * No rows.
   *
   * @param dense how many columns stand before the levels
   */
  public ProductSums(int dense, ColumnLayout layout) {
    this.dense = dense;
    this.width = ProductKernel.padded(dense);
    this.offsets = layout.levelOffsets();
    this.levels = layout.levels();
    this.products = new double[width * width];
    this.levelSums = new double[levels * dense];
    this.levelPairs = new double[levels * levels];
  }

  /** Bytes of such sums. */
  public static double bytes(int dense, ColumnLayout layout) {
    double d = ProductKernel.padded(dense);
    double l = layout.levels();
    return Double.BYTES * (d * d + l * d + l * l);
  }

  /** Arrays of columns for {@link #add(double[][], double[][], double[], int[][], int)}. */
  public static double[][] columns(int dense, int rows) {
    return new double[ProductKernel.padded(dense)][rows];
  }

  /**
   * Adds rows.
   *
   * @param weighted the dense columns times the weights, padded
   * @param columns the dense columns, padded
   * @param weights of the rows
   * @param codes level indices of the rows by category
   */
  public void add(
      double[][] weighted, double[][] columns, double[] weights, int[][] codes, int rows) {
    ProductKernel.addUpper(weighted, columns, rows, products);
    for (int c = 0; c < codes.length; c++) {
      int[] own = codes[c];
      int first = offsets[c];
      for (int j = 0; j < dense; j++) {
        double[] column = weighted[j];
        for (int r = 0; r < rows; r++) {
          levelSums[(first + own[r]) * dense + j] += column[r];
        }
      }
      for (int other = c; other < codes.length; other++) {
        int[] others = codes[other];
        int otherFirst = offsets[other];
        for (int r = 0; r < rows; r++) {
          levelPairs[(first + own[r]) * levels + otherFirst + others[r]] += weights[r];
        }
      }
    }
  }

  /** Adds the sums of more rows. */
  public void add(ProductSums other) {
    addTo(products, other.products);
    addTo(levelSums, other.levelSums);
    addTo(levelPairs, other.levelPairs);
  }

  private static void addTo(double[] sums, double[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }

  /** The sum for two columns: the dense ones come first, then all levels. */
  public double get(int i, int j) {
    int low = Math.min(i, j);
    int high = Math.max(i, j);
    if (high < dense) {
      return products[low * width + high];
    }
    return low < dense
        ? levelSums[(high - dense) * dense + low]
        : levelPairs[(low - dense) * levels + high - dense];
  }
}
