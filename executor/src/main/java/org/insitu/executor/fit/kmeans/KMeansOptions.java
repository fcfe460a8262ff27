/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.kmeans;

import java.util.OptionalInt;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.ModelFunction.Distance;

/**
 * Options of KMEANS.
 *
 * @param numClusters 2 to {@link #CLUSTERS_MAX}; empty for the decimal logarithm of the number of
 *     rows, rounded, at least 2
 * @param seeding how the first centroids are chosen
 * @param distance between rows and centroids
 * @param standardizeFeatures whether numbers are divided by their deviation
 * @param maxIterations at least 1
 * @param earlyStop whether {@code minRelProgress} counts
 * @param minRelProgress where to stop: after the first iteration whose loss is not less by this
 *     part of the one before
 * @param seed of the seeding
 */
public record KMeansOptions(
    OptionalInt numClusters,
    Seeding seeding,
    Distance distance,
    boolean standardizeFeatures,
    int maxIterations,
    boolean earlyStop,
    double minRelProgress,
    long seed) {

  /** The most clusters; BigQuery takes 100. */
  public static final int CLUSTERS_MAX = 1_000;

  /** BigQuery's defaults. */
  public static final KMeansOptions DEFAULT =
      new KMeansOptions(
          OptionalInt.empty(), Seeding.RANDOM, Distance.EUCLIDEAN, true, 20, true, 0.01, 0);

  public KMeansOptions {
    int clusters = numClusters.orElse(2);
    require(
        clusters >= 2 && clusters <= CLUSTERS_MAX,
        "num_clusters",
        clusters,
        "2 to " + CLUSTERS_MAX);
    require(maxIterations >= 1, "max_iterations", maxIterations, ">= 1");
    require(minRelProgress >= 0, "min_rel_progress", minRelProgress, ">= 0");
  }

  private static void require(boolean holds, String name, Number value, String allowed) {
    if (!holds) {
      throw InsituException.of(
          ErrorCode.OPTION_RANGE, "%s: %s (allowed: %s)".formatted(name, value, allowed));
    }
  }

  /** The number of clusters for so many rows. */
  int clusters(long rows) {
    return numClusters.orElseGet(() -> Math.max(2, (int) Math.round(Math.log10((double) rows))));
  }

  public KMeansOptions withNumClusters(int clusters) {
    return new KMeansOptions(
        OptionalInt.of(clusters),
        seeding,
        distance,
        standardizeFeatures,
        maxIterations,
        earlyStop,
        minRelProgress,
        seed);
  }

  public KMeansOptions withSeeding(Seeding other, long otherSeed) {
    return new KMeansOptions(
        numClusters,
        other,
        distance,
        standardizeFeatures,
        maxIterations,
        earlyStop,
        minRelProgress,
        otherSeed);
  }

  public KMeansOptions withDistance(Distance other, boolean standardize) {
    return new KMeansOptions(
        numClusters, seeding, other, standardize, maxIterations, earlyStop, minRelProgress, seed);
  }

  public KMeansOptions withIterations(int max, boolean stopEarly, double progress) {
    return new KMeansOptions(
        numClusters, seeding, distance, standardizeFeatures, max, stopEarly, progress, seed);
  }
}
