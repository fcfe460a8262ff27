/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import static org.insitu.parser.option.ModelOption.of;
import static org.insitu.parser.option.ModelType.GAUSSIAN_PROCESS;
import static org.insitu.parser.option.ModelType.KMEANS;
import static org.insitu.parser.option.ModelType.KNN_CLASSIFIER;
import static org.insitu.parser.option.ModelType.KNN_REGRESSOR;
import static org.insitu.parser.option.ValueTypes.BOOL;
import static org.insitu.parser.option.ValueTypes.NOT_NEGATIVE;
import static org.insitu.parser.option.ValueTypes.POSITIVE;
import static org.insitu.parser.option.ValueTypes.STRING;
import static org.insitu.parser.option.ValueTypes.choice;
import static org.insitu.parser.option.ValueTypes.integer;

import java.util.List;
import java.util.Set;

/**
 * Options of the models that measure how far rows are apart: k-means, nearest neighbours, Gaussian
 * processes.
 */
public final class DistanceOptions {
  private static final Set<ModelType> CLUSTERS = Set.of(KMEANS);
  private static final Set<ModelType> NEIGHBORS = Set.of(KNN_CLASSIFIER, KNN_REGRESSOR);
  private static final Set<ModelType> MEASURED = Set.of(KMEANS, KNN_CLASSIFIER, KNN_REGRESSOR);
  private static final Set<ModelType> PROCESSES = Set.of(GAUSSIAN_PROCESS);

  public static final ModelOption<Long> NUM_CLUSTERS =
      of("num_clusters", integer(2, 1_000), CLUSTERS, "The number of clusters.")
          .byDefaultFromData("log10 of the number of rows");

  public static final ModelOption<Choice.KMeansInit> KMEANS_INIT_METHOD =
      of(
              "kmeans_init_method",
              choice(Choice.KMeansInit.class),
              CLUSTERS,
              "How the first centres are chosen.")
          .byDefault(Choice.KMeansInit.RANDOM);

  public static final ModelOption<String> KMEANS_INIT_COL =
      of("kmeans_init_col", STRING, CLUSTERS, "The column that marks the first centres.")
          .with(Effect.NOT_YET);

  public static final ModelOption<Choice.Distance> DISTANCE_TYPE =
      of("distance_type", choice(Choice.Distance.class), MEASURED, "How far two rows are apart.")
          .byDefault(Choice.Distance.EUCLIDEAN);

  public static final ModelOption<Boolean> STANDARDIZE_FEATURES =
      of(
              "standardize_features",
              BOOL,
              MEASURED,
              "Whether numbers are brought to mean 0 and standard deviation 1.")
          .byDefault(true);

  public static final ModelOption<Long> NUM_NEIGHBORS =
      of(
              "num_neighbors",
              integer(1, 1_000),
              NEIGHBORS,
              "The number of nearest training rows that predict.")
          .byDefault(5L);

  public static final ModelOption<Choice.NeighborWeights> NEIGHBOR_WEIGHTS =
      of(
              "neighbor_weights",
              choice(Choice.NeighborWeights.class),
              NEIGHBORS,
              "Whether neighbours count alike or by the inverse of their distance.")
          .byDefault(Choice.NeighborWeights.UNIFORM);

  public static final ModelOption<Double> LENGTH_SCALE =
      of(
              "length_scale",
              POSITIVE,
              PROCESSES,
              "How far apart two rows, in standard deviations, are still alike.")
          .byDefaultFromData("the one of the greatest log marginal likelihood");

  public static final ModelOption<Double> NOISE_RATIO =
      of(
              "noise_ratio",
              NOT_NEGATIVE,
              PROCESSES,
              "The variance of the label's noise, divided by that of its signal.")
          .byDefaultFromData("the one of the greatest log marginal likelihood");

  /** In the order of the documentation. */
  static final List<ModelOption<?>> OPTIONS =
      List.of(
          NUM_CLUSTERS,
          KMEANS_INIT_METHOD,
          KMEANS_INIT_COL,
          DISTANCE_TYPE,
          STANDARDIZE_FEATURES,
          NUM_NEIGHBORS,
          NEIGHBOR_WEIGHTS,
          LENGTH_SCALE,
          NOISE_RATIO);

  private DistanceOptions() {}
}
