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
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.NlsString;
import org.insitu.planner.relational.Predict;
import org.insitu.udf.expression.Expression.ComparisonOperator;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.specialize.OutputComparison;

/**
 * A test of a prediction becomes an output of the model: a class is compared before it is a text, a
 * probability of two classes as a score, without an exponential.
 *
 * <p>Does not fire for tests other than a prediction against a constant, for an order of texts, nor
 * for predictions other than classes and probabilities.
 */
final class CompareInModel extends ModelRule {
  CompareInModel() {
    super(overPredict(Filter.class), "CompareInModel");
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Filter filter = call.rel(0);
    Predict predict = call.rel(1);
    List<RexNode> conjuncts = RelOptUtil.conjunctions(filter.getCondition());
    Program program = predict.program();
    List<RexNode> left = new ArrayList<>();
    List<Integer> tests = new ArrayList<>();
    for (RexNode conjunct : conjuncts) {
      Optional<Program> with = compared(predict, program, conjunct);
      if (with.isEmpty()) {
        left.add(conjunct);
      } else {
        tests.add(predict.inputCount() + program.outputs().size());
        program = with.get();
      }
    }
    if (tests.isEmpty()) {
      return;
    }
    RelBuilder builder = builder(filter).push(predict.with(program));
    tests.forEach(test -> left.add(builder.field(test)));
    builder.filter(left);
    int width = filter.getRowType().getFieldCount();
    List<RexNode> columns = builder.fields().subList(0, width);
    call.transformTo(builder.project(columns, filter.getRowType().getFieldNames(), true).build());
  }

  private static Optional<Program> compared(Predict predict, Program program, RexNode test) {
    if (!(test instanceof RexCall call)
        || call.getOperands().size() != 2
        || !(call.getOperands().get(0) instanceof RexInputRef column)
        || !(call.getOperands().get(1) instanceof RexLiteral literal)
        || column.getIndex() < predict.inputCount()) {
      return Optional.empty();
    }
    var output = program.outputs().get(column.getIndex() - predict.inputCount());
    String name = output.name() + "_" + program.outputs().size();
    Optional<Literal> constant = constant(output.expression().type(), literal);
    Optional<ComparisonOperator> operator = operator(call.getKind(), output.expression().type());
    if (constant.isEmpty() || operator.isEmpty()) {
      return Optional.empty();
    }
    Program with =
        OutputComparison.add(program, output.name(), operator.get(), constant.get(), name);
    return with == program ? Optional.empty() : Optional.of(with);
  }

  private static Optional<ComparisonOperator> operator(SqlKind kind, ValueType type) {
    boolean text = type == ValueType.VARCHAR;
    return Optional.ofNullable(
        switch (kind) {
          case EQUALS -> text ? ComparisonOperator.EQUAL : null;
          case NOT_EQUALS -> text ? ComparisonOperator.NOT_EQUAL : null;
          case LESS_THAN -> text ? null : ComparisonOperator.LESS;
          case LESS_THAN_OR_EQUAL -> text ? null : ComparisonOperator.LESS_OR_EQUAL;
          case GREATER_THAN -> text ? null : ComparisonOperator.GREATER;
          case GREATER_THAN_OR_EQUAL -> text ? null : ComparisonOperator.GREATER_OR_EQUAL;
          default -> null;
        });
  }

  private static Optional<Literal> constant(ValueType type, RexLiteral literal) {
    return switch (literal.getValue()) {
      case NlsString text when type == ValueType.VARCHAR ->
          Optional.of(Literal.of(text.getValue()));
      case java.math.BigDecimal number when type == ValueType.DOUBLE ->
          Optional.of(Literal.of(number.doubleValue()));
      case null, default -> Optional.empty();
    };
  }
}
