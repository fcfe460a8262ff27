/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexVisitorImpl;
import org.jspecify.annotations.Nullable;

/**
 * Calls of one model over the same arguments in a list of expressions.
 *
 * @param model what is called
 * @param arguments one expression over the input's columns per column that the model reads
 * @param outputs those asked for
 */
public record ModelCalls(AppliedModel model, List<RexNode> arguments, SortedSet<Integer> outputs) {

  /** The calls that go first: of the model found first whose arguments call no other. */
  public static Optional<ModelCalls> first(List<RexNode> expressions) {
    List<RexCall> found = new ArrayList<>();
    RexVisitorImpl<Void> visitor =
        new RexVisitorImpl<>(true) {
          @Override
          public Void visitCall(RexCall call) {
            super.visitCall(call); // arguments first
            if (call.getOperator() instanceof ModelOutput) {
              found.add(call);
            }
            return null;
          }
        };
    expressions.forEach(expression -> expression.accept(visitor));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    ModelOutput function = (ModelOutput) found.getFirst().getOperator();
    List<RexNode> arguments = found.getFirst().getOperands();
    SortedSet<Integer> outputs = new TreeSet<>();
    for (RexCall call : found) {
      if (call.getOperator() instanceof ModelOutput other
          && other.model() == function.model()
          && call.getOperands().equals(arguments)) {
        outputs.add(other.output());
      }
    }
    return Optional.of(new ModelCalls(function.model(), arguments, outputs));
  }

  /** Whether a call is left anywhere below. */
  static boolean remain(RelNode plan) {
    boolean[] found = {false};
    RexShuttle shuttle =
        new RexShuttle() {
          @Override
          public RexNode visitCall(RexCall call) {
            found[0] |= call.getOperator() instanceof ModelOutput;
            return super.visitCall(call);
          }
        };
    new RelVisitor() {
      @Override
      public void visit(RelNode node, int ordinal, @Nullable RelNode parent) {
        if (!(node instanceof Predict)) {
          node.accept(shuttle);
        }
        super.visit(node, ordinal, parent);
      }
    }.go(plan);
    return found[0];
  }

  /** The model over an input, to which the arguments that are not columns are added. */
  public Predict predict(RelNode input) {
    List<RexNode> items = new ArrayList<>();
    List<String> names = new ArrayList<>(input.getRowType().getFieldNames());
    for (int i = 0; i < names.size(); i++) {
      items.add(RexInputRef.of(i, input.getRowType()));
    }
    Map<String, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i) instanceof RexInputRef column) {
        places.put(model.inputs().get(i), column.getIndex());
      } else {
        places.put(model.inputs().get(i), items.size());
        items.add(arguments.get(i));
        names.add("__a%d_%d".formatted(model.id(), items.size()));
      }
    }
    boolean added = items.size() > input.getRowType().getFieldCount();
    RelNode base =
        added ? LogicalProject.create(input, List.of(), items, names, java.util.Set.of()) : input;
    List<String> asked = outputs.stream().map(model::function).toList();
    return Predict.create(
        base, model.version(), model.program(), model.program().only(asked), places);
  }

  /** The expressions with these calls replaced by a node's columns. */
  public List<RexNode> replaced(List<RexNode> expressions, Predict predict) {
    RexBuilder rex = predict.getCluster().getRexBuilder();
    Map<Integer, RexNode> columns = new HashMap<>();
    int at = predict.inputCount();
    for (int output : outputs) {
      columns.put(output, rex.makeInputRef(predict, at++));
    }
    RexShuttle shuttle =
        new RexShuttle() {
          @Override
          public RexNode visitCall(RexCall call) {
            return call.getOperator() instanceof ModelOutput function
                    && function.model() == model
                    && call.getOperands().equals(arguments)
                ? Objects.requireNonNull(columns.get(function.output()))
                : super.visitCall(call);
          }
        };
    return shuttle.apply(expressions);
  }
}
