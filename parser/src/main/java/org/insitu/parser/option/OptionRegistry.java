/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import static org.insitu.parser.option.ModelType.BOOSTED_TREE_CLASSIFIER;
import static org.insitu.parser.option.ModelType.BOOSTED_TREE_REGRESSOR;
import static org.insitu.parser.option.ModelType.DECISION_TREE_CLASSIFIER;
import static org.insitu.parser.option.ModelType.GAUSSIAN_PROCESS;
import static org.insitu.parser.option.ModelType.GLM;
import static org.insitu.parser.option.ModelType.ISOLATION_FOREST;
import static org.insitu.parser.option.ModelType.ISOTONIC;
import static org.insitu.parser.option.ModelType.KMEANS;
import static org.insitu.parser.option.ModelType.KNN_CLASSIFIER;
import static org.insitu.parser.option.ModelType.KNN_REGRESSOR;
import static org.insitu.parser.option.ModelType.LDA;
import static org.insitu.parser.option.ModelType.LINEAR_REG;
import static org.insitu.parser.option.ModelType.LINEAR_SVM;
import static org.insitu.parser.option.ModelType.LOGISTIC_REG;
import static org.insitu.parser.option.ModelType.NAIVE_BAYES;
import static org.insitu.parser.option.ModelType.PCA;
import static org.insitu.parser.option.ModelType.QDA;
import static org.insitu.parser.option.ModelType.RANDOM_FOREST_CLASSIFIER;
import static org.insitu.parser.option.ModelType.RANDOM_FOREST_REGRESSOR;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.insitu.parser.statement.Option;

/**
 * Every option of CREATE MODEL that the model types of this version take, and the names of the
 * options of other model types.
 *
 * <p><b>Source:</b> BigQuery ML, "The CREATE MODEL statement" and the page of each model type, for
 * names, defaults and ranges; {@code seed} and {@code execution} are ours.
 */
public final class OptionRegistry {
  private static final Set<ModelType> ALL = EnumSet.copyOf(ModelType.available());
  private static final Set<ModelType> LINEAR = Set.of(LINEAR_REG, LOGISTIC_REG, GLM);
  private static final Set<ModelType> INTERCEPTS =
      Set.of(LINEAR_REG, LOGISTIC_REG, GLM, LINEAR_SVM);
  private static final Set<ModelType> TREES = only(ModelType::isTree);

  /** Those that are nothing without a penalty. */
  private static final Set<ModelType> PENALIZED = only(type -> type.isTree() || type == LINEAR_SVM);

  private static final Set<ModelType> BOOSTED =
      Set.of(BOOSTED_TREE_CLASSIFIER, BOOSTED_TREE_REGRESSOR);
  private static final Set<ModelType> FORESTS =
      Set.of(RANDOM_FOREST_CLASSIFIER, RANDOM_FOREST_REGRESSOR);
  private static final Set<ModelType> BOOSTED_AND_FORESTS =
      EnumSet.of(
          BOOSTED_TREE_CLASSIFIER,
          BOOSTED_TREE_REGRESSOR,
          RANDOM_FOREST_CLASSIFIER,
          RANDOM_FOREST_REGRESSOR);
  private static final Set<ModelType> CLUSTERS = Set.of(KMEANS);
  private static final Set<ModelType> CLASSIFIERS =
      Set.of(
          LOGISTIC_REG,
          LINEAR_SVM,
          BOOSTED_TREE_CLASSIFIER,
          RANDOM_FOREST_CLASSIFIER,
          DECISION_TREE_CLASSIFIER);
  private static final Set<ModelType> DISCRIMINANTS = Set.of(NAIVE_BAYES, LDA, QDA);
  private static final Set<ModelType> COMPONENTS = Set.of(PCA);
  private static final Set<ModelType> ISOLATION = Set.of(ISOLATION_FOREST);
  private static final Set<ModelType> NEIGHBORS = Set.of(KNN_CLASSIFIER, KNN_REGRESSOR);
  private static final Set<ModelType> MEASURED = EnumSet.of(KMEANS, KNN_CLASSIFIER, KNN_REGRESSOR);
  private static final Set<ModelType> PROCESSES = Set.of(GAUSSIAN_PROCESS);
  private static final Set<ModelType> SUPERVISED = only(ModelType::isSupervised);

