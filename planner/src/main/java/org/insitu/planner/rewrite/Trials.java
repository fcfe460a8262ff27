/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import java.util.stream.IntStream;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.option.FunctionOptions;
import org.insitu.parser.option.MlFunction;
import org.insitu.planner.catalog.Catalog;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.planner.table.Table;

/** The trials of a tuned model, by {@code trial_id}. */
public final class Trials {
  private Trials() {}

  /**
   * The version as the trial asked for; as it is, the best of them, when none is.
   *
   * @throws InsituException FUNCTION_NOT_APPLICABLE when the model was not tuned, has no such
   *     trial, or the trial failed
   */
  public static ModelVersion of(ModelVersion version, FunctionOptions options, Catalog catalog) {
    if (options.trial().isEmpty()) {
      return version;
    }
    long id = options.trial().getAsLong();
    Table info = version.facts().get(MlFunction.TRIAL_INFO.name());
    if (info == null) {
      throw untuned("The option 'trial_id'", version);
    }
    int row =
        IntStream.range(0, info.rows().size())
            .filter(i -> Long.valueOf(id).equals(info.value(i, "trial_id")))
            .findFirst()
            .orElseThrow(
                () ->
                    InsituException.of(
                            ErrorCode.FUNCTION_NOT_APPLICABLE,
                            "Model '%s' has no trial %d; it has 1 to %d."
                                .formatted(version.model(), id, info.rows().size()))
                        .hint(listed(version)));
    if (Boolean.TRUE.equals(info.value(row, "is_optimal"))) {
      return version;
    }
    return catalog
        .trial(version, id)
        .orElseThrow(
            () ->
                InsituException.of(
                        ErrorCode.FUNCTION_NOT_APPLICABLE,
                        "Trial %d of model '%s' has no model: %s"
                            .formatted(id, version.model(), info.value(row, "error_message")))
                    .hint(listed(version)));
  }

  /** That something is of tuned models only. */
  static InsituException untuned(String what, ModelVersion version) {
    return InsituException.of(
            ErrorCode.FUNCTION_NOT_APPLICABLE,
            "%s needs a tuned model; model '%s' was fitted without NUM_TRIALS."
                .formatted(what, version.model()))
        .hint("Train it with NUM_TRIALS = 10, say.");
  }

  private static String listed(ModelVersion version) {
    return "SELECT * FROM ML.TRIAL_INFO(MODEL %s) lists them.".formatted(version.model());
  }
}
