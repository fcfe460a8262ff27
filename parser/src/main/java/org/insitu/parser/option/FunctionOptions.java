/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import static org.insitu.parser.option.DataFunctionOptions.COLUMNS;
import static org.insitu.parser.option.DataFunctionOptions.CONTAMINATION;
import static org.insitu.parser.option.DataFunctionOptions.LABEL;
import static org.insitu.parser.option.DataFunctionOptions.METHOD;
import static org.insitu.parser.option.DataFunctionOptions.NUM_ARRAY_LENGTH_QUANTILES;
import static org.insitu.parser.option.DataFunctionOptions.NUM_QUANTILES;
import static org.insitu.parser.option.DataFunctionOptions.OUTLIER_THRESHOLD;
import static org.insitu.parser.option.DataFunctionOptions.TOP_K;
import static org.insitu.parser.option.ModelFunctionOptions.CLASS_LEVEL_EXPLAIN;
import static org.insitu.parser.option.ModelFunctionOptions.FLAT_PROBS;
import static org.insitu.parser.option.ModelFunctionOptions.FOLDS;
import static org.insitu.parser.option.ModelFunctionOptions.KEEP_ORIGINAL_COLUMNS;
import static org.insitu.parser.option.ModelFunctionOptions.STANDARDIZE;
import static org.insitu.parser.option.ModelFunctionOptions.TOP_K_FEATURES;
import static org.insitu.parser.option.ModelFunctionOptions.TRIAL_ID;
import static org.insitu.parser.option.ScoreFunctionOptions.BUCKET_STRATEGY;
import static org.insitu.parser.option.ScoreFunctionOptions.NUM_BUCKETS;
import static org.insitu.parser.option.ScoreFunctionOptions.THRESHOLD;
import static org.insitu.parser.option.ScoreFunctionOptions.THRESHOLDS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;
import org.insitu.parser.text.Nearest;

/**
 * The options of one call of an ML function: checked, typed, with their defaults. OPTIONS of
 * EVALUATE MODEL and PREDICT MODEL are those of ML.EVALUATE and ML.PREDICT.
 *
 * <p><b>Source:</b> BigQuery ML, the page of each function; {@code flat_probs} is ours.
 */
public final class FunctionOptions {
  private static final List<FunctionOption<?>> OPTIONS =
      Stream.of(
              ScoreFunctionOptions.OPTIONS,
              DataFunctionOptions.OPTIONS,
              ModelFunctionOptions.OPTIONS)
          .<FunctionOption<?>>flatMap(List::stream)
          .toList();

  private final Map<String, Object> values;

  private FunctionOptions(Map<String, Object> values) {
    this.values = Map.copyOf(values);
  }

  /** Every option, in the order of the documentation. */
  public static List<FunctionOption<?>> options() {
    return OPTIONS;
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

  private <T> T get(FunctionOption<T> option) {
    return given(option).orElseGet(() -> Objects.requireNonNull(option.defaultValue()));
  }

  private int count(FunctionOption<Long> option) {
    return Math.toIntExact(get(option));
  }

  /** The value of an option that was given one. */
  @SuppressWarnings("unchecked")
  private <T> Optional<T> given(FunctionOption<T> option) {
    return Optional.ofNullable((T) values.get(option.name()));
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
    return count(FOLDS);
  }

  /** Whether no option but {@code trial_id} was given a value. */
  public boolean areDefaults() {
    return values.keySet().stream().allMatch(TRIAL_ID.name()::equals);
  }

  /** Which trial of a tuned model; empty for the best one. */
  public OptionalLong trial() {
    return given(TRIAL_ID).stream().mapToLong(Long::longValue).findFirst();
  }

  public int numBuckets() {
    return count(NUM_BUCKETS);
  }

  public Choice.BucketStrategy bucketStrategy() {
    return get(BUCKET_STRATEGY);
  }

  public int numQuantiles() {
    return count(NUM_QUANTILES);
  }

  public int numArrayLengthQuantiles() {
    return count(NUM_ARRAY_LENGTH_QUANTILES);
  }

  public int topK() {
    return count(TOP_K);
  }

  public Choice.OutlierMethod outlierMethod() {
    return get(METHOD);
  }

  /** The threshold given, else the method's own. */
  public double outlierThreshold() {
    return given(OUTLIER_THRESHOLD).orElseGet(() -> outlierMethod().threshold());
  }

  /** The columns asked for; empty for all that will do. */
  public List<String> columns() {
    return get(COLUMNS);
  }

  /** Empty when it was not given. */
  public OptionalDouble contamination() {
    return given(CONTAMINATION).stream().mapToDouble(Double::doubleValue).findFirst();
  }

  /** The label column, where one was named. */
  public Optional<String> label() {
    return given(LABEL);
  }

  public boolean flatProbs() {
    return get(FLAT_PROBS);
  }

  public boolean keepOriginalColumns() {
    return get(KEEP_ORIGINAL_COLUMNS);
  }

  /** The most attributions of a row; 5 by default. */
  public int topFeatures() {
    return count(TOP_K_FEATURES);
  }

  public boolean classLevelExplain() {
    return get(CLASS_LEVEL_EXPLAIN);
  }

  public boolean standardize() {
    return get(STANDARDIZE);
  }
}
