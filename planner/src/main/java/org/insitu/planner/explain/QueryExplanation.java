/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.insitu.planner.explain.Explanation.Step;
import org.insitu.planner.relational.RelationalPlan;
import org.insitu.planner.relational.RelationalPlanner.Attempt;
import org.insitu.planner.stage.QueryPlan;
import org.insitu.planner.stage.Stage;
import org.insitu.udf.sql.SqlDialect;

/** A planned query, explained. */
public final class QueryExplanation {
  private QueryExplanation() {}

  /**
   * Explains.
   *
   * @param answer what the last stage answers with
   */
  public static Explanation of(QueryPlan plan, SqlDialect dialect, Transfer answer) {
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
                          : "the whole statement, %d kernel%s called as a function"
                              .formatted(
                                  query.functions().size(),
                                  query.functions().size() == 1 ? "" : "s"),
                      answer,
                      Optional.of(query.sql()))),
              notes(plan));
    };
  }

  private static List<String> notes(QueryPlan plan) {
    List<String> notes = new ArrayList<>(plan.notes());
    switch (plan.attempt()) {
      case Attempt.Better better -> {
        RelationalPlan anew = better.plan();
        notes.add(
            "Planned anew%s: its models take %.3g steps (about a nanosecond each), as written %.3g."
                .formatted(
                    anew.rules().isEmpty() ? "" : " by " + String.join(", ", anew.rules()),
                    anew.cost(),
                    anew.writtenCost()));
        anew.tree().lines().forEach(line -> notes.add("  " + line.replace("Logical", "")));
      }
      case Attempt.AsWritten written ->
          notes.add(
              "The text stays as written: %s."
                  .formatted(
                      written.rules().isEmpty()
                          ? "no rule spares its models work"
                          : String.join(", ", written.rules()) + " would spare too little"));
      case Attempt.Unfollowed unfollowed ->
          notes.add("The text stays as written: " + sentence(unfollowed.reason()));
    }
    return notes;
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
