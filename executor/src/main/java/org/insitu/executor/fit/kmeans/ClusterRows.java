/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.kmeans;

import java.util.List;

/** The rows of a fit of clusters, on the encoded scale: in memory, or where they are. */
interface ClusterRows {

  /** How many rows there are. */
  long count();

  /** One row, counted from 0. */
  double[] at(long row);

  /** Distinct rows, as many as there are up to a number. */
  List<double[]> distinct(int most);

  /** Takes a point among those that rows are far from; answers with the sum of the distances. */
  double include(double[] point);

  /**
   * The row at which the sum of squared distances from the nearest point included, over the rows up
   * to it, first exceeds a number.
   */
  long find(double sum);

  /** One pass: each row's nearest centroid, and sums by centroid. */
  ClusterSums sums(double[][] centroids);

  /** {@code local} or {@code warehouse}. */
  String place();

  /** Bytes that left the warehouse. */
  long bytes();
}