  /** Those whose fit goes on until it is told to stop. */
  private static final Set<ModelType> ITERATIVE =
      EnumSet.of(
          LINEAR_REG,
          LOGISTIC_REG,
          GLM,
          LINEAR_SVM,
          BOOSTED_TREE_CLASSIFIER,
          BOOSTED_TREE_REGRESSOR,
          KMEANS);

  private static final Set<ModelType> ITERATIVE_OR_FOREST = EnumSet.copyOf(ITERATIVE);
  private static final Set<ModelType> LEARNING =
      EnumSet.of(LINEAR_REG, LOGISTIC_REG, GLM, BOOSTED_TREE_CLASSIFIER, BOOSTED_TREE_REGRESSOR);

  /** Those that have hyperparameters. */
  private static final Set<ModelType> TUNED =
      only(
          type ->
              type.isTree()
                  || Set.of(
                          LINEAR_REG,
                          LOGISTIC_REG,
                          LINEAR_SVM,
                          KMEANS,
                          KNN_CLASSIFIER,
                          KNN_REGRESSOR)
                      .contains(type));

  private static final Set<ModelType> MONOTONE = only(type -> type.isTree() || type == ISOTONIC);

  /** Those whose rows weigh the same in this version. */
  private static final Set<ModelType> UNWEIGHTED =
      only(type -> type.isSupervised() && !MONOTONE.contains(type));

  private static final Set<ModelType> PREDICTING = only(type -> type != ModelType.TRANSFORM_ONLY);

  /** Those that minimise a loss by weights or leaves. */
  private static final Set<ModelType> MINIMIZING = EnumSet.copyOf(SUPERVISED);

  static {
    ITERATIVE_OR_FOREST.addAll(FORESTS);
    MINIMIZING.removeAll(DISCRIMINANTS);
    MINIMIZING.removeAll(NEIGHBORS);
    MINIMIZING.removeAll(PROCESSES);
    MINIMIZING.remove(ISOTONIC);
  }

  private static final List<ModelOption<?>> OPTIONS = new ArrayList<>();

  public static final ModelOption<String> MODEL_TYPE =
      add(
          ModelOption.of(
              "model_type", ValueTypes.STRING, ALL, "What kind of model to fit; it is required."));

  public static final ModelOption<List<String>> INPUT_LABEL_COLS =
      add(
          ModelOption.of(
                  "input_label_cols",
                  ValueTypes.NAMES,
                  SUPERVISED,
                  "The column to predict, in a list of one.")
              .byDefault(List.of("label")));

  public static final ModelOption<Choice.SplitMethod> DATA_SPLIT_METHOD =
      add(
          ModelOption.of(
                  "data_split_method",
                  ValueTypes.choice(Choice.SplitMethod.class),
                  SUPERVISED,
                  "How rows are held out for evaluation.")
              .byDefault(Choice.SplitMethod.AUTO_SPLIT));

  public static final ModelOption<Double> DATA_SPLIT_EVAL_FRACTION =
      add(
          ModelOption.of(
                  "data_split_eval_fraction",
                  ValueTypes.number(">= 0, < 1", v -> v >= 0 && v < 1),
                  SUPERVISED,
                  "The share of rows held out by the methods RANDOM, SEQ and GROUP.")
              .byDefault(0.2));

  public static final ModelOption<Double> DATA_SPLIT_TEST_FRACTION =
      add(
          ModelOption.of(
                  "data_split_test_fraction",
                  ValueTypes.number(">= 0, < 1", v -> v >= 0 && v < 1),
                  SUPERVISED,
                  "The share of rows for the final test of a tuned model, by the methods RANDOM,"
                      + " SEQ and GROUP.")
              .byDefault(0.0));

