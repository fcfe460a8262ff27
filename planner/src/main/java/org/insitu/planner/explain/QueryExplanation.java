/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.explain;

import java.util.List;
import java.util.Optional;
import org.insitu.planner.explain.Explanation.Step;
import org.insitu.planner.stage.QueryPlan;
import org.insitu.planner.stage.Stage;
import org.insitu.udf.sql.SqlDialect;

/** A planned query, explained. */
public final class QueryExplanation {
  private QueryExplanation() {}

  public static Explanation of(QueryPlan plan, SqlDialect dialect) {
    return switch (plan.stage()) {
      case Stage.WarehouseQuery query ->
          new Explanation(
              "Query",
              List.of(
                  new Step(
                      "WarehouseQuery",
                      dialect.name(),
                      query.functions().isEmpty()
                          ? "the whole statement, models as expressions"
                          : "the whole statement, %d tree kernel%s called as a function"
                              .formatted(
                                  query.functions().size(),
                                  query.functions().size() == 1 ? "" : "s"),
                      "the answer only",
                      Optional.of(query.sql()))),
              plan.notes());
    };
  }
}
