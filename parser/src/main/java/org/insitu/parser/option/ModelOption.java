/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.jspecify.annotations.Nullable;

/**
 * One option of CREATE MODEL.
 *
 * @param name as documented, lower case
 * @param type what values it takes
 * @param narrower where a model type takes fewer
 * @param defaultValue null when there is none
 * @param defaults where a model type has a default of its own
 * @param defaultText the default in words, for one that depends on the data; empty otherwise
 * @param effects which model types take it, and what it does to each in this version
 * @param documentation one sentence
 */
public record ModelOption<T>(
    String name,
    ValueType<T> type,
    Map<ModelType, ValueType<T>> narrower,
    @Nullable T defaultValue,
    Map<ModelType, T> defaults,
    String defaultText,
    Map<ModelType, Effect> effects,
    String documentation) {
  public ModelOption {
    narrower = Map.copyOf(narrower);
    defaults = Map.copyOf(defaults);
    effects = Map.copyOf(effects);
  }

  static <T> ModelOption<T> of(
      String name, ValueType<T> type, Set<ModelType> modelTypes, String documentation) {
    Map<ModelType, Effect> effects = effects(modelTypes, Effect.HONOURED);
    return new ModelOption<>(name, type, Map.of(), null, Map.of(), "", effects, documentation);
  }

  private static Map<ModelType, Effect> effects(Set<ModelType> modelTypes, Effect effect) {
    Map<ModelType, Effect> effects = new HashMap<>();
    modelTypes.forEach(modelType -> effects.put(modelType, effect));
    return effects;
  }

  ModelOption<T> byDefault(T value) {
    return new ModelOption<>(
        name, type, narrower, value, defaults, defaultText, effects, documentation);
  }

  ModelOption<T> byDefault(T value, Set<ModelType> exceptions, T theirs) {
    Map<ModelType, T> own = new HashMap<>();
    exceptions.forEach(modelType -> own.put(modelType, theirs));
    return new ModelOption<>(name, type, narrower, value, own, defaultText, effects, documentation);
  }

  /** The same option, taking fewer values for some model types. */
  ModelOption<T> within(ValueType<T> less, Set<ModelType> modelTypes) {
    Map<ModelType, ValueType<T>> theirs = new HashMap<>(narrower);
    modelTypes.forEach(modelType -> theirs.put(modelType, less));
    return new ModelOption<>(
        name, type, theirs, defaultValue, defaults, defaultText, effects, documentation);
  }

  ModelOption<T> byDefaultFromData(String text) {
    return new ModelOption<>(
        name, type, narrower, defaultValue, defaults, text, effects, documentation);
  }

  /** The same option with this effect on every model type that takes it. */
  ModelOption<T> with(Effect effect) {
    return with(effect, effects.keySet());
  }

  ModelOption<T> with(Effect effect, Set<ModelType> modelTypes) {
    Map<ModelType, Effect> changed = new HashMap<>(effects);
    changed.putAll(effects(modelTypes, effect));
    return new ModelOption<>(
        name, type, narrower, defaultValue, defaults, defaultText, changed, documentation);
  }

  /** What values it takes for a model type. */
  public ValueType<T> typeFor(ModelType modelType) {
    return narrower.getOrDefault(modelType, type);
  }

  /** Throws {@code OPTION_RANGE} for a value that no model type takes. */
  public void require(T value) {
    require(type, value);
  }

  /** Throws {@code OPTION_RANGE} for a value that this model type does not take. */
  public void require(ModelType modelType, T value) {
    require(typeFor(modelType), value);
  }

  private void require(ValueType<T> taken, T value) {
    if (!taken.allows(value)) {
      throw InsituException.of(
          ErrorCode.OPTION_RANGE,
          "Option '%s' is %s (allowed: %s).".formatted(name, value, taken.range()));
    }
  }

  /** The default for a model type, if there is one that does not depend on the data. */
  public Optional<T> defaultFor(ModelType modelType) {
    T own = defaults.get(modelType);
    return Optional.ofNullable(own == null ? defaultValue : own);
  }
}
