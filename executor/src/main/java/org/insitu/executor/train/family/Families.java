/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import static org.insitu.parser.option.GeneralOptions.EXECUTION;

import java.util.Optional;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.Purpose;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.option.Choice;
import org.insitu.parser.option.ModelOptions;

/** The family of each model type. */
public final class Families {
  private Families() {}

  /**
   * The family that fits a model, with its options.
   *
   * @param execution the session's, for a model that does not say itself
   * @throws InsituException NOT_AVAILABLE_YET for what this version does not fit, or not there
   */
  public static Family of(ModelOptions options, Optional<Choice.Execution> execution) {
    FitPlace place = place(options, execution);
    Family family =
        switch (options.modelType()) {
          case LINEAR_REG -> LinearFamily.of(options, place);
          case LOGISTIC_REG -> LogisticFamily.of(options, place);
          case LINEAR_SVM -> LinearSvmFamily.of(options, place);
          case ISOTONIC -> IsotonicFamily.of(options, place);
          case GLM -> GlmFamily.of(options, place);
          case KMEANS -> KMeansFamily.of(options, place);
          case NAIVE_BAYES -> NaiveBayesFamily.of(options, place);
          case LDA -> LdaFamily.of(options, place);
          case QDA -> QdaFamily.of(options, place);
          case PCA -> PcaFamily.of(options, place);
          case ISOLATION_FOREST -> IsolationFamily.of(options);
          case GAUSSIAN_PROCESS -> GaussianFamily.of(options);
          case KNN_CLASSIFIER -> NeighborFamily.of(options, Purpose.CLASSIFICATION);
          case KNN_REGRESSOR -> NeighborFamily.of(options, Purpose.REGRESSION);
          case TRANSFORM_ONLY -> new TransformFamily();
          case BOOSTED_TREE_CLASSIFIER, BOOSTED_TREE_REGRESSOR -> TreeFamily.boosted(options);
          case RANDOM_FOREST_CLASSIFIER, RANDOM_FOREST_REGRESSOR ->
              TreeFamily.randomForest(options);
          case DECISION_TREE_CLASSIFIER, DECISION_TREE_REGRESSOR ->
              TreeFamily.decisionTree(options);
          default ->
              throw InsituException.of(
                  ErrorCode.NOT_AVAILABLE_YET,
                  "MODEL_TYPE %s is not available yet in this version."
                      .formatted(options.modelType()));
        };
    if (place == FitPlace.WAREHOUSE && family.work().sends() != FitWork.Sends.SUMS) {
      throw InsituException.of(
              ErrorCode.NOT_AVAILABLE_YET,
              "execution = 'warehouse' is not available yet for %s.".formatted(options.modelType()))
          .hint("Leave execution = 'auto': the fit runs over Arrow batches in this process.")
          .at(options.position(EXECUTION));
    }
    return family;
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
