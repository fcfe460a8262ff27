/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import java.util.List;
import java.util.function.Supplier;
import org.insitu.parser.statement.MlCall;
import org.insitu.parser.statement.SqlText;
import org.insitu.planner.stage.Around;

/**
 * What is around a piece of a statement.
 *
 * @param typed for describing it alone: models in common tables are NULLs of their types
 * @param real for running it alone; made when it is asked for
 */
record Surroundings(Around typed, Supplier<Around> real) {
  static final Surroundings NONE = of(Around.NOTHING);

  private static Surroundings of(Around around) {
    return new Surroundings(around, () -> around);
  }

  /** Those of a call's data, inside of what is around the whole text. */
  Surroundings around(MlCall call, SqlText sql, Expansion expansion) {
    List<CommonTables.With> withs = CommonTables.at(sql.text(), call.start());
    if (withs.isEmpty()
        || !CommonTables.named(withs, sql.text().substring(call.start(), call.end()))) {
      return this;
    }
    Around described =
        around(
            withs, sql, typed, () -> Expansion.ofTypes(expansion.catalog(), expansion.dialect()));
    return new Surroundings(
        described, () -> around(withs, sql, real.get(), expansion::ofCommonTable));
  }

  private static Around around(
      List<CommonTables.With> withs, SqlText sql, Around outer, Supplier<Expansion> expansions) {
    Around around = outer;
    for (CommonTables.With with : withs) {
      StringBuilder tables = new StringBuilder();
      for (CommonTables.Definition table : with.definitions()) {
        Expansion inside = expansions.get();
        inside.enter(
            of(tables.isEmpty() ? around : around.with(with.recursive(), tables.toString())));
        tables
            .append(tables.isEmpty() ? "" : ", ")
            .append(CallRewriter.rewrite(sql.part(table.from(), table.to()), inside).text());
      }
      around = around.with(with.recursive(), tables.toString());
    }
    return around;
  }
}
