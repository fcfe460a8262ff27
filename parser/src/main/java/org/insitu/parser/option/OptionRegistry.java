/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.insitu.parser.statement.Option;

/**
 * Every option of CREATE MODEL that the model types of this version take, gathered from the classes
 * that declare them; {@link OtherOptions} has the names of the options of other model types.
 *
 * <p><b>Source:</b> BigQuery ML, "The CREATE MODEL statement" and the page of each model type, for
 * names, defaults and ranges; {@code seed} and {@code execution} are ours.
 */
public final class OptionRegistry {
  private static final List<ModelOption<?>> OPTIONS =
      Stream.of(
              TrainingDataOptions.OPTIONS,
              LossOptions.OPTIONS,
              AttributionOptions.OPTIONS,
              DistanceOptions.OPTIONS,
              MomentOptions.OPTIONS,
              TreeOptions.OPTIONS,
              GeneralOptions.OPTIONS)
          .<ModelOption<?>>flatMap(List::stream)
          .toList();

  private OptionRegistry() {}

  /** Every option, in the order of the documentation. */
  public static List<ModelOption<?>> options() {
    return OPTIONS;
  }

  /**
   * Checks options and gives them their types and defaults.
   *
   * <p><b>Errors:</b> {@code UNKNOWN_OPTION}, {@code OPTION_TYPE}, {@code OPTION_RANGE}, {@code
   * OPTION_NOT_APPLICABLE}, {@code OPTION_MISSING}, {@code OPTION_DUPLICATE}, {@code
   * NOT_AVAILABLE_YET}, each at the option.
   */
  public static ModelOptions bind(List<Option> options) {
    return new ModelOptionBinder(options).bind();
  }

  /** The options of a model as TRAIN MODEL's own change them. */
  public static List<Option> merge(List<Option> defined, List<Option> changes) {
    Map<String, Option> merged = new LinkedHashMap<>();
    defined.forEach(option -> merged.put(option.name(), option));
    List<Option> result = new ArrayList<>();
    changes.forEach(option -> merged.remove(option.name()));
    result.addAll(merged.values());
    result.addAll(changes);
    return result;
  }
}
