/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Lookup;
import org.insitu.udf.expression.Expression.TreeSum;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;

/** The scores of tree models: one sum of leaves per forest. */
final class ForestScores {
  private ForestScores() {}

  /** Adds the feature layer and the layer of scores {@code __s0}, {@code __s1} … */
  static void add(List<Feature> features, List<Forest> forests, List<List<Named>> layers) {
    BitSet used = used(forests);
    List<Named> encoded = new ArrayList<>();
    used.stream()
        .forEach(i -> encoded.add(new Named(FeatureEncoding.name(i), encode(features.get(i)))));
    layers.add(encoded);
    List<Named> scores = new ArrayList<>();
    for (int i = 0; i < forests.size(); i++) {
      scores.add(new Named("__s" + i, score(features.size(), forests.get(i))));
    }
    layers.add(scores);
  }

  /** The score is the prediction. */
  static List<Named> regression(Label label, int scores, List<List<Named>> layers) {
    if (scores != 1 || layers.isEmpty()) {
      throw new IllegalArgumentException("forests: " + scores + " (expected: 1 for a regression)");
    }
    return List.of(new Named("predicted_" + label.name(), new Column("__s0", ValueType.DOUBLE)));
  }

  /** The features that any tree splits on. */
  static BitSet used(List<Forest> forests) {
    BitSet used = new BitSet();
    for (Forest forest : forests) {
      used.or(forest.tested());
    }
    return used;
  }

  private static TreeSum score(int features, Forest forest) {
    if (forest.features() != features) {
      throw new IllegalArgumentException(
          "forest inputs: " + forest.features() + " (expected: one per feature, " + features + ")");
    }
    BitSet used = forest.tested();
    List<Expression> inputs = new ArrayList<>();
    used.stream().forEach(i -> inputs.add(FeatureEncoding.number(i)));
    return new TreeSum(forest.over(used), inputs);
  }

  private static Expression encode(Feature feature) {
    return switch (feature) {
      case Feature.Numeric numeric -> FeatureEncoding.imputed(numeric);
      case Feature.Category category -> index(category);
    };
  }

  private static Lookup index(Feature.Category category) {
    int levels = category.levels().size();
    return new Lookup(
        FeatureEncoding.key(category),
        category.levels(),
        IntStream.range(0, levels).mapToObj(i -> (double) i).toList(),
        category.missingSeen() ? levels : Double.NaN,
        Double.NaN);
  }
}
