/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import java.util.Optional;
import java.util.Set;
import org.insitu.parser.text.Tokens;

/** Where types stand in CREATE TABLE and ALTER TABLE; elsewhere the same words are names. */
final class TableColumns {
  private final GoogleSource source;
  private final Tokens tokens;
  private final Types types;
  private final Set<Integer> found;

  private TableColumns(GoogleSource source, Types types, Set<Integer> found) {
    this.source = source;
    this.tokens = source.tokens();
    this.types = types;
    this.found = found;
  }

  static void find(GoogleSource source, Types types, Paths paths, Set<Integer> found) {
    TableColumns columns = new TableColumns(source, types, found);
    int behindName = paths.afterCreated(Set.of("TABLE"));
    if (behindName >= 0) {
      columns.created(behindName);
    } else if (columns.tokens.are(0, "ALTER", "TABLE")) {
      columns.added();
    }
  }

  private void created(int i) {
    if (!source.opensAt(i, '(')) {
      return;
    }
    int end = source.partner(i);
    int item = i + 1;
    while (item < end) {
      int next = column(item);
      while (next < end && !tokens.is(next, ',')) {
        next = source.next(next);
      }
      item = next + 1;
    }
  }

  private void added() {
    for (int i = 2; i < tokens.size(); i++) {
      if (tokens.are(i, "ADD", "COLUMN")) {
        column(tokens.are(i + 2, "IF", "NOT", "EXISTS") ? i + 5 : i + 2);
      }
    }
  }

  /** Notes the type behind a column's name; answers with what is behind it. */
  private int column(int name) {
    if (!tokens.isName(name)) {
      return name + 1;
    }
    Optional<Types.Type> type = types.at(name + 1);
    type.ifPresent(there -> found.add(name + 1));
    return type.map(Types.Type::next).orElse(name + 1);
  }
}
