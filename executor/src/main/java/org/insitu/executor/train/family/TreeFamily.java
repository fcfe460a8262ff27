/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import static org.insitu.parser.option.GeneralOptions.INSTANCE_WEIGHT_COL;
import static org.insitu.parser.option.GeneralOptions.SEED;
import static org.insitu.parser.option.LossOptions.CATEGORY_ENCODING_METHOD;
import static org.insitu.parser.option.LossOptions.EARLY_STOP;
import static org.insitu.parser.option.LossOptions.L1_REG;
import static org.insitu.parser.option.LossOptions.L2_REG;
import static org.insitu.parser.option.LossOptions.LEARN_RATE;
import static org.insitu.parser.option.LossOptions.MAX_ITERATIONS;
import static org.insitu.parser.option.LossOptions.MIN_REL_PROGRESS;
import static org.insitu.parser.option.TreeOptions.BOOSTER_TYPE;
import static org.insitu.parser.option.TreeOptions.COLSAMPLE_BYLEVEL;
import static org.insitu.parser.option.TreeOptions.COLSAMPLE_BYNODE;
import static org.insitu.parser.option.TreeOptions.COLSAMPLE_BYTREE;
import static org.insitu.parser.option.TreeOptions.DART_NORMALIZE_TYPE;
import static org.insitu.parser.option.TreeOptions.MAX_TREE_DEPTH;
import static org.insitu.parser.option.TreeOptions.MIN_SPLIT_LOSS;
import static org.insitu.parser.option.TreeOptions.MIN_TREE_CHILD_WEIGHT;
import static org.insitu.parser.option.TreeOptions.MONOTONE_CONSTRAINTS;
import static org.insitu.parser.option.TreeOptions.NUM_PARALLEL_TREE;
import static org.insitu.parser.option.TreeOptions.RATE_DROP;
import static org.insitu.parser.option.TreeOptions.SKIP_DROP;
import static org.insitu.parser.option.TreeOptions.SUBSAMPLE;
import static org.insitu.parser.option.TreeOptions.TREE_METHOD;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.ClassWeights;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.xgboost.BoostedTreeOptions;
import org.insitu.executor.fit.xgboost.BoostedTreeOptions.Ensemble;
import org.insitu.executor.fit.xgboost.BoostedTreeTrainer;
import org.insitu.executor.fit.xgboost.MonotoneConstraints;
import org.insitu.executor.fit.xgboost.TreeMethod;
import org.insitu.parser.option.Choice;
import org.insitu.parser.option.ModelOptions;

/** BOOSTED_TREE, RANDOM_FOREST and DECISION_TREE, _CLASSIFIER and _REGRESSOR. */
record TreeFamily(BoostedTreeOptions options, Purpose purpose, LevelColumns levelColumns)
    implements Family {

  static TreeFamily boosted(ModelOptions options) {
    Optional<BoostedTreeOptions.Dart> dart =
        options.get(BOOSTER_TYPE) == Choice.Booster.DART
            ? Optional.of(
                new BoostedTreeOptions.Dart(
                    options.get(DART_NORMALIZE_TYPE),
                    options.get(RATE_DROP),
                    options.get(SKIP_DROP)))
            : Optional.empty();
    BoostedTreeOptions trees =
        BoostedTreeOptions.DEFAULT
            .withEnsemble(new Ensemble.Boosted(dart))
            .withRounds(
                new BoostedTreeOptions.Rounds(
                    Math.toIntExact(options.get(MAX_ITERATIONS)),
                    options.get(LEARN_RATE),
                    options.get(EARLY_STOP),
                    options.get(MIN_REL_PROGRESS)))
            .withTree(tree(options, Math.toIntExact(options.get(NUM_PARALLEL_TREE))))
            .withSampling(sampling(options));
    return of(trees, options);
  }

  static TreeFamily randomForest(ModelOptions options) {
    BoostedTreeOptions trees =
        BoostedTreeOptions.RANDOM_FOREST
            .withTree(tree(options, Math.toIntExact(options.get(NUM_PARALLEL_TREE))))
            .withSampling(sampling(options));
    return of(trees, options);
  }

  static TreeFamily decisionTree(ModelOptions options) {
    return of(BoostedTreeOptions.DECISION_TREE.withTree(tree(options, 1)), options);
  }

  private static TreeFamily of(BoostedTreeOptions trees, ModelOptions options) {
    Purpose purpose = SharedOptions.purpose(options.modelType());
    BoostedTreeOptions shared =
        trees
            .withPenalty(new BoostedTreeOptions.Penalty(options.get(L1_REG), options.get(L2_REG)))
            .withClassWeights(
                purpose == Purpose.CLASSIFICATION
                    ? SharedOptions.classWeights(options)
                    : ClassWeights.EQUAL)
            .withRowWeights(options.find(INSTANCE_WEIGHT_COL))
            .withSeed(options.get(SEED));
    boolean oneHot =
        options.get(CATEGORY_ENCODING_METHOD) == Choice.CategoryEncoding.ONE_HOT_ENCODING;
    return new TreeFamily(shared, purpose, oneHot ? LevelColumns.ALL : LevelColumns.ENCODED);
  }

  private static BoostedTreeOptions.Tree tree(ModelOptions options, int parallelTrees) {
    return new BoostedTreeOptions.Tree(
        Math.toIntExact(options.get(MAX_TREE_DEPTH)),
        options.get(MIN_TREE_CHILD_WEIGHT),
        options.get(MIN_SPLIT_LOSS),
        TreeMethod.valueOf(options.get(TREE_METHOD).name()),
        parallelTrees,
        options.find(MONOTONE_CONSTRAINTS).orElse(Map.of()));
  }

  private static BoostedTreeOptions.Sampling sampling(ModelOptions options) {
    return new BoostedTreeOptions.Sampling(
        options.get(SUBSAMPLE),
        options.get(COLSAMPLE_BYTREE),
        options.get(COLSAMPLE_BYLEVEL),
        options.get(COLSAMPLE_BYNODE));
  }

  @Override
  public Optional<String> weightColumn() {
    return options.rowWeights();
  }

  @Override
  public void check(List<Field> features) {
    MonotoneConstraints.check(options.tree().monotone(), features);
  }

  @Override
  public FamilyFit fit(ProfileRequest request, FitResources resources, FitProgress progress) {
    return FamilyFit.overRows(
        request, new BoostedTreeTrainer(resources), options, resources, progress);
  }

  @Override
  public FitWork work() {
    String trees =
        switch (options.ensemble()) {
          case Ensemble.Boosted _ -> "";
          case Ensemble.RandomForest _ -> ", one round of trees,";
          case Ensemble.DecisionTree _ -> ", one tree,";
        };
    return new FitWork("XGBoost" + trees + " over Arrow batches", FitWork.Sends.ROWS);
  }
}
