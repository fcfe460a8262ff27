/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.Arrays;
import org.insitu.udf.model.ModelFunction.Distance;
import org.insitu.udf.model.PointFunction.Nearest;

/** The nearest points of each row by looking at all of them, and what they have. */
final class NearestKernel extends PointKernel {
  /** Rows that pass over a run of points while it is in the cache. */
  private static final int TILE = 64;

  private final Nearest nearest;
  private final PointDistances distances;

  NearestKernel(Nearest nearest) {
    this.nearest = nearest;
    this.distances =
        nearest.distance() == Distance.COSINE
            ? PointDistances.ofDirections(nearest.points())
            : new PointDistances(nearest.points());
  }

  @Override
  public void compute(double[][] columns, int rows, double[][] out) {
    NearestList[] lists = new NearestList[Math.min(TILE, rows)];
    Arrays.setAll(lists, i -> new NearestList(nearest.count()));
    double[] scratch = new double[PointDistances.RUN];
    for (int first = 0; first < rows; first += TILE) {
      int tile = Math.min(TILE, rows - first);
      search(columns, first, tile, lists, scratch);
      for (int i = 0; i < tile; i++) {
        answer(lists[i], first + i, out);
        lists[i].clear();
      }
    }
  }

  private void search(
      double[][] columns, int first, int tile, NearestList[] lists, double[] scratch) {
    for (int run = 0; run < distances.runs(); run++) {
      for (int i = 0; i < tile; i++) {
        switch (nearest.distance()) {
          case EUCLIDEAN -> distances.squared(columns, first + i, run, scratch);
          case COSINE -> distances.cosine(columns, first + i, run, scratch);
        }
        lists[i].offer(scratch, distances.size(run), run * PointDistances.RUN);
      }
    }
  }

  private void answer(NearestList list, int row, double[][] out) {
    double[] targets = nearest.targets();
    double[] weights = weights(list);
    double all = 0;
    for (double weight : weights) {
      all += weight;
    }
    if (nearest.classes() == 0) {
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * targets[list.point(i)];
      }
      out[0][row] = sum / all;
      return;
    }
    for (int k = 0; k < nearest.classes(); k++) {
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += targets[list.point(i)] == k ? weights[i] : 0;
      }
      out[k][row] = sum / all;
    }
  }

  private double[] weights(NearestList list) {
    double[] weights = new double[nearest.count()];
    boolean alike =
        !nearest.byDistance()
            || list.distance(0) == 0
            || list.distance(0) == Double.POSITIVE_INFINITY;
    for (int i = 0; i < weights.length; i++) {
      boolean counts = !nearest.byDistance() || list.distance(i) == list.distance(0);
      weights[i] = alike ? (counts ? 1 : 0) : 1 / length(list.distance(i));
    }
    return weights;
  }

  private double length(double distance) {
    return nearest.distance() == Distance.EUCLIDEAN ? Math.sqrt(distance) : distance;
  }
}
