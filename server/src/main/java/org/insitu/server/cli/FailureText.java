/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli;

import org.insitu.server.cli.format.Failure;

/**
 * A failure for people, with the line it is in and a caret under the place:
 *
 * <pre>
 * shop.sql:3:41: INS-103 [42616] Unknown option 'learn_rte'
 *   CREATE MODEL m OPTIONS (model_type = 'x', learn_rte = 0.1) AS …
 *                                             ^
 * Hint: Did you mean 'learn_rate'?
 * </pre>
 */
public final class FailureText {
  private static final int LINE_CHARS_MAX = 100;

  private FailureText() {}

  /**
   * The text of a failure.
   *
   * @param name of the script, or empty
   * @param script its text, for the line to show
   */
  public static String of(Failure failure, String name, String script) {
    StringBuilder text = new StringBuilder();
    if (!name.isEmpty()) {
      text.append(name);
      if (failure.line() > 0) {
        text.append(':').append(failure.line());
        text.append(failure.column() > 0 ? ":" + failure.column() : "");
      }
      text.append(": ");
    }
    if (!failure.code().isEmpty()) {
      text.append(failure.code()).append(' ');
    }
    if (!failure.sqlState().isEmpty()) {
      text.append('[').append(failure.sqlState()).append("] ");
    }
    text.append(failure.message());
    appendLine(text, failure, script);
    if (!failure.hint().isEmpty()) {
      text.append("\nHint: ").append(failure.hint());
    }
    return text.toString();
  }

  private static void appendLine(StringBuilder text, Failure failure, String script) {
    String[] lines = script.split("\n", -1);
    if (failure.column() < 1 || failure.line() < 1 || failure.line() > lines.length) {
      return;
    }
    String line = lines[failure.line() - 1].replace('\t', ' ').stripTrailing();
    int column = Math.max(0, Math.min(failure.column() - 1, line.length()));
    // A long line is shown around the place.
    int from = column <= LINE_CHARS_MAX * 3 / 4 ? 0 : column - LINE_CHARS_MAX / 2;
    int to = Math.min(line.length(), from + LINE_CHARS_MAX);
    text.append("\n  ").append(from > 0 ? "…" : "").append(line, from, to);
    text.append(to < line.length() ? "…" : "");
    text.append("\n  ").append(from > 0 ? " " : "").repeat(" ", column - from).append('^');
  }
}
