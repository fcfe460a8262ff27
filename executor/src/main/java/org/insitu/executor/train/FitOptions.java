/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import static org.insitu.parser.option.OptionRegistry.AUTO_CLASS_WEIGHTS;
import static org.insitu.parser.option.OptionRegistry.CATEGORY_ENCODING_METHOD;
import static org.insitu.parser.option.OptionRegistry.CLASS_WEIGHTS;
import static org.insitu.parser.option.OptionRegistry.COLSAMPLE_BYLEVEL;
import static org.insitu.parser.option.OptionRegistry.COLSAMPLE_BYNODE;
import static org.insitu.parser.option.OptionRegistry.COLSAMPLE_BYTREE;
import static org.insitu.parser.option.OptionRegistry.DATA_SPLIT_COL;
import static org.insitu.parser.option.OptionRegistry.DATA_SPLIT_EVAL_FRACTION;
import static org.insitu.parser.option.OptionRegistry.DATA_SPLIT_METHOD;
import static org.insitu.parser.option.OptionRegistry.DISTANCE_TYPE;
import static org.insitu.parser.option.OptionRegistry.EARLY_STOP;
import static org.insitu.parser.option.OptionRegistry.EXECUTION;
import static org.insitu.parser.option.OptionRegistry.FIT_INTERCEPT;
import static org.insitu.parser.option.OptionRegistry.INPUT_LABEL_COLS;
import static org.insitu.parser.option.OptionRegistry.KMEANS_INIT_METHOD;
import static org.insitu.parser.option.OptionRegistry.L1_REG;
import static org.insitu.parser.option.OptionRegistry.L2_REG;
import static org.insitu.parser.option.OptionRegistry.LEARN_RATE;
import static org.insitu.parser.option.OptionRegistry.MAX_ITERATIONS;
import static org.insitu.parser.option.OptionRegistry.MAX_TREE_DEPTH;
import static org.insitu.parser.option.OptionRegistry.MIN_REL_PROGRESS;
import static org.insitu.parser.option.OptionRegistry.MIN_SPLIT_LOSS;
import static org.insitu.parser.option.OptionRegistry.MIN_TREE_CHILD_WEIGHT;
import static org.insitu.parser.option.OptionRegistry.NUM_CLUSTERS;
import static org.insitu.parser.option.OptionRegistry.NUM_PARALLEL_TREE;
import static org.insitu.parser.option.OptionRegistry.SEED;
import static org.insitu.parser.option.OptionRegistry.STANDARDIZE_FEATURES;
import static org.insitu.parser.option.OptionRegistry.SUBSAMPLE;
import static org.insitu.parser.option.OptionRegistry.TREE_METHOD;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.insitu.executor.fit.CategoryEncoding;
import org.insitu.executor.fit.ClassWeights;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.kmeans.KMeansOptions;
import org.insitu.executor.fit.kmeans.Seeding;
import org.insitu.executor.fit.linear.LinearOptions;
import org.insitu.executor.fit.linear.LinearTerms;
import org.insitu.executor.fit.linear.LogisticOptions;
import org.insitu.executor.fit.xgboost.BoostedTreeOptions;
import org.insitu.executor.fit.xgboost.TreeMethod;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.option.Choice;
import org.insitu.parser.option.ModelOptions;
import org.insitu.parser.option.ModelType;
import org.insitu.udf.model.ModelFunction;

/** The options of CREATE MODEL as the trainers take them. */
public final class FitOptions {
  private FitOptions() {}

  /** The label column that was named. */
  public static Optional<String> label(ModelOptions options) {
    return options.isSet(INPUT_LABEL_COLS)
        ? Optional.of(options.get(INPUT_LABEL_COLS).getFirst())
        : Optional.empty();
  }

  /** How evaluation rows are chosen; a clustering has none. */
  public static SplitRule split(ModelOptions options) {
    if (!options.modelType().isSupervised()) {
      return new SplitRule.None();
    }
    double fraction = options.get(DATA_SPLIT_EVAL_FRACTION);
    return switch (options.get(DATA_SPLIT_METHOD)) {
      case AUTO_SPLIT -> new SplitRule.Auto();
      case RANDOM -> new SplitRule.Random(fraction);
      case CUSTOM -> new SplitRule.Custom(options.find(DATA_SPLIT_COL).orElseThrow());
      case SEQ -> new SplitRule.Sequential(options.find(DATA_SPLIT_COL).orElseThrow(), fraction);
      case NO_SPLIT -> new SplitRule.None();
    };
  }

