/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.List;
import java.util.Optional;

/**
 * A fitted model as data. Each kind knows its inputs; {@code ModelPrograms} says what it computes.
 */
public sealed interface ModelFunction {

  /** The inputs, in training order. */
  List<Feature> features();

  /** The predicted column, for supervised models. */
  Optional<Label> label();

  /**
   * The same model of a label of another type, such as its classes as text; itself when it has
   * none.
   */
  ModelFunction withLabel(Label label);

  /** Models whose scores are linear in the encoded features. */
  sealed interface Linear extends ModelFunction {
    /** One per score: one for regressions and two classes, else one per class. */
    List<LinearPredictor> predictors();
  }

  /** Linear regression: the score is the prediction. */
  record LinearRegression(List<Feature> features, Label target, LinearPredictor predictor)
      implements Linear {
    public LinearRegression {
      features = List.copyOf(features);
    }

    @Override
    public Optional<Label> label() {
      return Optional.of(target);
    }

    @Override
    public ModelFunction withLabel(Label label) {
      return new LinearRegression(features, label, predictor);
    }

    @Override
    public List<LinearPredictor> predictors() {
      return List.of(predictor);
    }
  }

  /**
   * Logistic regression. Two classes: one predictor, the log-odds of the second class. More: one
   * predictor per class, normalised by softmax.
   */
  record LogisticRegression(List<Feature> features, Label target, List<LinearPredictor> predictors)
      implements Linear {
    public LogisticRegression {
      features = List.copyOf(features);
      predictors = List.copyOf(predictors);
    }

    @Override
    public Optional<Label> label() {
      return Optional.of(target);
    }

    @Override
    public ModelFunction withLabel(Label label) {
      return new LogisticRegression(features, label, predictors);
    }
  }

  /**
   * Boosted trees. Regression: one forest. Two classes: one forest, the log-odds of the second
   * class. More: one forest per class, normalised by softmax. A category's input is its index in
   * the feature's levels, or the number of levels for NULL when one was seen; unseen ones are
   * missing.
   */
  record BoostedTrees(List<Feature> features, Label target, List<Forest> forests)
      implements ModelFunction {
    public BoostedTrees {
      features = List.copyOf(features);
      forests = List.copyOf(forests);
    }

    @Override
    public Optional<Label> label() {
      return Optional.of(target);
    }

    @Override
    public ModelFunction withLabel(Label label) {
      return new BoostedTrees(features, label, forests);
    }
  }

  /**
   * K-means. Distances are measured on the encoded row: a number x as {@code (x - mean) /
   * standardDeviation} when standardised, else x; a category as one 0/1 value per level (and one
   * for NULL when seen).
   *
   * @param centroids one row per cluster on the encoded scale; cluster ids count from 1
   */
  record KMeans(
      List<Feature> features, boolean standardized, Distance distance, List<List<Double>> centroids)
      implements ModelFunction {
    public KMeans {
      features = List.copyOf(features);
      centroids = centroids.stream().map(List::copyOf).toList();
    }

    @Override
    public Optional<Label> label() {
      return Optional.empty();
    }

    @Override
    public ModelFunction withLabel(Label label) {
      return this;
    }
  }

  /** TRANSFORM_ONLY: transforms columns and predicts nothing. */
  record TransformOnly() implements ModelFunction {
    @Override
    public List<Feature> features() {
      return List.of();
    }

    @Override
    public Optional<Label> label() {
      return Optional.empty();
    }

    @Override
    public ModelFunction withLabel(Label label) {
      return this;
    }
  }

  /** The distances of {@link KMeans}. */
  enum Distance {
    EUCLIDEAN,
    COSINE
  }
}
