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
  private final Paths paths;
  private final Set<Integer> found;

  private TableColumns(GoogleSource source, Types types, Paths paths, Set<Integer> found) {
    this.source = source;
    this.tokens = source.tokens();
    this.types = types;
    this.paths = paths;
    this.found = found;
  }

  static void find(GoogleSource source, Types types, Paths paths, Set<Integer> found) {
    TableColumns columns = new TableColumns(source, types, paths, found);
    if (columns.tokens.is(0, "CREATE")) {
      columns.created();
    } else if (columns.tokens.are(0, "ALTER", "TABLE")) {
      columns.added();
    }
  }

  private void created() {
    int i = tokens.are(1, "OR", "REPLACE") ? 3 : 1;
    if (tokens.is(i, "TEMP") || tokens.is(i, "TEMPORARY")) {
      i++;
    }
    if (!tokens.is(i, "TABLE")) {
      return;
    }
    i = paths.after(tokens.are(i + 1, "IF", "NOT", "EXISTS") ? i + 4 : i + 1);
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
