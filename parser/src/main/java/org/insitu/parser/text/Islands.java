/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.text;

import java.util.ArrayList;
import java.util.List;

/** Finds where in a statement or call of ours the warehouse's own language stands. */
public final class Islands {
  private final Tokens tokens;
  private final List<Span> found = new ArrayList<>();

  private Islands(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The islands of a statement that {@link Head} found ours. */
  public static List<Span> ofStatement(Tokens tokens, Span span) {
    Islands islands = new Islands(tokens);
    switch (tokens.word(span.from())) {
      case "CREATE" -> islands.createModel(span);
      case "TRAIN", "EVALUATE", "PREDICT" -> islands.afterWord("ON", span);
      default -> {}
    }
    return islands.found;
  }

  /** The islands of {@code ML.NAME(...)}: its parenthesised arguments. */
  public static List<Span> ofTableFunction(Tokens tokens, CallSite call) {
    Islands islands = new Islands(tokens);
    for (Span argument : Commas.split(tokens, call.arguments())) {
      islands.inside(argument.from(), argument.to());
    }
    return islands.found;
  }

  /** The islands of {@code PREDICT(m ... USING e AS name, ...)}: the expressions. */
  public static List<Span> ofScalar(Tokens tokens, CallSite call) {
    Islands islands = new Islands(tokens);
    int using = Commas.find(tokens, "USING", call.arguments());
    if (using < call.arguments().to()) {
      Span list = new Span(using + 1, call.arguments().to());
      for (Span item : Commas.split(tokens, list)) {
        islands.found.add(new Span(item.from(), Commas.find(tokens, "AS", item)));
      }
    }
    return islands.found;
  }

  private void createModel(Span span) {
    int i = Head.afterModelName(tokens, span);
    while (i < span.to()) {
      if (tokens.is(i, "AS")) {
        found.add(new Span(i + 1, span.to()));
        return;
      }
      if (tokens.is(i, "TRANSFORM") || tokens.is(i, "FROM")) {
        i = inside(i + 1, span.to());
      } else {
        i = tokens.opens(i) ? tokens.closing(i, span.to()) + 1 : i + 1;
      }
    }
  }

  private void afterWord(String word, Span span) {
    int start = Head.afterModelName(tokens, span);
    int i = Commas.find(tokens, word, new Span(start, span.to()));
    inside(i + 1, span.to());
  }

  /** Hides what stands between the parentheses that open at {@code i}, if they do. */
  private int inside(int i, int to) {
    if (i >= to || !tokens.is(i, '(')) {
      return i;
    }
    int end = tokens.closing(i, to);
    found.add(new Span(i + 1, end));
    return end + 1;
  }
}
