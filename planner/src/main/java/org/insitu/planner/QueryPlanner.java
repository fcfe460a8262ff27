/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner;

import org.insitu.parser.statement.SqlText;
import org.insitu.planner.catalog.Catalog;
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
   */
  public Planned plan(SqlText sql, TreeForm treeForm) {
    Expansion expansion = new Expansion(catalog, dialect, treeForm);
    MappedText text = CallRewriter.rewrite(sql, expansion);
    QueryPlan plan =
        new QueryPlan(
            new Stage.WarehouseQuery(text.text(), expansion.kernels()), expansion.notes());
    return new Planned(plan, text);
  }

  /** A plan, and the text that knows what of it the user wrote. */
  public record Planned(QueryPlan plan, MappedText text) {}
}
