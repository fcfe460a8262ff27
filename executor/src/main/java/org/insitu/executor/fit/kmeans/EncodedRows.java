/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.kmeans;

import java.util.Arrays;
import org.insitu.executor.fit.rows.StoredBlock;

/** A few hundred encoded rows: so few that their columns stay in the second-level cache. */
final class EncodedRows {
  /** Rows at once. */
  static final int MAX = 512;

  private final Encoder encoder;
  private final int[] offsets;
  private final double[][] numbers;
  private final int[][] codes;
  private int count;

  EncodedRows(Encoder encoder) {
    this.encoder = encoder;
    this.offsets = encoder.layout().levelOffsets();
    this.numbers = new double[encoder.layout().numbers()][MAX];
    this.codes = new int[offsets.length][MAX];
  }

  void load(StoredBlock block, int from, int rows) {
    count = rows;
    for (int i = 0; i < numbers.length; i++) {
      double[] column = numbers[i];
      block.number(i, from, rows, column);
      double center = encoder.center()[i];
      double scale = encoder.scale()[i];
      for (int r = 0; r < rows; r++) {
        // Adding zero makes one zero of both.
        column[r] = (column[r] - center) / scale + 0.0;
      }
    }
    for (int c = 0; c < codes.length; c++) {
      block.codes(c, from, rows, codes[c]);
    }
  }

  int count() {
    return count;
  }

  /** One row on the encoded scale: numbers, then levels. */
  double[] row(int r) {
    double[] result = new double[encoder.layout().width()];
    for (int i = 0; i < numbers.length; i++) {
      result[i] = numbers[i][r];
    }
    for (int c = 0; c < codes.length; c++) {
      result[numbers.length + offsets[c] + codes[c][r]] = 1;
    }
    return result;
  }

  /** Adds a row times a factor to a sum. */
  void addTo(double[] sum, int r, double factor) {
    for (int i = 0; i < numbers.length; i++) {
      sum[i] += factor * numbers[i][r];
    }
    for (int c = 0; c < codes.length; c++) {
      sum[numbers.length + offsets[c] + codes[c][r]] += factor;
    }
  }

  /** The squared length of each row. */
  void squares(double[] to) {
    Arrays.fill(to, 0, count, codes.length);
    for (double[] column : numbers) {
      for (int r = 0; r < count; r++) {
        to[r] += column[r] * column[r];
      }
    }
  }

  /** The squared distance of each row from a point. */
  void squaredDistances(double[] point, double[] to) {
    Arrays.fill(to, 0, count, 0);
    for (int i = 0; i < numbers.length; i++) {
      double[] column = numbers[i];
      double at = point[i];
      for (int r = 0; r < count; r++) {
        double difference = column[r] - at;
        to[r] += difference * difference;
      }
    }
    for (int c = 0; c < codes.length; c++) {
      int first = numbers.length + offsets[c];
      double[] byLevel = squaredDistances(point, first, encoder.layout().levelCounts()[c]);
      for (int r = 0; r < count; r++) {
        to[r] += byLevel[codes[c][r]];
      }
    }
  }

  /** Of each level's 0/1 values from a point's values there. */
  private static double[] squaredDistances(double[] point, int first, int levels) {
    double all = 0;
    for (int i = first; i < first + levels; i++) {
      all += point[i] * point[i];
    }
    double[] result = new double[levels];
    for (int i = 0; i < levels; i++) {
      double own = point[first + i];
      result[i] = Math.max(0, all - own * own) + (1 - own) * (1 - own);
    }
    return result;
  }

  /** The scalar product of each row with a point. */
  void products(double[] point, double[] to) {
    Arrays.fill(to, 0, count, 0);
    for (int i = 0; i < numbers.length; i++) {
      double[] column = numbers[i];
      double at = point[i];
      for (int r = 0; r < count; r++) {
        to[r] += column[r] * at;
      }
    }
    for (int c = 0; c < codes.length; c++) {
      int first = numbers.length + offsets[c];
      for (int r = 0; r < count; r++) {
        to[r] += point[first + codes[c][r]];
      }
    }
  }
}
