/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational.rule;

import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.tools.RelBuilder;
import org.insitu.planner.relational.ModelCalls;
import org.insitu.planner.relational.Predict;

/**
 * Model calls in a WHERE become columns of a {@link Predict} below it, which a projection above
 * takes away again.
 */
final class CallsInFilter extends ModelRule {
  CallsInFilter() {
    super(node(Filter.class), "CallsInFilter");
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Filter filter = call.rel(0);
    List<RexNode> conjuncts = RelOptUtil.conjunctions(filter.getCondition());
    Optional<ModelCalls> calls = ModelCalls.first(conjuncts);
    if (calls.isEmpty()) {
      return;
    }
    Predict predict = calls.get().predict(filter.getInput());
    RelBuilder builder = builder(filter).push(predict);
    builder.filter(calls.get().replaced(conjuncts, predict));
    int width = filter.getRowType().getFieldCount();
    builder.project(
        builder.fields(org.apache.calcite.util.ImmutableIntList.identity(width)),
        filter.getRowType().getFieldNames(),
        true);
    call.transformTo(builder.build());
  }
}
