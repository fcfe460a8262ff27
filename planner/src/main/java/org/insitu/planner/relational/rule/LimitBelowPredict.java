/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational.rule;

import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.util.ImmutableBitSet;
import org.insitu.planner.relational.Predict;

/**
 * A LIMIT, with an ORDER BY of the input's columns or none, goes below the model.
 *
 * <p>Does not fire when the order is by a prediction, nor for an ORDER BY without a LIMIT.
 */
final class LimitBelowPredict extends ModelRule {
  LimitBelowPredict() {
    super(overPredict(Sort.class), "LimitBelowPredict");
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Sort sort = call.rel(0);
    Predict predict = call.rel(1);
    if (sort.fetch == null
        || !predict.areInputs(ImmutableBitSet.of(sort.getCollation().getKeys()))) {
      return;
    }
    RelNode input = sort.copy(sort.getTraitSet(), predict.getInput(), sort.getCollation());
    call.transformTo(predict.over(input, column -> column));
  }
}
