/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational.rule;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.tools.RelBuilder;
import org.insitu.planner.relational.Predict;
import org.insitu.planner.relational.Rows;

/**
 * A model that reads one side of a join only is applied there when that side has fewer rows than
 * the join: a customer is scored once and not once for each of his orders.
 *
 * <p>Does not fire when both sides are read, when the join has no more rows, nor on a side that an
 * outer join fills with NULL (the model would answer for those rows too), nor for a model that
 * refuses rows (it would refuse those that the join leaves out).
 */
final class PredictBelowJoin extends ModelRule {
  PredictBelowJoin() {
    super(node(Predict.class, node(Join.class)), "PredictBelowJoin");
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Predict predict = call.rel(0);
    Join join = call.rel(1);
    int left = join.getLeft().getRowType().getFieldCount();
    boolean onLeft = predict.argumentSet().length() <= left;
    boolean onRight = predict.argumentSet().nextSetBit(0) >= left;
    JoinRelType type = join.getJoinType();
    if (predict.program().mayFail()) {
      return;
    }
    boolean kept = onLeft ? !type.generatesNullsOnLeft() : !type.generatesNullsOnRight();
    RelNode side = onLeft ? join.getLeft() : join.getRight();
    if (onLeft == onRight || !kept || !type.projectsRight() || Rows.of(side) >= Rows.of(join)) {
      return;
    }
    Predict below = predict.over(side, column -> onLeft ? column : column - left);
    int outputs = predict.program().outputs().size();
    Columns moved = new Columns(column -> onLeft && column >= left ? column + outputs : column);
    RelBuilder builder =
        builder(predict)
            .push(onLeft ? below : join.getLeft())
            .push(onLeft ? join.getRight() : below)
            .join(type, join.getCondition().accept(moved));
    call.transformTo(
        builder.project(items(builder, predict, left, onLeft), names(predict), true).build());
  }

  /** The join's columns as they were, then the outputs. */
  private static List<RexNode> items(
      RelBuilder builder, Predict predict, int left, boolean onLeft) {
    int outputs = predict.program().outputs().size();
    List<RexNode> items = new ArrayList<>();
    for (int i = 0; i < predict.inputCount(); i++) {
      items.add(builder.field(onLeft && i >= left ? i + outputs : i));
    }
    for (int i = 0; i < outputs; i++) {
      items.add(builder.field((onLeft ? left : predict.inputCount()) + i));
    }
    return items;
  }

  private static List<String> names(Predict predict) {
    return predict.getRowType().getFieldNames();
  }
}
