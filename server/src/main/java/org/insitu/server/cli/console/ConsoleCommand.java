/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.console;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The commands that begin with a backslash. */
enum ConsoleCommand {
  DESCRIBE("\\d", "[name]", "lists tables, views and models, or the columns of one"),
  MODELS("\\m", "[name]", "lists models, or shows one"),
  INCLUDE("\\i", "file", "runs a script"),
  FORMAT("\\format", "table|csv|json", "sets how answers are printed"),
  TIMING("\\timing", "", "shows or hides how long statements take"),
  HELP("\\?", "", "shows this list"),
  QUIT("\\q", "", "leaves");

  private final String text;
  private final String argument;
  private final String description;

  ConsoleCommand(String text, String argument, String description) {
    this.text = text;
    this.argument = argument;
    this.description = description;
  }

  static Optional<ConsoleCommand> of(String text) {
    return Arrays.stream(values()).filter(command -> command.text.equals(text)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(command -> command.text).toList();
  }

  /** The list that {@code \?} shows. */
  static String help() {
    StringBuilder help =
        new StringBuilder("SQL statements end with ; and may take several lines.\n");
    for (ConsoleCommand command : values()) {
      help.append(
          "  %-24s %s%n".formatted(command.text + " " + command.argument, command.description));
    }
    return help.append("Tab completes; Ctrl-C cancels a statement; Ctrl-D leaves.").toString();
  }
}
