/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.ImmutableBitSet;
import org.insitu.planner.relational.Predict;

/**
 * What a model answers and nobody reads is not computed, and the features that only that needed are
 * not read. A model of which nothing is read goes away.
 */
final class DropUnusedOutputs extends ModelRule {
  private final boolean filtered;

  /**
   * Makes the rule.
   *
   * @param filtered whether a filter stands between the projection and the model
   */
  DropUnusedOutputs(boolean filtered) {
    super(
        filtered ? node(Project.class, overPredict(Filter.class)) : overPredict(Project.class),
        filtered ? "DropUnusedOutputsBelowFilter" : "DropUnusedOutputs");
    this.filtered = filtered;
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Project project = call.rel(0);
    Predict predict = call.rel(filtered ? 2 : 1);
    List<RexNode> read = new ArrayList<>(project.getProjects());
    if (filtered) {
      read.add(((Filter) call.rel(1)).getCondition());
    }
    ImmutableBitSet columns = RelOptUtil.InputFinder.bits(read, null);
    Set<String> needed = predict.outputsIn(columns);
    if (needed.size() == predict.program().outputs().size()) {
      return;
    }
    RelBuilder builder = builder(project);
    builder.push(needed.isEmpty() ? predict.getInput() : predict.only(needed));
    List<String> before = predict.getRowType().getFieldNames();
    List<String> after = builder.peek().getRowType().getFieldNames();
    Columns moved = new Columns(column -> after.indexOf(before.get(column)));
    if (filtered) {
      builder.filter(((Filter) call.rel(1)).getCondition().accept(moved));
    }
    call.transformTo(
        builder
            .project(moved.apply(project.getProjects()), project.getRowType().getFieldNames(), true)
            .build());
  }
}
