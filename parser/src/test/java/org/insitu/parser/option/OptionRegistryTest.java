/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.insitu.parser.option.DistanceOptions.KMEANS_INIT_METHOD;
import static org.insitu.parser.option.DistanceOptions.NUM_CLUSTERS;
import static org.insitu.parser.option.GeneralOptions.EXECUTION;
import static org.insitu.parser.option.GeneralOptions.SEED;
import static org.insitu.parser.option.LossOptions.AUTO_CLASS_WEIGHTS;
import static org.insitu.parser.option.LossOptions.CATEGORY_ENCODING_METHOD;
import static org.insitu.parser.option.LossOptions.CLASS_WEIGHTS;
import static org.insitu.parser.option.LossOptions.EARLY_STOP;
import static org.insitu.parser.option.LossOptions.L1_REG;
import static org.insitu.parser.option.LossOptions.L2_REG;
import static org.insitu.parser.option.LossOptions.LEARN_RATE;
import static org.insitu.parser.option.LossOptions.MAX_ITERATIONS;
import static org.insitu.parser.option.LossOptions.MIN_REL_PROGRESS;
import static org.insitu.parser.option.TrainingDataOptions.DATA_SPLIT_EVAL_FRACTION;
import static org.insitu.parser.option.TrainingDataOptions.DATA_SPLIT_METHOD;
import static org.insitu.parser.option.TrainingDataOptions.INPUT_LABEL_COLS;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.insitu.parser.InsituParser;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionRegistryTest {

  @Test
  void defaultsAreBigQuerys() {
    ModelOptions linear = bind("model_type = 'LINEAR_REG'");
    assertThat(linear.modelType()).isEqualTo(ModelType.LINEAR_REG);
    assertThat(linear.get(INPUT_LABEL_COLS)).containsExactly("label");
    assertThat(linear.get(DATA_SPLIT_METHOD)).isEqualTo(Choice.SplitMethod.AUTO_SPLIT);
    assertThat(linear.get(DATA_SPLIT_EVAL_FRACTION)).isEqualTo(0.2);
    assertThat(linear.get(L1_REG)).isZero();
    assertThat(linear.get(L2_REG)).isZero();
    assertThat(linear.get(LEARN_RATE)).isEqualTo(0.1);
    assertThat(linear.get(MAX_ITERATIONS)).isEqualTo(20);
    assertThat(linear.get(EARLY_STOP)).isTrue();
    assertThat(linear.get(MIN_REL_PROGRESS)).isEqualTo(0.01);
    assertThat(linear.get(CATEGORY_ENCODING_METHOD))
        .isEqualTo(Choice.CategoryEncoding.ONE_HOT_ENCODING);
    assertThat(linear.get(SEED)).isZero();
    assertThat(linear.get(EXECUTION)).isEqualTo(Choice.Execution.AUTO);
    assertThat(linear.isSet(MIN_REL_PROGRESS)).isFalse();
    assertThat(linear.notices()).isEmpty();
  }

  @Test
  void treesHaveDefaultsOfTheirOwn() {
    ModelOptions trees = bind("model_type = 'BOOSTED_TREE_REGRESSOR'");
    assertThat(trees.get(L2_REG)).isEqualTo(1.0);
    assertThat(trees.get(LEARN_RATE)).isEqualTo(0.3);
    assertThat(trees.get(CATEGORY_ENCODING_METHOD))
        .isEqualTo(Choice.CategoryEncoding.LABEL_ENCODING);
    assertThat(trees.get(TreeOptions.MAX_TREE_DEPTH)).isEqualTo(6);
    assertThat(trees.get(TreeOptions.SUBSAMPLE)).isEqualTo(1.0);
  }

  @Test
  void forestsHaveBigQuerysDefaults() {
    ModelOptions forest = bind("model_type = 'RANDOM_FOREST_CLASSIFIER'");
    assertThat(forest.get(TreeOptions.NUM_PARALLEL_TREE)).isEqualTo(100);
    assertThat(forest.get(TreeOptions.MAX_TREE_DEPTH)).isEqualTo(15);
    assertThat(forest.get(TreeOptions.SUBSAMPLE)).isEqualTo(0.8);
    assertThat(forest.get(TreeOptions.COLSAMPLE_BYNODE)).isEqualTo(0.8);
    assertThat(forest.get(TreeOptions.COLSAMPLE_BYTREE)).isEqualTo(1.0);
    assertThat(forest.get(L2_REG)).isEqualTo(1.0);
  }

  @Test
  void dartThatDropsNothingIsNoticed() {
    String dart = "model_type = 'BOOSTED_TREE_REGRESSOR', booster_type = 'DART'";
    assertThat(bind(dart).notices())
        .containsExactly("BOOSTER_TYPE = 'DART' drops no tree at RATE_DROP = 0, its default.");
    assertThat(bind(dart + ", rate_drop = 0.1").notices()).isEmpty();
    assertThat(bind("model_type = 'BOOSTED_TREE_REGRESSOR', rate_drop = 0.1").notices())
        .containsExactly("Option RATE_DROP has no effect with BOOSTER_TYPE = 'GBTREE'.");
  }

  @Test
  void whatDependsOnTheDataHasNoDefault() {
    ModelOptions kmeans = bind("model_type = 'kmeans', kmeans_init_method = 'kmeans++'");
    assertThat(kmeans.find(NUM_CLUSTERS)).isEmpty();
    assertThat(NUM_CLUSTERS.defaultText()).isNotEmpty();
    assertThat(kmeans.get(KMEANS_INIT_METHOD)).isEqualTo(Choice.KMeansInit.KMEANS_PLUS_PLUS);
  }

  @Test
  void valuesAreReadByType() {
    ModelOptions options =
        bind(
            "model_type = \"logistic-reg\", input_label_cols = 'y', l2_reg = 1e-3, max_iterations ="
                + " 5.0, early_stop = false, class_weights = [STRUCT('a', 2), STRUCT(1 AS l, 0.5 AS"
                + " w)], data_split_method = 'no_split', l1_reg = NULL");
    assertThat(options.modelType()).isEqualTo(ModelType.LOGISTIC_REG);
    assertThat(options.get(INPUT_LABEL_COLS)).containsExactly("y");
    assertThat(options.get(L2_REG)).isEqualTo(0.001);
    assertThat(options.get(MAX_ITERATIONS)).isEqualTo(5);
    assertThat(options.get(EARLY_STOP)).isFalse();
    assertThat(options.find(CLASS_WEIGHTS)).contains(Map.of("a", 2.0, "1", 0.5));
    assertThat(options.get(DATA_SPLIT_METHOD)).isEqualTo(Choice.SplitMethod.NO_SPLIT);
    assertThat(options.isSet(L2_REG)).isTrue();
    assertThat(options.isSet(L1_REG)).isFalse();
    assertThat(options.position(L2_REG).isKnown()).isTrue();
    assertThat(options.position(SEED)).isEqualTo(Position.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"KMEANS", "k-means", "K_Means", "kmeans"})
  void modelTypesMatchWithoutCaseHyphensAndUnderscores(String name) {
    assertThat(bind("model_type = '" + name + "'").modelType()).isEqualTo(ModelType.KMEANS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          model_type = 'LINEAR_REG', l2_rge = 1                        | UNKNOWN_OPTION
          model_type = 'LINEAR_REG', l2_reg = 'x'                      | OPTION_TYPE
          model_type = 'LINEAR_REG', l2_reg = [1]                      | OPTION_TYPE
          model_type = 'LINEAR_REG', fit_intercept = 1                 | OPTION_TYPE
          model_type = 'LINEAR_REG', max_iterations = 2.5              | OPTION_TYPE
          model_type = 'LINEAR_REG', data_split_method = 3             | OPTION_TYPE
          model_type = 3                                               | OPTION_TYPE
          model_type = 'LOGISTIC_REG', class_weights = ['a']           | OPTION_TYPE
          model_type = 'LINEAR_REG', l2_reg = -1                       | OPTION_RANGE
          model_type = 'LINEAR_REG', l2_reg = 1e999                    | OPTION_RANGE
          model_type = 'LINEAR_REG', max_iterations = 0                | OPTION_RANGE
          model_type = 'LINEAR_REG', seed = 99999999999999999999       | OPTION_RANGE
          model_type = 'LINEAR_REG', data_split_method = 'HALF'        | OPTION_RANGE
          model_type = 'LINEAR_REG', data_split_eval_fraction = 1      | OPTION_RANGE
          model_type = 'LINEAR_REG', input_label_cols = ['a', 'b']     | OPTION_RANGE
          model_type = 'LINEAR_REG', input_label_cols = []             | OPTION_RANGE
          model_type = 'LINEER_REG'                                    | OPTION_RANGE
          model_type = 'LOGISTIC_REG', class_weights = [STRUCT(1, -1)] | OPTION_RANGE
          model_type = 'LOGISTIC_REG', class_weights = [STRUCT(1, 0)]  | OPTION_RANGE
          model_type = 'BOOSTED_TREE_CLASSIFIER', learn_rate = 1.5     | OPTION_RANGE
          model_type = 'LINEAR_REG', min_rel_progress = -0.1           | OPTION_RANGE
          model_type = 'LINEAR_REG', num_clusters = 3                  | OPTION_NOT_APPLICABLE
          model_type = 'LINEAR_REG', hidden_units = [3]                | OPTION_NOT_APPLICABLE
          model_type = 'LDA', l2_reg = 1                               | OPTION_NOT_APPLICABLE
          model_type = 'LDA', shrinkage = 1.5                          | OPTION_RANGE
          model_type = 'QDA', reg_param = -0.1                         | OPTION_RANGE
          model_type = 'NAIVE_BAYES', smoothing = 0                    | OPTION_RANGE
          model_type = 'NAIVE_BAYES', max_iterations = 5               | OPTION_NOT_APPLICABLE
          model_type = 'PCA'                                           | OPTION_MISSING
          model_type = 'PCA', num_principal_components = 0             | OPTION_RANGE
          model_type = 'PCA', num_principal_components = 2, pca_explained_variance_ratio = 0.5 | OPTION_NOT_APPLICABLE
          model_type = 'PCA', num_principal_components = 2, input_label_cols = ['a'] | OPTION_NOT_APPLICABLE
          model_type = 'KMEANS', input_label_cols = ['a']              | OPTION_NOT_APPLICABLE
          model_type = 'LINEAR_REG', category_encoding_method = 'LABEL_ENCODING' | OPTION_NOT_APPLICABLE
          model_type = 'LOGISTIC_REG', auto_class_weights = TRUE, class_weights = [STRUCT(1, 1)] | OPTION_NOT_APPLICABLE
          model_type = 'LINEAR_REG', data_split_method = 'SEQ'         | OPTION_MISSING
          model_typ = 'LINEAR_REG'                                     | UNKNOWN_OPTION
          l2_reg = 1                                                   | OPTION_MISSING
          model_type = NULL                                            | OPTION_MISSING
          model_type = 'LINEAR_REG', l2_reg = 1, L2_REG = 2            | OPTION_DUPLICATE
          model_type = 'AUTOENCODER'                                   | NOT_AVAILABLE_YET
          model_type = 'dnn-classifier'                                | NOT_AVAILABLE_YET
          model_type = 'LINEAR_REG', calculate_p_values = TRUE         | OPTION_NOT_APPLICABLE
          model_type = 'LINEAR_REG', calculate_p_values = TRUE, category_encoding_method = 'DUMMY_ENCODING', l1_reg = 1 | OPTION_NOT_APPLICABLE
          model_type = 'LOGISTIC_REG', calculate_p_values = TRUE, category_encoding_method = 'DUMMY_ENCODING', l2_reg = 1 | OPTION_NOT_APPLICABLE
          model_type = 'LINEAR_REG', l2_reg = HPARAM_RANGE(0, 1)       | OPTION_MISSING
          model_type = 'LINEAR_REG', num_trials = 0                    | OPTION_RANGE
          model_type = 'LINEAR_REG', num_trials = 101                  | OPTION_RANGE
          model_type = 'LINEAR_REG', num_trials = 9, max_parallel_trials = 6 | OPTION_RANGE
          model_type = 'LINEAR_REG', num_trials = 9, l1_reg = 0, l2_reg = 1 | OPTION_MISSING
          model_type = 'LINEAR_REG', num_trials = 9, l1_reg = HPARAM_RANGE(1, 0) | OPTION_RANGE
          model_type = 'LINEAR_REG', num_trials = 9, l1_reg = HPARAM_RANGE(-1, 0) | OPTION_RANGE
          model_type = 'LINEAR_REG', num_trials = 9, l1_reg = HPARAM_CANDIDATES([]) | OPTION_RANGE
          model_type = 'LINEAR_REG', num_trials = 9, l1_reg = HPARAM_CANDIDATES([1, -1]) | OPTION_RANGE
          model_type = 'LINEAR_REG', num_trials = 9, l1_reg = HPARAM_CANDIDATES(['a']) | OPTION_TYPE
          model_type = 'LINEAR_REG', num_trials = 9, fit_intercept = HPARAM_CANDIDATES([TRUE, FALSE]) | OPTION_NOT_APPLICABLE
          model_type = 'LINEAR_REG', num_trials = 9, learn_rate = HPARAM_RANGE(0, 1) | OPTION_NOT_APPLICABLE
          model_type = 'LINEAR_REG', num_trials = 9, hparam_tuning_objectives = ['roc_auc'] | OPTION_RANGE
          model_type = 'LINEAR_REG', num_trials = 9, hparam_tuning_objectives = ['r2_score', 'mean_squared_error'] | OPTION_RANGE
          model_type = 'LINEAR_REG', num_trials = 9, hparam_tuning_algorithm = 'GRID_SEARCH' | OPTION_NOT_APPLICABLE
          model_type = 'LINEAR_REG', num_trials = 9, data_split_method = 'RANDOM', data_split_test_fraction = 0.8 | OPTION_RANGE
          model_type = 'BOOSTED_TREE_REGRESSOR', num_trials = 9, booster_type = HPARAM_RANGE(0, 1) | OPTION_TYPE
          model_type = 'BOOSTED_TREE_REGRESSOR', num_trials = 9, max_tree_depth = HPARAM_RANGE(1, 2.5) | OPTION_TYPE
          model_type = 'PCA', num_principal_components = 2, num_trials = 9 | OPTION_NOT_APPLICABLE
          model_type = 'LINEAR_REG', execution = 'spark'               | NOT_AVAILABLE_YET
          model_type = 'LINEAR_REG', warm_start = TRUE                 | NOT_AVAILABLE_YET
          model_type = 'LINEAR_REG', instance_weight_col = 'w'         | NOT_AVAILABLE_YET
          model_type = 'KMEANS', kmeans_init_method = 'CUSTOM'         | NOT_AVAILABLE_YET
          model_type = 'RANDOM_FOREST_REGRESSOR', num_parallel_tree = 1     | OPTION_RANGE
          model_type = 'DECISION_TREE_REGRESSOR', subsample = 0.5          | OPTION_NOT_APPLICABLE
          model_type = 'DECISION_TREE_REGRESSOR', monotone_constraints = [STRUCT('a', 2)] | OPTION_RANGE
          model_type = 'DECISION_TREE_REGRESSOR', monotone_constraints = [STRUCT('a', 1), STRUCT('a', 1)] | OPTION_RANGE
          model_type = 'DECISION_TREE_REGRESSOR', monotone_constraints = [STRUCT('a')] | OPTION_TYPE
          model_type = 'LINEAR_REG', null_policy = 'ignore'                | OPTION_RANGE
          model_type = 'LINEAR_REG', null_policy = STRUCT('ignore' AS a)   | OPTION_RANGE
          model_type = 'LINEAR_REG', null_policy = 1                       | OPTION_TYPE
          model_type = 'LINEAR_REG', range_policy = ['error']              | OPTION_TYPE
          model_type = 'LINEAR_REG', unseen_policy = STRUCT(1 AS a)        | OPTION_TYPE
          model_type = 'LINEAR_REG', null_policy = STRUCT('null' AS a, 'flag' AS A) | OPTION_DUPLICATE
          model_type = 'TRANSFORM_ONLY', null_policy = 'null'              | OPTION_NOT_APPLICABLE
          model_type = 'ISOLATION_FOREST', contamination = 0                | OPTION_RANGE
          model_type = 'ISOLATION_FOREST', early_stop = FALSE               | OPTION_NOT_APPLICABLE
          model_type = 'KNN', num_neighbors = 0                             | OPTION_RANGE
          model_type = 'KNN_REGRESSOR', neighbor_weights = 'GAUSSIAN'       | OPTION_RANGE
          model_type = 'KNN_CLASSIFIER', length_scale = 1                   | OPTION_NOT_APPLICABLE
          model_type = 'KNN_CLASSIFIER', l2_reg = 1                         | OPTION_NOT_APPLICABLE
          model_type = 'GAUSSIAN_PROCESS', length_scale = 0                 | OPTION_RANGE
          model_type = 'GAUSSIAN_PROCESS', noise_ratio = -1                 | OPTION_RANGE
          model_type = 'GAUSSIAN_PROCESS', num_neighbors = 3                | OPTION_NOT_APPLICABLE
          model_type = 'BOOSTED_TREE_CLASSIFIER', category_encoding_method = 'DUMMY_ENCODING' | OPTION_NOT_APPLICABLE
          model_type = 'BOOSTED_TREE_CLASSIFIER', category_encoding_method = 'ONE_HOT_ENCODING', unseen_policy = 'error' | OPTION_NOT_APPLICABLE
          model_type = 'BOOSTED_TREE_CLASSIFIER', category_encoding_method = 'ONE_HOT_ENCODING', null_policy = STRUCT('flag' AS a) | OPTION_NOT_APPLICABLE
          """)
  void wrongOptionsAreRefused(String options, ErrorCode code) {
    InsituException error = errorOf(options);
    assertThat(error.code()).as(error.getMessage()).isEqualTo(code);
    if (code != ErrorCode.OPTION_MISSING) {
      assertThat(error.position().isKnown()).isTrue();
    }
  }

  @Test
  void policiesAreOfAllColumnsOrOfSome() {
    ModelOptions options =
        bind(
            "model_type = 'LINEAR_REG', null_policy = 'Error', range_policy = STRUCT('flag' AS Age,"
                + " 'NULL' AS \"a b\")");
    ColumnPolicies ofNull = options.get(GeneralOptions.NULL_POLICY);
    assertThat(ofNull.of("age")).isEqualTo(Choice.InputPolicy.ERROR);
    assertThat(ofNull.named()).isEmpty();
    ColumnPolicies ofRange = options.get(GeneralOptions.RANGE_POLICY);
    assertThat(ofRange.of("AGE")).isEqualTo(Choice.InputPolicy.FLAG);
    assertThat(ofRange.of("a B")).isEqualTo(Choice.InputPolicy.NULL);
    assertThat(ofRange.of("other")).isEqualTo(Choice.InputPolicy.DEFAULT);
    assertThat(options.find(GeneralOptions.UNSEEN_POLICY)).isEmpty();
  }

  @Test
  void modelTypesDifferInWhatTheyTake() {
    assertThat(bind("model_type = 'LINEAR_REG', learn_rate = 1.5").get(LossOptions.LEARN_RATE))
        .isEqualTo(1.5);
    assertThat(errorOf("model_type = 'BOOSTED_TREE_REGRESSOR', learn_rate = 1.5"))
        .hasMessage("Option 'learn_rate' is 1.5 (allowed: > 0, <= 1).");
  }

  @Test
  void errorsSayWhatWasSeenAndWhatIsAllowed() {
    InsituException unknown = errorOf("model_type = 'LINEAR_REG', l2_rge = 1");
    assertThat(unknown).hasMessage("Unknown option 'l2_rge' for model type LINEAR_REG.");
    assertThat(unknown.hint()).isEqualTo("Did you mean 'l2_reg'?");
    assertThat(unknown.position()).isEqualTo(new Position(1, 52));
    assertThat(errorOf("model_type = 'KMEANS', xyz = 1").hint()).startsWith("It takes model_type,");
    assertThat(errorOf("model_type = 'LINEAR_REG', l2_reg = 'x'"))
        .hasMessage("Option 'l2_reg' is 'x' (expected: FLOAT64).");
    assertThat(errorOf("model_type = 'LINEAR_REG', seed = -3"))
        .hasMessage("Option 'seed' is -3 (allowed: 0 to 2147483647).");
    assertThat(errorOf("model_type = 'LINEAR_REG', data_split_method = 'HALF'"))
        .hasMessage(
            "Option 'data_split_method' is 'HALF' (allowed: AUTO_SPLIT, RANDOM, CUSTOM, SEQ,"
                + " GROUP, NO_SPLIT).");
    assertThat(errorOf("model_type = 'LINEAR_REG', num_clusters = 3"))
        .hasMessage("Option 'num_clusters' belongs to KMEANS, not to LINEAR_REG.");
    assertThat(errorOf("model_type = 'LINEER_REG'").hint()).isEqualTo("Did you mean 'LINEAR_REG'?");
  }

  @Test
  void whatHasNoEffectIsNoticed() {
    assertThat(
            bind("model_type = 'LINEAR_REG', learn_rate = 0.5, model_registry = 'VERTEX_AI',"
                    + " data_split_eval_fraction = 0.3, enable_global_explain = FALSE")
                .notices())
        .containsExactly(
            "Option LEARN_RATE has no effect on a model of type LINEAR_REG here.",
            "Option MODEL_REGISTRY has no effect on a model of type LINEAR_REG here.",
            "Option DATA_SPLIT_EVAL_FRACTION has no effect with DATA_SPLIT_METHOD ="
                + " 'AUTO_SPLIT'.");
    assertThat(bind("model_type = 'BOOSTED_TREE_CLASSIFIER', learn_rate = 0.5").notices())
        .isEmpty();
  }

  @Test
  void defaultsOfWhatIsNotAvailableYetAreAccepted() {
    ModelOptions options =
        bind(
            "model_type = 'LINEAR_REG', calculate_p_values = FALSE, warm_start = FALSE,"
                + " max_parallel_trials = 1");
    assertThat(options.notices()).isEmpty();
  }

  @Test
  void laterOptionsReplaceEarlierOnes() {
    List<Option> merged =
        OptionRegistry.merge(
            options("model_type = 'LINEAR_REG', l2_reg = 1, seed = 2"), options("l2_reg = 3"));
    ModelOptions bound = OptionRegistry.bind(merged);
    assertThat(bound.get(L2_REG)).isEqualTo(3);
    assertThat(bound.get(SEED)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PCA") // it needs a number of components
  void everyAvailableTypeBindsWithItsNameAlone(ModelType modelType) {
    if (modelType.isAvailable()) {
      assertThat(bind("model_type = '" + modelType + "'").modelType()).isEqualTo(modelType);
    } else {
      assertThat(errorOf("model_type = '" + modelType + "'").code())
          .isEqualTo(ErrorCode.NOT_AVAILABLE_YET);
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        TrainingDataOptions.class,
        LossOptions.class,
        AttributionOptions.class,
        DistanceOptions.class,
        MomentOptions.class,
        TreeOptions.class,
        GeneralOptions.class
      })
  void everyOptionThatIsDeclaredIsGathered(Class<?> group) throws IllegalAccessException {
    for (Field field : group.getFields()) {
      assertThat(OptionRegistry.options()).contains((ModelOption<?>) field.get(null));
    }
  }

  static Stream<ModelOption<?>> registry() {
    return OptionRegistry.options().stream();
  }

  @ParameterizedTest
  @MethodSource("registry")
  void everyOptionIsDocumented(ModelOption<?> option) {
    assertThat(option.name()).matches("[a-z][a-z0-9_]*");
    assertThat(option.documentation()).endsWith(".").hasSizeBetween(10, 100);
    assertThat(option.effects()).isNotEmpty();
    assertThat(option.type().name()).isNotEmpty();
    assertThat(OptionRegistry.options()).filteredOn(o -> o.name().equals(option.name())).hasSize(1);
    assertThat(OtherOptions.owner(option.name())).isEmpty();
  }

  @Test
  void autoClassWeightsMayBeSetAlone() {
    assertThat(
            bind("model_type = 'LOGISTIC_REG', auto_class_weights = TRUE").get(AUTO_CLASS_WEIGHTS))
        .isTrue();
  }

  private static ModelOptions bind(String options) {
    return OptionRegistry.bind(options(options));
  }

  private static List<Option> options(String options) {
    String sql = "CREATE MODEL m OPTIONS (" + options + ")";
    return ((Statement.CreateModel) InsituParser.parse(sql, name -> false)).options();
  }

  private static InsituException errorOf(String options) {
    InsituException error = catchThrowableOfType(InsituException.class, () -> bind(options));
    assertThat(error).as("the error of: " + options).isNotNull();
    return error;
  }
}
