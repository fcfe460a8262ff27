/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.List;
import org.insitu.udf.expression.Expression.Interpolation;
import org.insitu.udf.expression.Program.Named;

/** The prediction of an isotonic regression: its line at the number. */
final class IsotonicOutputs {
  private IsotonicOutputs() {}

  /** Adds the feature layer and answers with the prediction. */
  static List<Named> add(ModelFunction.Isotonic model, List<List<Named>> layers) {
    layers.add(
        List.of(new Named(FeatureEncoding.name(0), FeatureEncoding.imputed(model.feature()))));
    return List.of(new Named("predicted_" + model.target().name(), value(model)));
  }

  /** The prediction over the feature layer. */
  static Interpolation value(ModelFunction.Isotonic model) {
    return new Interpolation(model.line(), FeatureEncoding.number(0));
  }
}
