/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import static org.insitu.udf.model.Sums.minus;
import static org.insitu.udf.model.Sums.over;

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

/** From the one score {@code __s0} to a mean, or to the probabilities of two classes. */
final class LinkOutputs {
  private LinkOutputs() {}

  /** The outputs of a generalised linear model over its score. */
  static List<Named> of(
      ModelFunction.GeneralizedLinear model, PredictOptions options, List<List<Named>> layers) {
    if (!model.target().classes().isEmpty()) {
      return ClassOutputs.ofTwo(model.target(), model.link(), options, layers);
    }
    Expression mean =
        switch (model.link()) {
          case IDENTITY -> column("__s0");
          case LOG -> exp(column("__s0"));
          case INVERSE -> over(Literal.of(1.0), column("__s0"));
          case LOGIT, PROBIT, CLOGLOG ->
              throw new IllegalArgumentException("link of a number: " + model.link());
        };
    return List.of(new Named("predicted_" + model.target().name(), mean));
  }

  /** Adds the probabilities {@code __p0} and {@code __p1}. */
  static void probabilities(Link link, List<List<Named>> layers) {
    switch (link) {
      case LOGIT ->
          layers.add(ClassOutputs.sigmoid(column("__s0"), minus(Literal.of(0.0), column("__s0"))));
      case PROBIT -> NormalDistribution.add(layers);
      case CLOGLOG -> complementaryLogLog(layers);
      case IDENTITY, LOG, INVERSE ->
          throw new IllegalArgumentException("link of two classes: " + link);
    }
  }

  /**
   * {@code p0 = exp(-e)}, {@code p1 = 1 - exp(-e)} with {@code e = exp(s)}. Where e is small the
   * difference has lost digits; {@code (1 - p0) e / -ln(p0)} has them, for the rounding of p0 is in
   * both (Kahan).
   */
  private static void complementaryLogLog(List<List<Named>> layers) {
    Expression zero = Literal.of(0.0);
    Expression one = Literal.of(1.0);
    Expression rate = column("__e");
    Expression survival = column("__p0");
    layers.add(List.of(new Named("__e", exp(column("__s0")))));
    layers.add(List.of(new Named("__p0", exp(minus(zero, rate)))));
    Expression rest = minus(one, survival);
    Expression log = minus(zero, new Call(MathFunction.LN, List.of(survival)));
    Expression exact = Sums.times(over(rest, log), rate);
    layers.add(
        List.of(
            new Named(
                "__p1",
                new Case(
                    List.of(
                        new When(new Comparison(ComparisonOperator.EQUAL, survival, one), rate),
                        new When(
                            new Comparison(ComparisonOperator.LESS, rate, Literal.of(0.5)), exact)),
                    rest))));
  }

  private static Expression exp(Expression operand) {
    return new Call(MathFunction.EXP, List.of(operand));
  }

  private static Expression column(String name) {
    return new Column(name, ValueType.DOUBLE);
  }
}
