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
    parameters.put("num_parallel_tree", tree.parallelTrees());
    if (!tree.monotone().isEmpty()) {
      parameters.put(
          "monotone_constraints",
          MonotoneConstraints.inOrder(tree.monotone(), data.features()).stream()
              .map(String::valueOf)
              .collect(Collectors.joining(",", "(", ")")));
    }
  }

  private static void putDart(BoostedTreeOptions.Dart dart, Map<String, Object> parameters) {
    parameters.put("booster", "dart");
    parameters.put("normalize_type", dart.normalizeType().name().toLowerCase(Locale.ROOT));
    parameters.put("rate_drop", dart.rateDrop());
    parameters.put("skip_drop", dart.skipDrop());
  }
}
