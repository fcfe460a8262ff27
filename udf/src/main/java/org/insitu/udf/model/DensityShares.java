/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import static org.insitu.udf.model.Sums.plus;
import static org.insitu.udf.model.Sums.times;

import java.util.ArrayList;
import java.util.List;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.LinearPredictor.Term;

/**
 * A quadratic discriminant, against the mean row of training: there standardised numbers are 0, and
 * so are the weights of categories, whose mean over the training rows is 0.
 *
 * <p>An axis is {@code a + sum of g_i}, its constant and what each feature adds. The score loses
 * half of its square, in which a feature has {@code 2 a g_i + g_i²} alone and {@code 2 g_i g_l}
 * with each other feature, half of that for each of the two. So its Shapley value is exactly
 *
 * <pre>-1/2 sum over the axes of g_i (a + axis)</pre>
 */
record DensityShares(ModelFunction.QuadraticDiscriminant model) implements ClassShares {

  @Override
  public double baseline(int number) {
    ClassDensity density = model.classes().get(number);
    double squares = 0;
    for (LinearPredictor axis : density.axes()) {
      squares += axis.intercept() * axis.intercept();
    }
    return density.constant() - 0.5 * squares;
  }

  @Override
  public void prepare(List<List<Named>> layers) {
    List<Named> slopes = new ArrayList<>();
    for (int k = 0; k < model.classes().size(); k++) {
      List<LinearPredictor> axes = model.classes().get(k).axes();
      for (int j = 0; j < axes.size(); j++) {
        Expression axis = new Column("__q" + k + "_" + j, ValueType.DOUBLE);
        slopes.add(new Named(slope(k, j).name(), plus(axis, Literal.of(axes.get(j).intercept()))));
      }
    }
    layers.add(slopes);
  }

  @Override
  public Expression share(int feature, int number) {
    List<LinearPredictor> axes = model.classes().get(number).axes();
    List<Expression> sum = new ArrayList<>();
    for (int j = 0; j < axes.size(); j++) {
      Term term = axes.get(j).terms().get(feature);
      if (LinearScores.weighs(term)) {
        sum.add(
            switch (term) {
              case Term.Slope slope -> times(Literal.of(slope.weight()), slope(number, j));
              case Term.Weights _ ->
                  times(
                      LinearScores.term(feature, model.features().get(feature), term),
                      slope(number, j));
            });
      }
    }
    if (sum.isEmpty()) {
      return Literal.of(0.0);
    }
    Expression half = times(Literal.of(-0.5), Sums.of(sum));
    Expression share =
        model.features().get(feature) instanceof Feature.Numeric
            ? times(half, FeatureEncoding.number(feature))
            : half;
    return plus(share, Literal.of(0.0)); // a negative weight times nothing is no negative zero
  }

  private static Column slope(int number, int axis) {
    return new Column("__u" + number + "_" + axis, ValueType.DOUBLE);
  }
}
