/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc;

import java.util.Optional;

/**
 * An error as the server reported it: the cause of the SQLException, for tools that want to show
 * position and hint in their own way.
 */
public final class ServerError extends Exception {
  private static final long serialVersionUID = 1;

  private final int code;
  private final String sqlState;
  private final int line;
  private final int column;
  private final String text;
  private final String hint;

  /** An error; line and column are 0 when unknown, the hint may be empty. */
  public ServerError(int code, String sqlState, int line, int column, String text, String hint) {
    super(text, null, false, false);
    this.code = code;
    this.sqlState = sqlState;
    this.line = line;
    this.column = column;
    this.text = text;
    this.hint = hint;
  }

  /** The server's error in this exception or its causes. */
  public static Optional<ServerError> of(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 32; depth++) {
      if (cause instanceof ServerError) {
        return Optional.of((ServerError) cause);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  /** The number, such as 103 in {@code INS-103}. */
  public int code() {
    return code;
  }

  public String sqlState() {
    return sqlState;
  }

  /** The line in the statement, from 1; 0: unknown. */
  public int line() {
    return line;
  }

  /** The column in the line, from 1; 0: unknown. */
  public int column() {
    return column;
  }

  /** The message without code, position and hint. */
  public String text() {
    return text;
  }

  /** What to do; may be empty. */
  public String hint() {
    return hint;
  }

  /** As an SQLException shows it: {@code INS-103 [42616] 1:42 text} and the hint on a new line. */
  public String render() {
    String position = line > 0 ? " " + line + ":" + column : "";
    String hintLine = hint.isEmpty() ? "" : "\nHint: " + hint;
    return "INS-" + code + " [" + sqlState + "]" + position + " " + text + hintLine;
  }
}
