/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import static org.insitu.parser.option.ModelOption.of;
import static org.insitu.parser.option.ModelType.BOOSTED_TREE_CLASSIFIER;
import static org.insitu.parser.option.ModelType.DECISION_TREE_CLASSIFIER;
import static org.insitu.parser.option.ModelType.GLM;
import static org.insitu.parser.option.ModelType.KMEANS;
import static org.insitu.parser.option.ModelType.LINEAR_REG;
import static org.insitu.parser.option.ModelType.LINEAR_SVM;
import static org.insitu.parser.option.ModelType.LOGISTIC_REG;
import static org.insitu.parser.option.ModelType.RANDOM_FOREST_CLASSIFIER;
import static org.insitu.parser.option.ModelTypes.BOOSTED;
import static org.insitu.parser.option.ModelTypes.FORESTS;
import static org.insitu.parser.option.ModelTypes.TREES;
import static org.insitu.parser.option.ModelTypes.only;
import static org.insitu.parser.option.ValueTypes.BOOL;
import static org.insitu.parser.option.ValueTypes.NOT_NEGATIVE;
import static org.insitu.parser.option.ValueTypes.POSITIVE;
import static org.insitu.parser.option.ValueTypes.SHARE;
import static org.insitu.parser.option.ValueTypes.choice;
import static org.insitu.parser.option.ValueTypes.integer;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Options of the models that minimise a loss, by weights or by leaves: how, and what the loss is.
 */
public final class LossOptions {
  private static final Set<ModelType> LINEAR = Set.of(LINEAR_REG, LOGISTIC_REG, GLM);
  private static final Set<ModelType> CLASSIFIERS =
      Set.of(
          LOGISTIC_REG,
          LINEAR_SVM,
          BOOSTED_TREE_CLASSIFIER,
          RANDOM_FOREST_CLASSIFIER,
          DECISION_TREE_CLASSIFIER);

  /** Those that have weights of features. */
  private static final Set<ModelType> WEIGHTED = Set.of(LINEAR_REG, LOGISTIC_REG, GLM, LINEAR_SVM);

  /** Those that minimise a loss by weights or leaves. */
  private static final Set<ModelType> MINIMIZING =
      only(type -> type.isTree() || WEIGHTED.contains(type));

  /** Those that are nothing without a penalty. */
  private static final Set<ModelType> PENALIZED = only(type -> type.isTree() || type == LINEAR_SVM);

  /** Those whose fit goes on until it is told to stop. */
  private static final Set<ModelType> ITERATIVE =
      only(type -> WEIGHTED.contains(type) || BOOSTED.contains(type) || type == KMEANS);

  private static final Set<ModelType> ITERATIVE_OR_FOREST =
      only(type -> ITERATIVE.contains(type) || FORESTS.contains(type));
  private static final Set<ModelType> LEARNING =
      only(type -> LINEAR.contains(type) || BOOSTED.contains(type));

  public static final ModelOption<Double> L1_REG =
      of("l1_reg", NOT_NEGATIVE, MINIMIZING, "The weight of L1 regularisation.").byDefault(0.0);

  public static final ModelOption<Double> L2_REG =
      of("l2_reg", NOT_NEGATIVE, MINIMIZING, "The weight of L2 regularisation.")
          .byDefault(0.0, PENALIZED, 1.0);

  public static final ModelOption<Long> MAX_ITERATIONS =
      of(
              "max_iterations",
              integer(1, 10_000),
              ITERATIVE,
              "The most iterations of the fit; for boosted trees, the number of rounds.")
          .byDefault(20L, Set.of(GLM, LINEAR_SVM), 100L);

  public static final ModelOption<Boolean> EARLY_STOP =
      of(
              "early_stop",
              BOOL,
              ITERATIVE_OR_FOREST,
              "Whether the fit ends when an iteration gains less than MIN_REL_PROGRESS.")
          .byDefault(true)
          .with(Effect.NONE, FORESTS);

  public static final ModelOption<Double> MIN_REL_PROGRESS =
      of(
              "min_rel_progress",
              NOT_NEGATIVE,
              ITERATIVE_OR_FOREST,
              "The least relative gain in loss that keeps the fit going.")
          .byDefault(0.01)
          .with(Effect.NONE, FORESTS);