  public static final ModelOption<String> DATA_SPLIT_COL =
      add(
          ModelOption.of(
              "data_split_col",
              ValueTypes.STRING,
              SUPERVISED,
              "The column that the methods CUSTOM, SEQ and GROUP split by; it is no feature."));

  public static final ModelOption<Double> L1_REG =
      add(
          ModelOption.of(
                  "l1_reg", ValueTypes.NOT_NEGATIVE, MINIMIZING, "The weight of L1 regularisation.")
              .byDefault(0.0));

  public static final ModelOption<Double> L2_REG =
      add(
          ModelOption.of(
                  "l2_reg", ValueTypes.NOT_NEGATIVE, MINIMIZING, "The weight of L2 regularisation.")
              .byDefault(0.0, PENALIZED, 1.0));

  public static final ModelOption<Long> MAX_ITERATIONS =
      add(
          ModelOption.of(
                  "max_iterations",
                  ValueTypes.integer(1, 10_000),
                  ITERATIVE,
                  "The most iterations of the fit; for boosted trees, the number of rounds.")
              .byDefault(20L, Set.of(GLM, LINEAR_SVM), 100L));

  public static final ModelOption<Boolean> EARLY_STOP =
      add(
          ModelOption.of(
                  "early_stop",
                  ValueTypes.BOOL,
                  ITERATIVE_OR_FOREST,
                  "Whether the fit ends when an iteration gains less than MIN_REL_PROGRESS.")
              .byDefault(true)
              .with(Effect.NONE, FORESTS));

  public static final ModelOption<Double> MIN_REL_PROGRESS =
      add(
          ModelOption.of(
                  "min_rel_progress",
                  ValueTypes.NOT_NEGATIVE,
                  ITERATIVE_OR_FOREST,
                  "The least relative gain in loss that keeps the fit going.")
              .byDefault(0.01)
              .with(Effect.NONE, FORESTS));

  public static final ModelOption<Double> LEARN_RATE =
      add(
          ModelOption.of(
                  "learn_rate",
                  ValueTypes.POSITIVE,
                  LEARNING,
                  "How far each iteration goes; linear models are fitted by methods without one.")
              .within(ValueTypes.SHARE, BOOSTED)
              .byDefault(0.1, BOOSTED, 0.3)
              .with(Effect.NONE, LINEAR));

  public static final ModelOption<Choice.LearnRateStrategy> LEARN_RATE_STRATEGY =
      add(
          ModelOption.of(
                  "learn_rate_strategy",
                  ValueTypes.choice(Choice.LearnRateStrategy.class),
                  LINEAR,
                  "How gradient descent would choose its steps.")
              .byDefault(Choice.LearnRateStrategy.LINE_SEARCH)
              .with(Effect.NONE));

  public static final ModelOption<Double> LS_INIT_LEARN_RATE =
      add(
          ModelOption.of(
                  "ls_init_learn_rate",
                  ValueTypes.POSITIVE,
                  LINEAR,
                  "The first step of a line search.")
              .byDefault(0.1)
              .with(Effect.NONE));

  public static final ModelOption<Choice.OptimizeStrategy> OPTIMIZE_STRATEGY =
      add(
          ModelOption.of(
                  "optimize_strategy",
                  ValueTypes.choice(Choice.OptimizeStrategy.class),
                  Set.of(LINEAR_REG),
                  "How to minimise; the minimum is the same, so the engine chooses.")
              .byDefault(Choice.OptimizeStrategy.AUTO_STRATEGY)
              .with(Effect.NONE));

  public static final ModelOption<Boolean> FIT_INTERCEPT =
      add(
          ModelOption.of(
                  "fit_intercept", ValueTypes.BOOL, INTERCEPTS, "Whether there is a constant term.")
              .byDefault(true));

