/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.insitu.parser.text.Tokens;

/**
 * The common tables of a text that a place in it may name: those of the WITH of each query around
 * it, as far as they are complete before it.
 *
 * <pre>
 *   WITH a AS (...), b AS (SELECT ... (WITH c AS (...) SELECT here) ...), d AS (...) SELECT ...
 *   here: a, then c
 * </pre>
 */
final class CommonTables {
  private final Tokens tokens;
  private final int place;
  private final Deque<With> open = new ArrayDeque<>();

  /** The common tables of one WITH. */
  record With(boolean recursive, List<Definition> definitions) {}

  /** A common table: its name, and its characters from the name to the closing bracket. */
  record Definition(String name, int from, int to) {}

  private CommonTables(Tokens tokens, int place) {
    this.tokens = tokens;
    this.place = place;
  }

  /** Those that the characters from {@code place} on may name, the outermost first. */
  static List<With> at(String text, int place) {
    CommonTables tables = new CommonTables(Tokens.of(text), place);
    tables.walk();
    List<With> found = new ArrayList<>();
    for (Iterator<With> each = tables.open.descendingIterator(); each.hasNext(); ) {
      With with = each.next();
      if (!with.definitions().isEmpty()) {
        found.add(with);
      }
    }
    return found;
  }

  /** Whether a text has one of their names among its words. */
  static boolean named(List<With> withs, String text) {
    Set<String> names = new TreeSet<>();
    for (With with : withs) {
      with.definitions().forEach(d -> names.add(d.name().toLowerCase(Locale.ROOT)));
    }
    Tokens words = Tokens.of(text);
    for (int i = 0; !names.isEmpty() && i < words.size(); i++) {
      if (words.isName(i) && names.contains(words.name(i).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** Keeps a level for each bracket that is open, and one for a WITH that is being read. */
  private void walk() {
    open.push(new With(false, List.of()));
    int i = 0;
    while (i < tokens.size() && tokens.start(i) < place) {
      if (tokens.is(i, "WITH") && body(first(i)) >= 0) {
        i = with(i);
        continue;
      }
      if (tokens.is(i, '(')) {
        open.push(new With(false, List.of()));
      } else if (tokens.is(i, ')') && open.size() > 1) {
        open.pop();
      }
      i++;
    }
  }

  private int first(int with) {
    return tokens.is(with + 1, "RECURSIVE") ? with + 2 : with + 1;
  }

  /** Reads definitions up to the place; answers with the token to go on from. */
  private int with(int at) {
    List<Definition> complete = new ArrayList<>();
    open.pop();
    open.push(new With(tokens.is(at + 1, "RECURSIVE"), complete));
    int name = first(at);
    while (body(name) >= 0) {
      int body = body(name);
      int end = tokens.closing(body, tokens.size());
      if (end >= tokens.size() || tokens.start(end) >= place) {
        return body;
      }
      complete.add(new Definition(tokens.name(name), tokens.start(name), tokens.end(end)));
      if (!tokens.is(end + 1, ',')) {
        return end + 1;
      }
      name = end + 2;
    }
    return name;
  }

  /** The bracket that opens the query of a definition; -1 when none stands here. */
  private int body(int name) {
    if (!tokens.isName(name)) {
      return -1;
    }
    int i = tokens.is(name + 1, '(') ? tokens.closing(name + 1, tokens.size()) + 1 : name + 1;
    if (!tokens.is(i, "AS")) {
      return -1;
    }
    i = tokens.is(i + 1, "NOT") ? i + 2 : i + 1;
    i = tokens.is(i, "MATERIALIZED") ? i + 1 : i;
    return tokens.is(i, '(') ? i : -1;
  }
}
