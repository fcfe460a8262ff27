/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.insitu.udf.model.ModelFunction.Distance;
import org.insitu.udf.model.PointFunction;
import org.insitu.udf.model.PointFunction.BellSum;
import org.insitu.udf.model.PointFunction.Nearest;
import org.insitu.udf.model.Points;

/** Functions of points by their definition: rows as 0/1 vectors, a sort of all points. */
public final class TestingPoints {
  /** Columns that a category becomes. */
  private static final int LEVELS = 8;

  private TestingPoints() {}

  public static double[] answer(PointFunction function, double[] row) {
    return switch (function) {
      case BellSum sum -> new double[] {sum(sum, row)};
      case Nearest nearest -> nearest(nearest, row);
    };
  }

  private static double sum(BellSum sum, double[] row) {
    double[] vector = vector(sum.points(), row);
    double total = sum.bias();
    for (int i = 0; i < sum.points().rows(); i++) {
      double d = euclidean(vector, vector(sum.points(), point(sum.points(), i)));
      total += sum.weights()[i] * Math.exp(-d * d / 2 / sum.lengthScale() / sum.lengthScale());
    }
    return total;
  }

  private static double[] nearest(Nearest nearest, double[] row) {
    Points points = nearest.points();
    double[] vector = vector(points, row);
    double[] distances =
        IntStream.range(0, points.rows())
            .mapToDouble(
                i -> {
                  double[] point = vector(points, point(points, i));
                  double d =
                      nearest.distance() == Distance.EUCLIDEAN
                          ? euclidean(vector, point)
                          : cosine(vector, point);
                  return Double.isNaN(d) ? Double.POSITIVE_INFINITY : d;
                })
            .toArray();
    int[] order =
        IntStream.range(0, points.rows())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> distances[i]))
            .limit(nearest.count())
            .mapToInt(i -> i)
            .toArray();
    double[] weights = weights(nearest, distances, order);
    double all = Arrays.stream(weights).sum();
    double[] out = new double[nearest.outputs()];
    for (int i = 0; i < order.length; i++) {
      double target = nearest.targets()[order[i]];
      if (nearest.classes() == 0) {
        out[0] += weights[i] * target / all;
      } else {
        out[(int) target] += weights[i] / all;
      }
    }
    return out;
  }

  private static double[] weights(Nearest nearest, double[] distances, int[] order) {
    double[] weights = new double[order.length];
    Arrays.fill(weights, 1);
    if (nearest.byDistance()) {
      boolean zero = distances[order[0]] == 0;
      boolean infinite = distances[order[0]] == Double.POSITIVE_INFINITY;
      for (int i = 0; i < order.length && !infinite; i++) {
        double d = distances[order[i]];
        weights[i] = zero ? (d == 0 ? 1 : 0) : 1 / d;
      }
    }
    return weights;
  }

  private static double[] point(Points points, int row) {
    return IntStream.range(0, points.inputs().size()).mapToDouble(i -> points.at(i, row)).toArray();
  }

  private static double[] vector(Points points, double[] row) {
    double[] vector = new double[row.length * LEVELS];
    for (int i = 0; i < row.length; i++) {
      if (points.inputs().get(i) == Points.Input.NUMBER) {
        vector[i * LEVELS] = row[i];
      } else if (row[i] >= 0) {
        vector[i * LEVELS + (int) row[i]] = 1;
      }
    }
    return vector;
  }

  private static double euclidean(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  private static double cosine(double[] a, double[] b) {
    double product = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
      squareA += a[i] * a[i];
      squareB += b[i] * b[i];
    }
    double lengths = Math.sqrt(squareA) * Math.sqrt(squareB);
    return lengths == 0 ? 1 : Math.max(0, 1 - product / lengths);
  }
}
