/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.kmeans;

import java.util.OptionalInt;
import org.insitu.executor.fit.FitPlace;
import org.insitu.parser.option.DistanceOptions;
import org.insitu.parser.option.LossOptions;
import org.insitu.parser.option.OptionRegistry;
import org.insitu.udf.model.ModelFunction.Distance;

/**
 * Options of KMEANS. What each may be is said by {@link OptionRegistry}.
 *
 * @param numClusters empty for the decimal logarithm of the number of rows, rounded, at least 2
 * @param seeding how the first centroids are chosen
 * @param distance between rows and centroids
 * @param standardizeFeatures whether numbers are divided by their deviation
 * @param maxIterations the most
 * @param earlyStop whether {@code minRelProgress} counts
 * @param minRelProgress where to stop: after the first iteration whose loss is not less by this
 *     part of the one before
 * @param seed of the seeding
 * @param place where to fit; in the warehouse each iteration is one query
 */
public record KMeansOptions(
    OptionalInt numClusters,
    Seeding seeding,
    Distance distance,
    boolean standardizeFeatures,
    int maxIterations,
    boolean earlyStop,
    double minRelProgress,
    long seed,
    FitPlace place) {

  /** BigQuery's defaults. */
  public static final KMeansOptions DEFAULT =
      new KMeansOptions(
          OptionalInt.empty(),
          Seeding.RANDOM,
          Distance.EUCLIDEAN,
          true,
          20,
          true,
          0.01,
          0,
          FitPlace.AUTO);

  public KMeansOptions {
    numClusters.ifPresent(clusters -> DistanceOptions.NUM_CLUSTERS.require((long) clusters));
    LossOptions.MAX_ITERATIONS.require((long) maxIterations);
    LossOptions.MIN_REL_PROGRESS.require(minRelProgress);
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
        seed,
        place);
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
        otherSeed,
        place);
  }

  public KMeansOptions withDistance(Distance other, boolean standardize) {
    return new KMeansOptions(
        numClusters,
        seeding,
        other,
        standardize,
        maxIterations,
        earlyStop,
        minRelProgress,
        seed,
        place);
  }

  public KMeansOptions withIterations(int max, boolean stopEarly, double progress) {
    return new KMeansOptions(
        numClusters, seeding, distance, standardizeFeatures, max, stopEarly, progress, seed, place);
  }

  public KMeansOptions withPlace(FitPlace other) {
    return new KMeansOptions(
        numClusters,
        seeding,
        distance,
        standardizeFeatures,
        maxIterations,
        earlyStop,
        minRelProgress,
        seed,
        other);
  }
}
