/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Element;
import org.insitu.udf.expression.Expression.Lookup;
import org.insitu.udf.expression.Expression.OfPoints;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;

/** The outputs of models that keep training rows as points. */
final class PointOutputs {
  private static final String SHARES = "__shares";

  private PointOutputs() {}

  /** Adds the layer of features and answers with the prediction. */
  static List<Named> add(ModelFunction.GaussianProcess model, List<List<Named>> layers) {
    layers.add(encode(model.features(), true, model.sum()));
    return List.of(new Named("predicted_" + model.target().name(), of(model.sum())));
  }

  /** Adds the layers of features and of the classes' shares and answers with the outputs. */
  static List<Named> add(
      ModelFunction.NearestNeighbors model, PredictOptions options, List<List<Named>> layers) {
    layers.add(encode(model.features(), model.standardized(), model.nearest()));
    if (model.target().classes().isEmpty()) {
      return List.of(new Named("predicted_" + model.target().name(), of(model.nearest())));
    }
    layers.add(List.of(new Named(SHARES, of(model.nearest()))));
    Column shares = new Column(SHARES, ValueType.DOUBLE_LIST);
    layers.add(
        IntStream.range(0, model.nearest().classes())
            .mapToObj(i -> new Named("__p" + i, new Element(shares, i)))
            .toList());
    return ClassOutputs.ofShares(model.target(), options, layers);
  }

  /** What the points of a model over these features have as coordinates. */
  static void requireInputs(List<Feature> features, Points points) {
    List<Points.Input> expected =
        features.stream()
            .map(
                feature ->
                    feature instanceof Feature.Numeric
                        ? Points.Input.NUMBER
                        : Points.Input.CATEGORY)
            .toList();
    if (!points.inputs().equals(expected)) {
      throw new IllegalArgumentException(
          "inputs: " + points.inputs() + " (expected: of the features, " + expected + ")");
    }
  }

  private static OfPoints of(PointFunction function) {
    return new OfPoints(
        function,
        IntStream.range(0, function.points().inputs().size())
            .<Expression>mapToObj(FeatureEncoding::number)
            .toList());
  }

  private static List<Named> encode(
      List<Feature> features, boolean standardized, PointFunction function) {
    requireInputs(features, function.points());
    List<Named> columns = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      Expression value =
          switch (features.get(i)) {
            case Feature.Numeric n when standardized -> FeatureEncoding.standardized(n);
            case Feature.Numeric n -> FeatureEncoding.imputed(n);
            case Feature.Category category -> index(category);
          };
      columns.add(new Named(FeatureEncoding.name(i), value));
    }
    return columns;
  }

  private static Lookup index(Feature.Category category) {
    int levels = category.levels().size();
    return new Lookup(
        FeatureEncoding.key(category),
        category.levels(),
        IntStream.range(0, levels).mapToObj(i -> (double) i).toList(),
        category.missingSeen() ? levels : -1,
        -1);
  }
}
