/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.List;
import java.util.Optional;
import org.insitu.udf.expression.PiecewiseLinear;

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

  /** Whether the outputs stand for the input rather than beside it, and none is the prediction. */
  default boolean outputsReplaceInput() {
    return this instanceof PrincipalComponents;
  }

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
   * Generalised linear model: the score is a link's of the mean of a number, or of the probability
   * of the second of two classes.
   */
  record GeneralizedLinear(
      List<Feature> features, Label target, Link link, LinearPredictor predictor)
      implements Linear {
    public GeneralizedLinear {
      features = List.copyOf(features);
    }

    @Override
    public Optional<Label> label() {
      return Optional.of(target);
    }

    @Override
    public ModelFunction withLabel(Label label) {
      return new GeneralizedLinear(features, label, link, predictor);
    }

    @Override
    public List<LinearPredictor> predictors() {
      return List.of(predictor);
    }
  }

  /**
   * Linear support vector machine. Two classes: one predictor, whose score is the margin of the
   * second class. More: one predictor per class, its margin against the rest. A margin becomes a
   * probability by its calibration; of more than two classes these are divided by their sum.
   *
   * @param calibrations one per predictor
   */
  record LinearSvm(
      List<Feature> features,
      Label target,
      List<LinearPredictor> predictors,
      List<Calibration> calibrations)
      implements Linear {
    public LinearSvm {
      features = List.copyOf(features);
      predictors = List.copyOf(predictors);
      calibrations = List.copyOf(calibrations);
      if (predictors.size() != calibrations.size()) {
        throw new IllegalArgumentException(
            "calibrations: %d (expected: one per predictor, %d)"
                .formatted(calibrations.size(), predictors.size()));
      }
    }

    @Override
    public Optional<Label> label() {
      return Optional.of(target);
    }

    @Override
    public ModelFunction withLabel(Label label) {
      return new LinearSvm(features, label, predictors, calibrations);
    }
  }

  /**
   * What makes a probability of a margin (Platt's scaling): {@code 1 / (1 + exp(-(intercept + slope
   * * margin)))}.
   */
  record Calibration(double slope, double intercept) {}

  /**
   * Isotonic regression: of one number a piecewise linear function that never falls, or never
   * rises.
   */
  record Isotonic(Feature.Numeric feature, Label target, PiecewiseLinear line)
      implements ModelFunction {

    @Override
    public List<Feature> features() {
      return List.of(feature);
    }

    @Override
    public Optional<Label> label() {
      return Optional.of(target);
    }

    @Override
    public ModelFunction withLabel(Label label) {
      return new Isotonic(feature, label, line);
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

  /**
   * Naive Bayes: within a class the features are taken as independent, numbers as normal, so that a
   * class's log-probability is that of its prior plus one term per feature, up to a constant of the
   * row.
   *
   * @param classes one per class of the label, in its order
   */
  record NaiveBayes(List<Feature> features, Label target, List<ClassEvidence> classes)
      implements ModelFunction {
    public NaiveBayes {
      features = List.copyOf(features);
      classes = List.copyOf(classes);
    }

    @Override
    public Optional<Label> label() {
      return Optional.of(target);
    }

    @Override
    public ModelFunction withLabel(Label label) {
      return new NaiveBayes(features, label, classes);
    }
  }

  /**
   * Quadratic discriminant analysis: within a class the encoded row is normal with a covariance of
   * the class's own. A number is encoded as {@code (x - mean) / standardDeviation}.
   *
   * @param classes one per class of the label, in its order
   */
  record QuadraticDiscriminant(List<Feature> features, Label target, List<ClassDensity> classes)
      implements ModelFunction {
    public QuadraticDiscriminant {
      features = List.copyOf(features);
      classes = List.copyOf(classes);
    }

    @Override
    public Optional<Label> label() {
      return Optional.of(target);
    }

    @Override
    public ModelFunction withLabel(Label label) {
      return new QuadraticDiscriminant(features, label, classes);
    }
  }

  /**
   * Principal components of the encoded row: a number is encoded as {@code x - mean}, divided by
   * its standard deviation when scaled; a category as one 0/1 value per level (and one for NULL
   * when seen), less the level's share of the training rows.
   *
   * @param totalVariance of all encoded columns
   * @param components by falling variance
   * @param levelShares of each feature what is taken off its encoded columns: the share of the
   *     training rows that each level has, that of NULL last when seen; none of a number. Empty
   *     where a model was stored without: its rows cannot be put together again.
   */
  record PrincipalComponents(
      List<Feature> features,
      boolean scaled,
      double totalVariance,
      List<Component> components,
      List<List<Double>> levelShares)
      implements ModelFunction {
    public PrincipalComponents {
      features = List.copyOf(features);
      components = List.copyOf(components);
      levelShares = levelShares.stream().map(List::copyOf).toList();
      if (!levelShares.isEmpty() && levelShares.size() != features.size()) {
        throw new IllegalArgumentException(
            "level shares: %d (expected: one list per feature, %d)"
                .formatted(levelShares.size(), features.size()));
      }
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

  /**
   * A principal component.
   *
   * @param variance of the training rows along it: its eigenvalue
   * @param direction of length 1, one weight per encoded column; the intercept takes off the
   *     levels' shares
   */
  record Component(double variance, LinearPredictor direction) {}

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

  /**
   * An isolation forest: random trees that tell rows apart, an odd row after fewer splits than the
   * others. Each tree was grown on {@code sampleRows} training rows; its leaf holds the length of
   * the path to it, and for the n rows that were left together in it the expected rest, {@link
   * #expectedPathLength expectedPathLength(n)}.
   *
   * <p>The score of a row is {@code 2^(-(sum of its leaves / trees) / expectedPathLength(sampleRows
   * ))}, within 0 to 1: near 1 for a row that is soon alone, below 0.5 for one in the crowd. A row
   * whose score is greater than {@code threshold} is an anomaly.
   *
   * <p>Inputs are those of {@link BoostedTrees}: a missing number is the training mean, a category
   * is the index of its level, the number of levels for NULL when one was seen. An unseen category
   * goes where fewer of the sampled rows went.
   *
   * <p><b>Source:</b> F. T. Liu, K. M. Ting, Z. Zhou, Isolation Forest, ICDM 2008.
   *
   * @param forest leaves are path lengths; {@code gain} is 0, {@code cover} counts sampled rows
   * @param sampleRows the rows of each tree's sample, 2 at least
   * @param threshold above it a row is an anomaly: the score that the option {@code contamination}
   *     's share of the training rows exceeds, 0.5 without that option
   */
  record IsolationForest(List<Feature> features, Forest forest, int sampleRows, double threshold)
      implements ModelFunction {
    private static final double EULER = 0.577215664901532860606512;

    public IsolationForest {
      features = List.copyOf(features);
      if (sampleRows < 2 || !Double.isFinite(threshold) || forest.trees() == 0) {
        throw new IllegalArgumentException(
            "sample: %d rows, threshold: %s, trees: %d (expected: >= 2, finite, >= 1)"
                .formatted(sampleRows, threshold, forest.trees()));
      }
    }

    /**
     * The mean length of the path to a row in random binary trees over so many rows: {@code 2 H(n -
     * 1) - 2 (n - 1) / n}, the harmonic number as {@code H(i) = ln i + Euler's constant}; 1 for two
     * rows, 0 for fewer.
     */
    public static double expectedPathLength(int rows) {
      if (rows <= 2) {
        return Math.max(0, rows - 1);
      }
      return 2 * (StrictMath.log(rows - 1.0) + EULER) - 2 * (rows - 1.0) / rows;
    }

    /** What the sum of a row's leaves is multiplied by to be the score's binary logarithm. */
    public double exponentOfSum() {
      return -1 / (forest.trees() * expectedPathLength(sampleRows));
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

  /**
   * Gaussian process regression: the posterior mean. Numbers are standardised, categories the index
   * of their level, as the points have them.
   */
  record GaussianProcess(List<Feature> features, Label target, PointFunction.BellSum sum)
      implements ModelFunction {
    public GaussianProcess {
      features = List.copyOf(features);
      PointOutputs.requireInputs(features, sum.points());
    }

    @Override
    public Optional<Label> label() {
      return Optional.of(target);
    }

    @Override
    public ModelFunction withLabel(Label label) {
      return new GaussianProcess(features, label, sum);
    }
  }

  /**
   * Nearest neighbours: the mean of their labels, or their classes' shares. Numbers are
   * standardised or as they are, categories the index of their level, as the points have them.
   */
  record NearestNeighbors(
      List<Feature> features, Label target, boolean standardized, PointFunction.Nearest nearest)
      implements ModelFunction {
    public NearestNeighbors {
      features = List.copyOf(features);
      PointOutputs.requireInputs(features, nearest.points());
      if (nearest.classes() != target.classes().size()) {
        throw new IllegalArgumentException(
            "classes: " + nearest.classes() + " (expected: " + target.classes().size() + ")");
      }
    }

    @Override
    public Optional<Label> label() {
      return Optional.of(target);
    }

    @Override
    public ModelFunction withLabel(Label label) {
      return new NearestNeighbors(features, label, standardized, nearest);
    }
  }

  /** The distances of {@link KMeans} and {@link NearestNeighbors}. */
  enum Distance {
    EUCLIDEAN,
    COSINE
  }
}
