/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import static org.insitu.udf.model.Sums.minus;
import static org.insitu.udf.model.Sums.times;

import java.util.ArrayList;
import java.util.List;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Call;
import org.insitu.udf.expression.Expression.Case;
import org.insitu.udf.expression.Expression.Comparison;
import org.insitu.udf.expression.Expression.ComparisonOperator;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Expression.MathFunction;
import org.insitu.udf.expression.Expression.When;
import org.insitu.udf.model.PointFunction.BellSum;

/** A sum of bells written out, a term for each point. */
public final class BellTerms {
  private BellTerms() {}

  /** The same number from plain expressions; the inputs are written once for each point. */
  public static Expression of(BellSum sum, List<Expression> inputs) {
    Expression exponent = Literal.of(sum.exponent());
    List<Expression> terms = new ArrayList<>();
    terms.add(Literal.of(sum.bias()));
    for (int row = 0; row < sum.points().rows(); row++) {
      Expression distance = times(squaredDistance(sum.points(), row, inputs), exponent);
      Expression bell = new Call(MathFunction.EXP, List.of(distance));
      terms.add(times(Literal.of(sum.weights()[row]), bell));
    }
    return Sums.of(terms);
  }

  private static Expression squaredDistance(Points points, int row, List<Expression> inputs) {
    List<Expression> squares = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Expression input = inputs.get(i);
      Literal at = Literal.of(points.at(i, row));
      squares.add(
          switch (points.inputs().get(i)) {
            case NUMBER -> times(minus(input, at), minus(input, at));
            case CATEGORY -> apart(input, at);
          });
    }
    return Sums.of(squares);
  }

  private static Expression apart(Expression level, Literal other) {
    return new Case(
        List.of(
            new When(new Comparison(ComparisonOperator.EQUAL, level, other), Literal.of(0.0)),
            new When(
                new Comparison(ComparisonOperator.LESS, level, Literal.of(0.0)), Literal.of(1.0))),
        Literal.of(2.0));
  }
}
