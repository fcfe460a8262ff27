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
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.insitu.udf.expression.PiecewiseLinear;
import org.insitu.udf.model.ClassDensity;
import org.insitu.udf.model.ClassEvidence;
import org.insitu.udf.model.ClassEvidence.Evidence;
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
      case ModelFunction.GeneralizedLinear m -> {
        node.put("link", lower(m.link()));
        node.set("predictor", predictor(m.predictor()));
      }
      case ModelFunction.LinearSvm m -> {
        node.set("predictors", list(m.predictors(), this::predictor));
        node.set("calibrations", list(m.calibrations(), ModelWriter::calibration));
      }
      case ModelFunction.Isotonic m -> {
        node.set("x", Lists.numbers(points(m.line(), m.line()::x), arrays));
        node.set("y", Lists.numbers(points(m.line(), m.line()::y), arrays));
      }
      case ModelFunction.BoostedTrees m ->
          node.set("forests", list(m.forests(), forest -> ForestArrays.write(forest, arrays)));
      case ModelFunction.TransformOnly _ -> {}
      case ModelFunction.IsolationForest m -> {
        node.put("sample_rows", m.sampleRows()).put("threshold", m.threshold());
        node.set("forest", ForestArrays.write(m.forest(), arrays));
      }
      case ModelFunction.KMeans m -> {
        node.put("standardized", m.standardized()).put("distance", lower(m.distance()));
        node.set("centroids", list(m.centroids(), this::centroid));
      }
      case ModelFunction.NaiveBayes m -> node.set("classes", list(m.classes(), this::evidence));
      case ModelFunction.QuadraticDiscriminant m ->
          node.set("classes", list(m.classes(), this::density));
      case ModelFunction.PrincipalComponents m -> {
        node.put("scaled", m.scaled()).put("total_variance", m.totalVariance());
        node.set("components", list(m.components(), this::component));
        node.set("level_shares", list(m.levelShares(), this::shares));
      }
      case ModelFunction.GaussianProcess m -> node.set("sum", PointArrays.write(m.sum(), arrays));
      case ModelFunction.NearestNeighbors m -> {
        node.put("standardized", m.standardized());
        node.set("nearest", PointArrays.write(m.nearest(), arrays));
      }
    }
    return node;
  }

  private static String kind(ModelFunction model) {
    return switch (model) {
      case ModelFunction.LinearRegression _ -> "linear_regression";
      case ModelFunction.LogisticRegression _ -> "logistic_regression";
      case ModelFunction.GeneralizedLinear _ -> "generalized_linear";
      case ModelFunction.LinearSvm _ -> "linear_svm";
      case ModelFunction.Isotonic _ -> "isotonic";
      case ModelFunction.BoostedTrees _ -> "boosted_trees";
      case ModelFunction.IsolationForest _ -> "isolation_forest";
      case ModelFunction.KMeans _ -> "kmeans";
      case ModelFunction.TransformOnly _ -> "transform_only";
      case ModelFunction.NaiveBayes _ -> "naive_bayes";
      case ModelFunction.QuadraticDiscriminant _ -> "quadratic_discriminant";
      case ModelFunction.PrincipalComponents _ -> "principal_components";
      case ModelFunction.GaussianProcess _ -> "gaussian_process";
      case ModelFunction.NearestNeighbors _ -> "nearest_neighbors";
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
    PoliciesJson.write(feature.policies(), node);
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
      case Term.Slope slope when slope.origin() != 0 ->
          node.put("weight", slope.weight()).put("origin", slope.origin());
      case Term.Slope slope -> node.put("slope", slope.weight());
      case Term.Weights weights -> {
        node.set("weights", Lists.numbers(weights.weights(), arrays));
        node.put("missing_weight", weights.missingWeight());
      }
    }
    return node;
  }

  private static JsonNode calibration(ModelFunction.Calibration calibration) {
    return JSON.objectNode()
        .put("slope", calibration.slope())
        .put("intercept", calibration.intercept());
  }

  private static List<Double> points(PiecewiseLinear line, IntFunction<Double> number) {
    return IntStream.range(0, line.points()).mapToObj(number).toList();
  }

  private JsonNode centroid(List<Double> centroid) {
    ObjectNode node = JSON.objectNode();
    node.set("center", Lists.numbers(centroid, arrays));
    return node;
  }

  private JsonNode shares(List<Double> ofFeature) {
    ObjectNode node = JSON.objectNode();
    node.set("shares", Lists.numbers(ofFeature, arrays));
    return node;
  }

  private JsonNode evidence(ClassEvidence known) {
    ObjectNode node = JSON.objectNode();
    node.put("prior", known.prior());
    node.set("evidence", list(known.evidence(), this::evidence));
    return node;
  }

  private JsonNode evidence(Evidence evidence) {
    ObjectNode node = JSON.objectNode();
    switch (evidence) {
      case Evidence.Gaussian g -> node.put("mean", g.mean()).put("variance", g.variance());
      case Evidence.Shares s -> {
        node.set("shares", Lists.numbers(s.shares(), arrays));
        node.put("missing_share", s.missingShare());
      }
    }
    return node;
  }

  private JsonNode density(ClassDensity density) {
    ObjectNode node = JSON.objectNode();
    node.put("constant", density.constant());
    node.set("axes", list(density.axes(), this::predictor));
    return node;
  }

  private JsonNode component(ModelFunction.Component component) {
    ObjectNode node = JSON.objectNode();
    node.put("variance", component.variance());
    node.set("direction", predictor(component.direction()));
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
