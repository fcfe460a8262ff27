/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * @param description the new text; empty text for NULL, absent when it stays
 * @param notices what was accepted and has no effect
 */
public record AlterOptions(Optional<String> description, List<String> notices) {
  /** BigQuery's, without a meaning here. */
  private static final List<String> WITHOUT_EFFECT =
      List.of(
          "deploy_model",
          "endpoint_idle_ttl",
          "expiration_timestamp",
          "kms_key_name",
          "labels",
          "vertex_ai_model_id");

  public AlterOptions {
    notices = List.copyOf(notices);
  }

  /**
   * Checks the options.
   *
   * <p><b>Errors:</b> {@code UNKNOWN_OPTION}, {@code OPTION_TYPE}, {@code OPTION_DUPLICATE}.
   */
  public static AlterOptions bind(List<Option> options) {
    Optional<String> description = Optional.empty();
    List<String> notices = new ArrayList<>();
    for (Option option : OptionErrors.unique(options).values()) {
      if (option.name().equals("description")) {
        description =
            option.value() instanceof OptionValue.Null
                ? Optional.of("")
                : Optional.of(OptionErrors.read(option, ValueTypes.STRING));
      } else if (WITHOUT_EFFECT.contains(option.name())) {
        notices.add("Option " + option.name().toUpperCase(Locale.ROOT) + " has no effect here.");
      } else {
        throw InsituException.of(
                ErrorCode.UNKNOWN_OPTION, "Unknown option '" + option.name() + "' of ALTER MODEL.")
            .at(option.position())
            .hint(
                Nearest.to(option.name(), List.of("description"))
                    .map(meant -> "Did you mean 'description'?")
                    .orElse("It takes description. TRAIN MODEL takes the options of a fit."));
      }
    }
    return new AlterOptions(description, notices);
  }
}
