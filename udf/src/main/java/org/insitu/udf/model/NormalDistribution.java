/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import static org.insitu.udf.model.Sums.minus;
import static org.insitu.udf.model.Sums.over;
import static org.insitu.udf.model.Sums.plus;
import static org.insitu.udf.model.Sums.times;

import java.util.List;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Call;
import org.insitu.udf.expression.Expression.Case;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Comparison;
import org.insitu.udf.expression.Expression.ComparisonOperator;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Expression.MathFunction;
import org.insitu.udf.expression.Expression.When;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;

/**
 * The normal distribution as expressions that every engine has: no warehouse need know erf.
 *
 * <p>The tail beyond |s| is {@code erfc(x) / 2} with {@code x = |s| / sqrt(2)}, and {@code (1 + 2x)
 * exp(x²) erfc(x)} is a polynomial of {@code t = (x - 3.75) / (x + 3.75)}, which maps all x to -1
 * to 1. Its coefficients are of the Chebyshev series up to degree 24, computed with mpmath at 60
 * digits. Both tails keep their digits: the relative error is below 1e-13 up to |s| = 37, where the
 * tail is 1e-299. <b>Source</b> of the form: Shepherd and Laframboise, Chebyshev Approximation of
 * (1 + 2x)exp(x²)erfc x in 0 <= x < ∞, 1981.
 */
final class NormalDistribution {
  private static final double[] COEFFICIENTS = {
    1.2375126308378275,
    -0.14024059858554697,
    0.0035854154854644293,
    0.0822767384901452,
    -0.10880393014174886,
    0.09230432116037748,
    -0.05869339858963677,
    0.028362277418956406,
    -0.009746579558029276,
    0.0017556258528952954,
    0.0002937136655913448,
    -0.0002901540805408417,
    5.164909889268241e-05,
    2.238423915508223e-05,
    -1.1444146237700524e-05,
    -9.73559896736775e-07,
    1.751637648849062e-06,
    -5.7218230603224086e-08,
    -2.5866850716155884e-07,
    2.3263508708859124e-08,
    3.8675334242222354e-08,
    -3.744210080962018e-09,
    -5.1739902140113095e-09,
    3.1114333809799254e-10,
    4.2514714447963895e-10,
  };

  private NormalDistribution() {}

  /**
   * Adds layers over {@code __s0}; {@code __p1} is the probability up to it, {@code __p0} beyond.
   */
  static void add(List<List<Named>> layers) {
    Expression score = column("__s0");
    Expression half = over(times(score, score), Literal.of(2.0));
    layers.add(
        List.of(
            new Named("__x", over(call(MathFunction.ABS, score), Literal.of(Math.sqrt(2)))),
            new Named("__g", call(MathFunction.EXP, minus(Literal.of(0.0), half)))));
    Expression shifted = plus(column("__x"), Literal.of(3.75));
    layers.add(List.of(new Named("__t", minus(Literal.of(1.0), over(Literal.of(7.5), shifted)))));
    Expression wide = plus(Literal.of(1.0), times(Literal.of(2.0), column("__x")));
    Expression tail =
        times(Literal.of(0.5), times(over(polynomial(column("__t")), wide), column("__g")));
    layers.add(List.of(new Named("__q", tail)));
    Expression rest = minus(Literal.of(1.0), column("__q"));
    Expression negative = new Comparison(ComparisonOperator.LESS, column("__s0"), Literal.of(0.0));
    layers.add(
        List.of(
            new Named("__p0", new Case(List.of(new When(negative, rest)), column("__q"))),
            new Named("__p1", new Case(List.of(new When(negative, column("__q"))), rest))));
  }

  private static Expression polynomial(Expression t) {
    Expression value = Literal.of(COEFFICIENTS[COEFFICIENTS.length - 1]);
    for (int i = COEFFICIENTS.length - 2; i >= 0; i--) {
      value = plus(times(value, t), Literal.of(COEFFICIENTS[i]));
    }
    return value;
  }

  private static Expression call(MathFunction function, Expression argument) {
    return new Call(function, List.of(argument));
  }

  private static Expression column(String name) {
    return new Column(name, ValueType.DOUBLE);
  }
}
