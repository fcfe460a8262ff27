/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.Arrays;
import java.util.BitSet;
import org.insitu.udf.model.Points;

/** How far rows are from points, a run of points at a time. */
final class PointDistances {
  /** Points to a run: with a dozen inputs they fit into the second-level cache. */
  static final int RUN = 1024;

  private final Points points;
  private final int inputs;
  private final BitSet categories = new BitSet();

  /**
   * The coordinates of each run, input by input, in arrays of their own: only where arrays are read
   * and written at the same index does the compiler use vector instructions (nine times as fast).
   */
  private final double[][][] runs;

  /** The length of each point as a vector, by run; computed where directions are compared. */
  private double[][] lengths = {};

  PointDistances(Points points) {
    this.points = points;
    this.inputs = points.inputs().size();
    for (int i = 0; i < inputs; i++) {
      categories.set(i, points.inputs().get(i) == Points.Input.CATEGORY);
    }
    this.runs = new double[(points.rows() + RUN - 1) / RUN][inputs][];
    for (int run = 0; run < runs.length; run++) {
      for (int i = 0; i < inputs; i++) {
        int from = i * points.rows() + run * RUN;
        runs[run][i] = Arrays.copyOfRange(points.coordinates(), from, from + size(run));
      }
    }
  }

  /** The same that can compare directions too. */
  static PointDistances ofDirections(Points points) {
    PointDistances distances = new PointDistances(points);
    distances.lengths = new double[distances.runs()][];
    for (int run = 0; run < distances.runs(); run++) {
      distances.lengths[run] = distances.lengths(run);
    }
    return distances;
  }

  private double[] lengths(int run) {
    double[] lengths = new double[size(run)];
    for (int j = 0; j < lengths.length; j++) {
      double square = 0;
      for (int i = 0; i < inputs; i++) {
        square += square(points.inputs().get(i), runs[run][i][j]);
      }
      lengths[j] = Math.sqrt(square);
    }
    return lengths;
  }

  private static double square(Points.Input input, double value) {
    return switch (input) {
      case NUMBER -> value * value;
      case CATEGORY -> value < 0 ? 0 : 1;
    };
  }

  int runs() {
    return runs.length;
  }

  /** The number of points of a run. */
  int size(int run) {
    return Math.min(RUN, points.rows() - run * RUN);
  }

  /**
   * Squared distances, the squares added in the order of the inputs.
   *
   * @param out receives those of the run's points from index 0
   */
  void squared(double[][] columns, int row, int run, double[] out) {
    int count = size(run);
    Arrays.fill(out, 0, count, 0);
    double[][] coordinates = runs[run];
    int i = 0;
    while (i < inputs) {
      if (categories.get(i)) {
        addApart(columns[i][row], coordinates[i], count, out);
        i++;
      } else if (i + 3 < inputs && areNumbers(i, i + 4)) {
        addFour(columns, row, coordinates, i, count, out);
        i += 4;
      } else {
        addSquares(columns[i][row], coordinates[i], count, out);
        i++;
      }
    }
  }

  private boolean areNumbers(int from, int to) {
    int next = categories.nextSetBit(from);
    return next < 0 || next >= to;
  }

  /** The squares of four inputs: the sums are read and written once. */
  private static void addFour(
      double[][] columns, int row, double[][] coordinates, int i, int count, double[] out) {
    double x0 = columns[i][row];
    double x1 = columns[i + 1][row];
    double x2 = columns[i + 2][row];
    double x3 = columns[i + 3][row];
    double[] c0 = coordinates[i];
    double[] c1 = coordinates[i + 1];
    double[] c2 = coordinates[i + 2];
    double[] c3 = coordinates[i + 3];
    for (int j = 0; j < count; j++) {
      double d0 = x0 - c0[j];
      double d1 = x1 - c1[j];
      double d2 = x2 - c2[j];
      double d3 = x3 - c3[j];
      out[j] = out[j] + d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
    }
  }

  private static void addSquares(double x, double[] coordinates, int count, double[] out) {
    for (int j = 0; j < count; j++) {
      double difference = x - coordinates[j];
      out[j] += difference * difference;
    }
  }

  private static void addApart(double level, double[] levels, int count, double[] out) {
    double other = level < 0 ? 1 : 2;
    for (int j = 0; j < count; j++) {
      out[j] += levels[j] == level ? 0 : other;
    }
  }

  /** Cosine distances, never negative; 1 where there is no direction. */
  void cosine(double[][] columns, int row, int run, double[] out) {
    int count = size(run);
    double square = 0;
    Arrays.fill(out, 0, count, 0);
    for (int i = 0; i < inputs; i++) {
      double x = columns[i][row];
      square += square(points.inputs().get(i), x);
      if (points.inputs().get(i) == Points.Input.NUMBER) {
        addProducts(x, runs[run][i], count, out);
      } else {
        addEqual(x, runs[run][i], count, out);
      }
    }
    double length = Math.sqrt(square);
    double[] others = lengths[run];
    for (int j = 0; j < count; j++) {
      boolean directed = length != 0 && others[j] != 0;
      out[j] = directed ? Math.max(0, 1 - out[j] / length / others[j]) : 1;
    }
  }

  private static void addProducts(double x, double[] coordinates, int count, double[] out) {
    for (int j = 0; j < count; j++) {
      out[j] += x * coordinates[j];
    }
  }

  private static void addEqual(double level, double[] levels, int count, double[] out) {
    for (int j = 0; j < count; j++) {
      out[j] += levels[j] == level ? 1 : 0;
    }
  }
}
