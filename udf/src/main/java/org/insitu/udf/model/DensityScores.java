/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import static org.insitu.udf.model.Sums.minus;
import static org.insitu.udf.model.Sums.times;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;

/**
 * The scores of a quadratic discriminant. Each class has its own axes, sums of the standardised
 * features; their squares add up to the squared distance of the row from the class, which is exact
 * where the quadratic form written out would cancel.
 */
final class DensityScores {
  private DensityScores() {}

  /** Adds the layers of features, of axes {@code __q0_0} … and of scores {@code __s0} … */
  static void add(ModelFunction.QuadraticDiscriminant model, List<List<Named>> layers) {
    layers.add(LinearScores.encode(model.features(), used(model), FeatureEncoding::standardized));
    List<Named> axes = new ArrayList<>();
    List<Named> scores = new ArrayList<>();
    for (int k = 0; k < model.classes().size(); k++) {
      ClassDensity density = model.classes().get(k);
      List<Expression> squares = new ArrayList<>();
      for (int j = 0; j < density.axes().size(); j++) {
        String name = "__q" + k + "_" + j;
        axes.add(new Named(name, LinearScores.score(model.features(), density.axes().get(j))));
        Expression axis = new Column(name, ValueType.DOUBLE);
        squares.add(times(axis, axis));
      }
      Expression half = times(Literal.of(0.5), Sums.of(squares));
      scores.add(new Named("__s" + k, minus(Literal.of(density.constant()), half)));
    }
    layers.add(axes);
    layers.add(scores);
  }

  /** The features that any axis weighs. */
  static BitSet used(ModelFunction.QuadraticDiscriminant model) {
    return LinearScores.used(
        model.classes().stream().flatMap(density -> density.axes().stream()).toList());
  }
}
