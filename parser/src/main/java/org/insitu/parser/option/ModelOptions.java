/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.Option;

/** The options of one CREATE MODEL: checked, typed, with their defaults. */
public final class ModelOptions {
  private final ModelType modelType;
  private final Map<ModelOption<?>, Object> values;
  private final Map<String, Option> written;
  private final List<String> notices;

  ModelOptions(
      ModelType modelType,
      Map<ModelOption<?>, Object> values,
      Map<String, Option> written,
      List<String> notices) {
    this.modelType = modelType;
    this.values = Map.copyOf(values);
    this.written = Map.copyOf(written);
    this.notices = List.copyOf(notices);
  }

  public ModelType modelType() {
    return modelType;
  }

  /** What was accepted and has no effect. */
  public List<String> notices() {
    return notices;
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
