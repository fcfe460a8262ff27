/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.ArrayList;
import java.util.List;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;
import org.insitu.parser.text.Nearest;

/**
 * One setting of a session: {@code SET insitu.x = value}.
 *
 * @param name with its prefix, lower case
 * @param documentation one sentence
 */
public record Setting<E extends Enum<E> & Choice>(
    String name, ValueType<E> type, E defaultValue, String documentation) {
  private static final List<Setting<?>> SETTINGS = new ArrayList<>();

  /** Where fits run whose model does not say. */
  public static final Setting<Choice.Execution> EXECUTION =
      add(
          new Setting<>(
              "insitu.execution",
              ValueTypes.choice(Choice.Execution.class),
              Choice.Execution.AUTO,
              "Where a fit runs whose model has no option EXECUTION."));

  /** How text is cut into tokens. */
  public static final Setting<Choice.Lex> LEX =
      add(
          new Setting<>(
              "insitu.lex",
              ValueTypes.choice(Choice.Lex.class),
              Choice.Lex.ANSI,
              "Whether statements are standard SQL (ANSI) or GoogleSQL (BIGQUERY): quotes,"
                  + " comments, types, functions."));

  /** How queries with models are planned. */
  public static final Setting<Choice.Planner> PLANNER =
      add(
          new Setting<>(
              "insitu.planner",
              ValueTypes.choice(Choice.Planner.class),
              Choice.Planner.AUTO,
              "When a query with models is written anew: where that spares work (AUTO), never"
                  + " (TEXT), always (RELATIONAL)."));

  private static <E extends Enum<E> & Choice> Setting<E> add(Setting<E> setting) {
    SETTINGS.add(setting);
    return setting;
  }

  /** Every setting, in the order of the documentation. */
  public static List<Setting<?>> all() {
    return List.copyOf(SETTINGS);
  }

  /**
   * The setting of this name.
   *
   * <p><b>Errors:</b> {@code UNKNOWN_SETTING}.
   */
  public static Setting<?> of(String name, Position position) {
    List<String> names = SETTINGS.stream().<String>map(Setting::name).toList();
    return SETTINGS.stream()
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                InsituException.of(ErrorCode.UNKNOWN_SETTING, "There is no setting '" + name + "'.")
                    .at(position)
                    .hint(
                        Nearest.to(name, names)
                            .map(meant -> "Did you mean '" + meant + "'?")
                            .orElse("There are " + String.join(", ", names) + ".")));
  }

  /**
   * Reads a value for this setting.
   *
   * <p><b>Errors:</b> {@code OPTION_TYPE}, {@code OPTION_RANGE}, {@code NOT_AVAILABLE_YET}.
   */
  public E read(OptionValue value, Position position) {
    return OptionErrors.read(new Option(name, value, position), type);
  }
}
