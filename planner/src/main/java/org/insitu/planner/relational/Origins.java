/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.calcite.plan.hep.HepRelVertex;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rex.RexInputRef;

/**
 * Where a column comes from. Only a column that is a table's own, unchanged on its way, has a type
 * known for certain; an expression's type is the warehouse's affair.
 */
final class Origins {
  private Origins() {}

  /** The table's column that a node's column is. */
  static Optional<Field> of(RelNode node, int column) {
    return switch (node) {
      case HepRelVertex vertex -> of(vertex.getCurrentRel(), column);
      case TableScan scan ->
          Optional.ofNullable(scan.getTable().unwrap(WarehouseTable.class))
              .map(table -> table.columns().getFields().get(column));
      case Filter filter -> of(filter.getInput(), column);
      case Sort sort -> of(sort.getInput(), column);
      case Predict predict when column < predict.inputCount() -> of(predict.getInput(), column);
      case Project project when project.getProjects().get(column) instanceof RexInputRef ref ->
          of(project.getInput(), ref.getIndex());
      case Join join when join.getJoinType().projectsRight() -> {
        int left = join.getLeft().getRowType().getFieldCount();
        yield column < left ? of(join.getLeft(), column) : of(join.getRight(), column - left);
      }
      default -> Optional.empty();
    };
  }
}
