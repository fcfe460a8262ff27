/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.LinearPredictor.Term;
import org.insitu.udf.model.ModelFunction;

/** Models as JSON; {@link ModelReader} is its mirror. */
final class ModelWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ArrowArrays.Writer arrays;

  ModelWriter(ArrowArrays.Writer arrays) {
    this.arrays = arrays;
  }

  ObjectNode write(ModelFunction model) {
    ObjectNode node = JSON.objectNode();
    node.put("kind", kind(model));
    node.set("features", list(model.features(), this::feature));
    model.label().ifPresent(label -> node.set("label", label(label)));
    switch (model) {
      case ModelFunction.LinearRegression m -> node.set("predictor", predictor(m.predictor()));
      case ModelFunction.LogisticRegression m ->
          node.set("predictors", list(m.predictors(), this::predictor));
      case ModelFunction.BoostedTrees m ->
          node.set("forests", list(m.forests(), forest -> ForestArrays.write(forest, arrays)));
      case ModelFunction.TransformOnly _ -> {}
      case ModelFunction.KMeans m -> {
        node.put("standardized", m.standardized()).put("distance", lower(m.distance()));
        node.set("centroids", list(m.centroids(), this::centroid));
      }
    }
    return node;
  }

  private static String kind(ModelFunction model) {
    return switch (model) {
      case ModelFunction.LinearRegression _ -> "linear_regression";
      case ModelFunction.LogisticRegression _ -> "logistic_regression";
      case ModelFunction.BoostedTrees _ -> "boosted_trees";
      case ModelFunction.KMeans _ -> "kmeans";
      case ModelFunction.TransformOnly _ -> "transform_only";
    };
  }

  private JsonNode feature(Feature feature) {
    ObjectNode node = JSON.objectNode();
    node.put("name", feature.name()).put("type", lower(feature.type()));
    switch (feature) {
      case Feature.Numeric f ->
          node.put("kind", "numeric")
              .put("mean", f.mean())
              .put("standard_deviation", f.standardDeviation());
      case Feature.Category f -> {
        node.put("kind", "category").put("missing_seen", f.missingSeen());
        node.set("levels", Lists.texts(f.levels(), arrays));
      }
    }
    return node;
  }

  private JsonNode label(Label label) {
    ObjectNode node = JSON.objectNode();
    node.put("name", label.name()).put("type", lower(label.type()));
    node.set("classes", Lists.texts(label.classes(), arrays));
    return node;
  }

  private JsonNode predictor(LinearPredictor predictor) {
    ObjectNode node = JSON.objectNode();
    node.put("intercept", predictor.intercept());
    node.set("terms", list(predictor.terms(), this::term));
    return node;
  }

  private JsonNode term(Term term) {
    ObjectNode node = JSON.objectNode();
    switch (term) {
      case Term.Slope slope -> node.put("slope", slope.weight());
      case Term.Weights weights -> {
        node.set("weights", Lists.numbers(weights.weights(), arrays));
        node.put("missing_weight", weights.missingWeight());
      }
    }
    return node;
  }

  private JsonNode centroid(List<Double> centroid) {
    ObjectNode node = JSON.objectNode();
    node.set("center", Lists.numbers(centroid, arrays));
    return node;
  }

  private static <T> ArrayNode list(Collection<T> items, Function<T, JsonNode> write) {
    ArrayNode list = JSON.arrayNode();
    items.forEach(item -> list.add(write.apply(item)));
    return list;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
