/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.List;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Call;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Comparison;
import org.insitu.udf.expression.Expression.ComparisonOperator;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Expression.MathFunction;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;

/** How odd a row is to an isolation forest. */
final class AnomalyOutputs {
  private AnomalyOutputs() {}

  /**
   * Adds the layers of path lengths {@code __s0} and score {@code __a}, answers with the outputs.
   */
  static List<Named> add(ModelFunction.IsolationForest model, List<List<Named>> layers) {
    ForestScores.add(model.features(), List.of(model.forest()), layers);
    Expression exponent =
        Sums.times(new Column("__s0", ValueType.DOUBLE), Literal.of(model.exponentOfSum()));
    Expression power = new Call(MathFunction.POWER, List.of(Literal.of(2.0), exponent));
    layers.add(List.of(new Named("__a", power)));
    Expression score = new Column("__a", ValueType.DOUBLE);
    return List.of(
        new Named("anomaly_score", score),
        new Named(
            "is_anomaly",
            new Comparison(ComparisonOperator.GREATER, score, Literal.of(model.threshold()))));
  }
}
