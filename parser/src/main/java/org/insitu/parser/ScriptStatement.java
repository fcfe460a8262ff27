/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import org.insitu.parser.error.Position;

/**
 * One statement of a script.
 *
 * @param text without the semicolon, from its first token to its last
 * @param offset where it begins in the script
 * @param line its line in the script, from 1
 * @param column its column, from 1
 */
public record ScriptStatement(String text, int offset, int line, int column) {

  /** The place in the script of a place in this statement. */
  public Position inScript(Position inStatement) {
    if (!inStatement.isKnown()) {
      return new Position(line, column);
    }
    int columnInScript =
        inStatement.line() == 1 ? column + inStatement.column() - 1 : inStatement.column();
    return new Position(line + inStatement.line() - 1, columnInScript);
  }
}
