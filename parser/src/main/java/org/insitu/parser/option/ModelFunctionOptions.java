/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import static org.insitu.parser.option.FunctionOption.of;
import static org.insitu.parser.option.MlFunction.ADVANCED_WEIGHTS;
import static org.insitu.parser.option.MlFunction.CALIBRATION;
import static org.insitu.parser.option.MlFunction.CENTROIDS;
import static org.insitu.parser.option.MlFunction.CONFUSION_MATRIX;
import static org.insitu.parser.option.MlFunction.CROSS_VALIDATE;
import static org.insitu.parser.option.MlFunction.DETECT_ANOMALIES;
import static org.insitu.parser.option.MlFunction.EVALUATE;
import static org.insitu.parser.option.MlFunction.EXPLAIN_PREDICT;
import static org.insitu.parser.option.MlFunction.FEATURE_IMPORTANCE;
import static org.insitu.parser.option.MlFunction.FEATURE_INFO;
import static org.insitu.parser.option.MlFunction.GLOBAL_EXPLAIN;
import static org.insitu.parser.option.MlFunction.LIFT;
import static org.insitu.parser.option.MlFunction.PREDICT;
import static org.insitu.parser.option.MlFunction.PR_CURVE;
import static org.insitu.parser.option.MlFunction.ROC_CURVE;
import static org.insitu.parser.option.MlFunction.TRAINING_INFO;
import static org.insitu.parser.option.MlFunction.WEIGHTS;
import static org.insitu.parser.option.ValueTypes.BOOL;
import static org.insitu.parser.option.ValueTypes.integer;

import java.util.List;
import java.util.Set;

/** Options of the table functions that show, explain and try a model. */
final class ModelFunctionOptions {
  static final FunctionOption<Boolean> FLAT_PROBS =
      of(
          "flat_probs",
          BOOL,
          false,
          Set.of(PREDICT),
          "Whether each class's probability is a column too, for tools without arrays.");

  static final FunctionOption<Boolean> KEEP_ORIGINAL_COLUMNS =
      of(
          "keep_original_columns",
          BOOL,
          false,
          Set.of(PREDICT),
          "Whether the input's columns stay in the answer of a PCA model; others always keep"
              + " them.");

  static final FunctionOption<Boolean> STANDARDIZE =
      of(
          "standardize",
          BOOL,
          false,
          Set.of(WEIGHTS, ADVANCED_WEIGHTS, CENTROIDS),
          "Whether the numbers are those of features at mean 0 and standard deviation 1.");

  static final FunctionOption<Long> TOP_K_FEATURES =
      of(
          "top_k_features",
          integer(1, 10_000),
          5L,
          Set.of(EXPLAIN_PREDICT),
          "How many features are listed, those that added or took most.");

  static final FunctionOption<Boolean> CLASS_LEVEL_EXPLAIN =
      of(
          "class_level_explain",
          BOOL,
          false,
          Set.of(GLOBAL_EXPLAIN),
          "Whether the rows predicted as each class have their own attributions.");

  static final FunctionOption<Boolean> APPROX_FEATURE_CONTRIB =
      of(
              "approx_feature_contrib",
              BOOL,
              false,
              Set.of(EXPLAIN_PREDICT),
              "Whether attributions of trees may be approximate; they are always exact.")
          .with(Effect.NONE);

  static final FunctionOption<Long> INTEGRATED_GRADIENTS_NUM_STEPS =
      of(
              "integrated_gradients_num_steps",
              integer(1, 10_000),
              15L,
              Set.of(EXPLAIN_PREDICT),
              "Steps of a method for neural networks; the models of this version need none.")
          .with(Effect.NONE);

  static final FunctionOption<Long> FOLDS =
      of(
          "folds",
          integer(2, 100),
          5L,
          Set.of(CROSS_VALIDATE),
          "How many parts the rows are divided into.");

  static final FunctionOption<Long> TRIAL_ID =
      of(
          "trial_id",
          integer(1, 100),
          null,
          Set.of(
              PREDICT,
              EVALUATE,
              CONFUSION_MATRIX,
              ROC_CURVE,
              PR_CURVE,
              LIFT,
              CALIBRATION,
              TRAINING_INFO,
              WEIGHTS,
              CENTROIDS,
              FEATURE_IMPORTANCE,
              FEATURE_INFO,
              DETECT_ANOMALIES,
              EXPLAIN_PREDICT,
              GLOBAL_EXPLAIN),
          "Which trial of a tuned model; the best one by default.");

  /** In the order of the documentation. */
  static final List<FunctionOption<?>> OPTIONS =
      List.of(
          FLAT_PROBS,
          KEEP_ORIGINAL_COLUMNS,
          STANDARDIZE,
          TOP_K_FEATURES,
          CLASS_LEVEL_EXPLAIN,
          APPROX_FEATURE_CONTRIB,
          INTEGRATED_GRADIENTS_NUM_STEPS,
          FOLDS,
          TRIAL_ID);

  private ModelFunctionOptions() {}
}
