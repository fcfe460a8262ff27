/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.kmeans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.rows.StoredBlock;
import org.insitu.udf.model.ModelFunction.Distance;

/** What one pass over rows finds: each row's nearest centroid, and sums by centroid. */
final class ClusterSums {
  private final long[] rows;
  private final double[] squares;
  private final double[] lengths;
  private final double[][] sums;
  private final List<Outlier> outliers = new ArrayList<>();

  /** The row of a block that is farthest from its centroid. */
  @SuppressWarnings("ArrayRecordComponent") // read only, in here
  private record Outlier(double square, double[] row) {}

  private ClusterSums(int clusters, int width) {
    this.rows = new long[clusters];
    this.squares = new double[clusters];
    this.lengths = new double[clusters];
    this.sums = new double[clusters][width];
  }

  /** No rows. */
  static ClusterSums empty(double[][] centroids) {
    return new ClusterSums(centroids.length, centroids[0].length);
  }

  /** Takes a cluster's row of a query: its number, rows, squares, lengths, then sums. */
  void put(double[] row) {
    int cluster = (int) row[0];
    rows[cluster] = (long) row[1];
    squares[cluster] = row[2];
    lengths[cluster] = row[3];
    sums[cluster] = Arrays.copyOfRange(row, 4, row.length);
  }

  /** Takes a row of a query that is far from its centroid: its squared distance, then itself. */
  void putOutlier(double[] row) {
    outliers.add(new Outlier(row[0], Arrays.copyOfRange(row, 1, row.length)));
  }

  /** The sums of a block. */
  static ClusterSums of(
      Encoder encoder, Distance distance, StoredBlock block, double[][] centroids) {
    ClusterSums result = empty(centroids);
    EncodedRows rows = new EncodedRows(encoder);
    Measure measure = new Measure(distance);
    double[] best = new double[EncodedRows.MAX];
    double[] other = new double[EncodedRows.MAX];
    int[] nearest = new int[EncodedRows.MAX];
    double farthest = 0;
    double[] outlier = new double[0];
    for (int from = 0; from < block.rows(); from += EncodedRows.MAX) {
      rows.load(block, from, Math.min(EncodedRows.MAX, block.rows() - from));
      measure.take(rows);
      assign(rows, measure, centroids, best, other, nearest);
      for (int r = 0; r < rows.count(); r++) {
        result.add(rows, measure, r, nearest[r], best[r]);
        if (best[r] > farthest) {
          farthest = best[r];
          outlier = rows.row(r);
        }
      }
    }
    if (farthest > 0) {
      result.outliers.add(new Outlier(farthest, outlier));
    }
    return result;
  }

  private static void assign(
      EncodedRows rows,
      Measure measure,
      double[][] centroids,
      double[] best,
      double[] other,
      int[] nearest) {
    measure.squaredDistances(rows, centroids[0], best);
    Arrays.fill(nearest, 0);
    for (int k = 1; k < centroids.length; k++) {
      measure.squaredDistances(rows, centroids[k], other);
      for (int r = 0; r < rows.count(); r++) {
        if (other[r] < best[r]) {
          best[r] = other[r];
          nearest[r] = k;
        }
      }
    }
  }

  private void add(EncodedRows from, Measure measure, int row, int cluster, double square) {
    rows[cluster]++;
    squares[cluster] += square;
    lengths[cluster] += measure.length(row);
    from.addTo(sums[cluster], row, measure.factor(row));
  }

  /** Adds the sums of more rows. */
  void add(ClusterSums other) {
    for (int k = 0; k < rows.length; k++) {
      rows[k] += other.rows[k];
      squares[k] += other.squares[k];
      lengths[k] += other.lengths[k];
      for (int i = 0; i < sums[k].length; i++) {
        sums[k][i] += other.sums[k][i];
      }
    }
    outliers.addAll(other.outliers);
  }

  /** The mean squared distance of a row from its centroid. */
  double loss() {
    double square = 0;
    long count = 0;
    for (int k = 0; k < rows.length; k++) {
      square += squares[k];
      count += rows[k];
    }
    return square / count;
  }

  List<FitReport.Cluster> clusters() {
    List<FitReport.Cluster> result = new ArrayList<>();
    for (int k = 0; k < rows.length; k++) {
      double radius = rows[k] == 0 ? 0 : Math.sqrt(squares[k] / rows[k]);
      result.add(new FitReport.Cluster(rows[k], radius));
    }
    return result;
  }

  /**
   * The next centroids: the mean of each cluster's rows; with cosine the mean of their directions,
   * as long as they are on average. A cluster without rows starts again at the row farthest from
   * its own centroid, of each block one.
   */
  double[][] centroids(Distance distance, double[][] before) {
    outliers.sort((a, b) -> Double.compare(b.square(), a.square()));
    double[][] result = new double[rows.length][];
    int used = 0;
    for (int k = 0; k < rows.length; k++) {
      if (rows[k] > 0) {
        result[k] = mean(distance, k);
      } else {
        result[k] = used < outliers.size() ? outliers.get(used++).row() : before[k];
      }
    }
    return result;
  }

  private double[] mean(Distance distance, int k) {
    double factor = 1.0 / rows[k];
    if (distance == Distance.COSINE) {
      double length = Measure.length(sums[k]);
      factor = length > 0 ? lengths[k] / rows[k] / length : 0;
    }
    double[] result = new double[sums[k].length];
    for (int i = 0; i < result.length; i++) {
      result[i] = sums[k][i] * factor;
    }
    return result;
  }
}
