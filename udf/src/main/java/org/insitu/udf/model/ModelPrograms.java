/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;

/**
 * Says what a fitted model computes, as a {@link Program}.
 *
 * <p>The layers are the encoded features ({@code __f0}, numbered as in the model), the scores
 * ({@code __s0}), the probabilities ({@code __p0}) or distances ({@code __d1}), and then the
 * outputs under BigQuery ML's names:
 *
 * <ul>
 *   <li>regression: {@code predicted_<label>} DOUBLE;
 *   <li>classification: {@code predicted_<label>} in the label's type, {@code
 *       predicted_<label>_probs} as a list of (label, prob), most probable first;
 *   <li>k-means: {@code centroid_id} BIGINT and {@code nearest_centroids_distance} as a list of
 *       (centroid_id, distance), the five nearest;
 *   <li>PCA: {@code principal_component_1} DOUBLE and so on;
 *   <li>isolation forest, ours: {@code anomaly_score} DOUBLE and {@code is_anomaly} BOOLEAN.
 * </ul>
 *
 * <p>Rows that a feature's {@link Policies} are about are answered as these say; where one of them
 * is FLAG, {@code prediction_status} VARCHAR is the last output.
 *
 * <p>A missing number is the training mean. Infinite numbers are ordinary values and follow IEEE:
 * where they make every probability NaN the first class is predicted, where they make every
 * distance NaN or infinite the first centroid.
 */
public final class ModelPrograms {
  private ModelPrograms() {}

  /** Everything that ML.PREDICT answers. */
  public static Program of(ModelFunction model, PredictOptions options) {
    return Guards.guarded(model.features(), unguarded(model, options)).pruned();
  }

  /** The same of a model all of whose policies are the default: what metrics are computed of. */
  public static Program unguarded(ModelFunction model, PredictOptions options) {
    List<List<Named>> layers = new ArrayList<>();
    List<Named> outputs =
        switch (model) {
          case ModelFunction.LinearRegression m ->
              LinearScores.regression(m.features(), m.target(), m.predictor(), layers);
          case ModelFunction.LogisticRegression m -> {
            LinearScores.add(m.features(), m.predictors(), layers);
            yield ClassOutputs.add(m.target(), m.predictors().size(), options, layers);
          }
          case ModelFunction.GeneralizedLinear m -> {
            LinearScores.add(m.features(), m.predictors(), layers);
            yield LinkOutputs.of(m, options, layers);
          }
          case ModelFunction.LinearSvm m -> {
            LinearScores.add(m.features(), m.predictors(), layers);
            yield MarginOutputs.add(m, options, layers);
          }
          case ModelFunction.Isotonic m -> IsotonicOutputs.add(m, layers);
          case ModelFunction.BoostedTrees m -> {
            ForestScores.add(m.features(), m.forests(), layers);
            yield m.target().classes().isEmpty()
                ? ForestScores.regression(m.target(), m.forests().size(), layers)
                : ClassOutputs.add(m.target(), m.forests().size(), options, layers);
          }
          case ModelFunction.KMeans m -> CentroidOutputs.add(m, layers);
          case ModelFunction.TransformOnly m -> List.of();
          case ModelFunction.NaiveBayes m -> {
            EvidenceScores.add(m, layers);
            yield ClassOutputs.add(m.target(), m.classes().size(), options, layers);
          }
          case ModelFunction.QuadraticDiscriminant m -> {
            DensityScores.add(m, layers);
            yield ClassOutputs.add(m.target(), m.classes().size(), options, layers);
          }
          case ModelFunction.PrincipalComponents m -> ComponentOutputs.add(m, layers);
          case ModelFunction.IsolationForest m -> AnomalyOutputs.add(m, layers);
          case ModelFunction.GaussianProcess m -> PointOutputs.add(m, layers);
          case ModelFunction.NearestNeighbors m -> PointOutputs.add(m, options, layers);
        };
    return new Program(layers, outputs).pruned();
  }

  /** The predicted value alone, as the only output: {@code PREDICT(m)}. */
  public static Program prediction(ModelFunction model, PredictOptions options) {
    Program program = of(model, options);
    return program.only(List.of(program.outputs().getFirst().name()));
  }

  /**
   * Layers from a score {@code __s0} to the probabilities of two classes, {@code __p0} and {@code
   * __p1}, each exact however small it is.
   *
   * @param link a link of classes
   */
  public static List<List<Named>> probabilities(Link link) {
    List<List<Named>> layers = new ArrayList<>();
    LinkOutputs.probabilities(link, layers);
    return layers;
  }

  /**
   * The probability of one class, as the only output: {@code PROBABILITY(m FOR c)}.
   *
   * @param category the class as in {@link Label#classes}
   * @throws IllegalArgumentException when the model has no such class
   */
  public static Program probability(ModelFunction model, String category) {
    List<String> classes = model.label().map(Label::classes).orElse(List.of());
    int index = classes.indexOf(category);
    if (index < 0) {
      throw new IllegalArgumentException(
          "class '" + category + "' (expected: one of " + classes + ")");
    }
    Program program = of(model, new PredictOptions(0.5, true));
    return program.only(List.of(program.outputs().get(2 + index).name()));
  }

  /**
   * The features that can change an answer, in the model's order: those with a weight other than 0
   * or that a tree splits on, and those whose policies are not the default. Only their columns are
   * read.
   */
  public static List<Feature> usedFeatures(ModelFunction model) {
    List<Feature> features = model.features();
    BitSet used = weighed(model);
    for (int i = 0; i < features.size(); i++) {
      if (!features.get(i).policies().equals(Policies.DEFAULTS)) {
        used.set(i);
      }
    }
    return used.stream().mapToObj(features::get).toList();
  }

  /** The features that the model computes with. */
  static List<Feature> weighedFeatures(ModelFunction model) {
    return weighed(model).stream().mapToObj(model.features()::get).toList();
  }

  private static BitSet weighed(ModelFunction model) {
    return switch (model) {
      case ModelFunction.Linear m -> LinearScores.used(m.predictors());
      case ModelFunction.BoostedTrees m -> ForestScores.used(m.forests());
      case ModelFunction.TransformOnly m -> new BitSet();
      case ModelFunction.IsolationForest m -> m.forest().tested();
      case ModelFunction.QuadraticDiscriminant m -> DensityScores.used(m);
      case ModelFunction.PrincipalComponents m -> ComponentOutputs.used(m);
      case ModelFunction.Isotonic m -> all(m);
      case ModelFunction.KMeans m -> all(m);
      case ModelFunction.NaiveBayes m -> all(m);
      case ModelFunction.GaussianProcess m -> all(m);
      case ModelFunction.NearestNeighbors m -> all(m);
    };
  }

  private static BitSet all(ModelFunction model) {
    BitSet all = new BitSet();
    all.set(0, model.features().size());
    return all;
  }

  /** The names of the columns that the model reads. */
  public static Set<String> inputColumns(ModelFunction model) {
    return of(model, PredictOptions.DEFAULTS).inputColumns();
  }
}
