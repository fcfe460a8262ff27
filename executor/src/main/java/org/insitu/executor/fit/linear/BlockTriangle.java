/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.Arrays;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.rows.Block;

/**
 * The triangular factor of a design's columns and label, kept up to date as rows come: Householder
 * reflections of the triangle and a few hundred rows below it. Triangles of blocks are merged the
 * same way, one being the other's rows.
 *
 * <p><b>Cost:</b> {@code 2 * w²} multiplications a row for w columns, levels included; memory for
 * one group of rows. <b>Source:</b> Demmel, Grigori, Hoemmen, Langou, Communication-optimal
 * parallel and sequential QR (TSQR), 2012.
 */
final class BlockTriangle {
  private static final int GROUP_ROWS = 256;

  private final int[] solved;
  private final int width;
  private final double[][] r;
  private final FitProgress progress;

  private BlockTriangle(int[] solved, FitProgress progress) {
    this.solved = solved;
    this.progress = progress;
    this.width = solved.length + 1;
    this.r = new double[width][width];
  }

  /**
   * No rows; the design's columns solved for.
   *
   * @param progress asked at each column of a few hundred rows: thousands of them take seconds
   */
  static BlockTriangle empty(Design design, FitProgress progress) {
    return new BlockTriangle(design.solvedColumns(), progress);
  }

  /** The same factor, to which another fit, of this progress, may add rows. */
  BlockTriangle copy(FitProgress ofFit) {
    BlockTriangle copy = new BlockTriangle(solved, ofFit);
    for (int i = 0; i < width; i++) {
      copy.r[i] = r[i].clone();
    }
    return copy;
  }

  /** The factor of a block. */
  static BlockTriangle of(Design design, Block block, FitProgress progress) {
    BlockTriangle triangle = empty(design, progress);
    int[] place = new int[design.width()];
    Arrays.fill(place, -1);
    for (int j = 0; j < triangle.solved.length; j++) {
      place[triangle.solved[j]] = j;
    }
    double[][] columns = new double[triangle.width][GROUP_ROWS];
    for (int from = 0; from < block.rows(); from += GROUP_ROWS) {
      int rows = Math.min(GROUP_ROWS, block.rows() - from);
      expand(design, block, from, rows, place, columns);
      triangle.update(columns, rows);
    }
    return triangle;
  }

  private static void expand(
      Design design, Block block, int from, int rows, int[] place, double[][] columns) {
    for (double[] column : columns) {
      Arrays.fill(column, 0, rows, 0);
    }
    if (design.intercept()) {
      Arrays.fill(columns[0], 0, rows, 1);
    }
    for (int i = 0; i < block.numbers().length; i++) {
      double[] column = columns[place[design.firstNumber() + i]];
      design.scaling().apply(i, block.numbers()[i], from, rows, column, 0);
    }
    int[] offsets = design.layout().levelOffsets();
    for (int c = 0; c < offsets.length; c++) {
      for (int row = 0; row < rows; row++) {
        int column = place[design.firstLevel() + offsets[c] + block.codes()[c][from + row]];
        if (column >= 0) {
          columns[column][row] = 1;
        }
      }
    }
    double[] label = columns[columns.length - 1];
    for (int row = 0; row < rows; row++) {
      label[row] = (block.target()[from + row] - design.labelCenter()) / design.labelScale();
    }
  }

  /** Adds the rows of another factor. */
  void add(BlockTriangle other) {
    double[][] columns = new double[width][width];
    for (int i = 0; i < width; i++) {
      for (int j = i; j < width; j++) {
        columns[j][i] = other.r[i][j];
      }
    }
    update(columns, width);
  }

  /** Adds one row per penalised column: the square root of its penalty, and a label of 0. */
  void addPenalties(double[] roots) {
    double[][] columns = new double[width][width];
    for (int j = 0; j < solved.length; j++) {
      columns[j][j] = roots[solved[j]];
    }
    update(columns, width);
  }

  /** Reflects rows into the triangle; the columns are overwritten. */
  private void update(double[][] columns, int rows) {
    for (int j = 0; j < width; j++) {
      progress.checkCancelled();
      double[] v = columns[j];
      double square = dot(v, v, rows);
      if (square == 0) {
        continue;
      }
      double head = r[j][j];
      double length = Math.sqrt(head * head + square);
      double pivot = head > 0 ? -length : length;
      double first = head - pivot;
      double scale = 1 / (length * (length + Math.abs(head)));
      r[j][j] = pivot;
      for (int k = j + 1; k < width; k++) {
        double[] column = columns[k];
        double t = scale * (first * r[j][k] + dot(v, column, rows));
        r[j][k] -= t * first;
        for (int i = 0; i < rows; i++) {
          column[i] -= t * v[i];
        }
      }
    }
  }

  private static double dot(double[] a, double[] b, int n) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      s0 = Math.fma(a[i], b[i], s0);
      s1 = Math.fma(a[i + 1], b[i + 1], s1);
      s2 = Math.fma(a[i + 2], b[i + 2], s2);
      s3 = Math.fma(a[i + 3], b[i + 3], s3);
    }
    for (; i < n; i++) {
      s0 = Math.fma(a[i], b[i], s0);
    }
    return (s0 + s1) + (s2 + s3);
  }

  double[][] rows() {
    return r;
  }
}
