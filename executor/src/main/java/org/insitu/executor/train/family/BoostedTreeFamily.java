/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import static org.insitu.parser.option.OptionRegistry.COLSAMPLE_BYLEVEL;
import static org.insitu.parser.option.OptionRegistry.COLSAMPLE_BYNODE;
import static org.insitu.parser.option.OptionRegistry.COLSAMPLE_BYTREE;
import static org.insitu.parser.option.OptionRegistry.EARLY_STOP;
import static org.insitu.parser.option.OptionRegistry.L1_REG;
import static org.insitu.parser.option.OptionRegistry.L2_REG;
import static org.insitu.parser.option.OptionRegistry.LEARN_RATE;
import static org.insitu.parser.option.OptionRegistry.MAX_ITERATIONS;
import static org.insitu.parser.option.OptionRegistry.MAX_TREE_DEPTH;
import static org.insitu.parser.option.OptionRegistry.MIN_REL_PROGRESS;
import static org.insitu.parser.option.OptionRegistry.MIN_SPLIT_LOSS;
import static org.insitu.parser.option.OptionRegistry.MIN_TREE_CHILD_WEIGHT;
import static org.insitu.parser.option.OptionRegistry.NUM_PARALLEL_TREE;
import static org.insitu.parser.option.OptionRegistry.SEED;
import static org.insitu.parser.option.OptionRegistry.SUBSAMPLE;
import static org.insitu.parser.option.OptionRegistry.TREE_METHOD;

import org.insitu.executor.fit.ClassWeights;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.xgboost.BoostedTreeOptions;
import org.insitu.executor.fit.xgboost.BoostedTreeTrainer;
import org.insitu.executor.fit.xgboost.TreeMethod;
import org.insitu.parser.option.ModelOptions;

/** BOOSTED_TREE_CLASSIFIER and _REGRESSOR. */
record BoostedTreeFamily(BoostedTreeOptions options, Purpose purpose) implements Family {

  static BoostedTreeFamily classifier(ModelOptions options) {
    return new BoostedTreeFamily(
        trees(options, SharedOptions.classWeights(options)), Purpose.CLASSIFICATION);
  }

  static BoostedTreeFamily regressor(ModelOptions options) {
    return new BoostedTreeFamily(trees(options, ClassWeights.EQUAL), Purpose.REGRESSION);
  }

  private static BoostedTreeOptions trees(ModelOptions options, ClassWeights classWeights) {
    return new BoostedTreeOptions(
        new BoostedTreeOptions.Rounds(
            Math.toIntExact(options.get(MAX_ITERATIONS)),
            options.get(LEARN_RATE),
            options.get(EARLY_STOP),
            options.get(MIN_REL_PROGRESS)),
        new BoostedTreeOptions.Tree(
            Math.toIntExact(options.get(MAX_TREE_DEPTH)),
            options.get(MIN_TREE_CHILD_WEIGHT),
            options.get(MIN_SPLIT_LOSS),
            TreeMethod.valueOf(options.get(TREE_METHOD).name()),
            Math.toIntExact(options.get(NUM_PARALLEL_TREE))),
        new BoostedTreeOptions.Sampling(
            options.get(SUBSAMPLE),
            options.get(COLSAMPLE_BYTREE),
            options.get(COLSAMPLE_BYLEVEL),
            options.get(COLSAMPLE_BYNODE)),
        options.get(L1_REG),
        options.get(L2_REG),
        classWeights,
        options.get(SEED));
  }

  @Override
  public FamilyFit fit(ProfileRequest request, FitResources resources, FitProgress progress) {
    return FamilyFit.overRows(
        request, new BoostedTreeTrainer(resources), options, resources, progress);
  }

  @Override
  public FitWork work() {
    return new FitWork("XGBoost over Arrow batches", FitWork.Sends.ROWS);
  }
}
