/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import static org.insitu.parser.option.ModelOption.of;
import static org.insitu.parser.option.ModelType.ISOLATION_FOREST;
import static org.insitu.parser.option.ModelTypes.BOOSTED;
import static org.insitu.parser.option.ModelTypes.FORESTS;
import static org.insitu.parser.option.ModelTypes.MONOTONE;
import static org.insitu.parser.option.ModelTypes.TREES;
import static org.insitu.parser.option.ModelTypes.only;
import static org.insitu.parser.option.ValueTypes.FRACTION;
import static org.insitu.parser.option.ValueTypes.NOT_NEGATIVE;
import static org.insitu.parser.option.ValueTypes.SHARE;
import static org.insitu.parser.option.ValueTypes.STRING;
import static org.insitu.parser.option.ValueTypes.choice;
import static org.insitu.parser.option.ValueTypes.integer;
import static org.insitu.parser.option.ValueTypes.number;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Options of the models that are made of trees: isolation forests, boosted trees, random forests,
 * decision trees.
 */
public final class TreeOptions {
  private static final Set<ModelType> ISOLATION = Set.of(ISOLATION_FOREST);
  private static final Set<ModelType> BOOSTED_AND_FORESTS =
      only(type -> BOOSTED.contains(type) || FORESTS.contains(type));

  public static final ModelOption<Long> NUM_TREES =
      of("num_trees", integer(1, 10_000), ISOLATION, "The number of trees.").byDefault(100L);

  public static final ModelOption<Long> MAX_SAMPLES =
      of(
              "max_samples",
              integer(2, 1_000_000),
              ISOLATION,
              "The rows that each tree is grown on, drawn without replacement.")
          .byDefault(256L);

  public static final ModelOption<Double> CONTAMINATION =
      of(
              "contamination",
              number("> 0, <= 0.5", v -> v > 0 && v <= 0.5),
              ISOLATION,
              "The share of the training rows that are anomalies; it sets the score above which a"
                  + " row is one.")
          .byDefaultFromData("none: a row is an anomaly when its score exceeds 0.5");

  public static final ModelOption<Choice.Booster> BOOSTER_TYPE =
      of(
              "booster_type",
              choice(Choice.Booster.class),
              BOOSTED,
              "Whether trees are added as they are or dropped at random.")
          .byDefault(Choice.Booster.GBTREE);

  public static final ModelOption<Choice.DartNormalize> DART_NORMALIZE_TYPE =
      of(
              "dart_normalize_type",
              choice(Choice.DartNormalize.class),
              BOOSTED,
              "How the booster DART weighs its trees.")
          .byDefault(Choice.DartNormalize.TREE);

  public static final ModelOption<Double> RATE_DROP =
      of(
              "rate_drop",
              FRACTION,
              BOOSTED,
              "The chance of each tree to be left out of a round of the booster DART.")
          .byDefault(0.0);

  public static final ModelOption<Double> SKIP_DROP =
      of(
              "skip_drop",
              FRACTION,
              BOOSTED,
              "The chance of a round of the booster DART to leave no tree out.")
          .byDefault(0.0);

  public static final ModelOption<Map<String, Integer>> MONOTONE_CONSTRAINTS =
      of(
              "monotone_constraints",
              new MonotoneConstraintsType(),
              MONOTONE,
              "Features whose rise must not lower (1) or raise (-1) the score: [STRUCT('age',"
                  + " 1), ...].")
          .byDefaultFromData("none; 1 for the feature of ISOTONIC");

  public static final ModelOption<Long> NUM_PARALLEL_TREE =
      of(
              "num_parallel_tree",
              integer(1, 1_000),
              BOOSTED_AND_FORESTS,
              "The number of trees of one round; a random forest has one round.")
          .within(integer(2, 1_000), FORESTS)
          .byDefault(1L, FORESTS, 100L);

  public static final ModelOption<Choice.TreeMethod> TREE_METHOD =
      of("tree_method", choice(Choice.TreeMethod.class), TREES, "How splits are searched.")
          .byDefault(Choice.TreeMethod.AUTO);

  public static final ModelOption<Long> MAX_TREE_DEPTH =
      of("max_tree_depth", integer(1, 20), TREES, "The depth of a tree.")
          .byDefault(6L, FORESTS, 15L);

  public static final ModelOption<Double> MIN_TREE_CHILD_WEIGHT =
      of("min_tree_child_weight", NOT_NEGATIVE, TREES, "The least sum of weights in a leaf.")
          .byDefault(1.0);

  public static final ModelOption<Double> COLSAMPLE_BYTREE =
      of(
              "colsample_bytree",
              SHARE,
              BOOSTED_AND_FORESTS,
              "The share of columns drawn for each tree.")
          .byDefault(1.0);

  public static final ModelOption<Double> COLSAMPLE_BYLEVEL =
      of(
              "colsample_bylevel",
              SHARE,
              BOOSTED_AND_FORESTS,
              "The share of columns drawn for each level of a tree.")
          .byDefault(1.0);

  public static final ModelOption<Double> COLSAMPLE_BYNODE =
      of(
              "colsample_bynode",
              SHARE,
              BOOSTED_AND_FORESTS,
              "The share of columns drawn for each split.")
          .byDefault(1.0, FORESTS, 0.8);

  public static final ModelOption<Double> SUBSAMPLE =
      of("subsample", SHARE, BOOSTED_AND_FORESTS, "The share of rows drawn for each round.")
          .byDefault(1.0, FORESTS, 0.8);

  public static final ModelOption<Double> MIN_SPLIT_LOSS =
      of("min_split_loss", NOT_NEGATIVE, TREES, "The least gain in loss that is worth a split.")
          .byDefault(0.0);

  public static final ModelOption<String> XGBOOST_VERSION =
      of("xgboost_version", STRING, TREES, "The library's version; this engine brings its own.")
          .with(Effect.NONE);

  /** In the order of the documentation. */
  static final List<ModelOption<?>> OPTIONS =
      List.of(
          NUM_TREES,
          MAX_SAMPLES,
          CONTAMINATION,
          BOOSTER_TYPE,
          DART_NORMALIZE_TYPE,
          RATE_DROP,
          SKIP_DROP,
          MONOTONE_CONSTRAINTS,
          NUM_PARALLEL_TREE,
          TREE_METHOD,
          MAX_TREE_DEPTH,
          MIN_TREE_CHILD_WEIGHT,
          COLSAMPLE_BYTREE,
          COLSAMPLE_BYLEVEL,
          COLSAMPLE_BYNODE,
          SUBSAMPLE,
          MIN_SPLIT_LOSS,
          XGBOOST_VERSION);

  private TreeOptions() {}
}
