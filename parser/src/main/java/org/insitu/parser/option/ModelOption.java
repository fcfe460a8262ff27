/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One option of CREATE MODEL.
 *
 * @param name as documented, lower case
 * @param type what values it takes
 * @param defaultValue null when there is none
 * @param defaults where a model type has a default of its own
 * @param defaultText the default in words, for one that depends on the data; empty otherwise
 * @param effects which model types take it, and what it does to each in this version
 * @param documentation one sentence
 */
public record ModelOption<T>(
    String name,
    ValueType<T> type,
    @Nullable T defaultValue,
    Map<ModelType, T> defaults,
    String defaultText,
    Map<ModelType, Effect> effects,
    String documentation) {
  public ModelOption {
    defaults = Map.copyOf(defaults);
    effects = Map.copyOf(effects);
  }

  static <T> ModelOption<T> of(
      String name, ValueType<T> type, Set<ModelType> modelTypes, String documentation) {
    Map<ModelType, Effect> effects = effects(modelTypes, Effect.HONOURED);
    return new ModelOption<>(name, type, null, Map.of(), "", effects, documentation);
  }

  private static Map<ModelType, Effect> effects(Set<ModelType> modelTypes, Effect effect) {
    Map<ModelType, Effect> effects = new HashMap<>();
    modelTypes.forEach(modelType -> effects.put(modelType, effect));
    return effects;
  }

  ModelOption<T> byDefault(T value) {
    return new ModelOption<>(name, type, value, defaults, defaultText, effects, documentation);
  }

  ModelOption<T> byDefault(T value, Set<ModelType> exceptions, T theirs) {
    Map<ModelType, T> own = new HashMap<>();
    exceptions.forEach(modelType -> own.put(modelType, theirs));
    return new ModelOption<>(name, type, value, own, defaultText, effects, documentation);
  }

  ModelOption<T> byDefaultFromData(String text) {
    return new ModelOption<>(name, type, defaultValue, defaults, text, effects, documentation);
  }

  /** The same option with this effect on every model type that takes it. */
  ModelOption<T> with(Effect effect) {
    return with(effect, effects.keySet());
  }

  ModelOption<T> with(Effect effect, Set<ModelType> modelTypes) {
    Map<ModelType, Effect> changed = new HashMap<>(effects);
    changed.putAll(effects(modelTypes, effect));
    return new ModelOption<>(
        name, type, defaultValue, defaults, defaultText, changed, documentation);
  }

  /** The default for a model type, if there is one that does not depend on the data. */
  public Optional<T> defaultFor(ModelType modelType) {
    T own = defaults.get(modelType);
    return Optional.ofNullable(own == null ? defaultValue : own);
  }
}
