/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.text.Head;
import org.insitu.parser.text.Source;
import org.insitu.parser.text.Span;
import org.insitu.parser.text.Tokens;

/** The clauses of CREATE MODEL that later versions read: named, instead of called unexpected. */
final class LaterClauses {
  private LaterClauses() {}

  static void check(Source source, Span span) {
    Tokens tokens = source.tokens();
    if (!tokens.is(span.from(), "CREATE") || tokens.is(span.from() + 1, "WAREHOUSE")) {
      return;
    }
    int i = Head.afterModelName(tokens, span);
    while (i < span.to()) {
      String clause = clause(tokens, i);
      if (!clause.isEmpty()) {
        throw InsituException.of(
                ErrorCode.NOT_AVAILABLE_YET, clause + " is not available yet in this version.")
            .at(source.positionOf(i));
      }
      if (tokens.is(i, "AS")) {
        return;
      }
      i = tokens.opens(i) ? tokens.closing(i, span.to()) + 1 : i + 1;
    }
  }

  /** The clause that begins here, if it is of a later version. */
  private static String clause(Tokens tokens, int i) {
    return switch (tokens.word(i)) {
      case "INPUT", "OUTPUT" -> tokens.is(i + 1, '(') ? "INPUT (...) OUTPUT (...)" : "";
      case "REMOTE" -> tokens.is(i + 1, "WITH") ? "REMOTE WITH CONNECTION" : "";
      case "SAGEMAKER" -> "SAGEMAKER";
      case "RETURNS" -> "RETURNS";
      case "FUNCTION" -> tokens.is(i + 2, '(') ? "FUNCTION with argument types" : "";
      case "AS" ->
          tokens.is(i + 1, '(') && tokens.isName(i + 2) && tokens.is(i + 3, "AS")
              ? "AS with several named queries"
              : "";
      default -> "";
    };
  }
}
