/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

/** The nearest of the points offered, in order; of points equally far the first offered. */
final class NearestList {
  private final double[] distances;
  private final int[] points;
  private int size;

  NearestList(int most) {
    this.distances = new double[most];
    this.points = new int[most];
  }

  void clear() {
    size = 0;
  }

  /** The point at a place, from 0. */
  int point(int place) {
    return points[place];
  }

  /** Its distance as it was offered; infinite where that was no number. */
  double distance(int place) {
    return distances[place];
  }

  /** Offers some consecutive points, which come after those offered before. */
  void offer(double[] offered, int count, int first) {
    int next = 0;
    while (next < count && size < distances.length) {
      double distance = offered[next];
      insert(Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance, first + next, size++);
      next++;
    }
    double worst = distances[distances.length - 1];
    for (; next < count; next++) {
      if (offered[next] < worst) {
        insert(offered[next], first + next, size - 1);
        worst = distances[size - 1];
      }
    }
  }

  /** Puts a point in its place; that at {@code end} is written over. */
  private void insert(double distance, int point, int end) {
    int place = end;
    while (place > 0 && distances[place - 1] > distance) {
      distances[place] = distances[place - 1];
      points[place] = points[place - 1];
      place--;
    }
    distances[place] = distance;
    points[place] = point;
  }
}
