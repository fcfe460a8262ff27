/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import java.util.Set;
import org.insitu.parser.text.Tokens;

/**
 * Which of our scalar calls stand alone in a select list without an alias. The warehouse would name
 * such a column after our whole expression, so it is given a name that a person would choose.
 */
final class SelectItems {
  private static final Set<String> ENDS =
      Set.of("FROM", "WHERE", "GROUP", "ORDER", "LIMIT", "UNION", "EXCEPT", "INTERSECT", "HAVING");
  private static final Set<String> OTHER_LISTS =
      Set.of("FROM", "WHERE", "BY", "HAVING", "ON", "VALUES", "SET", "USING", "QUALIFY", "IN");

  private final Tokens tokens;

  private SelectItems(Tokens tokens) {
    this.tokens = tokens;
  }

  static SelectItems of(String text) {
    return new SelectItems(Tokens.of(text));
  }

  /** Whether the characters {@code [start, end)} are an item without an alias. */
  boolean isBare(int start, int end) {
    int first = tokens.after(start);
    return endsAt(tokens.after(end)) && beginsAfter(first - 1) && isInSelectList(first - 1);
  }

  private boolean endsAt(int next) {
    return next >= tokens.size()
        || tokens.is(next, ',')
        || tokens.is(next, ')')
        || tokens.is(next, ';')
        || ENDS.contains(tokens.word(next));
  }

  private boolean beginsAfter(int before) {
    return before >= 0
        && (tokens.is(before, ',')
            || tokens.is(before, "SELECT")
            || tokens.is(before, "DISTINCT")
            || tokens.is(before, "ALL"));
  }

  /** Walks back over the list, bracketed parts skipped, to the word that opened it. */
  private boolean isInSelectList(int from) {
    int depth = 0;
    for (int i = from; i >= 0; i--) {
      if (tokens.closes(i)) {
        depth++;
      } else if (tokens.opens(i)) {
        if (depth == 0) {
          return false;
        }
        depth--;
      } else if (depth == 0 && tokens.is(i, "SELECT")) {
        return true;
      } else if (depth == 0 && OTHER_LISTS.contains(tokens.word(i))) {
        return false;
      }
    }
    return false;
  }
}
