/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import java.util.ArrayList;
import java.util.List;
import org.insitu.parser.error.Position;
import org.insitu.parser.text.Source;
import org.insitu.parser.text.Tokens;

/** Cuts a script into statements. */
public final class Scripts {
  private Scripts() {}

  /**
   * The statements between semicolons. Semicolons in strings, quoted identifiers, comments and
   * dollar quotes do not count; statements of nothing but comments are dropped.
   */
  public static List<ScriptStatement> split(String script) {
    Source source = new Source(script);
    Tokens tokens = source.tokens();
    List<ScriptStatement> statements = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      if (i < tokens.size() && !tokens.is(i, ';')) {
        continue;
      }
      if (i > from) {
        Position start = source.positionOf(from);
        statements.add(
            new ScriptStatement(
                source.text(from, i), tokens.start(from), start.line(), start.column()));
      }
      from = i + 1;
    }
    return List.copyOf(statements);
  }
}
