/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import java.util.Optional;
import java.util.Set;
import org.insitu.parser.text.Kind;
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

  private static final Set<String> NO_NAMES = Set.of("END", "NULL", "TRUE", "FALSE");
  private static final Set<String> OPERATORS =
      Set.of("AND", "OR", "NOT", "IN", "LIKE", "ILIKE", "BETWEEN", "IS", "THEN", "ELSE", "WHEN");

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

  /**
   * The characters of the select item around a call, when it is an expression without an alias: the
   * warehouse would name its column after all that we write for the call.
   */
  Optional<Item> unnamed(int start, int end) {
    int levels = 0;
    int from = -1;
    int depth = 0;
    int comma = -1;
    for (int i = tokens.after(start) - 1; i >= 0 && from < 0; i--) {
      if (tokens.closes(i)) {
        depth++;
      } else if (tokens.opens(i)) {
        if (depth > 0) {
          depth--;
        } else {
          levels++;
          comma = -1;
        }
      } else if (depth == 0 && tokens.is(i, ',') && comma < 0) {
        comma = i;
      } else if (depth == 0 && tokens.is(i, "SELECT")) {
        from = (comma < 0 ? i : comma) + 1;
      } else if (depth == 0 && OTHER_LISTS.contains(tokens.word(i))) {
        return Optional.empty();
      }
    }
    while (tokens.is(from, "DISTINCT") || tokens.is(from, "ALL")) {
      from++;
    }
    int last = last(tokens.after(end), levels);
    return from < 0 || tokens.is(from, '*') || tokens.is(from + 2, '*') || isNamed(last)
        ? Optional.empty()
        : Optional.of(new Item(tokens.start(from), tokens.end(last)));
  }

  /** A select item's characters. */
  record Item(int start, int end) {}

  /** The last token of the item, {@code levels} brackets outside of a place. */
  private int last(int from, int levels) {
    int depth = levels;
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.opens(i)) {
        depth++;
      } else if (tokens.closes(i)) {
        if (depth == 0) {
          return i - 1;
        }
        depth--;
      } else if (depth == 0
          && (tokens.is(i, ',') || tokens.is(i, ';') || ENDS.contains(tokens.word(i)))) {
        return i - 1;
      }
    }
    return tokens.size() - 1;
  }

  /** Whether an item that ends so has a name: {@code e AS x}, {@code e x}. */
  private boolean isNamed(int last) {
    if (tokens.is(last - 1, "AS")) {
      return true;
    }
    boolean name = tokens.isName(last) && !NO_NAMES.contains(tokens.word(last));
    return name && (tokens.closes(last - 1) || isOperand(last - 1));
  }

  private boolean isOperand(int i) {
    return i >= 0
        && i < tokens.size()
        && tokens.kind(i) != Kind.SYMBOL
        && !OPERATORS.contains(tokens.word(i));
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
