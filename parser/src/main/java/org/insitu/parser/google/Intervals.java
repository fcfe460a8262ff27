/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import java.util.List;
import java.util.Set;
import org.insitu.parser.text.Kind;
import org.insitu.parser.text.Span;
import org.insitu.parser.text.Tokens;

/** {@code INTERVAL x DAY}, whose number DuckDB wants in brackets unless it is a literal. */
final class Intervals {
  private static final Set<String> PARTS =
      Set.of(
          "MICROSECOND",
          "MILLISECOND",
          "SECOND",
          "MINUTE",
          "HOUR",
          "DAY",
          "WEEK",
          "MONTH",
          "QUARTER",
          "YEAR");

  private final GoogleSource source;
  private final Tokens tokens;
  private final StatementWriter out;

  Intervals(GoogleSource source, StatementWriter out) {
    this.source = source;
    this.tokens = source.tokens();
    this.out = out;
  }

  int interval(int i) {
    int part = part(i + 1);
    boolean literal = part == i + 2 && tokens.kind(i + 1) == Kind.NUMBER;
    if (part < 0 || literal) {
      return out.copy(i);
    }
    out.template(i, "INTERVAL ($1) ", List.of(new Span(i + 1, part)));
    return out.copy(part);
  }

  /** The date part behind an expression, or -1. */
  private int part(int from) {
    if (from >= tokens.size() || ends(from) || source.isString(from)) {
      return -1;
    }
    for (int i = source.next(from); i < tokens.size(); i = source.next(i)) {
      if (ends(i)) {
        return -1;
      }
      if (PARTS.contains(tokens.word(i)) && !tokens.is(i - 1, '.')) {
        return i;
      }
    }
    return -1;
  }

  private boolean ends(int i) {
    return tokens.closes(i) || tokens.is(i, ',') || tokens.is(i, ';') || tokens.is(i, "INTERVAL");
  }
}
