/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import static org.insitu.parser.option.ModelOption.of;
import static org.insitu.parser.option.ModelType.TRANSFORM_ONLY;
import static org.insitu.parser.option.ModelTypes.ALL;
import static org.insitu.parser.option.ModelTypes.MONOTONE;
import static org.insitu.parser.option.ModelTypes.SUPERVISED;
import static org.insitu.parser.option.ModelTypes.only;
import static org.insitu.parser.option.ValueTypes.BOOL;
import static org.insitu.parser.option.ValueTypes.NAMES;
import static org.insitu.parser.option.ValueTypes.STRING;
import static org.insitu.parser.option.ValueTypes.choice;
import static org.insitu.parser.option.ValueTypes.integer;

import java.util.List;
import java.util.Set;

/**
 * Options of models of nearly every kind: how rows weigh, tuning, the seed, what prediction
 * refuses, where the fit runs, and what the model is called elsewhere.
 */
public final class GeneralOptions {
  /** Those whose rows weigh the same in this version. */
  private static final Set<ModelType> UNWEIGHTED =
      only(type -> type.isSupervised() && !MONOTONE.contains(type));

  private static final Set<ModelType> PREDICTING = only(type -> type != TRANSFORM_ONLY);

  /** Those that have hyperparameters. */
  private static final Set<ModelType> TUNED =
      only(
          type ->
              switch (type) {
                case LINEAR_REG, LOGISTIC_REG, LINEAR_SVM, KMEANS, KNN_CLASSIFIER, KNN_REGRESSOR ->
                    true;
                default -> type.isTree();
              });

  public static final ModelOption<String> INSTANCE_WEIGHT_COL =
      of(
              "instance_weight_col",
              STRING,
              SUPERVISED,
              "The column that weighs each row; it is no feature.")
          .with(Effect.NOT_YET, UNWEIGHTED);

  public static final ModelOption<Boolean> WARM_START =
      of("warm_start", BOOL, ALL, "Whether the fit goes on from the model's last version.")
          .byDefault(false)
          .with(Effect.NOT_YET);

  public static final ModelOption<Long> NUM_TRIALS =
      of(
          "num_trials",
          integer(1, 100),
          TUNED,
          "The most trials of hyperparameter tuning, which it switches on.");

  public static final ModelOption<Long> MAX_PARALLEL_TRIALS =
      of("max_parallel_trials", integer(1, 5), TUNED, "The number of trials that run at once.")
          .byDefault(1L);

  public static final ModelOption<Choice.TuningAlgorithm> HPARAM_TUNING_ALGORITHM =
      of(
              "hparam_tuning_algorithm",
              choice(Choice.TuningAlgorithm.class),
              TUNED,
              "How the next trial is chosen.")
          .byDefault(Choice.TuningAlgorithm.VIZIER_DEFAULT);

  public static final ModelOption<List<String>> HPARAM_TUNING_OBJECTIVES =
      of(
              "hparam_tuning_objectives",
              NAMES,
              TUNED,
              "The metric of ML.EVALUATE that trials are judged by, in a list of one.")
          .byDefaultFromData(
              "classifiers: ROC_AUC; regressions: R2_SCORE; KMEANS: DAVIES_BOULDIN_INDEX");

  public static final ModelOption<Long> SEED =
      of(
              "seed",
              integer(0, Integer.MAX_VALUE),
              ALL,
              "The start of every random choice: the same seed, the same model.")
          .byDefault(0L);

  public static final ModelOption<ColumnPolicies> NULL_POLICY =
      policy(
          "null_policy",
          "What prediction does with NULL and NaN, in all columns or by STRUCT('error' AS age).");

  public static final ModelOption<ColumnPolicies> UNSEEN_POLICY =
      policy("unseen_policy", "The same with a category that training did not see, written alike.");

  public static final ModelOption<ColumnPolicies> RANGE_POLICY =
      policy(
          "range_policy",
          "The same with a number below or above all that training saw, written alike.");

  public static final ModelOption<Boolean> STRICT =
      of("strict", BOOL, ALL, "Whether what ML.PREFLIGHT finds in the training data stops the fit.")
          .byDefault(false);

  public static final ModelOption<Choice.Execution> EXECUTION =
      of("execution", choice(Choice.Execution.class), ALL, "Where the fit runs.")
          .byDefault(Choice.Execution.AUTO);

  public static final ModelOption<String> DESCRIPTION =
      of("description", STRING, ALL, "A text about the model.");

  public static final ModelOption<String> MODEL_REGISTRY =
      of("model_registry", STRING, ALL, "Google's registry; models are kept in this engine's own.")
          .with(Effect.NONE);

  public static final ModelOption<String> VERTEX_AI_MODEL_ID =
      of("vertex_ai_model_id", STRING, ALL, "The name in Google's registry.").with(Effect.NONE);

  public static final ModelOption<List<String>> VERTEX_AI_MODEL_VERSION_ALIASES =
      of(
              "vertex_ai_model_version_aliases",
              NAMES,
              ALL,
              "Aliases in Google's registry; ALTER MODEL SET ALIAS names a version here.")
          .with(Effect.NONE);

  public static final ModelOption<String> KMS_KEY_NAME =
      of("kms_key_name", STRING, ALL, "The key of Google's key service.").with(Effect.NONE);

  /** In the order of the documentation. */
  static final List<ModelOption<?>> OPTIONS =
      List.of(
          INSTANCE_WEIGHT_COL,
          WARM_START,
          NUM_TRIALS,
          MAX_PARALLEL_TRIALS,
          HPARAM_TUNING_ALGORITHM,
          HPARAM_TUNING_OBJECTIVES,
          SEED,
          NULL_POLICY,
          UNSEEN_POLICY,
          RANGE_POLICY,
          STRICT,
          EXECUTION,
          DESCRIPTION,
          MODEL_REGISTRY,
          VERTEX_AI_MODEL_ID,
          VERTEX_AI_MODEL_VERSION_ALIASES,
          KMS_KEY_NAME);

  private GeneralOptions() {}

  private static ModelOption<ColumnPolicies> policy(String name, String documentation) {
    return of(name, new ColumnPoliciesType(), PREDICTING, documentation)
        .byDefaultFromData("`'DEFAULT'`");
  }
}
