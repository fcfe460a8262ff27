/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;
import org.insitu.parser.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * The options of one call of an ML function: checked, typed, with their defaults. OPTIONS of
 * EVALUATE MODEL and PREDICT MODEL are those of ML.EVALUATE and ML.PREDICT.
 *
 * <p><b>Source:</b> BigQuery ML, the page of each function; {@code flat_probs} is ours.
 */
public final class FunctionOptions {
  private static final List<FunctionOption<?>> OPTIONS = new ArrayList<>();

  private static final FunctionOption<Double> THRESHOLD =
      add(
          "threshold",
          ValueTypes.FRACTION,
          0.5,
          Set.of(
              MlFunction.PREDICT,
              MlFunction.EVALUATE,
              MlFunction.CONFUSION_MATRIX,
              MlFunction.EXPLAIN_PREDICT),
          "The probability above which a model of two classes says the second.");

  private static final FunctionOption<List<Double>> THRESHOLDS =
      add(
          "thresholds",
          ValueTypes.FRACTIONS,
          List.of(),
          Set.of(MlFunction.ROC_CURVE, MlFunction.PR_CURVE),
          "The thresholds of the curve's points; by default percentiles of the scores.");

  private static final FunctionOption<Long> NUM_BUCKETS =
      add(
          "num_buckets",
          ValueTypes.integer(1, 1000),
          10L,
          Set.of(MlFunction.LIFT, MlFunction.CALIBRATION),
          "How many buckets the scored rows are divided into.");

  private static final FunctionOption<Choice.BucketStrategy> BUCKET_STRATEGY =
      add(
          "bucket_strategy",
          ValueTypes.choice(Choice.BucketStrategy.class),
          Choice.BucketStrategy.UNIFORM,
          Set.of(MlFunction.CALIBRATION),
          "UNIFORM: buckets of equal width; QUANTILE: of as equal numbers of rows as ties allow.");

  private static final FunctionOption<Long> NUM_QUANTILES =
      add(
          "num_quantiles",
          ValueTypes.integer(1, 100_000),
          2L,
          Set.of(MlFunction.DESCRIBE_DATA),
          "How many intervals of equal numbers of values a column's quantiles are the ends of.");

  private static final FunctionOption<Long> NUM_ARRAY_LENGTH_QUANTILES =
      add(
          "num_array_length_quantiles",
          ValueTypes.integer(1, 100_000),
          10L,
          Set.of(MlFunction.DESCRIBE_DATA),
          "The same of the lengths of arrays.");

  private static final FunctionOption<Long> TOP_K =
      add(
          "top_k",
          ValueTypes.integer(1, 10_000),
          1L,
          Set.of(MlFunction.DESCRIBE_DATA),
          "How many of the most frequent values are named.");

  private static final FunctionOption<Choice.OutlierMethod> METHOD =
      add(
          "method",
          ValueTypes.choice(Choice.OutlierMethod.class),
          Choice.OutlierMethod.ZSCORE,
          Set.of(MlFunction.DETECT_OUTLIERS),
          "ZSCORE: by the standard deviation; IQR: by the interquartile range.");

  private static final FunctionOption<Double> OUTLIER_THRESHOLD =
      add(
          "threshold",
          ValueTypes.POSITIVE,
          Choice.OutlierMethod.ZSCORE.threshold(),
          Set.of(MlFunction.DETECT_OUTLIERS),
          "How many deviations, 3 by default, or ranges, 1.5 by default, away a number stands"
              + " out.");

  private static final FunctionOption<Double> CONTAMINATION =
      add(
          "contamination",
          ValueTypes.number("0 to 0.5", v -> v >= 0 && v <= 0.5),
          null,
          Set.of(MlFunction.DETECT_ANOMALIES),
          "The share of the training rows that counts as anomalies; it has no default.");

  private static final FunctionOption<String> LABEL =
      add(
          "label",
          ValueTypes.STRING,
          null,
          Set.of(MlFunction.PREFLIGHT),
          "The label column; without it the columns are looked at by themselves.");

  private static final FunctionOption<List<String>> COLUMNS =
      add(
          "columns",
          ValueTypes.NAMES,
          List.of(),
          Set.of(MlFunction.DETECT_OUTLIERS),
          "The columns that are looked at; by default all of numbers.");

