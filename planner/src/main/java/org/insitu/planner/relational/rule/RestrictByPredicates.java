/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational.rule;

import java.util.HashMap;
import java.util.Map;
import org.apache.calcite.plan.RelOptRuleCall;
import org.insitu.planner.relational.Domains;
import org.insitu.planner.relational.Predict;
import org.insitu.udf.expression.Program;
import org.insitu.udf.specialize.Domain;
import org.insitu.udf.specialize.Specializer;

/**
 * Predicates on a model's inputs make the model smaller: branches of trees that no row takes,
 * categories that none has, tests for missing values where none is missing.
 *
 * <p>Does not fire when nothing is known of an input, nor when the model stays as it is.
 */
final class RestrictByPredicates extends ModelRule {
  RestrictByPredicates() {
    super(node(Predict.class), "RestrictByPredicates");
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Predict predict = call.rel(0);
    Map<Integer, Domain> columns = Domains.of(predict.getInput());
    Map<String, Domain> known = new HashMap<>();
    predict
        .arguments()
        .forEach(
            (name, column) -> {
              if (columns.containsKey(column)) {
                known.put(name, columns.get(column));
              }
            });
    if (known.isEmpty()) {
      return;
    }
    Program smaller = Specializer.specialize(predict.program(), known);
    if (!smaller.equals(predict.program())) {
      call.transformTo(predict.with(smaller));
    }
  }
}
