/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational.rule;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleOperand;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.tools.RelBuilder;
import org.insitu.planner.relational.Predict;

/** A rule of ours: a pattern of nodes, a name in EXPLAIN, and what it makes of them. */
@SuppressWarnings("deprecation") // the operand methods; their successor wants generated classes
abstract class ModelRule extends RelOptRule {
  ModelRule(RelOptRuleOperand pattern, String name) {
    super(pattern, name);
  }

  /** One node over any others. */
  static RelOptRuleOperand node(Class<? extends RelNode> type) {
    return operand(type, any());
  }

  /** One node over others that match. */
  static RelOptRuleOperand node(
      Class<? extends RelNode> type, RelOptRuleOperand first, RelOptRuleOperand... rest) {
    return operand(type, some(first, rest));
  }

  /** A node over a model. */
  static RelOptRuleOperand overPredict(Class<? extends RelNode> type) {
    return node(type, node(Predict.class));
  }

  /** A builder that adds nodes as they are said, without merging them. */
  static RelBuilder builder(RelNode node) {
    return RelBuilder.proto(
            org.apache.calcite.plan.Contexts.of(
                RelBuilder.Config.DEFAULT
                    .withBloat(-1)
                    .withSimplify(false)
                    .withPruneInputOfAggregate(false)))
        .create(node.getCluster(), null);
  }
}
