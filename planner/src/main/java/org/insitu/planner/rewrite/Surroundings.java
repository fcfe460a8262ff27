/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import java.util.List;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.MlCall;
import org.insitu.parser.statement.SqlText;

/**
 * What must stand around a piece of a statement for it to be a statement of its own: the common
 * tables that it may name.
 *
 * @param before {@code WITH a AS (...) SELECT * FROM (}, once for each WITH
 * @param after closing brackets
 */
record Surroundings(String before, String after) {
  static final Surroundings NONE = new Surroundings("", "");

  /** Those of a call's data, inside of what is around the whole text. */
  Surroundings around(MlCall call, SqlText sql, Expansion expansion) {
    List<CommonTables.With> withs = CommonTables.at(sql.text(), call.start());
    if (withs.isEmpty()
        || !CommonTables.named(withs, sql.text().substring(call.start(), call.end()))) {
      return this;
    }
    Surroundings around = this;
    for (CommonTables.With with : withs) {
      StringBuilder tables = new StringBuilder();
      for (CommonTables.Definition table : with.definitions()) {
        // Models inside are described alone, among the tables before.
        Expansion types = Expansion.ofTypes(expansion.catalog(), expansion.dialect());
        types.enter(tables.isEmpty() ? around : around.with(with.recursive(), tables.toString()));
        tables
            .append(tables.isEmpty() ? "" : ", ")
            .append(CallRewriter.rewrite(sql.part(table.from(), table.to()), types).text());
      }
      around = around.with(with.recursive(), tables.toString());
    }
    return around;
  }

  private Surroundings with(boolean recursive, String tables) {
    return new Surroundings(
        before + (recursive ? "WITH RECURSIVE " : "WITH ") + tables + "\nSELECT * FROM (",
        ")" + after);
  }

  String sql(String piece) {
    return before.isEmpty() ? piece : before + "\n" + piece + "\n" + after;
  }

  /** A place of the statement as one of the piece; none when it lies before it. */
  Position inPiece(Position place) {
    if (before.isEmpty() || !place.isKnown()) {
      return place;
    }
    int line = place.line() - (int) before.lines().count();
    return line < 1 ? Position.NONE : new Position(line, place.column());
  }
}
