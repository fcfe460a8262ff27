/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.points;

import org.insitu.parser.option.DistanceOptions;
import org.insitu.parser.option.OptionRegistry;
import org.insitu.udf.model.ModelFunction.Distance;

/**
 * Options of KNN_CLASSIFIER and KNN_REGRESSOR. What each may be is said by {@link OptionRegistry}.
 *
 * @param neighbors how many predict
 * @param distance between rows
 * @param byDistance whether nearer ones weigh more
 * @param standardize whether numbers are divided by their deviation
 */
public record NeighborOptions(
    int neighbors, Distance distance, boolean byDistance, boolean standardize) {

  /** Five neighbours that count alike, as in scikit-learn. */
  public static final NeighborOptions DEFAULT =
      new NeighborOptions(5, Distance.EUCLIDEAN, false, true);

  public NeighborOptions {
    DistanceOptions.NUM_NEIGHBORS.require((long) neighbors);
  }

  public NeighborOptions withNeighbors(int other) {
    return new NeighborOptions(other, distance, byDistance, standardize);
  }

  public NeighborOptions withDistance(Distance other, boolean weigh) {
    return new NeighborOptions(neighbors, other, weigh, standardize);
  }

  public NeighborOptions withStandardize(boolean other) {
    return new NeighborOptions(neighbors, distance, byDistance, other);
  }
}
