/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import static org.insitu.parser.option.DistanceOptions.DISTANCE_TYPE;
import static org.insitu.parser.option.DistanceOptions.NEIGHBOR_WEIGHTS;
import static org.insitu.parser.option.DistanceOptions.NUM_CLUSTERS;
import static org.insitu.parser.option.DistanceOptions.NUM_NEIGHBORS;
import static org.insitu.parser.option.GeneralOptions.HPARAM_TUNING_ALGORITHM;
import static org.insitu.parser.option.GeneralOptions.HPARAM_TUNING_OBJECTIVES;
import static org.insitu.parser.option.GeneralOptions.MAX_PARALLEL_TRIALS;
import static org.insitu.parser.option.GeneralOptions.NUM_TRIALS;
import static org.insitu.parser.option.LossOptions.L1_REG;
import static org.insitu.parser.option.LossOptions.L2_REG;
import static org.insitu.parser.option.LossOptions.LEARN_RATE;
import static org.insitu.parser.option.TreeOptions.BOOSTER_TYPE;
import static org.insitu.parser.option.TreeOptions.COLSAMPLE_BYLEVEL;
import static org.insitu.parser.option.TreeOptions.COLSAMPLE_BYNODE;
import static org.insitu.parser.option.TreeOptions.COLSAMPLE_BYTREE;
import static org.insitu.parser.option.TreeOptions.DART_NORMALIZE_TYPE;
import static org.insitu.parser.option.TreeOptions.MAX_TREE_DEPTH;
import static org.insitu.parser.option.TreeOptions.MIN_SPLIT_LOSS;
import static org.insitu.parser.option.TreeOptions.MIN_TREE_CHILD_WEIGHT;
import static org.insitu.parser.option.TreeOptions.NUM_PARALLEL_TREE;
import static org.insitu.parser.option.TreeOptions.RATE_DROP;
import static org.insitu.parser.option.TreeOptions.SKIP_DROP;
import static org.insitu.parser.option.TreeOptions.SUBSAMPLE;
import static org.insitu.parser.option.TreeOptions.TREE_METHOD;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;

/**
 * Reads what a CREATE MODEL says of hyperparameter tuning, and checks each value that a trial could
 * take, so that a bad one is refused before a row is read.
 *
 * <p><b>Source:</b> BigQuery ML, "Hyperparameter tuning overview", for names and objectives; the
 * spaces searched when none is given are ours.
 */
final class TuningReader {
  /** An end that an open range leaves out is moved by this part of the range. */
  private static final double NUDGE = 1e-6;

  /** The options that can be tuned, and whether their ranges are even in the logarithm. */
  private static final Map<ModelOption<?>, Boolean> TUNABLE = tunable();

  private final ModelType modelType;
  private final Map<String, Hyperparameter> written = new LinkedHashMap<>();
  private Position first = Position.NONE;

  TuningReader(ModelType modelType) {
    this.modelType = modelType;
  }

  private static Map<ModelOption<?>, Boolean> tunable() {
    Map<ModelOption<?>, Boolean> logarithmic = new LinkedHashMap<>();
    for (ModelOption<?> option : List.of(L1_REG, L2_REG)) {
      logarithmic.put(option, true);
    }
    for (ModelOption<?> option :
        List.of(
            LEARN_RATE,
            MAX_TREE_DEPTH,
            NUM_PARALLEL_TREE,
            SUBSAMPLE,
            COLSAMPLE_BYTREE,
            COLSAMPLE_BYLEVEL,
            COLSAMPLE_BYNODE,
            MIN_TREE_CHILD_WEIGHT,
            MIN_SPLIT_LOSS,
            BOOSTER_TYPE,
            DART_NORMALIZE_TYPE,
            RATE_DROP,
            SKIP_DROP,
            TREE_METHOD,
            NUM_CLUSTERS,
            NUM_NEIGHBORS,
            NEIGHBOR_WEIGHTS,
            DISTANCE_TYPE)) {
      logarithmic.put(option, false);
    }
    return logarithmic;
  }

