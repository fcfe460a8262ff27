/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Arithmetic;
import org.insitu.udf.expression.Expression.ArithmeticOperator;
import org.insitu.udf.expression.Expression.Case;
import org.insitu.udf.expression.Expression.Cast;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.IsMissing;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Expression.When;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.Traversal;
import org.insitu.udf.expression.ValueType;

/**
 * Looks for NaN once per sum instead of once per input. A NaN among the inputs of a weighted sum
 * makes the sum NaN, so inputs are only guarded against NULL, which is cheap, and a sum that comes
 * out NaN is computed again from guarded inputs:
 *
 * <pre>{@code
 * f0 = CASE WHEN x IS NULL OR isnan(x) THEN 1.5 ELSE x END, …
 * s0 = 2.0 * f0 + 3.0 * f1 + 4.0 * f2
 *
 * f0 = COALESCE(x, 1.5), …
 * s0 = CASE WHEN isnan(2.0 * f0 + …) THEN 2.0 * (CASE WHEN isnan(f0) THEN 1.5 ELSE f0 END) + …
 *        ELSE 2.0 * f0 + … END
 * }</pre>
 *
 * Engines compute the repeated sum once. DuckDB, 28 columns: 1.1 times the time of the bare sum
 * where a guard on each input takes 1.7 times.
 */
final class NaNGuards {
  /** Below this many inputs the longer text gains nothing. */
  private static final int INPUTS_MIN = 3;

  private final Map<String, Expression> replacements = new HashMap<>();

  private NaNGuards() {}

  /**
   * A program whose columns of these names are guarded against NULL alone, and its sums against
   * NaN.
   */
  record Guarded(Program program, Set<String> nullOnly) {}

  /**
   * Rewrites a program.
   *
   * @param mayBeNaN whether a column of the input can be NaN
   */
  static Guarded hoist(Program program, Predicate<Column> mayBeNaN) {
    if (program.layers().isEmpty()) {
      return new Guarded(program, Set.of());
    }
    NaNGuards pass = new NaNGuards();
    program.layers().getFirst().forEach(column -> pass.propose(column, mayBeNaN));
    Set<String> otherwise = new HashSet<>();
    List<List<Named>> later = program.layers().subList(1, program.layers().size());
    later.forEach(layer -> layer.forEach(c -> pass.collect(c.expression(), otherwise)));
    program.outputs().forEach(output -> pass.collect(output.expression(), otherwise));
    pass.replacements.keySet().removeAll(otherwise);
    return pass.replacements.size() < INPUTS_MIN
        ? new Guarded(program, Set.of())
        : new Guarded(pass.rewritten(program), Set.copyOf(pass.replacements.keySet()));
  }

  /** A number that may be NaN and is replaced by a constant when missing. */
  private void propose(Named column, Predicate<Column> mayBeNaN) {
    if (column.expression() instanceof Case choice
        && choice.whens().size() == 1
        && choice.whens().getFirst()
            instanceof When(IsMissing(Cast(Column input, ValueType type)), Literal replacement)
        && type == ValueType.DOUBLE
        && choice.otherwise().equals(new Cast(input, type))
        && mayBeNaN.test(input)) {
      Column self = new Column(column.name(), ValueType.DOUBLE);
      replacements.put(
          column.name(), new Case(List.of(new When(new IsMissing(self), replacement)), self));
    }
  }

  /** Collects the columns that are read by anything but a weighted sum. */
  private void collect(Expression expression, Set<String> otherwise) {
    if (isSum(expression)) {
      terms((Arithmetic) expression, otherwise);
    } else if (expression instanceof Column column) {
      otherwise.add(column.name());
    } else {
      Traversal.children(expression).forEach(child -> collect(child, otherwise));
    }
  }

  private void terms(Arithmetic sum, Set<String> otherwise) {
    for (Expression term : List.of(sum.left(), sum.right())) {
      if (isSum(term)) {
        terms((Arithmetic) term, otherwise);
      } else if (!isWeighted(term)) {
        collect(term, otherwise);
      }
    }
  }

  private static boolean isSum(Expression expression) {
    return expression instanceof Arithmetic arithmetic
        && arithmetic.operator() == ArithmeticOperator.ADD;
  }

  /** A column times a constant; by 0 and infinity NaN would still be NaN. */
  private static boolean isWeighted(Expression term) {
    return term instanceof Arithmetic(ArithmeticOperator operator, Literal _, Column _)
        && operator == ArithmeticOperator.MULTIPLY;
  }

  private Program rewritten(Program program) {
    List<List<Named>> layers = new ArrayList<>();
    layers.add(program.layers().getFirst());
    for (List<Named> layer : program.layers().subList(1, program.layers().size())) {
      layers.add(layer.stream().map(this::guarded).toList());
    }
    return new Program(layers, program.outputs().stream().map(this::guarded).toList());
  }

  private Named guarded(Named column) {
    return new Named(column.name(), guarded(column.expression()));
  }

  /** Guards the outermost sums. */
  private Expression guarded(Expression expression) {
    if (!isSum(expression)) {
      return Traversal.mapChildren(expression, this::guarded);
    }
    Expression again = Traversal.map(expression, this::replaced);
    return again.equals(expression)
        ? expression
        : new Case(List.of(new When(new IsMissing(expression), again)), expression);
  }

  private Expression replaced(Expression node) {
    return node instanceof Column column ? replacements.getOrDefault(column.name(), column) : node;
  }
}
