/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;
import org.insitu.parser.text.Nearest;

/**
 * The options of {@code ALTER MODEL m SET OPTIONS (...)}: what describes a model, not what it was
 * fitted with.
 *
 * <p><b>Source:</b> BigQuery ML, "ALTER MODEL SET OPTIONS statement"; what it promises there and
 * cannot be kept here is refused by name, unless it is set to NULL.
 *
 * @param description the new text; empty text for NULL, absent when it stays
 * @param labels the new labels, all of them; none for NULL, absent when they stay
 */
public record AlterOptions(Optional<String> description, Optional<Map<String, String>> labels) {
  private static final List<String> NAMES = List.of("description", "labels");

  /** BigQuery's others, and what to say of each. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "deploy_model",
          "There is no endpoint to deploy to: every model answers where it is kept, ML.PREDICT"
              + " and PREDICT(m) ask it.",
          "endpoint_idle_ttl",
          "There is no endpoint that could idle: every model answers where it is kept.",
          "expiration_timestamp",
          "Models stay until they are dropped: DROP MODEL.",
          "kms_key_name",
          "The model is in the database file; encrypt the file or its disk.",
          "vertex_ai_model_id",
          "Models are kept in this engine's own registry; RENAME TO and SET ALIAS name them.");

  public AlterOptions {
    labels = labels.map(l -> Collections.unmodifiableMap(new LinkedHashMap<>(l)));
  }

  /**
   * Checks the options.
   *
   * <p><b>Errors:</b> {@code UNKNOWN_OPTION}, {@code OPTION_TYPE}, {@code OPTION_RANGE}, {@code
   * OPTION_DUPLICATE}, {@code NOT_AVAILABLE_YET}.
   */
  public static AlterOptions bind(List<Option> options) {
    Optional<String> description = Optional.empty();
    Optional<Map<String, String>> labels = Optional.empty();
    for (Option option : OptionErrors.unique(options).values()) {
      boolean cleared = option.value() instanceof OptionValue.Null;
      switch (option.name()) {
        case "description" ->
            description = Optional.of(cleared ? "" : OptionErrors.read(option, ValueTypes.STRING));
        case "labels" ->
            labels = Optional.of(cleared ? Map.of() : OptionErrors.read(option, new LabelsType()));
        default -> refuseUnlessCleared(option, cleared);
      }
    }
    return new AlterOptions(description, labels);
  }

  private static void refuseUnlessCleared(Option option, boolean cleared) {
    String hint = REFUSED.get(option.name());
    if (hint == null) {
      throw unknown(option);
    }
    if (!cleared) {
      throw InsituException.of(
              ErrorCode.NOT_AVAILABLE_YET,
              "Option %s of ALTER MODEL is not available in this version."
                  .formatted(option.name().toUpperCase(Locale.ROOT)))
          .at(option.position())
          .hint(hint);
    }
  }

  private static InsituException unknown(Option option) {
    List<String> known = new ArrayList<>(NAMES);
    known.addAll(REFUSED.keySet());
    return InsituException.of(
            ErrorCode.UNKNOWN_OPTION, "Unknown option '" + option.name() + "' of ALTER MODEL.")
        .at(option.position())
        .hint(
            Nearest.to(option.name(), known)
                .map(meant -> "Did you mean '" + meant + "'?")
                .orElse(
                    "It takes description and labels. TRAIN MODEL takes the options of a fit."));
  }
}
