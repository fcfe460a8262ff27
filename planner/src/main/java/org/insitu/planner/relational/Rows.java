/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.hep.HepRelVertex;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;

/**
 * How many rows a node answers with: the warehouse's own estimate where it gives one, else the
 * usual guesses. It decides on which side of a join a model is applied, where only the order of the
 * figures matters.
 */
public final class Rows {
  private static final double UNKNOWN = 1_000;
  private static final double EQUAL = 0.05;
  private static final double RANGE = 0.3;
  private static final double OTHER = 0.5;

  /** Groups a GROUP BY makes of a row. */
  private static final double GROUPS = 0.1;

  private final ToDoubleFunction<RelNode> warehouse;
  private final Map<String, Double> known = new HashMap<>();

  /**
   * Makes an estimator.
   *
   * @param warehouse the warehouse's estimate for a node without models; -1 when it has none
   */
  Rows(ToDoubleFunction<RelNode> warehouse) {
    this.warehouse = warehouse;
  }

  /** The rows of a node of a plan, at least 1. */
  public static double of(RelNode node) {
    Rows rows = node.getCluster().getPlanner().getContext().unwrap(Rows.class);
    return rows == null ? new Rows(_ -> -1).rows(node) : rows.rows(node);
  }

  private double rows(RelNode node) {
    return switch (node) {
      case HepRelVertex vertex -> rows(vertex.getCurrentRel());
      case Predict predict -> rows(predict.getInput());
      case Project project -> rows(project.getInput());
      case Filter filter when Models.isOne(filter.getInput()) ->
          Math.max(1, rows(filter.getInput()) * OTHER);
      default -> plain(node);
    };
  }

  private double plain(RelNode node) {
    RelNode plain = Models.without(node);
    return known.computeIfAbsent(RelOptUtil.toString(plain), _ -> Math.max(1, asked(plain)));
  }

  private double asked(RelNode node) {
    double rows = warehouse.applyAsDouble(node);
    return rows < 0 ? guess(node) : rows;
  }

  private double guess(RelNode node) {
    return switch (node) {
      case TableScan _ -> UNKNOWN;
      case Filter filter -> guess(filter.getInput()) * kept(filter.getCondition());
      case Join join -> join(join);
      case Aggregate aggregate ->
          aggregate.getGroupCount() == 0 ? 1 : guess(aggregate.getInput()) * GROUPS;
      case Sort sort ->
          sort.fetch instanceof RexLiteral limit
              ? Math.min(guess(sort.getInput()), RexLiteral.intValue(limit))
              : guess(sort.getInput());
      case SetOp set -> set.getInputs().stream().mapToDouble(this::guess).sum();
      default -> node.getInputs().isEmpty() ? 1 : guess(node.getInput(0));
    };
  }

  /** A join by a key: each row of the larger side meets those of the smaller that are left. */
  private double join(Join join) {
    double left = guess(join.getLeft());
    double right = guess(join.getRight());
    double rows = left * right / (join.getCondition().isAlwaysTrue() ? 1 : UNKNOWN);
    rows = join.getJoinType().generatesNullsOnRight() ? Math.max(rows, left) : rows;
    return join.getJoinType().generatesNullsOnLeft() ? Math.max(rows, right) : rows;
  }

  private static double kept(RexNode condition) {
    double kept = 1;
    for (RexNode conjunct : RelOptUtil.conjunctions(condition)) {
      kept *=
          switch (conjunct.getKind()) {
            case EQUALS, IS_NULL -> EQUAL;
            case LESS_THAN, GREATER_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN_OR_EQUAL, SEARCH ->
                RANGE;
            case IS_NOT_NULL, NOT_EQUALS -> 1;
            default -> OTHER;
          };
    }
    return kept;
  }
}
