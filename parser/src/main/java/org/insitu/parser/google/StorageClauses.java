/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.insitu.parser.text.Tokens;

/**
 * What CREATE TABLE, VIEW and SCHEMA say of storage and of catalogues of texts: PARTITION BY,
 * CLUSTER BY and OPTIONS, of columns too. They change no answer and are left out.
 */
final class StorageClauses {
  private static final Set<String> OBJECTS = Set.of("TABLE", "VIEW", "SCHEMA");

  private final GoogleSource source;
  private final Tokens tokens;

  /** Where a clause begins, and the token behind it. */
  private final Map<Integer, Integer> ends = new HashMap<>();

  StorageClauses(GoogleSource source, Paths paths) {
    this.source = source;
    this.tokens = source.tokens();
    int behindName = paths.afterCreated(OBJECTS);
    if (behindName >= 0) {
      find(behindName);
    }
  }

  private void find(int behindName) {
    int i = behindName;
    if (source.opensAt(i, '(')) {
      columns(i);
      i = source.partner(i) + 1;
    }
    while (begins(i)) {
      int clause = i;
      i = source.next(i + 1);
      while (!tokens.is(clause, "OPTIONS") && !ends(i)) {
        i = source.next(i);
      }
      ends.put(clause, i);
    }
  }

  private void columns(int opening) {
    for (int i = opening + 1; i < source.partner(opening); i = source.next(i)) {
      if (tokens.is(i, "OPTIONS") && source.opensAt(i + 1, '(')) {
        ends.put(i, source.partner(i + 1) + 1);
      }
    }
  }

  private boolean begins(int i) {
    return tokens.are(i, "PARTITION", "BY")
        || tokens.are(i, "CLUSTER", "BY")
        || (tokens.is(i, "OPTIONS") && source.opensAt(i + 1, '('));
  }

  private boolean ends(int i) {
    return i >= tokens.size() || begins(i) || tokens.is(i, "AS") || tokens.is(i, ';');
  }

  /** The token behind the clause that begins here; {@code i} itself where none does. */
  int after(int i) {
    return ends.getOrDefault(i, i);
  }
}
