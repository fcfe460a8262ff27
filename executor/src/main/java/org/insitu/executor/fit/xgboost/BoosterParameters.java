/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.insitu.executor.fit.TrainingSet;

/** Options as XGBoost's parameters. */
final class BoosterParameters {
  /**
   * Memory for histograms. Of 20 features and depth 15, BigQuery's of forests, XGBoost's own limit
   * took 1.2 GB more, and no less time (2026-11).
   */
  private static final long HISTOGRAM_BYTES = 1 << 27;

  /** A bin's sums of gradients and hessians. */
  private static final int GRADIENT_BYTES = 2 * Double.BYTES;

  /** XGBoost's own limit. */
  private static final int XGBOOST_HISTOGRAMS = 1 << 16;

  private BoosterParameters() {}

  static Map<String, Object> of(
      TrainingSet data, BoostedTreeOptions options, Objective objective, int threads) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("objective", objective.parameter());
    parameters.put("eval_metric", objective.metric());
    objective
        .classes(data.profile().label().orElseThrow())
        .ifPresent(classes -> parameters.put("num_class", classes));
    parameters.put("eta", options.rounds().learnRate());
    parameters.put("alpha", options.penalty().l1());
    parameters.put("lambda", options.penalty().l2());
    parameters.put("seed", options.seed());
    parameters.put("nthread", threads);
    parameters.put("verbosity", 0);
    switch (options.ensemble()) {
      case BoostedTreeOptions.Ensemble.Boosted boosted ->
          boosted.dart().ifPresent(dart -> putDart(dart, parameters));
      case BoostedTreeOptions.Ensemble.RandomForest _, BoostedTreeOptions.Ensemble.DecisionTree _ ->
          objective.evenOdds().ifPresent(score -> parameters.put("base_score", score));
    }
    putTree(options.tree(), data, parameters);
    parameters.put("subsample", options.sampling().rows());
    parameters.put("colsample_bytree", options.sampling().columnsByTree());
    parameters.put("colsample_bylevel", options.sampling().columnsByLevel());
    parameters.put("colsample_bynode", options.sampling().columnsByNode());
    return parameters;
  }

  private static void putTree(
      BoostedTreeOptions.Tree tree, TrainingSet data, Map<String, Object> parameters) {
    parameters.put("max_depth", tree.maxDepth());
    parameters.put("min_child_weight", tree.minChildWeight());
    parameters.put("gamma", tree.minSplitLoss());
    parameters.put("tree_method", tree.method().parameter());
    if (tree.method().usesHistograms()) {
      parameters.put("max_cached_hist_node", histogramsKept(data.features().size()));
    }
    parameters.put("num_parallel_tree", tree.parallelTrees());
    if (!tree.monotone().isEmpty()) {
      parameters.put(
          "monotone_constraints",
          MonotoneConstraints.inOrder(tree.monotone(), data.features()).stream()
              .map(String::valueOf)
              .collect(Collectors.joining(",", "(", ")")));
    }
  }

  /** Nodes whose histograms are kept for their children's; those of others are added up anew. */
  private static long histogramsKept(int features) {
    long bytes = (long) features * Cuts.BINS * GRADIENT_BYTES;
    return Math.clamp(HISTOGRAM_BYTES / bytes, 1, XGBOOST_HISTOGRAMS);
  }

  private static void putDart(BoostedTreeOptions.Dart dart, Map<String, Object> parameters) {
    parameters.put("booster", "dart");
    parameters.put("normalize_type", dart.normalizeType().name().toLowerCase(Locale.ROOT));
    parameters.put("rate_drop", dart.rateDrop());
    parameters.put("skip_drop", dart.skipDrop());
  }
}