  public static final ModelOption<Choice.CategoryEncoding> CATEGORY_ENCODING_METHOD =
      add(
          ModelOption.of(
                  "category_encoding_method",
                  ValueTypes.choice(Choice.CategoryEncoding.class),
                  MINIMIZING,
                  "How categories become numbers.")
              .byDefault(
                  Choice.CategoryEncoding.ONE_HOT_ENCODING,
                  TREES,
                  Choice.CategoryEncoding.LABEL_ENCODING));

  public static final ModelOption<Boolean> AUTO_CLASS_WEIGHTS =
      add(
          ModelOption.of(
                  "auto_class_weights",
                  ValueTypes.BOOL,
                  CLASSIFIERS,
                  "Whether each class weighs the same, however rare.")
              .byDefault(false));

  public static final ModelOption<Map<String, Double>> CLASS_WEIGHTS =
      add(
          ModelOption.of(
              "class_weights",
              new ClassWeightsType(),
              CLASSIFIERS,
              "The weight of each class: [STRUCT('yes', 2.0), ...]."));

  public static final ModelOption<Boolean> CALCULATE_P_VALUES =
      add(
          ModelOption.of(
                  "calculate_p_values",
                  ValueTypes.BOOL,
                  LINEAR,
                  "Whether weights get standard errors and p-values; needs DUMMY_ENCODING and no"
                      + " regularisation.")
              .byDefault(false));

  public static final ModelOption<Choice.GlmFamily> FAMILY =
      add(
          ModelOption.of(
                  "family",
                  ValueTypes.choice(Choice.GlmFamily.class),
                  Set.of(GLM),
                  "The distribution of the label.")
              .byDefault(Choice.GlmFamily.GAUSSIAN));

  public static final ModelOption<Choice.GlmLink> LINK =
      add(
          ModelOption.of(
                  "link",
                  ValueTypes.choice(Choice.GlmLink.class),
                  Set.of(GLM),
                  "What is linear in the features: this function of the label's mean.")
              .byDefaultFromData(
                  "GAUSSIAN: IDENTITY; BINOMIAL: LOGIT; POISSON: LOG; GAMMA: INVERSE"));

  public static final ModelOption<Boolean> ENABLE_GLOBAL_EXPLAIN =
      add(
          ModelOption.of(
                  "enable_global_explain",
                  ValueTypes.BOOL,
                  SUPERVISED,
                  "Whether the attributions that ML.GLOBAL_EXPLAIN answers with are computed.")
              .byDefault(false));

  public static final ModelOption<Boolean> APPROX_GLOBAL_FEATURE_CONTRIB =
      add(
          ModelOption.of(
                  "approx_global_feature_contrib",
                  ValueTypes.BOOL,
                  TREES,
                  "Whether ML.GLOBAL_EXPLAIN may approximate; its attributions are always exact.")
              .byDefault(false)
              .with(Effect.NONE));

  public static final ModelOption<Long> NUM_CLUSTERS =
      add(
          ModelOption.of(
                  "num_clusters", ValueTypes.integer(2, 1_000), CLUSTERS, "The number of clusters.")
              .byDefaultFromData("log10 of the number of rows"));

  public static final ModelOption<Choice.KMeansInit> KMEANS_INIT_METHOD =
      add(
          ModelOption.of(
                  "kmeans_init_method",
                  ValueTypes.choice(Choice.KMeansInit.class),
                  CLUSTERS,
                  "How the first centres are chosen.")
              .byDefault(Choice.KMeansInit.RANDOM));

  public static final ModelOption<String> KMEANS_INIT_COL =
      add(
          ModelOption.of(
                  "kmeans_init_col",
                  ValueTypes.STRING,
                  CLUSTERS,
                  "The column that marks the first centres.")
              .with(Effect.NOT_YET));

  public static final ModelOption<Choice.Distance> DISTANCE_TYPE =
      add(
          ModelOption.of(
                  "distance_type",
                  ValueTypes.choice(Choice.Distance.class),
                  MEASURED,
                  "How far two rows are apart.")
              .byDefault(Choice.Distance.EUCLIDEAN));

