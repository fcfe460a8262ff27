/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import org.insitu.parser.text.Tokens;

/** Where the query of a statement begins: behind CREATE TABLE … AS or INSERT INTO, else at once. */
final class Heads {
  private Heads() {}

  static int query(String text) throws NotFollowed {
    Tokens tokens = Tokens.of(text);
    if (tokens.is(0, "SELECT") || tokens.is(0, "WITH")) {
      return tokens.start(0);
    }
    int table = tokens.are(0, "CREATE", "OR", "REPLACE") ? 3 : 1;
    table += tokens.is(table, "TEMP") || tokens.is(table, "TEMPORARY") ? 1 : 0;
    boolean creates = tokens.is(0, "CREATE") && tokens.is(table, "TABLE");
    if (creates || tokens.are(0, "INSERT", "INTO")) {
      int depth = 0;
      for (int i = 0; i < tokens.size(); i++) {
        depth += tokens.opens(i) ? 1 : tokens.closes(i) ? -1 : 0;
        if (depth == 0 && (tokens.is(i, "SELECT") || tokens.is(i, "WITH"))) {
          return tokens.start(i);
        }
      }
    }
    throw new NotFollowed("a statement that begins with " + tokens.image(0) + " keeps its text");
  }
}