  /** What is searched when NUM_TRIALS stands alone. */
  private static Map<ModelOption<?>, List<Integer>> searchedByDefault(ModelType modelType) {
    Map<ModelOption<?>, List<Integer>> ends = new LinkedHashMap<>();
    switch (modelType) {
      case LINEAR_REG, LOGISTIC_REG -> {
        ends.put(L1_REG, List.of(0, 10));
        ends.put(L2_REG, List.of(0, 10));
      }
      case LINEAR_SVM -> ends.put(L2_REG, List.of(0, 10));
      case KNN_CLASSIFIER, KNN_REGRESSOR -> ends.put(NUM_NEIGHBORS, List.of(1, 50));
      case KMEANS -> ends.put(NUM_CLUSTERS, List.of(2, 10));
      case BOOSTED_TREE_CLASSIFIER, BOOSTED_TREE_REGRESSOR -> {
        ends.put(LEARN_RATE, List.of(0, 1));
        ends.put(MAX_TREE_DEPTH, List.of(1, 10));
        ends.put(SUBSAMPLE, List.of(0, 1));
        ends.put(L1_REG, List.of(0, 10));
        ends.put(L2_REG, List.of(0, 10));
      }
      case RANDOM_FOREST_CLASSIFIER, RANDOM_FOREST_REGRESSOR -> {
        ends.put(MAX_TREE_DEPTH, List.of(1, 20));
        ends.put(SUBSAMPLE, List.of(0, 1));
        ends.put(COLSAMPLE_BYNODE, List.of(0, 1));
      }
      case DECISION_TREE_CLASSIFIER, DECISION_TREE_REGRESSOR -> {
        ends.put(MAX_TREE_DEPTH, List.of(1, 10));
        ends.put(MIN_SPLIT_LOSS, List.of(0, 10));
      }
      default -> {
        // others are tuned by what is written
      }
    }
    return ends;
  }

  /** Whether a value is a set of values to search. */
  static boolean isSearched(OptionValue value) {
    return value instanceof OptionValue.Range || value instanceof OptionValue.Candidates;
  }

  /** Takes HPARAM_RANGE or HPARAM_CANDIDATES of an option. */
  <T> void add(Option option, ModelOption<T> known) {
    Boolean logarithmic = TUNABLE.get(known);
    if (logarithmic == null || known.effects().get(modelType) != Effect.HONOURED) {
      throw InsituException.of(
              ErrorCode.OPTION_NOT_APPLICABLE,
              "Option '%s' of %s cannot be tuned.".formatted(option.name(), modelType))
          .at(option.position())
          .hint("Give one value; " + tunableNames());
    }
    if (written.isEmpty()) {
      first = option.position();
    }
    written.put(
        option.name(),
        new Hyperparameter(
            option.name(),
            option.value() instanceof OptionValue.Range range
                ? interval(option, known, range.low(), range.high(), logarithmic)
                : candidates(option, known, (OptionValue.Candidates) option.value())));
  }

  private String tunableNames() {
    return TUNABLE.keySet().stream()
        .filter(one -> one.effects().get(modelType) == Effect.HONOURED)
        .map(ModelOption::name)
        .collect(Collectors.joining(", ", "these can be tuned: ", "."));
  }

  private <T> Hyperparameter.Interval interval(
      Option option, ModelOption<T> known, BigDecimal low, BigDecimal high, boolean logarithmic) {
    ValueType<T> type = known.typeFor(modelType);
    boolean whole = type.name().equals("INT64");
    if (!whole && !type.name().equals("FLOAT64")) {
      throw InsituException.of(
              ErrorCode.OPTION_TYPE,
              "Option '%s' has no range of values (expected: %s)."
                  .formatted(option.name(), type.name()))
          .at(option.position())
          .hint("Name them: HPARAM_CANDIDATES([...]).");
    }
    if (low.compareTo(high) > 0) {
      throw InsituException.of(
              ErrorCode.OPTION_RANGE,
              "Option '%s' is %s (allowed: the lower end first)."
                  .formatted(option.name(), Spelling.of(option.value())))
          .at(option.position());
    }
    double from = end(option, type, low, high, whole);
    double to = end(option, type, high, low, whole);
    return new Hyperparameter.Interval(from, to, whole, logarithmic);
  }

  /** An end of a range; one that the option's own range just leaves out is moved inward. */
  private <T> double end(
      Option option, ValueType<T> type, BigDecimal end, BigDecimal other, boolean whole) {
    double value = end.doubleValue();
    double inside = value + NUDGE * (other.doubleValue() - value);
    if (!whole && !isTaken(type, value) && isTaken(type, inside)) {
      return inside;
    }
    OptionErrors.read(with(option, new OptionValue.Numeric(end)), type);
    return value;
  }

  private static <T> boolean isTaken(ValueType<T> type, double value) {
    try {
      type.read(new OptionValue.Numeric(BigDecimal.valueOf(value)));
      return true;
    } catch (ValueType.Refusal refusal) {
      return false;
    }
  }

  private <T> Hyperparameter.Candidates candidates(
      Option option, ModelOption<T> known, OptionValue.Candidates candidates) {
    if (candidates.values().isEmpty()) {
      throw InsituException.of(
              ErrorCode.OPTION_RANGE, "Option '%s' has no candidates.".formatted(option.name()))
          .at(option.position());
    }
    for (OptionValue value : candidates.values()) {
      OptionErrors.read(with(option, value), known.typeFor(modelType));
    }
    return new Hyperparameter.Candidates(candidates.values().stream().distinct().toList());
  }

