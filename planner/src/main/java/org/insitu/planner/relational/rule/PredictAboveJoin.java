/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.hep.HepRelVertex;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.ImmutableBitSet;
import org.insitu.planner.relational.Predict;
import org.insitu.planner.relational.Rows;

/**
 * A model on one side of a join that leaves few of its rows is applied to what the join leaves.
 *
 * <p>Does not fire when the join's condition reads a prediction, when the join has as many rows or
 * more, nor from a side that an outer join fills with NULL (there the prediction is NULL).
 */
final class PredictAboveJoin extends ModelRule {
  PredictAboveJoin() {
    super(node(Join.class), "PredictAboveJoin");
  }

  /**
   * A model under a choice of its columns.
   *
   * @param sources the model's column for each column of the side
   */
  private record Side(Predict predict, List<Integer> sources) {
    static Optional<Side> of(RelNode input) {
      RelNode node = current(input);
      if (node instanceof Project project
          && current(project.getInput()) instanceof Predict predict
          && project.getProjects().stream().allMatch(RexInputRef.class::isInstance)) {
        List<Integer> sources =
            project.getProjects().stream().map(item -> ((RexInputRef) item).getIndex()).toList();
        return Optional.of(new Side(predict, sources));
      }
      if (node instanceof Predict predict) {
        int width = predict.getRowType().getFieldCount();
        return Optional.of(new Side(predict, ImmutableBitSet.range(width).asList()));
      }
      return Optional.empty();
    }

    private static RelNode current(RelNode node) {
      return node instanceof HepRelVertex vertex ? vertex.getCurrentRel() : node;
    }
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Join join = call.rel(0);
    if (!join.getJoinType().projectsRight()) {
      return;
    }
    if (!join.getJoinType().generatesNullsOnLeft()) {
      Optional<Side> left = Side.of(join.getLeft());
      if (left.isPresent()) {
        pull(call, join, left.get(), true);
        return;
      }
    }
    if (!join.getJoinType().generatesNullsOnRight()) {
      Side.of(join.getRight()).ifPresent(right -> pull(call, join, right, false));
    }
  }

  private static void pull(RelOptRuleCall call, Join join, Side side, boolean onLeft) {
    Predict predict = side.predict();
    RelNode other = onLeft ? join.getRight() : join.getLeft();
    int width = side.sources().size();
    int others = other.getRowType().getFieldCount();
    int inputs = predict.inputCount();
    List<Integer> read = RelOptUtil.InputFinder.bits(join.getCondition()).asList();
    for (int column : read) {
      int own = onLeft ? column : column - others;
      if (own >= 0 && own < width && side.sources().get(own) >= inputs) {
        return;
      }
    }
    Columns below =
        new Columns(
            column ->
                onLeft
                    ? column < width ? side.sources().get(column) : column - width + inputs
                    : column < others ? column : others + side.sources().get(column - others));
    RelNode joined =
        builder(join)
            .push(onLeft ? predict.getInput() : other)
            .push(onLeft ? other : predict.getInput())
            .join(join.getJoinType(), join.getCondition().accept(below))
            .build();
    if (Rows.of(joined) >= Rows.of(predict)) {
      return;
    }
    int shift = onLeft ? 0 : others;
    RelBuilder builder = builder(join).push(predict.over(joined, column -> column + shift));
    List<RexNode> own = new ArrayList<>();
    for (int source : side.sources()) {
      own.add(builder.field(source < inputs ? source + shift : source + others));
    }
    List<RexNode> rest = new ArrayList<>();
    for (int i = 0; i < others; i++) {
      rest.add(builder.field(onLeft ? inputs + i : i));
    }
    List<RexNode> items = new ArrayList<>(onLeft ? own : rest);
    items.addAll(onLeft ? rest : own);
    call.transformTo(builder.project(items, join.getRowType().getFieldNames(), true).build());
  }
}