  public static final ModelOption<Double> LEARN_RATE =
      of(
              "learn_rate",
              POSITIVE,
              LEARNING,
              "How far each iteration goes; linear models are fitted by methods without one.")
          .within(SHARE, BOOSTED)
          .byDefault(0.1, BOOSTED, 0.3)
          .with(Effect.NONE, LINEAR);

  public static final ModelOption<Choice.LearnRateStrategy> LEARN_RATE_STRATEGY =
      of(
              "learn_rate_strategy",
              choice(Choice.LearnRateStrategy.class),
              LINEAR,
              "How gradient descent would choose its steps.")
          .byDefault(Choice.LearnRateStrategy.LINE_SEARCH)
          .with(Effect.NONE);

  public static final ModelOption<Double> LS_INIT_LEARN_RATE =
      of("ls_init_learn_rate", POSITIVE, LINEAR, "The first step of a line search.")
          .byDefault(0.1)
          .with(Effect.NONE);

  public static final ModelOption<Choice.OptimizeStrategy> OPTIMIZE_STRATEGY =
      of(
              "optimize_strategy",
              choice(Choice.OptimizeStrategy.class),
              Set.of(LINEAR_REG),
              "How to minimise; the minimum is the same, so the engine chooses.")
          .byDefault(Choice.OptimizeStrategy.AUTO_STRATEGY)
          .with(Effect.NONE);

  public static final ModelOption<Boolean> FIT_INTERCEPT =
      of("fit_intercept", BOOL, WEIGHTED, "Whether there is a constant term.").byDefault(true);

  public static final ModelOption<Choice.CategoryEncoding> CATEGORY_ENCODING_METHOD =
      of(
              "category_encoding_method",
              choice(Choice.CategoryEncoding.class),
              MINIMIZING,
              "How categories become numbers.")
          .byDefault(
              Choice.CategoryEncoding.ONE_HOT_ENCODING,
              TREES,
              Choice.CategoryEncoding.LABEL_ENCODING);

  public static final ModelOption<Boolean> AUTO_CLASS_WEIGHTS =
      of(
              "auto_class_weights",
              BOOL,
              CLASSIFIERS,
              "Whether each class weighs the same, however rare.")
          .byDefault(false);

  public static final ModelOption<Map<String, Double>> CLASS_WEIGHTS =
      of(
          "class_weights",
          new ClassWeightsType(),
          CLASSIFIERS,
          "The weight of each class: [STRUCT('yes', 2.0), ...].");

  public static final ModelOption<Boolean> CALCULATE_P_VALUES =
      of(
              "calculate_p_values",
              BOOL,
              LINEAR,
              "Whether weights get standard errors and p-values; needs DUMMY_ENCODING and no"
                  + " regularisation.")
          .byDefault(false);

  public static final ModelOption<Choice.GlmFamily> FAMILY =
      of("family", choice(Choice.GlmFamily.class), Set.of(GLM), "The distribution of the label.")
          .byDefault(Choice.GlmFamily.GAUSSIAN);

  public static final ModelOption<Choice.GlmLink> LINK =
      of(
              "link",
              choice(Choice.GlmLink.class),
              Set.of(GLM),
              "What is linear in the features: this function of the label's mean.")
          .byDefaultFromData("GAUSSIAN: IDENTITY; BINOMIAL: LOGIT; POISSON: LOG; GAMMA: INVERSE");

  /** In the order of the documentation. */
  static final List<ModelOption<?>> OPTIONS =
      List.of(
          L1_REG,
          L2_REG,
          MAX_ITERATIONS,
          EARLY_STOP,
          MIN_REL_PROGRESS,
          LEARN_RATE,
          LEARN_RATE_STRATEGY,
          LS_INIT_LEARN_RATE,
          OPTIMIZE_STRATEGY,
          FIT_INTERCEPT,
          CATEGORY_ENCODING_METHOD,
          AUTO_CLASS_WEIGHTS,
          CLASS_WEIGHTS,
          CALCULATE_P_VALUES,
          FAMILY,
          LINK);

  private LossOptions() {}
}