  public static final ModelOption<Boolean> STANDARDIZE_FEATURES =
      add(
          ModelOption.of(
                  "standardize_features",
                  ValueTypes.BOOL,
                  MEASURED,
                  "Whether numbers are brought to mean 0 and standard deviation 1.")
              .byDefault(true));

  public static final ModelOption<Long> NUM_NEIGHBORS =
      add(
          ModelOption.of(
                  "num_neighbors",
                  ValueTypes.integer(1, 1_000),
                  NEIGHBORS,
                  "The number of nearest training rows that predict.")
              .byDefault(5L));

  public static final ModelOption<Choice.NeighborWeights> NEIGHBOR_WEIGHTS =
      add(
          ModelOption.of(
                  "neighbor_weights",
                  ValueTypes.choice(Choice.NeighborWeights.class),
                  NEIGHBORS,
                  "Whether neighbours count alike or by the inverse of their distance.")
              .byDefault(Choice.NeighborWeights.UNIFORM));

  public static final ModelOption<Double> LENGTH_SCALE =
      add(
          ModelOption.of(
                  "length_scale",
                  ValueTypes.POSITIVE,
                  PROCESSES,
                  "How far apart two rows, in standard deviations, are still alike.")
              .byDefaultFromData("the one of the greatest log marginal likelihood"));

  public static final ModelOption<Double> NOISE_RATIO =
      add(
          ModelOption.of(
                  "noise_ratio",
                  ValueTypes.NOT_NEGATIVE,
                  PROCESSES,
                  "The variance of the label's noise, divided by that of its signal.")
              .byDefaultFromData("the one of the greatest log marginal likelihood"));

  public static final ModelOption<Double> SMOOTHING =
      add(
          ModelOption.of(
                  "smoothing",
                  ValueTypes.POSITIVE,
                  Set.of(NAIVE_BAYES),
                  "The rows added to each category in each class, so that none is impossible.")
              .byDefault(1.0));

  public static final ModelOption<Double> VAR_SMOOTHING =
      add(
          ModelOption.of(
                  "var_smoothing",
                  ValueTypes.NOT_NEGATIVE,
                  Set.of(NAIVE_BAYES),
                  "The share of the greatest variance of a number that is added to every variance.")
              .byDefault(1e-9));

  public static final ModelOption<Double> SHRINKAGE =
      add(
          ModelOption.of(
                  "shrinkage",
                  ValueTypes.FRACTION,
                  Set.of(LDA),
                  "How far the pooled covariance is drawn to equal variances without correlation.")
              .byDefault(0.0));

  public static final ModelOption<Double> REG_PARAM =
      add(
          ModelOption.of(
                  "reg_param",
                  ValueTypes.FRACTION,
                  Set.of(QDA),
                  "How far each class's covariance is drawn to variances of 1 without correlation.")
              .byDefault(0.0));

  public static final ModelOption<Long> NUM_PRINCIPAL_COMPONENTS =
      add(
          ModelOption.of(
              "num_principal_components",
              ValueTypes.integer(1, 1_000),
              COMPONENTS,
              "The number of components; this or PCA_EXPLAINED_VARIANCE_RATIO."));

  public static final ModelOption<Double> PCA_EXPLAINED_VARIANCE_RATIO =
      add(
          ModelOption.of(
              "pca_explained_variance_ratio",
              ValueTypes.SHARE,
              COMPONENTS,
              "The share of the variance that the components are to explain."));

  public static final ModelOption<Boolean> SCALE_FEATURES =
      add(
          ModelOption.of(
                  "scale_features",
                  ValueTypes.BOOL,
                  COMPONENTS,
                  "Whether numbers are brought to standard deviation 1.")
              .byDefault(true));

  public static final ModelOption<Choice.PcaSolver> PCA_SOLVER =
      add(
          ModelOption.of(
                  "pca_solver",
                  ValueTypes.choice(Choice.PcaSolver.class),
                  COMPONENTS,
                  "How eigenvectors would be found; all of them are found exactly.")
              .byDefault(Choice.PcaSolver.AUTO)
              .with(Effect.NONE));

