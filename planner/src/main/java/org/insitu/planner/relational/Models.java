/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.hep.HepRelVertex;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;

/** Plans without their models. */
final class Models {
  private Models() {}

  /**
   * The same rows with NULL in place of every prediction, and without the vertices by which a
   * planner holds nodes.
   */
  static RelNode without(RelNode node) {
    if (node instanceof HepRelVertex vertex) {
      return without(vertex.getCurrentRel());
    }
    List<RelNode> inputs = node.getInputs().stream().map(Models::without).toList();
    if (node instanceof Predict predict) {
      return nulls(predict, inputs.getFirst());
    }
    return inputs.equals(node.getInputs()) ? node : node.copy(node.getTraitSet(), inputs);
  }

  /** Whether a node applies a model. */
  static boolean isOne(RelNode node) {
    return node instanceof HepRelVertex vertex
        ? isOne(vertex.getCurrentRel())
        : node instanceof Predict;
  }

  private static RelNode nulls(Predict predict, RelNode input) {
    List<RexNode> items = new ArrayList<>();
    for (var field : predict.getRowType().getFieldList()) {
      items.add(
          field.getIndex() < predict.inputCount()
              ? RexInputRef.of(field.getIndex(), input.getRowType())
              : nothing(predict.getCluster(), field.getType()));
    }
    List<String> names = predict.getRowType().getFieldNames();
    return LogicalProject.create(input, List.of(), items, names, java.util.Set.of());
  }

  /** NULL; of a type that no expression reads, and that cannot be written, a text's. */
  private static RexNode nothing(RelOptCluster cluster, RelDataType type) {
    boolean written = type.getSqlTypeName() != SqlTypeName.ANY;
    return cluster
        .getRexBuilder()
        .makeNullLiteral(
            written ? type : cluster.getTypeFactory().createSqlType(SqlTypeName.VARCHAR));
  }
}
