/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.insitu.udf.expression.Program.Named;

/** The principal components of a row. */
final class ComponentOutputs {
  private ComponentOutputs() {}

  /** Adds the layer of centred features and answers with a column per component. */
  static List<Named> add(ModelFunction.PrincipalComponents model, List<List<Named>> layers) {
    layers.add(
        LinearScores.encode(
            model.features(),
            used(model),
            model.scaled() ? FeatureEncoding::standardized : FeatureEncoding::centered));
    List<Named> outputs = new ArrayList<>();
    for (ModelFunction.Component component : model.components()) {
      outputs.add(
          new Named(
              "principal_component_" + (outputs.size() + 1),
              LinearScores.score(model.features(), component.direction())));
    }
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("components: 0 (expected: at least 1)");
    }
    return outputs;
  }

  /** The features that any component weighs. */
  static BitSet used(ModelFunction.PrincipalComponents model) {
    return LinearScores.used(
        model.components().stream().map(ModelFunction.Component::direction).toList());
  }
}