  private static Option with(Option option, OptionValue value) {
    return new Option(option.name(), value, option.position());
  }

  /** What is to be tuned, if anything is. */
  Optional<Tuning> tuning(ModelOptions options, List<String> notices) {
    if (!options.isSet(NUM_TRIALS)) {
      if (!written.isEmpty()) {
        throw InsituException.of(
                ErrorCode.OPTION_MISSING, "HPARAM_RANGE and HPARAM_CANDIDATES need NUM_TRIALS.")
            .at(first)
            .hint("NUM_TRIALS = %d, say.".formatted(10 * written.size()));
      }
      for (ModelOption<?> option :
          List.of(MAX_PARALLEL_TRIALS, HPARAM_TUNING_ALGORITHM, HPARAM_TUNING_OBJECTIVES)) {
        if (options.isSet(option)
            && !options.find(option).equals(option.defaultFor(modelType).map(Object.class::cast))) {
          notices.add(
              "Option %s has no effect without NUM_TRIALS."
                  .formatted(option.name().toUpperCase(Locale.ROOT)));
        }
      }
      return Optional.empty();
    }
    Tuning tuning =
        new Tuning(
            space(options),
            Math.toIntExact(options.get(NUM_TRIALS)),
            Math.toIntExact(options.get(MAX_PARALLEL_TRIALS)),
            options.get(HPARAM_TUNING_ALGORITHM),
            objective(options));
    requireGrid(tuning, options);
    return Optional.of(tuning);
  }

  private List<Hyperparameter> space(ModelOptions options) {
    if (!written.isEmpty()) {
      return List.copyOf(written.values());
    }
    List<Hyperparameter> space = new ArrayList<>();
    searchedByDefault(modelType)
        .forEach(
            (option, ends) -> {
              if (!options.isSet(option)) {
                space.add(new Hyperparameter(option.name(), defaultInterval(option, ends)));
              }
            });
    if (space.isEmpty()) {
      throw InsituException.of(
              ErrorCode.OPTION_MISSING,
              "NUM_TRIALS of a model of type %s needs an option to search.".formatted(modelType))
          .at(options.position(NUM_TRIALS))
          .hint("HPARAM_RANGE(low, high) or HPARAM_CANDIDATES([...]); " + tunableNames());
    }
    return space;
  }

  private <T> Hyperparameter.Interval defaultInterval(ModelOption<T> option, List<Integer> ends) {
    BigDecimal low = BigDecimal.valueOf(ends.getFirst());
    BigDecimal high = BigDecimal.valueOf(ends.getLast());
    Option range = new Option(option.name(), new OptionValue.Range(low, high), Position.NONE);
    return interval(range, option, low, high, TUNABLE.getOrDefault(option, false));
  }

  private Choice.Objective objective(ModelOptions options) {
    Set<Choice.Objective> allowed = Choice.Objective.of(modelType.task());
    List<String> given = options.find(HPARAM_TUNING_OBJECTIVES).orElse(List.of());
    if (given.isEmpty()) {
      return allowed.iterator().next();
    }
    if (given.size() > 1) {
      throw refuse(options, given.size() + " objectives", "1");
    }
    String name = given.getFirst().toUpperCase(Locale.ROOT);
    return Arrays.stream(Choice.Objective.values())
        .filter(one -> one.name().equals(name) && allowed.contains(one))
        .findFirst()
        .orElseThrow(
            () ->
                refuse(
                    options,
                    "'" + given.getFirst() + "'",
                    allowed.stream().map(Enum::name).collect(Collectors.joining(", "))));
  }

  private static InsituException refuse(ModelOptions options, String seen, String allowed) {
    return InsituException.of(
            ErrorCode.OPTION_RANGE,
            "Option 'hparam_tuning_objectives' is %s (allowed: %s).".formatted(seen, allowed))
        .at(options.position(HPARAM_TUNING_OBJECTIVES));
  }

  private static void requireGrid(Tuning tuning, ModelOptions options) {
    if (tuning.algorithm() != Choice.TuningAlgorithm.GRID_SEARCH) {
      return;
    }
    for (Hyperparameter one : tuning.space()) {
      if (Double.isInfinite(one.domain().size())) {
        throw InsituException.of(
                ErrorCode.OPTION_NOT_APPLICABLE,
                "GRID_SEARCH needs a finite set of values; '%s' has a range of numbers."
                    .formatted(one.name()))
            .at(options.position(HPARAM_TUNING_ALGORITHM))
            .hint("HPARAM_CANDIDATES([...]), or another HPARAM_TUNING_ALGORITHM.");
      }
    }
  }
}
