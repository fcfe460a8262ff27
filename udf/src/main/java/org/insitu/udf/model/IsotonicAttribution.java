/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.List;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Program.Named;

/** Isotonic regression: the only feature adds what the prediction differs from that at its mean. */
record IsotonicAttribution(ModelFunction.Isotonic model) implements Attribution {

  @Override
  public Expression baseline(int score) {
    return Literal.of(model.line().at(model.feature().mean()));
  }

  @Override
  public List<Expression> shares(ChosenScore chosen, List<List<Named>> layers) {
    return List.of(Sums.minus(IsotonicOutputs.value(model), baseline(0)));
  }
}
