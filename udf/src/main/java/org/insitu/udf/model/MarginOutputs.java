/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import static org.insitu.udf.model.Sums.minus;
import static org.insitu.udf.model.Sums.plus;
import static org.insitu.udf.model.Sums.times;

import java.util.ArrayList;
import java.util.List;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Call;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Expression.MathFunction;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;

/**
 * From the margins {@code __s0} … of a linear support vector machine to classes: each margin's
 * log-odds {@code __z0} … by its calibration, and of more than two classes the logarithms {@code
 * __l0} … of their probabilities, whose powers are then divided by their sum. By logarithms, so
 * that a row far from every class still has probabilities.
 */
final class MarginOutputs {
  private MarginOutputs() {}

  static List<Named> add(
      ModelFunction.LinearSvm model, PredictOptions options, List<List<Named>> layers) {
    int classes = model.target().classes().size();
    int margins = model.predictors().size();
    if (classes < 2 || margins != (classes == 2 ? 1 : classes)) {
      throw new IllegalArgumentException(
          "margins: %d (expected: one for two classes, else one per class; classes: %d)"
              .formatted(margins, classes));
    }
    layers.add(logOdds(model.calibrations()));
    if (classes == 2) {
      layers.add(ClassOutputs.sigmoid(column("__z0"), minus(Literal.of(0.0), column("__z0"))));
      return ClassOutputs.ofShares(model.target(), options, layers);
    }
    List<Named> logarithms = new ArrayList<>();
    for (int k = 0; k < classes; k++) {
      logarithms.add(new Named("__l" + k, logarithm(column("__z" + k))));
    }
    layers.add(logarithms);
    return ClassOutputs.softmax(model.target(), "__l", options, layers);
  }

  private static List<Named> logOdds(List<ModelFunction.Calibration> calibrations) {
    List<Named> logOdds = new ArrayList<>();
    for (int k = 0; k < calibrations.size(); k++) {
      ModelFunction.Calibration known = calibrations.get(k);
      Expression scaled = times(Literal.of(known.slope()), column("__s" + k));
      logOdds.add(new Named("__z" + k, plus(Literal.of(known.intercept()), scaled)));
    }
    return logOdds;
  }

  /** {@code ln(1 / (1 + exp(-z)))}, which neither overflows nor loses digits. */
  private static Expression logarithm(Expression logOdds) {
    Expression zero = Literal.of(0.0);
    Expression tail = call(MathFunction.EXP, minus(zero, call(MathFunction.ABS, logOdds)));
    return minus(
        call(MathFunction.LEAST, logOdds, zero),
        call(MathFunction.LN, plus(Literal.of(1.0), tail)));
  }

  private static Call call(MathFunction function, Expression... arguments) {
    return new Call(function, List.of(arguments));
  }

  private static Column column(String name) {
    return new Column(name, ValueType.DOUBLE);
  }
}
