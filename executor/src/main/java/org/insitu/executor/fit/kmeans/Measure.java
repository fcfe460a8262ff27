/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.kmeans;

import org.insitu.udf.model.ModelFunction.Distance;

/** Distances of a few hundred rows from points. */
final class Measure {
  private final Distance distance;
  private final double[] lengths = new double[EncodedRows.MAX];

  Measure(Distance distance) {
    this.distance = distance;
  }

  /** Takes rows; to be called before the others. */
  void take(EncodedRows rows) {
    if (distance == Distance.COSINE) {
      rows.squares(lengths);
      for (int r = 0; r < rows.count(); r++) {
        lengths[r] = Math.sqrt(lengths[r]);
      }
    }
  }

  /**
   * Squared distances. The cosine distance is 1 - cos; a row or a point of length 0 has no
   * direction and is at distance 1 from everything.
   */
  void squaredDistances(EncodedRows rows, double[] point, double[] to) {
    switch (distance) {
      case EUCLIDEAN -> rows.squaredDistances(point, to);
      case COSINE -> {
        rows.products(point, to);
        double length = length(point);
        for (int r = 0; r < rows.count(); r++) {
          double both = lengths[r] * length;
          double cosine = both > 0 ? to[r] / both : 0;
          to[r] = (1 - cosine) * (1 - cosine);
        }
      }
    }
  }

  /** The factor of a row in its centroid's sum: with cosine every direction counts alike. */
  double factor(int row) {
    return switch (distance) {
      case EUCLIDEAN -> 1;
      case COSINE -> lengths[row] > 0 ? 1 / lengths[row] : 0;
    };
  }

  /** The length of a row, for cosine. */
  double length(int row) {
    return distance == Distance.COSINE ? lengths[row] : 0;
  }

  static double length(double[] point) {
    double sum = 0;
    for (double x : point) {
      sum += x * x;
    }
    return Math.sqrt(sum);
  }
}
