/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.parser.statement.Statement;
import org.insitu.planner.QueryPlanner.Planned;
import org.insitu.planner.explain.Explanation;
import org.insitu.planner.explain.Explanation.Step;
import org.insitu.planner.explain.ExplanationJson;
import org.insitu.planner.explain.QueryExplanation;
import org.insitu.planner.explain.Transfer;
import org.insitu.planner.stage.Stage;
import org.insitu.planner.table.ColumnType;
import org.insitu.planner.table.Table;
import org.insitu.udf.sql.SqlDialect;
import org.jspecify.annotations.Nullable;

/** EXPLAIN's answer: one column, a row per line of text, or one row of JSON. */
final class Explains {
  static final List<Table.Column> COLUMNS = List.of(new Table.Column("plan", ColumnType.VARCHAR));

  private Explains() {}

  /** What a query would do. */
  static Explanation query(Planned planned, SqlDialect dialect, WarehouseConnection warehouse) {
    Transfer answer =
        switch (planned.plan().stage()) {
          case Stage.WarehouseQuery query -> {
            query.functions().forEach(warehouse::register);
            yield expected("the answer only", query.sql(), warehouse);
          }
        };
    return QueryExplanation.of(planned.plan(), dialect, answer);
  }

  /** What a query will answer with; a statement that is none, or that has parameters, unknown. */
  private static Transfer expected(String what, String sql, WarehouseConnection warehouse) {
    WarehouseConnection.Prepared prepared = warehouse.prepare(sql);
    return prepared.parameterCount() > 0 || prepared.resultSchema().getFields().isEmpty()
        ? Transfer.of(what)
        : Transfer.of(what, warehouse.estimatedRows(sql), prepared.resultSchema());
  }

  /** The same, with the statements that a fit sent. */
  static Explanation sent(Explanation explanation, List<String> statements, SqlDialect dialect) {
    List<Step> steps = new ArrayList<>(explanation.steps());
    for (String sql : statements) {
      steps.add(
          new Step(
              "Sent", dialect.name(), "as it ran", Transfer.of("see above"), Optional.of(sql)));
    }
    return new Explanation(explanation.title(), steps, explanation.notes());
  }

  /** The answer. */
  static Table table(Explanation explanation, Statement.Explain explain) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    if (explain.json()) {
      rows.add(List.of(ExplanationJson.write(explanation)));
    } else {
      explanation.text().forEach(line -> rows.add(List.of(line)));
    }
    return new Table(COLUMNS, rows);
  }
}