  private static final FunctionOption<Boolean> FLAT_PROBS =
      add(
          "flat_probs",
          ValueTypes.BOOL,
          false,
          Set.of(MlFunction.PREDICT),
          "Whether each class's probability is a column too, for tools without arrays.");

  private static final FunctionOption<Boolean> KEEP_ORIGINAL_COLUMNS =
      add(
          "keep_original_columns",
          ValueTypes.BOOL,
          false,
          Set.of(MlFunction.PREDICT),
          "Whether the input's columns stay in the answer of a PCA model; others always keep"
              + " them.");

  private static final FunctionOption<Boolean> STANDARDIZE =
      add(
          "standardize",
          ValueTypes.BOOL,
          false,
          Set.of(MlFunction.WEIGHTS, MlFunction.ADVANCED_WEIGHTS, MlFunction.CENTROIDS),
          "Whether the numbers are those of features at mean 0 and standard deviation 1.");

  private static final FunctionOption<Long> TOP_K_FEATURES =
      add(
          "top_k_features",
          ValueTypes.integer(1, 10_000),
          5L,
          Set.of(MlFunction.EXPLAIN_PREDICT),
          "How many features are listed, those that added or took most.");

  private static final FunctionOption<Boolean> CLASS_LEVEL_EXPLAIN =
      add(
          "class_level_explain",
          ValueTypes.BOOL,
          false,
          Set.of(MlFunction.GLOBAL_EXPLAIN),
          "Whether the rows predicted as each class have their own attributions.");

  static {
    OPTIONS.add(
        new FunctionOption<>(
            "approx_feature_contrib",
            ValueTypes.BOOL,
            false,
            Set.of(MlFunction.EXPLAIN_PREDICT),
            Effect.NONE,
            "Whether attributions of trees may be approximate; they are always exact."));
    OPTIONS.add(
        new FunctionOption<>(
            "integrated_gradients_num_steps",
            ValueTypes.integer(1, 10_000),
            15L,
            Set.of(MlFunction.EXPLAIN_PREDICT),
            Effect.NONE,
            "Steps of a method for neural networks; the models of this version need none."));
  }

  private static final FunctionOption<Long> FOLDS =
      add(
          "folds",
          ValueTypes.integer(2, 100),
          5L,
          Set.of(MlFunction.CROSS_VALIDATE),
          "How many parts the rows are divided into.");

  private static final FunctionOption<Long> TRIAL_ID =
      add(
          "trial_id",
          ValueTypes.integer(1, 100),
          null,
          Set.of(
              MlFunction.PREDICT,
              MlFunction.EVALUATE,
              MlFunction.CONFUSION_MATRIX,
              MlFunction.ROC_CURVE,
              MlFunction.PR_CURVE,
              MlFunction.LIFT,
              MlFunction.CALIBRATION,
              MlFunction.TRAINING_INFO,
              MlFunction.WEIGHTS,
              MlFunction.CENTROIDS,
              MlFunction.FEATURE_IMPORTANCE,
              MlFunction.FEATURE_INFO,
              MlFunction.DETECT_ANOMALIES,
              MlFunction.EXPLAIN_PREDICT,
              MlFunction.GLOBAL_EXPLAIN),
          "Which trial of a tuned model; the best one by default.");

  private final Map<String, Object> values;

  private FunctionOptions(Map<String, Object> values) {
    this.values = Map.copyOf(values);
  }

  private static <T> FunctionOption<T> add(
      String name,
      ValueType<T> type,
      @Nullable T byDefault,
      Set<MlFunction> functions,
      String text) {
    FunctionOption<T> option =
        new FunctionOption<>(name, type, byDefault, functions, Effect.HONOURED, text);
    OPTIONS.add(option);
    return option;
  }

  /** Every option, in the order of the documentation. */
  public static List<FunctionOption<?>> options() {
    return List.copyOf(OPTIONS);
  }