  public static final ModelOption<Long> NUM_TREES =
      add(
          ModelOption.of(
                  "num_trees", ValueTypes.integer(1, 10_000), ISOLATION, "The number of trees.")
              .byDefault(100L));

  public static final ModelOption<Long> MAX_SAMPLES =
      add(
          ModelOption.of(
                  "max_samples",
                  ValueTypes.integer(2, 1_000_000),
                  ISOLATION,
                  "The rows that each tree is grown on, drawn without replacement.")
              .byDefault(256L));

  public static final ModelOption<Double> CONTAMINATION =
      add(
          ModelOption.of(
                  "contamination",
                  ValueTypes.number("> 0, <= 0.5", v -> v > 0 && v <= 0.5),
                  ISOLATION,
                  "The share of the training rows that are anomalies; it sets the score above which"
                      + " a row is one.")
              .byDefaultFromData("none: a row is an anomaly when its score exceeds 0.5"));

  public static final ModelOption<Choice.Booster> BOOSTER_TYPE =
      add(
          ModelOption.of(
                  "booster_type",
                  ValueTypes.choice(Choice.Booster.class),
                  BOOSTED,
                  "Whether trees are added as they are or dropped at random.")
              .byDefault(Choice.Booster.GBTREE));

  public static final ModelOption<Choice.DartNormalize> DART_NORMALIZE_TYPE =
      add(
          ModelOption.of(
                  "dart_normalize_type",
                  ValueTypes.choice(Choice.DartNormalize.class),
                  BOOSTED,
                  "How the booster DART weighs its trees.")
              .byDefault(Choice.DartNormalize.TREE));

  public static final ModelOption<Double> RATE_DROP =
      add(
          ModelOption.of(
                  "rate_drop",
                  ValueTypes.FRACTION,
                  BOOSTED,
                  "The chance of each tree to be left out of a round of the booster DART.")
              .byDefault(0.0));

  public static final ModelOption<Double> SKIP_DROP =
      add(
          ModelOption.of(
                  "skip_drop",
                  ValueTypes.FRACTION,
                  BOOSTED,
                  "The chance of a round of the booster DART to leave no tree out.")
              .byDefault(0.0));

  public static final ModelOption<Map<String, Integer>> MONOTONE_CONSTRAINTS =
      add(
          ModelOption.of(
                  "monotone_constraints",
                  new MonotoneConstraintsType(),
                  MONOTONE,
                  "Features whose rise must not lower (1) or raise (-1) the score: [STRUCT('age',"
                      + " 1), ...].")
              .byDefaultFromData("none; 1 for the feature of ISOTONIC"));

  public static final ModelOption<Long> NUM_PARALLEL_TREE =
      add(
          ModelOption.of(
                  "num_parallel_tree",
                  ValueTypes.integer(1, 1_000),
                  BOOSTED_AND_FORESTS,
                  "The number of trees of one round; a random forest has one round.")
              .within(ValueTypes.integer(2, 1_000), FORESTS)
              .byDefault(1L, FORESTS, 100L));

  public static final ModelOption<Choice.TreeMethod> TREE_METHOD =
      add(
          ModelOption.of(
                  "tree_method",
                  ValueTypes.choice(Choice.TreeMethod.class),
                  TREES,
                  "How splits are searched.")
              .byDefault(Choice.TreeMethod.AUTO));

  public static final ModelOption<Long> MAX_TREE_DEPTH =
      add(
          ModelOption.of("max_tree_depth", ValueTypes.integer(1, 20), TREES, "The depth of a tree.")
              .byDefault(6L, FORESTS, 15L));

  public static final ModelOption<Double> MIN_TREE_CHILD_WEIGHT =
      add(
          ModelOption.of(
                  "min_tree_child_weight",
                  ValueTypes.NOT_NEGATIVE,
                  TREES,
                  "The least sum of weights in a leaf.")
              .byDefault(1.0));

