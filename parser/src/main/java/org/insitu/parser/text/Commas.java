/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.text;

import java.util.ArrayList;
import java.util.List;

/** Looks for commas and words outside all brackets. */
public final class Commas {
  private Commas() {}

  /** The parts between commas; none when there are no tokens. */
  public static List<Span> split(Tokens tokens, Span span) {
    List<Span> parts = new ArrayList<>();
    int start = span.from();
    int i = start;
    while (i < span.to()) {
      if (tokens.opens(i)) {
        i = Math.min(tokens.closing(i, span.to()) + 1, span.to());
      } else if (tokens.is(i, ',')) {
        parts.add(new Span(start, i));
        start = ++i;
      } else {
        i++;
      }
    }
    if (!span.isEmpty()) {
      parts.add(new Span(start, span.to()));
    }
    return parts;
  }

  /** The first such word, or {@code span.to()}. */
  public static int find(Tokens tokens, String word, Span span) {
    int i = span.from();
    while (i < span.to() && !tokens.is(i, word)) {
      i = tokens.opens(i) ? tokens.closing(i, span.to()) + 1 : i + 1;
    }
    return Math.min(i, span.to());
  }
}
