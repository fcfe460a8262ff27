/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.tools.RelBuilder;
import org.insitu.planner.relational.Predict;

/**
 * A model that is in the SELECT list and in the WHERE is applied once, below the WHERE:
 *
 * <pre>{@code
 * Predict(m: a)                            Project(columns, a)
 *   Project(columns)                 =>      Filter(b)
 *     Filter(b)                                Predict(m: a, b)
 *       Predict(m: b)
 * }</pre>
 *
 * <p>Does not fire when model, options or arguments differ.
 */
final class SharePrediction extends ModelRule {
  SharePrediction() {
    super(
        node(Predict.class, node(Project.class, node(Filter.class, node(Predict.class)))),
        "SharePrediction");
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Predict above = call.rel(0);
    Project project = call.rel(1);
    Filter filter = call.rel(2);
    Predict below = call.rel(3);
    Map<String, Integer> arguments = new LinkedHashMap<>(below.arguments());
    if (above.whole() != below.whole() || !joins(above, project, below, arguments)) {
      return;
    }
    Set<String> asked = new LinkedHashSet<>();
    below.program().outputs().forEach(output -> asked.add(output.name()));
    above.program().outputs().forEach(output -> asked.add(output.name()));
    Predict shared =
        Predict.create(
            below.getInput(), below.version(), below.whole(), below.whole().only(asked), arguments);
    RelBuilder builder = builder(above).push(shared);
    List<String> fields = shared.getRowType().getFieldNames();
    Columns moved =
        new Columns(
            column ->
                column < below.inputCount()
                    ? column
                    : fields.indexOf(below.getRowType().getFieldNames().get(column)));
    builder.filter(filter.getCondition().accept(moved));
    List<RexNode> items = new ArrayList<>(moved.apply(project.getProjects()));
    above.program().outputs().forEach(output -> items.add(builder.field(output.name())));
    call.transformTo(builder.project(items, above.getRowType().getFieldNames(), true).build());
  }

  /** Adds the upper node's arguments, as columns of the lower's input, where they agree. */
  private static boolean joins(
      Predict above, Project project, Predict below, Map<String, Integer> arguments) {
    for (Map.Entry<String, Integer> argument : above.arguments().entrySet()) {
      if (!(project.getProjects().get(argument.getValue()) instanceof RexInputRef column)
          || column.getIndex() >= below.inputCount()) {
        return false;
      }
      Integer known = arguments.putIfAbsent(argument.getKey(), column.getIndex());
      if (known != null && known != column.getIndex()) {
        return false;
      }
    }
    return true;
  }
}