  /**
   * Checks the options of a call.
   *
   * <p><b>Errors:</b> {@code UNKNOWN_OPTION}, {@code OPTION_TYPE}, {@code OPTION_RANGE}, {@code
   * OPTION_DUPLICATE}, {@code NOT_AVAILABLE_YET} for an option or function of a later version.
   */
  public static FunctionOptions bind(MlFunction function, List<Option> options) {
    Map<String, Object> values = new HashMap<>();
    if (!function.isAvailable()) {
      throw InsituException.of(
          ErrorCode.NOT_AVAILABLE_YET, "ML." + function + " is not available yet in this version.");
    }
    for (Option option : OptionErrors.unique(options).values()) {
      FunctionOption<?> known = known(function, option);
      if (!(option.value() instanceof OptionValue.Null)) {
        Object value = OptionErrors.read(option, known.type());
        if (known.effect() == Effect.NOT_YET) {
          throw OptionErrors.notYet(option);
        }
        values.put(option.name(), value);
      }
    }
    return new FunctionOptions(values);
  }

  private static FunctionOption<?> known(MlFunction function, Option option) {
    List<FunctionOption<?>> known =
        OPTIONS.stream().filter(o -> o.functions().contains(function)).toList();
    return known.stream()
        .filter(o -> o.name().equals(option.name()))
        .findFirst()
        .orElseThrow(
            () -> unknown(function, option, known.stream().map(FunctionOption::name).toList()));
  }

  private static InsituException unknown(MlFunction function, Option option, List<String> names) {
    String all = names.isEmpty() ? "It takes none." : "It takes " + String.join(", ", names) + ".";
    return InsituException.of(
            ErrorCode.UNKNOWN_OPTION,
            "Unknown option '%s' of ML.%s.".formatted(option.name(), function))
        .at(option.position())
        .hint(
            Nearest.to(option.name(), names)
                .map(meant -> "Did you mean '" + meant + "'?")
                .orElse(all));
  }

  @SuppressWarnings("unchecked")
  private <T> T get(FunctionOption<T> option) {
    T value = (T) values.get(option.name());
    return value == null ? Objects.requireNonNull(option.defaultValue()) : value;
  }

  /** The probability above which the second of two classes is predicted; 0.5 by default. */
  public double threshold() {
    return get(THRESHOLD);
  }

  /** The points of a curve; empty for the default ones. */
  public List<Double> thresholds() {
    return get(THRESHOLDS);
  }

  public int folds() {
    return Math.toIntExact(get(FOLDS));
  }

  /** Whether no option but {@code trial_id} was given a value. */
  public boolean areDefaults() {
    return values.keySet().stream().allMatch(TRIAL_ID.name()::equals);
  }

  /** Which trial of a tuned model; empty for the best one. */
  public OptionalLong trial() {
    return values.containsKey(TRIAL_ID.name())
        ? OptionalLong.of(get(TRIAL_ID))
        : OptionalLong.empty();
  }

  public int numBuckets() {
    return Math.toIntExact(get(NUM_BUCKETS));
  }

  public Choice.BucketStrategy bucketStrategy() {
    return get(BUCKET_STRATEGY);
  }

  public int numQuantiles() {
    return Math.toIntExact(get(NUM_QUANTILES));
  }

  public int numArrayLengthQuantiles() {
    return Math.toIntExact(get(NUM_ARRAY_LENGTH_QUANTILES));
  }

  public int topK() {
    return Math.toIntExact(get(TOP_K));
  }

  public Choice.OutlierMethod outlierMethod() {
    return get(METHOD);
  }

  /** The threshold given, else the method's own. */
  public double outlierThreshold() {
    return values.containsKey(OUTLIER_THRESHOLD.name())
        ? get(OUTLIER_THRESHOLD)
        : outlierMethod().threshold();
  }

  /** The columns asked for; empty for all that will do. */
  public List<String> columns() {
    return get(COLUMNS);
  }

  /** Empty when it was not given. */
  public OptionalDouble contamination() {
    return values.containsKey(CONTAMINATION.name())
        ? OptionalDouble.of(get(CONTAMINATION))
        : OptionalDouble.empty();
  }

  /** The label column, where one was named. */
  public Optional<String> label() {
    return values.containsKey(LABEL.name()) ? Optional.of(get(LABEL)) : Optional.empty();
  }

  public boolean flatProbs() {
    return get(FLAT_PROBS);
  }

  public boolean keepOriginalColumns() {
    return get(KEEP_ORIGINAL_COLUMNS);
  }

  /** The most attributions of a row; 5 by default. */
  public int topFeatures() {
    return Math.toIntExact(get(TOP_K_FEATURES));
  }

  public boolean classLevelExplain() {
    return get(CLASS_LEVEL_EXPLAIN);
  }

  public boolean standardize() {
    return get(STANDARDIZE);
  }
}
