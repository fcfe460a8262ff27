/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;
import org.insitu.parser.text.Nearest;

/** Checks the options of one CREATE MODEL, one by one and then together. */
final class ModelOptionBinder {
  private final Map<String, Option> written;
  private final Map<ModelOption<?>, Object> values = new HashMap<>();
  private final List<String> notices = new ArrayList<>();

  ModelOptionBinder(List<Option> options) {
    written = OptionErrors.unique(options);
  }

  ModelOptions bind() {
    ModelType modelType = modelType();
    TuningReader searched = new TuningReader(modelType);
    for (Option option : written.values()) {
      ModelOption<?> known = known(option, modelType);
      if (TuningReader.isSearched(option.value())) {
        searched.add(option, known);
      } else if (!(option.value() instanceof OptionValue.Null) || known.type().readsNull()) {
        values.put(known, read(option, known, modelType));
      }
    }
    ModelOptions bound = new ModelOptions(modelType, values, written, notices, Optional.empty());
    Optional<Tuning> tuning = searched.tuning(bound, notices);
    ModelOptionRules.check(bound, notices);
    return new ModelOptions(modelType, values, written, notices, tuning);
  }

  private ModelType modelType() {
    Option option = written.get("model_type");
    if (option == null || option.value() instanceof OptionValue.Null) {
      throw missingModelType();
    }
    if (!(option.value() instanceof OptionValue.Text text)) {
      throw OptionErrors.wrongType(option, "STRING");
    }
    return ModelType.of(text.value(), option.position());
  }

  /** MODEL_TYPE is missing, or misspelt. */
  private InsituException missingModelType() {
    Optional<Option> meant =
        Nearest.to("model_type", written.keySet())
            .filter(name -> !name.equals("model_type"))
            .map(written::get);
    if (meant.isPresent()) {
      return InsituException.of(
              ErrorCode.UNKNOWN_OPTION, "Unknown option '%s'.".formatted(meant.get().name()))
          .at(meant.get().position())
          .hint("Did you mean 'model_type'?");
    }
    return InsituException.of(ErrorCode.OPTION_MISSING, "Option MODEL_TYPE is missing.")
        .hint("Add it: OPTIONS(MODEL_TYPE = 'LINEAR_REG', ...).");
  }

  private static ModelOption<?> known(Option option, ModelType modelType) {
    Optional<ModelOption<?>> found =
        OptionRegistry.options().stream().filter(o -> o.name().equals(option.name())).findFirst();
    if (found.isEmpty()) {
      throw OtherOptions.owner(option.name())
          .map(owner -> notApplicable(option, owner, modelType))
          .orElseGet(() -> unknown(option, modelType));
    }
    ModelOption<?> known = found.get();
    if (!known.effects().containsKey(modelType)) {
      String owners =
          known.effects().keySet().stream()
              .map(Enum::name)
              .sorted()
              .collect(Collectors.joining(", "));
      throw notApplicable(option, owners, modelType);
    }
    return known;
  }

  private static InsituException notApplicable(Option option, String owners, ModelType modelType) {
    return InsituException.of(
            ErrorCode.OPTION_NOT_APPLICABLE,
            "Option '%s' belongs to %s, not to %s.".formatted(option.name(), owners, modelType))
        .at(option.position());
  }

  private static InsituException unknown(Option option, ModelType modelType) {
    List<String> names =
        OptionRegistry.options().stream()
            .filter(o -> o.effects().containsKey(modelType))
            .map(ModelOption::name)
            .toList();
    InsituException error =
        InsituException.of(
                ErrorCode.UNKNOWN_OPTION,
                "Unknown option '%s' for model type %s.".formatted(option.name(), modelType))
            .at(option.position());
    return error.hint(
        Nearest.to(option.name(), names)
            .map(meant -> "Did you mean '" + meant + "'?")
            .orElse("It takes " + String.join(", ", names) + "."));
  }

  private <T> T read(Option option, ModelOption<T> known, ModelType modelType) {
    T value = OptionErrors.read(option, known.typeFor(modelType));
    Effect effect = known.effects().get(modelType);
    boolean changes = !known.defaultFor(modelType).equals(Optional.of(value));
    if (effect == Effect.NOT_YET && changes) {
      throw OptionErrors.notYet(option);
    }
    if (effect == Effect.NONE && changes) {
      notices.add(
          "Option %s has no effect on a model of type %s here."
              .formatted(option.name().toUpperCase(Locale.ROOT), modelType));
    }
    return value;
  }
}
