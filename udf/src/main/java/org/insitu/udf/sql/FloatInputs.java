/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.TreeAttributions;
import org.insitu.udf.expression.Expression.TreeSum;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.Traversal;
import org.insitu.udf.expression.ValueType;

/**
 * Rounds the inputs of called forests where they are computed, instead of at the call.
 *
 * <pre>{@code
 * __f0 = CASE WHEN missing(x) THEN 1.5 ELSE x END   forest(round(__f0))
 * __f0 = CASE WHEN missing(x) THEN 1.5f ELSE x END  forest(__f0)          -- x is FLOAT
 * }</pre>
 *
 * A FLOAT column then reaches the kernel without any conversion.
 */
final class FloatInputs {
  private final SqlDialect dialect;
  private final TreeForm form;
  private final Set<String> called = new HashSet<>();

  private FloatInputs(SqlDialect dialect, TreeForm form) {
    this.dialect = dialect;
    this.form = form;
  }

  /** The same program, its layer columns FLOAT where only called forests read them. */
  static Program round(Program program, SqlDialect dialect, TreeForm form) {
    if (program.layers().isEmpty()) {
      return program;
    }
    FloatInputs pass = new FloatInputs(dialect, form);
    Set<String> otherwise = new HashSet<>();
    List<Named> first = program.layers().getFirst();
    for (List<Named> layer : program.layers().subList(1, program.layers().size())) {
      layer.forEach(column -> pass.collect(column.expression(), otherwise));
    }
    program.outputs().forEach(column -> pass.collect(column.expression(), otherwise));
    pass.called.removeAll(otherwise);
    pass.called.retainAll(first.stream().map(Named::name).toList());
    return pass.called.isEmpty() ? program : pass.rewritten(program);
  }

  private void collect(Expression expression, Set<String> otherwise) {
    if (expression instanceof TreeSum sum && isCalled(sum)) {
      collect(sum.inputs(), otherwise);
    } else if (expression instanceof TreeAttributions trees) {
      collect(trees.inputs(), otherwise);
      collect(trees.which(), otherwise);
    } else if (expression instanceof Column column) {
      otherwise.add(column.name());
    } else {
      Traversal.children(expression).forEach(child -> collect(child, otherwise));
    }
  }

  private void collect(List<Expression> inputs, Set<String> otherwise) {
    for (Expression input : inputs) {
      if (input instanceof Column column && column.type() == ValueType.DOUBLE) {
        called.add(column.name());
      } else {
        collect(input, otherwise);
      }
    }
  }

  private boolean isCalled(TreeSum sum) {
    return form.mayCall() && !form.inlines(sum.forest(), dialect);
  }

  private Program rewritten(Program program) {
    List<List<Named>> layers =
        program.layers().stream()
            .map(layer -> layer.stream().map(this::definition).toList())
            .toList();
    return new Program(layers, program.outputs().stream().map(this::definition).toList());
  }

  private Named definition(Named column) {
    Expression expression = column.expression();
    return new Named(
        column.name(),
        called.contains(column.name())
            ? rounded(expression)
            : Traversal.map(expression, this::retyped));
  }

  private Expression retyped(Expression node) {
    return node instanceof Column column && called.contains(column.name())
        ? new Column(column.name(), ValueType.FLOAT)
        : node;
  }

  private static Expression rounded(Expression value) {
    return switch (value) {
      case Expression.Literal(Double number, ValueType _) ->
          new Expression.Literal(number.floatValue(), ValueType.FLOAT);
      case Expression.Case choice ->
          new Expression.Case(
              choice.whens().stream()
                  .map(w -> new Expression.When(w.condition(), rounded(w.result())))
                  .toList(),
              rounded(choice.otherwise()));
      default -> new Expression.Cast(value, ValueType.FLOAT);
    };
  }
}
