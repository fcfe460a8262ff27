/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational.rule;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.tools.RelBuilder;
import org.insitu.planner.relational.Predict;

/**
 * Conditions on the input's columns go below the model: rows that are not wanted are not predicted.
 *
 * <p>Does not fire for conditions that read a prediction; of a conjunction they stay above.
 */
final class FilterBelowPredict extends ModelRule {
  FilterBelowPredict() {
    super(overPredict(Filter.class), "FilterBelowPredict");
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Filter filter = call.rel(0);
    Predict predict = call.rel(1);
    List<RexNode> below = new ArrayList<>();
    List<RexNode> above = new ArrayList<>();
    for (RexNode conjunct : RelOptUtil.conjunctions(filter.getCondition())) {
      boolean free = predict.areInputs(RelOptUtil.InputFinder.bits(conjunct));
      (free ? below : above).add(conjunct);
    }
    if (below.isEmpty()) {
      return;
    }
    RelNode input = builder(filter).push(predict.getInput()).filter(below).build();
    RelBuilder result = builder(filter).push(predict.over(input, column -> column));
    call.transformTo(result.filter(above).build());
  }
}
