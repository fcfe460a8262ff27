/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.text.Kind;
import org.insitu.parser.text.Lines;
import org.insitu.parser.text.Span;
import org.insitu.parser.text.Tokens;

/** A statement of GoogleSQL: its tokens, their brackets, the places of its characters. */
final class GoogleSource {
  private final Tokens tokens;
  private final int[] partners;
  private final int[] parents;
  private final Lines lines;

  GoogleSource(String text) {
    tokens = Tokens.ofGoogleSql(text);
    lines = new Lines(text);
    partners = new int[tokens.size()];
    parents = new int[tokens.size()];
    Arrays.fill(partners, -1);
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.closes(i) && !open.isEmpty()) {
        int opening = open.pop();
        partners[opening] = i;
        partners[i] = opening;
      }
      parents[i] = open.isEmpty() ? -1 : open.peek();
      if (tokens.opens(i)) {
        open.push(i);
      }
    }
  }

  Tokens tokens() {
    return tokens;
  }

  String text() {
    return tokens.source();
  }

  Position position(int offset) {
    return lines.position(offset);
  }

  /** The bracket that belongs to this one, or -1. */
  int partner(int bracket) {
    return partners[bracket];
  }

  /** The bracket around a token, or -1. */
  int parent(int token) {
    return parents[token];
  }

  /** Whether a bracket follows whose partner is there. */
  boolean opensAt(int i, char bracket) {
    return tokens.is(i, bracket) && partners[i] > i;
  }

  /** Whether nothing stands between a token and the next one. */
  boolean touchesNext(int i) {
    return i >= 0 && i + 1 < tokens.size() && tokens.end(i) == tokens.start(i + 1);
  }

  /** Whether an argument is one string and nothing else. */
  boolean isLiteral(Span argument) {
    return argument.to() == argument.from() + 1 && isString(argument.from());
  }

  /** What stands between a bracket and its partner, cut at commas; empty for nothing. */
  List<Span> arguments(int opening) {
    List<Span> spans = new ArrayList<>();
    int to = partners[opening];
    int from = opening + 1;
    for (int i = from; i < to; i = next(i)) {
      if (tokens.is(i, ',')) {
        spans.add(new Span(from, i));
        from = i + 1;
      }
    }
    if (to > opening + 1) {
      spans.add(new Span(from, to));
    }
    return spans;
  }

  /** The token behind this one, or behind what it opens. */
  int next(int i) {
    return tokens.opens(i) && partners[i] > i ? partners[i] + 1 : i + 1;
  }

  boolean isString(int i) {
    return i >= 0 && i < tokens.size() && tokens.kind(i) == Kind.STRING;
  }

  InsituException notYet(String what, int token, String hint) {
    return InsituException.of(
            ErrorCode.NOT_AVAILABLE_YET, what + " is not available in the bigquery lex.")
        .at(position(tokens.start(token)))
        .hint(hint);
  }

  InsituException wrong(String message, int token, String hint) {
    return InsituException.of(ErrorCode.SYNTAX, message)
        .at(position(tokens.start(token)))
        .hint(hint);
  }
}