  public static final ModelOption<Double> COLSAMPLE_BYTREE =
      add(
          ModelOption.of(
                  "colsample_bytree",
                  ValueTypes.SHARE,
                  BOOSTED_AND_FORESTS,
                  "The share of columns drawn for each tree.")
              .byDefault(1.0));

  public static final ModelOption<Double> COLSAMPLE_BYLEVEL =
      add(
          ModelOption.of(
                  "colsample_bylevel",
                  ValueTypes.SHARE,
                  BOOSTED_AND_FORESTS,
                  "The share of columns drawn for each level of a tree.")
              .byDefault(1.0));

  public static final ModelOption<Double> COLSAMPLE_BYNODE =
      add(
          ModelOption.of(
                  "colsample_bynode",
                  ValueTypes.SHARE,
                  BOOSTED_AND_FORESTS,
                  "The share of columns drawn for each split.")
              .byDefault(1.0, FORESTS, 0.8));

  public static final ModelOption<Double> SUBSAMPLE =
      add(
          ModelOption.of(
                  "subsample",
                  ValueTypes.SHARE,
                  BOOSTED_AND_FORESTS,
                  "The share of rows drawn for each round.")
              .byDefault(1.0, FORESTS, 0.8));

  public static final ModelOption<Double> MIN_SPLIT_LOSS =
      add(
          ModelOption.of(
                  "min_split_loss",
                  ValueTypes.NOT_NEGATIVE,
                  TREES,
                  "The least gain in loss that is worth a split.")
              .byDefault(0.0));

  public static final ModelOption<String> XGBOOST_VERSION =
      add(
          ModelOption.of(
                  "xgboost_version",
                  ValueTypes.STRING,
                  TREES,
                  "The library's version; this engine brings its own.")
              .with(Effect.NONE));

  public static final ModelOption<String> INSTANCE_WEIGHT_COL =
      add(
          ModelOption.of(
                  "instance_weight_col",
                  ValueTypes.STRING,
                  SUPERVISED,
                  "The column that weighs each row; it is no feature.")
              .with(Effect.NOT_YET, UNWEIGHTED));

  public static final ModelOption<Boolean> WARM_START =
      add(
          ModelOption.of(
                  "warm_start",
                  ValueTypes.BOOL,
                  ALL,
                  "Whether the fit goes on from the model's last version.")
              .byDefault(false)
              .with(Effect.NOT_YET));

  public static final ModelOption<Long> NUM_TRIALS =
      add(
          ModelOption.of(
              "num_trials",
              ValueTypes.integer(1, 100),
              TUNED,
              "The most trials of hyperparameter tuning, which it switches on."));

  public static final ModelOption<Long> MAX_PARALLEL_TRIALS =
      add(
          ModelOption.of(
                  "max_parallel_trials",
                  ValueTypes.integer(1, 5),
                  TUNED,
                  "The number of trials that run at once.")
              .byDefault(1L));

  public static final ModelOption<Choice.TuningAlgorithm> HPARAM_TUNING_ALGORITHM =
      add(
          ModelOption.of(
                  "hparam_tuning_algorithm",
                  ValueTypes.choice(Choice.TuningAlgorithm.class),
                  TUNED,
                  "How the next trial is chosen.")
              .byDefault(Choice.TuningAlgorithm.VIZIER_DEFAULT));

  public static final ModelOption<List<String>> HPARAM_TUNING_OBJECTIVES =
      add(
          ModelOption.of(
                  "hparam_tuning_objectives",
                  ValueTypes.NAMES,
                  TUNED,
                  "The metric of ML.EVALUATE that trials are judged by, in a list of one.")
              .byDefaultFromData(
                  "classifiers: ROC_AUC; regressions: R2_SCORE; KMEANS: DAVIES_BOULDIN_INDEX"));

  public static final ModelOption<Long> SEED =
      add(
          ModelOption.of(
                  "seed",
                  ValueTypes.integer(0, Integer.MAX_VALUE),
                  ALL,
                  "The start of every random choice: the same seed, the same model.")
              .byDefault(0L));

