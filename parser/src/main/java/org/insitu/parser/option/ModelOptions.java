/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;

/** The options of one CREATE MODEL: checked, typed, with their defaults. */
public final class ModelOptions {
  /** What a trial is not asked. */
  private static final Set<String> TUNING =
      Set.of(
          "num_trials",
          "max_parallel_trials",
          "hparam_tuning_algorithm",
          "hparam_tuning_objectives",
          "data_split_test_fraction");

  private final ModelType modelType;
  private final Map<ModelOption<?>, Object> values;
  private final Map<String, Option> written;
  private final List<String> notices;
  private final Optional<Tuning> tuning;

  ModelOptions(
      ModelType modelType,
      Map<ModelOption<?>, Object> values,
      Map<String, Option> written,
      List<String> notices,
      Optional<Tuning> tuning) {
    this.modelType = modelType;
    this.values = Map.copyOf(values);
    this.written = Map.copyOf(written);
    this.notices = List.copyOf(notices);
    this.tuning = tuning;
  }

  public ModelType modelType() {
    return modelType;
  }

  /** What was accepted and has no effect. */
  public List<String> notices() {
    return notices;
  }

  /** What is searched for the best of these options; empty for a single fit. */
  public Optional<Tuning> tuning() {
    return tuning;
  }

  /**
   * The options of one trial: each hyperparameter has a value.
   *
   * @throws org.insitu.parser.error.InsituException when these values contradict each other
   */
  public ModelOptions trial(Map<String, OptionValue> hyperparameters) {
    List<Option> options = new ArrayList<>();
    for (Option option : written.values()) {
      if (!TUNING.contains(option.name()) && !hyperparameters.containsKey(option.name())) {
        options.add(option);
      }
    }
    hyperparameters.forEach(
        (name, value) ->
            options.add(
                new Option(
                    name,
                    value,
                    Optional.ofNullable(written.get(name))
                        .map(Option::position)
                        .orElse(Position.NONE))));
    return OptionRegistry.bind(options);
  }

  /** Whether the user gave the option a value. */
  public boolean isSet(ModelOption<?> option) {
    return values.containsKey(option);
  }

  /** The value given, or the default; empty when there is neither. */
  @SuppressWarnings("unchecked")
  public <T> Optional<T> find(ModelOption<T> option) {
    T value = (T) values.get(option);
    return value == null ? option.defaultFor(modelType) : Optional.of(value);
  }

  /** The value of an option that has a default. */
  public <T> T get(ModelOption<T> option) {
    return find(option)
        .orElseThrow(() -> new IllegalArgumentException(option.name() + " has no default"));
  }

  /** Where the option stands in the statement, if it was written. */
  public Position position(ModelOption<?> option) {
    Option found = written.get(option.name());
    return found == null ? Position.NONE : found.position();
  }
}