  /**
   * The trainer and its options.
   *
   * @param execution the session's, for a model that does not say itself
   */
  public static Family family(ModelOptions options, Optional<Choice.Execution> execution) {
    FitPlace place = place(options, execution);
    if (place == FitPlace.WAREHOUSE && options.modelType() != ModelType.LINEAR_REG) {
      throw InsituException.of(
              ErrorCode.NOT_AVAILABLE_YET,
              "execution = 'warehouse' is not available yet for %s.".formatted(options.modelType()))
          .hint("Leave execution = 'auto': the fit runs over Arrow batches in this process.")
          .at(options.position(EXECUTION));
    }
    return switch (options.modelType()) {
      case LINEAR_REG -> new Family.Linear(new LinearOptions(linearTerms(options), place));
      case LOGISTIC_REG -> new Family.Logistic(logistic(options));
      case KMEANS -> new Family.KMeans(kMeans(options));
      case BOOSTED_TREE_CLASSIFIER ->
          new Family.BoostedTrees(trees(options, classWeights(options)), Purpose.CLASSIFICATION);
      case BOOSTED_TREE_REGRESSOR ->
          new Family.BoostedTrees(trees(options, ClassWeights.EQUAL), Purpose.REGRESSION);
      default ->
          throw InsituException.of(
              ErrorCode.NOT_AVAILABLE_YET,
              "MODEL_TYPE %s is not available yet in this version.".formatted(options.modelType()));
    };
  }

  private static LinearTerms linearTerms(ModelOptions options) {
    return new LinearTerms(
        options.get(L1_REG), options.get(L2_REG), options.get(FIT_INTERCEPT), encoding(options));
  }

  private static LogisticOptions logistic(ModelOptions options) {
    return new LogisticOptions(
        linearTerms(options),
        classWeights(options),
        Math.toIntExact(options.get(MAX_ITERATIONS)),
        options.get(EARLY_STOP),
        options.isSet(MIN_REL_PROGRESS)
            ? OptionalDouble.of(options.get(MIN_REL_PROGRESS))
            : OptionalDouble.empty());
  }

  private static KMeansOptions kMeans(ModelOptions options) {
    return new KMeansOptions(
        options
            .find(NUM_CLUSTERS)
            .map(n -> OptionalInt.of(Math.toIntExact(n)))
            .orElse(OptionalInt.empty()),
        options.get(KMEANS_INIT_METHOD) == Choice.KMeansInit.RANDOM
            ? Seeding.RANDOM
            : Seeding.KMEANS_PLUS_PLUS,
        options.get(DISTANCE_TYPE) == Choice.Distance.COSINE
            ? ModelFunction.Distance.COSINE
            : ModelFunction.Distance.EUCLIDEAN,
        options.get(STANDARDIZE_FEATURES),
        Math.toIntExact(options.get(MAX_ITERATIONS)),
        options.get(EARLY_STOP),
        options.get(MIN_REL_PROGRESS),
        options.get(SEED));
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

  private static ClassWeights classWeights(ModelOptions options) {
    return options.get(AUTO_CLASS_WEIGHTS)
        ? ClassWeights.BALANCED
        : ClassWeights.of(options.find(CLASS_WEIGHTS).orElse(Map.of()));
  }

  private static CategoryEncoding encoding(ModelOptions options) {
    return options.get(CATEGORY_ENCODING_METHOD) == Choice.CategoryEncoding.DUMMY_ENCODING
        ? CategoryEncoding.DUMMY
        : CategoryEncoding.ONE_HOT;
  }

  private static FitPlace place(ModelOptions options, Optional<Choice.Execution> execution) {
    Choice.Execution chosen =
        options.isSet(EXECUTION) ? options.get(EXECUTION) : execution.orElse(Choice.Execution.AUTO);
    return switch (chosen) {
      case AUTO -> FitPlace.AUTO;
      case WAREHOUSE -> FitPlace.WAREHOUSE;
      case LOCAL -> FitPlace.LOCAL;
      case SPARK ->
          throw InsituException.of(
              ErrorCode.NOT_AVAILABLE_YET, "execution = 'spark' is not available yet.");
    };
  }
}
