/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.specialize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Comparison;
import org.insitu.udf.expression.Expression.ComparisonOperator;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;

/**
 * A comparison of an output with a constant as an output of its own, in a form that costs less than
 * the output:
 *
 * <ul>
 *   <li>a predicted class is compared before it becomes a text: the branches of its CASE turn into
 *       TRUE and FALSE;
 *   <li>a probability of two classes is compared as a score. Near the threshold, where a rounding
 *       of the exponential could decide, the probability itself is compared, so that the answer is
 *       the same for every row.
 * </ul>
 */
public final class OutputComparison {
  /** Half the width of the band of scores in which the probability decides. */
  private static final double BAND = 1e-9;

  /** Nearer to 0 or 1 the band would be narrower than the rounding of a probability. */
  private static final double EXTREME = 1e-6;

  private final Map<String, Expression> layers = new HashMap<>();

  private OutputComparison(Program program) {
    program.layers().forEach(l -> l.forEach(c -> layers.put(c.name(), c.expression())));
  }

  /**
   * The program with the test as its last output; the compared output stays. The same object when
   * no form of the test costs less.
   *
   * @param name of the test
   */
  public static Program add(
      Program program, String output, ComparisonOperator operator, Literal constant, String name) {
    Expression compared =
        program.outputs().stream()
            .filter(o -> o.name().equals(output))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no output '" + output + "'"))
            .expression();
    Expression test = new OutputComparison(program).test(operator, compared, constant);
    if (test instanceof Comparison) {
      return program;
    }
    List<Named> outputs = new ArrayList<>(program.outputs());
    outputs.add(new Named(name, test));
    return new Program(program.layers(), outputs);
  }

  private Expression test(ComparisonOperator operator, Expression compared, Literal constant) {
    return switch (compared) {
      case Expression.Case choice when isOfLiterals(choice) -> {
        List<Expression.When> whens = new ArrayList<>();
        for (Expression.When when : choice.whens()) {
          whens.add(
              new Expression.When(
                  condition(when.condition()), decided(operator, when.result(), constant)));
        }
        yield new Expression.Case(whens, decided(operator, choice.otherwise(), constant));
      }
      case Expression.Case choice when isWithheld(choice) -> {
        Expression test = test(operator, choice.otherwise(), constant);
        Literal unknown = new Literal(null, ValueType.BOOLEAN);
        yield test instanceof Comparison
            ? test
            : new Expression.Case(
                choice.whens().stream()
                    .map(when -> new Expression.When(when.condition(), unknown))
                    .toList(),
                test);
      }
      default -> onScore(new Comparison(operator, compared, constant));
    };
  }

  /** Whether a value is withheld on some conditions: NULL stands for it. */
  private static boolean isWithheld(Expression.Case choice) {
    return choice.whens().stream()
        .allMatch(when -> when.result() instanceof Literal literal && literal.value() == null);
  }

  private Expression condition(Expression condition) {
    return condition instanceof Comparison comparison ? onScore(comparison) : condition;
  }

  /** Whether it chooses among values; what is compared with NULL is neither true nor false. */
  private static boolean isOfLiterals(Expression.Case choice) {
    return isValue(choice.otherwise())
        && choice.whens().stream().allMatch(when -> isValue(when.result()));
  }

  private static boolean isValue(Expression expression) {
    return expression instanceof Literal literal && literal.value() != null;
  }

  private static Literal decided(ComparisonOperator operator, Expression value, Literal constant) {
    boolean equal = Objects.equals(((Literal) value).value(), constant.value());
    return new Literal(
        switch (operator) {
          case EQUAL -> equal;
          case NOT_EQUAL -> !equal;
          case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
              throw new IllegalArgumentException("order of classes: " + operator);
        },
        ValueType.BOOLEAN);
  }

  /** {@code p > t} as {@code s > logit(t)} where p is the logistic function of a score s. */
  private Expression onScore(Comparison comparison) {
    if (!(comparison.left() instanceof Expression.Column probability)
        || !(comparison.right() instanceof Literal literal)
        || !(literal.value() instanceof Number number)
        || !(layers.get(probability.name()) instanceof Expression definition)) {
      return comparison;
    }
    double threshold = number.doubleValue();
    int sign = sign(definition);
    boolean greater =
        comparison.operator() == ComparisonOperator.GREATER
            || comparison.operator() == ComparisonOperator.GREATER_OR_EQUAL;
    boolean less =
        comparison.operator() == ComparisonOperator.LESS
            || comparison.operator() == ComparisonOperator.LESS_OR_EQUAL;
    if (sign == 0 || !(greater || less) || !(threshold > EXTREME && threshold < 1 - EXTREME)) {
      return comparison;
    }
    double middle = sign * Math.log(threshold / (1 - threshold));
    double band = BAND * Math.max(1, Math.abs(middle));
    boolean above = greater == sign > 0;
    Expression score = new Expression.Column("__s0", ValueType.DOUBLE);
    return new Expression.Case(
        List.of(
            new Expression.When(
                new Comparison(ComparisonOperator.GREATER, score, Literal.of(middle + band)),
                new Literal(above, ValueType.BOOLEAN)),
            new Expression.When(
                new Comparison(ComparisonOperator.LESS, score, Literal.of(middle - band)),
                new Literal(!above, ValueType.BOOLEAN))),
        new Comparison(comparison.operator(), definition, literal));
  }

  /** 1 for the logistic function of {@code __s0}, -1 for that of {@code -__s0}, else 0. */
  private static int sign(Expression definition) {
    Expression score = new Expression.Column("__s0", ValueType.DOUBLE);
    if (definition.equals(logistic(score))) {
      return -1;
    }
    Expression negative =
        new Expression.Arithmetic(Expression.ArithmeticOperator.SUBTRACT, Literal.of(0.0), score);
    return definition.equals(logistic(negative)) ? 1 : 0;
  }

  /** {@code 1 / (1 + exp(x))}. */
  private static Expression logistic(Expression exponent) {
    Expression exponential = new Expression.Call(Expression.MathFunction.EXP, List.of(exponent));
    return new Expression.Arithmetic(
        Expression.ArithmeticOperator.DIVIDE,
        Literal.of(1.0),
        new Expression.Arithmetic(Expression.ArithmeticOperator.ADD, Literal.of(1.0), exponential));
  }
}
