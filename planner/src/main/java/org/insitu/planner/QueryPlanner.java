/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner;

import org.insitu.parser.error.Position;
import org.insitu.parser.option.Choice;
import org.insitu.parser.statement.SqlText;
import org.insitu.planner.catalog.Catalog;
import org.insitu.planner.relational.RelationalPlanner;
import org.insitu.planner.relational.RelationalPlanner.Attempt;
import org.insitu.planner.rewrite.CallRewriter;
import org.insitu.planner.rewrite.Expansion;
import org.insitu.planner.rewrite.MappedText;
import org.insitu.planner.stage.QueryPlan;
import org.insitu.planner.stage.Stage;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.sql.TreeForm;

/** Plans a query with our calls in it for one warehouse. */
public final class QueryPlanner {
  private final Catalog catalog;
  private final SqlDialect dialect;

  public QueryPlanner(Catalog catalog, SqlDialect dialect) {
    this.catalog = catalog;
    this.dialect = dialect;
  }

  /**
   * Plans.
   *
   * @param treeForm how forests are written: what is kept in the warehouse, such as a view, is
   *     better written out
   * @param road when the statement is written anew
   */
  public Planned plan(SqlText sql, TreeForm treeForm, Choice.Planner road) {
    Expansion expansion = new Expansion(catalog, dialect, treeForm);
    MappedText text = CallRewriter.rewrite(sql, expansion);
    Attempt attempt =
        switch (road) {
          case AUTO, RELATIONAL ->
              new RelationalPlanner(catalog, dialect, treeForm)
                  .plan(sql, road == Choice.Planner.RELATIONAL);
          case TEXT -> new Attempt.Unfollowed("insitu.planner is TEXT");
        };
    if (attempt instanceof Attempt.Better better) {
      org.insitu.udf.sql.SqlText anew = better.plan().sql();
      return new Planned(
          new QueryPlan(
              new Stage.WarehouseQuery(anew.sql(), anew.kernels()),
              expansion.crossValidations(),
              expansion.notes(),
              attempt),
          new MappedText("", Position.NONE).add(anew.sql()));
    }
    Stage stage = new Stage.WarehouseQuery(text.text(), expansion.kernels());
    return new Planned(
        new QueryPlan(stage, expansion.crossValidations(), expansion.notes(), attempt), text);
  }

  /** A plan, and the text that knows what of it the user wrote. */
  public record Planned(QueryPlan plan, MappedText text) {}
}
