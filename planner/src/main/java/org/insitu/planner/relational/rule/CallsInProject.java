/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational.rule;

import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexNode;
import org.insitu.planner.relational.ModelCalls;
import org.insitu.planner.relational.Predict;

/**
 * Model calls in a SELECT list become columns of a {@link Predict} below it. Calls of one model
 * over the same arguments share it; a call among another's arguments goes first.
 */
final class CallsInProject extends ModelRule {
  CallsInProject() {
    super(node(Project.class), "CallsInProject");
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Project project = call.rel(0);
    Optional<ModelCalls> calls = ModelCalls.first(project.getProjects());
    if (calls.isEmpty()) {
      return;
    }
    Predict predict = calls.get().predict(project.getInput());
    List<RexNode> items = calls.get().replaced(project.getProjects(), predict);
    List<String> names =
        project.getRowType().getFieldList().stream().map(RelDataTypeField::getName).toList();
    call.transformTo(builder(project).push(predict).project(items, names, true).build());
  }
}
