/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import org.insitu.udf.expression.PiecewiseLinear;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.ClassDensity;
import org.insitu.udf.model.ClassEvidence;
import org.insitu.udf.model.ClassEvidence.Evidence;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.LinearPredictor.Term;
import org.insitu.udf.model.Link;
import org.insitu.udf.model.ModelFunction;

/** Models from JSON; {@link ModelWriter} is its mirror. */
final class ModelReader {
  private final ArrowArrays.Reader arrays;

  ModelReader(ArrowArrays.Reader arrays) {
    this.arrays = arrays;
  }

  ModelFunction read(JsonNode node) {
    List<Feature> features = JsonFields.list(node, "features").stream().map(this::feature).toList();
    String kind = JsonFields.text(node, "kind");
    return switch (kind) {
      case "linear_regression" ->
          new ModelFunction.LinearRegression(
              features, label(node), predictor(JsonFields.object(node, "predictor")));
      case "logistic_regression" ->
          new ModelFunction.LogisticRegression(
              features,
              label(node),
              JsonFields.list(node, "predictors").stream().map(this::predictor).toList());
      case "generalized_linear" ->
          new ModelFunction.GeneralizedLinear(
              features,
              label(node),
              JsonFields.constant(node, "link", Link.class),
              predictor(JsonFields.object(node, "predictor")));
      case "linear_svm" ->
          new ModelFunction.LinearSvm(
              features,
              label(node),
              JsonFields.list(node, "predictors").stream().map(this::predictor).toList(),
              JsonFields.list(node, "calibrations").stream()
                  .map(ModelReader::calibration)
                  .toList());
      case "isotonic" -> isotonic(features, node);
      case "boosted_trees" ->
          new ModelFunction.BoostedTrees(
              features,
              label(node),
              JsonFields.list(node, "forests").stream()
                  .map(forest -> ForestArrays.read(forest, arrays))
                  .toList());
      case "isolation_forest" ->
          new ModelFunction.IsolationForest(
              features,
              ForestArrays.read(JsonFields.object(node, "forest"), arrays),
              JsonFields.integer(node, "sample_rows"),
              JsonFields.number(node, "threshold"));
      case "kmeans" ->
          new ModelFunction.KMeans(
              features,
              JsonFields.bool(node, "standardized"),
              JsonFields.constant(node, "distance", ModelFunction.Distance.class),
              JsonFields.list(node, "centroids").stream()
                  .map(centroid -> Lists.numbers(centroid, "center", arrays))
                  .toList());
      case "transform_only" -> new ModelFunction.TransformOnly();
      case "naive_bayes" ->
          new ModelFunction.NaiveBayes(features, label(node), classes(node, this::classEvidence));
      case "quadratic_discriminant" ->
          new ModelFunction.QuadraticDiscriminant(
              features, label(node), classes(node, this::density));
      case "principal_components" ->
          new ModelFunction.PrincipalComponents(
              features,
              JsonFields.bool(node, "scaled"),
              JsonFields.number(node, "total_variance"),
              JsonFields.list(node, "components").stream().map(this::component).toList(),
              levelShares(node));
      case "gaussian_process" ->
          new ModelFunction.GaussianProcess(
              features, label(node), PointArrays.bellSum(JsonFields.object(node, "sum"), arrays));
      case "nearest_neighbors" ->
          new ModelFunction.NearestNeighbors(
              features,
              label(node),
              JsonFields.bool(node, "standardized"),
              PointArrays.nearest(JsonFields.object(node, "nearest"), arrays));
      default -> throw new ArtefactException("manifest: unknown kind '" + kind + "'");
    };
  }

  private ModelFunction isotonic(List<Feature> features, JsonNode node) {
    if (features.size() != 1 || !(features.getFirst() instanceof Feature.Numeric feature)) {
      throw new ArtefactException("manifest: features are " + features + " (expected: a number)");
    }
    PiecewiseLinear line =
        PiecewiseLinear.of(Lists.numbers(node, "x", arrays), Lists.numbers(node, "y", arrays));
    return new ModelFunction.Isotonic(feature, label(node), line);
  }

  private static ModelFunction.Calibration calibration(JsonNode node) {
    return new ModelFunction.Calibration(
        JsonFields.number(node, "slope"), JsonFields.number(node, "intercept"));
  }

  private static <T> List<T> classes(JsonNode node, Function<JsonNode, T> read) {
    return JsonFields.list(node, "classes").stream().map(read).toList();
  }

  private ClassEvidence classEvidence(JsonNode node) {
    return new ClassEvidence(
        JsonFields.number(node, "prior"),
        JsonFields.list(node, "evidence").stream().map(this::evidence).toList());
  }

  private Evidence evidence(JsonNode node) {
    return node.has("variance")
        ? new Evidence.Gaussian(
            JsonFields.number(node, "mean"), JsonFields.number(node, "variance"))
        : new Evidence.Shares(
            Lists.numbers(node, "shares", arrays), JsonFields.number(node, "missing_share"));
  }

  private ClassDensity density(JsonNode node) {
    return new ClassDensity(
        JsonFields.number(node, "constant"),
        JsonFields.list(node, "axes").stream().map(this::predictor).toList());
  }

  private ModelFunction.Component component(JsonNode node) {
    return new ModelFunction.Component(
        JsonFields.number(node, "variance"), predictor(JsonFields.object(node, "direction")));
  }

  /** Artefacts had none before ML.DETECT_ANOMALIES of PCA was known. */
  private List<List<Double>> levelShares(JsonNode node) {
    return node.has("level_shares")
        ? JsonFields.list(node, "level_shares").stream()
            .map(ofFeature -> Lists.numbers(ofFeature, "shares", arrays))
            .toList()
        : List.of();
  }

  private Feature feature(JsonNode node) {
    String name = JsonFields.text(node, "name");
    ValueType type = JsonFields.constant(node, "type", ValueType.class);
    String kind = JsonFields.text(node, "kind");
    return switch (kind) {
      case "numeric" ->
          new Feature.Numeric(
              name,
              type,
              JsonFields.number(node, "mean"),
              JsonFields.number(node, "standard_deviation"),
              PoliciesJson.read(node));
      case "category" ->
          new Feature.Category(
              name,
              type,
              Lists.texts(node, "levels", arrays),
              JsonFields.bool(node, "missing_seen"),
              PoliciesJson.read(node));
      default -> throw new ArtefactException("manifest: unknown kind of feature '" + kind + "'");
    };
  }

  private Label label(JsonNode node) {
    JsonNode label = JsonFields.object(node, "label");
    return new Label(
        JsonFields.text(label, "name"),
        JsonFields.constant(label, "type", ValueType.class),
        Lists.texts(label, "classes", arrays));
  }

  private LinearPredictor predictor(JsonNode node) {
    return new LinearPredictor(
        JsonFields.number(node, "intercept"),
        JsonFields.list(node, "terms").stream().map(this::term).toList());
  }

  private Term term(JsonNode node) {
    if (node.has("origin")) {
      return new Term.Slope(JsonFields.number(node, "weight"), JsonFields.number(node, "origin"));
    }
    return node.has("slope")
        ? new Term.Slope(JsonFields.number(node, "slope"))
        : new Term.Weights(
            Lists.numbers(node, "weights", arrays), JsonFields.number(node, "missing_weight"));
  }
}