  public static final ModelOption<ColumnPolicies> NULL_POLICY =
      add(
          policy(
              "null_policy",
              "What prediction does with NULL and NaN, in all columns or by STRUCT('error' AS"
                  + " age)."));

  public static final ModelOption<ColumnPolicies> UNSEEN_POLICY =
      add(
          policy(
              "unseen_policy",
              "The same with a category that training did not see, written alike."));

  public static final ModelOption<ColumnPolicies> RANGE_POLICY =
      add(
          policy(
              "range_policy",
              "The same with a number below or above all that training saw, written alike."));

  public static final ModelOption<Boolean> STRICT =
      add(
          ModelOption.of(
                  "strict",
                  ValueTypes.BOOL,
                  ALL,
                  "Whether what ML.PREFLIGHT finds in the training data stops the fit.")
              .byDefault(false));

  public static final ModelOption<Choice.Execution> EXECUTION =
      add(
          ModelOption.of(
                  "execution",
                  ValueTypes.choice(Choice.Execution.class),
                  ALL,
                  "Where the fit runs.")
              .byDefault(Choice.Execution.AUTO));

  public static final ModelOption<String> DESCRIPTION =
      add(ModelOption.of("description", ValueTypes.STRING, ALL, "A text about the model."));

  public static final ModelOption<String> MODEL_REGISTRY =
      add(
          ModelOption.of(
                  "model_registry",
                  ValueTypes.STRING,
                  ALL,
                  "Google's registry; models are kept in this engine's own.")
              .with(Effect.NONE));

  public static final ModelOption<String> VERTEX_AI_MODEL_ID =
      add(
          ModelOption.of(
                  "vertex_ai_model_id", ValueTypes.STRING, ALL, "The name in Google's registry.")
              .with(Effect.NONE));

  public static final ModelOption<List<String>> VERTEX_AI_MODEL_VERSION_ALIASES =
      add(
          ModelOption.of(
                  "vertex_ai_model_version_aliases",
                  ValueTypes.NAMES,
                  ALL,
                  "Aliases in Google's registry; ALTER MODEL SET ALIAS names a version here.")
              .with(Effect.NONE));

  public static final ModelOption<String> KMS_KEY_NAME =
      add(
          ModelOption.of("kms_key_name", ValueTypes.STRING, ALL, "The key of Google's key service.")
              .with(Effect.NONE));

  private OptionRegistry() {}

  private static ModelOption<ColumnPolicies> policy(String name, String documentation) {
    return ModelOption.of(name, new ColumnPoliciesType(), PREDICTING, documentation)
        .byDefaultFromData("`'DEFAULT'`");
  }

  private static Set<ModelType> only(Predicate<ModelType> wanted) {
    Set<ModelType> types = EnumSet.copyOf(ALL);
    types.removeIf(wanted.negate());
    return types;
  }

  private static <T> ModelOption<T> add(ModelOption<T> option) {
    OPTIONS.add(option);
    return option;
  }

  /** Every option, in the order of the documentation. */
  public static List<ModelOption<?>> options() {
    return List.copyOf(OPTIONS);
  }

  /**
   * Checks options and gives them their types and defaults.
   *
   * <p><b>Errors:</b> {@code UNKNOWN_OPTION}, {@code OPTION_TYPE}, {@code OPTION_RANGE}, {@code
   * OPTION_NOT_APPLICABLE}, {@code OPTION_MISSING}, {@code OPTION_DUPLICATE}, {@code
   * NOT_AVAILABLE_YET}, each at the option.
   */
  public static ModelOptions bind(List<Option> options) {
    return new ModelOptionBinder(options).bind();
  }

  /** The options of a model as TRAIN MODEL's own change them. */
  public static List<Option> merge(List<Option> defined, List<Option> changes) {
    Map<String, Option> merged = new LinkedHashMap<>();
    defined.forEach(option -> merged.put(option.name(), option));
    List<Option> result = new ArrayList<>();
    changes.forEach(option -> merged.remove(option.name()));
    result.addAll(merged.values());
    result.addAll(changes);
    return result;
  }
}
