/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.insitu.udf.expression.PiecewiseLinear;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.ClassEvidence.Evidence;
import org.insitu.udf.model.LinearPredictor.Term;

/** One small model of every kind, over the columns age, income, city, member and day. */
public final class TestingModels {
  private TestingModels() {}

  public static final List<Feature> FEATURES =
      List.of(
          new Feature.Numeric("age", ValueType.BIGINT, 40.5, 12.25),
          new Feature.Numeric("income", ValueType.DOUBLE, 1234.5, 250),
          new Feature.Category(
              "city", ValueType.VARCHAR, List.of("Graz", "O'Fallon", "Zürich"), true),
          new Feature.Category("member", ValueType.BOOLEAN, List.of("false", "true"), false),
          new Feature.Category("day", ValueType.DATE, List.of("2024-02-29", "2025-01-01"), true));

  public static LinearPredictor predictor(double shift) {
    return new LinearPredictor(
        0.25 + shift,
        List.of(
            new Term.Slope(0.03 - shift),
            new Term.Slope(-0.001),
            new Term.Weights(List.of(0.5, shift, -1.25), 0.75),
            new Term.Weights(List.of(-0.1, 0.1), 0),
            new Term.Weights(List.of(2 * shift, 0.2), -0.3)));
  }

  public static ModelFunction.LinearRegression linear() {
    return new ModelFunction.LinearRegression(
        FEATURES, new Label("price", ValueType.DOUBLE, List.of()), predictor(0));
  }

  /** A slope about an origin, as of numbers far from 0. */
  public static ModelFunction.LinearRegression far() {
    LinearPredictor near = predictor(0);
    List<Term> terms = new ArrayList<>(near.terms());
    terms.set(1, new Term.Slope(0.003, 1234.5));
    return new ModelFunction.LinearRegression(
        FEATURES,
        new Label("price", ValueType.DOUBLE, List.of()),
        new LinearPredictor(near.intercept(), terms));
  }

  /** A category of more levels than a manifest holds. */
  public static ModelFunction.LinearRegression wide() {
    List<String> levels = IntStream.range(100, 400).mapToObj(i -> "Ort " + i + " ü").toList();
    List<Double> weights = IntStream.range(100, 400).mapToObj(i -> i / 7.0).toList();
    return new ModelFunction.LinearRegression(
        List.of(new Feature.Category("place", ValueType.VARCHAR, levels, false)),
        new Label("price", ValueType.FLOAT, List.of()),
        new LinearPredictor(-0.5, List.of(new Term.Weights(weights, 0))));
  }

  public static ModelFunction.LogisticRegression binary() {
    return new ModelFunction.LogisticRegression(
        FEATURES,
        new Label("buys", ValueType.VARCHAR, List.of("no", "yes")),
        List.of(predictor(0.125)));
  }

  public static ModelFunction.LogisticRegression multinomial() {
    return new ModelFunction.LogisticRegression(
        FEATURES,
        new Label("grade", ValueType.BIGINT, List.of("-1", "0", "10")),
        List.of(predictor(0.0), predictor(0.01), predictor(-0.02)));
  }

  public static ModelFunction.GeneralizedLinear generalized(Link link) {
    boolean number = link == Link.IDENTITY || link == Link.LOG || link == Link.INVERSE;
    Label label =
        number
            ? new Label("price", ValueType.DOUBLE, List.of())
            : new Label("buys", ValueType.VARCHAR, List.of("no", "yes"));
    return new ModelFunction.GeneralizedLinear(FEATURES, label, link, predictor(0.0625));
  }

  /** A support vector machine of this many classes, two or three. */
  public static ModelFunction.LinearSvm svm(int classes) {
    List<LinearPredictor> predictors = new ArrayList<>();
    List<ModelFunction.Calibration> calibrations = new ArrayList<>();
    for (int k = 0; k < (classes == 2 ? 1 : classes); k++) {
      predictors.add(predictor(0.015625 * k));
      calibrations.add(new ModelFunction.Calibration(1.75 - k, 0.125 * k - 0.25));
    }
    return new ModelFunction.LinearSvm(
        FEATURES,
        new Label("grade", ValueType.VARCHAR, List.of("a", "b", "c").subList(0, classes)),
        predictors,
        calibrations);
  }

  /** Through more points than a manifest holds: many lines, a constant run, both ends flat. */
  public static ModelFunction.Isotonic isotonic() {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      x.add(i / 3.0 - 20 + (i % 7) * 0.03125);
      y.add(i / 100 == 1 ? 2.5 : i * i / 9000.0);
    }
    y.set(299, y.get(298));
    return new ModelFunction.Isotonic(
        (Feature.Numeric) FEATURES.getFirst(),
        new Label("price", ValueType.DOUBLE, List.of()),
        PiecewiseLinear.of(x, y));
  }

  public static ModelFunction.BoostedTrees boostedRegression() {
    return new ModelFunction.BoostedTrees(
        FEATURES, new Label("price", ValueType.DOUBLE, List.of()), List.of(forest(5, 7, 4, 11)));
  }

  public static ModelFunction.BoostedTrees boostedBinary() {
    return new ModelFunction.BoostedTrees(
        FEATURES,
        new Label("member2", ValueType.BOOLEAN, List.of("false", "true")),
        List.of(forest(5, 20, 6, 12)));
  }

  public static ModelFunction.BoostedTrees boostedMultinomial() {
    return new ModelFunction.BoostedTrees(
        FEATURES,
        new Label("day2", ValueType.DATE, List.of("2024-02-29", "2024-03-01", "2025-01-01")),
        List.of(forest(5, 3, 3, 13), forest(5, 4, 2, 14), forest(5, 1, 0, 15)));
  }

  public static ModelFunction.IsolationForest isolationForest() {
    return new ModelFunction.IsolationForest(FEATURES, forest(5, 15, 5, 16), 64, 0.5);
  }

  public static ModelFunction.KMeans kmeans(ModelFunction.Distance distance, boolean standardized) {
    Random random = new Random(7);
    List<List<Double>> centroids = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      List<Double> centroid = new ArrayList<>();
      centroid.add(standardized ? random.nextGaussian() : 40 + 10 * random.nextGaussian());
      centroid.add(standardized ? random.nextGaussian() : 1200 + 100 * random.nextGaussian());
      for (int j = 0; j < 9; j++) {
        centroid.add(random.nextDouble());
      }
      centroids.add(centroid);
    }
    return new ModelFunction.KMeans(FEATURES, standardized, distance, centroids);
  }

  /** Naive Bayes of this many classes, two or three. */
  public static ModelFunction.NaiveBayes naiveBayes(int classes) {
    List<ClassEvidence> evidence = new ArrayList<>();
    for (int k = 0; k < classes; k++) {
      evidence.add(
          new ClassEvidence(
              (k + 1.0) / 6,
              List.of(
                  new Evidence.Gaussian(38 + 3 * k, 120 + k),
                  new Evidence.Gaussian(1200 + 40 * k, 61_000),
                  new Evidence.Shares(List.of(0.25, 0.5 - k / 10.0, 0.125), 0.125 + k / 10.0),
                  new Evidence.Shares(List.of(0.3 + k / 10.0, 0.7 - k / 10.0), 0),
                  new Evidence.Shares(List.of(0.375, 0.5), 0.125))));
    }
    return new ModelFunction.NaiveBayes(
        FEATURES,
        new Label("grade", ValueType.VARCHAR, List.of("a", "b", "c").subList(0, classes)),
        evidence);
  }

  /** A quadratic discriminant of this many classes, two or three. */
  public static ModelFunction.QuadraticDiscriminant quadraticDiscriminant(int classes) {
    List<ClassDensity> densities = new ArrayList<>();
    for (int k = 0; k < classes; k++) {
      densities.add(
          new ClassDensity(-1.5 - k, List.of(axis(k, 1), axis(k + 1, 2), axis(2 * k, 0.25))));
    }
    return new ModelFunction.QuadraticDiscriminant(
        FEATURES,
        new Label("grade", ValueType.BIGINT, List.of("-1", "0", "10").subList(0, classes)),
        densities);
  }

  public static ModelFunction.PrincipalComponents principalComponents(boolean scaled) {
    return new ModelFunction.PrincipalComponents(
        FEATURES,
        scaled,
        2.75,
        List.of(
            new ModelFunction.Component(1.5, axis(1, 0.5)),
            new ModelFunction.Component(0.5, axis(2, -0.25))),
        List.of());
  }

  /** The same with the shares of its levels. */
  public static ModelFunction.PrincipalComponents withShares(
      ModelFunction.PrincipalComponents model) {
    return new ModelFunction.PrincipalComponents(
        model.features(),
        model.scaled(),
        model.totalVariance(),
        model.components(),
        List.of(
            List.of(),
            List.of(),
            List.of(0.5, 0.25, 0.125, 0.125),
            List.of(0.375, 0.625),
            List.of(0.75, 0.125, 0.125)));
  }

  public static ModelFunction.GaussianProcess gaussianProcess() {
    double[] weights = new Random(18).doubles(POINTS, -3, 3).toArray();
    return new ModelFunction.GaussianProcess(
        FEATURES,
        new Label("price", ValueType.DOUBLE, List.of()),
        new PointFunction.BellSum(points(true), 1.25, 7.5, weights));
  }

  /** Nearest neighbours of so many classes, or of a number. */
  public static ModelFunction.NearestNeighbors nearestNeighbors(
      int classes, ModelFunction.Distance distance, boolean standardized, boolean byDistance) {
    double[] targets =
        new Random(19)
            .doubles(POINTS, 0, 5)
            .map(t -> classes == 0 ? t : (int) t % classes)
            .toArray();
    return new ModelFunction.NearestNeighbors(
        FEATURES,
        new Label("grade", ValueType.VARCHAR, List.of("a", "b", "c").subList(0, classes)),
        standardized,
        new PointFunction.Nearest(points(standardized), distance, 7, byDistance, classes, targets));
  }

  private static final int POINTS = 150;

  /** Points over the features, some of them twice. */
  private static Points points(boolean standardized) {
    Random random = new Random(17);
    double[] coordinates = new double[5 * POINTS];
    for (int row = 0; row < POINTS; row++) {
      coordinates[row] = standardized ? random.nextGaussian() : 40 + 10 * random.nextGaussian();
      coordinates[POINTS + row] =
          standardized ? random.nextGaussian() : 1200 + 100 * random.nextGaussian();
      coordinates[2 * POINTS + row] = random.nextInt(4);
      coordinates[3 * POINTS + row] = random.nextInt(2);
      coordinates[4 * POINTS + row] = random.nextInt(3);
      for (int i = 0; i < 5 && row % 10 == 1; i++) {
        coordinates[i * POINTS + row] = coordinates[i * POINTS + row - 1];
      }
    }
    Points.Input number = Points.Input.NUMBER;
    Points.Input category = Points.Input.CATEGORY;
    return new Points(List.of(number, number, category, category, category), POINTS, coordinates);
  }

  private static LinearPredictor axis(int shift, double weight) {
    return new LinearPredictor(
        0.125 * shift,
        List.of(
            new Term.Slope(weight),
            new Term.Slope(0.75 - weight),
            new Term.Weights(List.of(0.5, weight, -1.25), 0.75),
            new Term.Weights(List.of(-0.1, 0.1 * shift), 0),
            new Term.Weights(List.of(2 * weight, 0.2), -0.3)));
  }

  /** Every model above. */
  public static List<ModelFunction> all() {
    return List.of(
        linear(),
        far(),
        binary(),
        multinomial(),
        generalized(Link.IDENTITY),
        generalized(Link.LOG),
        generalized(Link.INVERSE),
        generalized(Link.LOGIT),
        generalized(Link.PROBIT),
        generalized(Link.CLOGLOG),
        svm(2),
        svm(3),
        isotonic(),
        boostedRegression(),
        boostedBinary(),
        boostedMultinomial(),
        isolationForest(),
        kmeans(ModelFunction.Distance.EUCLIDEAN, true),
        kmeans(ModelFunction.Distance.EUCLIDEAN, false),
        kmeans(ModelFunction.Distance.COSINE, true),
        naiveBayes(2),
        naiveBayes(3),
        quadraticDiscriminant(2),
        quadraticDiscriminant(3),
        withShares(principalComponents(true)),
        principalComponents(false),
        gaussianProcess(),
        nearestNeighbors(0, ModelFunction.Distance.EUCLIDEAN, true, false),
        nearestNeighbors(2, ModelFunction.Distance.EUCLIDEAN, false, true),
        nearestNeighbors(3, ModelFunction.Distance.EUCLIDEAN, true, true),
        nearestNeighbors(3, ModelFunction.Distance.COSINE, true, false));
  }

  /** Those of them that can be written as SQL alone. */
  public static List<ModelFunction> written() {
    return all().stream()
        .filter(model -> !(model instanceof ModelFunction.NearestNeighbors))
        .toList();
  }

  /**
   * Random trees, not complete, with thresholds in the ranges of the testing columns, tiny and huge
   * ones among them.
   */
  public static Forest forest(int features, int trees, int depth, long seed) {
    Random random = new Random(seed);
    Nodes nodes = new Nodes();
    int[] roots = new int[trees];
    for (int i = 0; i < trees; i++) {
      roots[i] = nodes.grow(random, features, depth);
    }
    return nodes.forest(features, roots, 0.5);
  }

  private static final class Nodes {
    private final List<Integer> feature = new ArrayList<>();
    private final List<Float> threshold = new ArrayList<>();
    private final List<Integer> left = new ArrayList<>();
    private final List<Integer> right = new ArrayList<>();
    private final List<Boolean> missingLeft = new ArrayList<>();
    private final List<Double> value = new ArrayList<>();

    int grow(Random random, int features, int depth) {
      int node = feature.size();
      boolean leaf = depth == 0 || random.nextInt(8) == 0 && node > 0;
      int tested = random.nextInt(features);
      feature.add(leaf ? -1 : tested);
      threshold.add(leaf ? 0f : threshold(random, tested));
      missingLeft.add(!leaf && random.nextBoolean());
      value.add(leaf ? (double) (float) random.nextGaussian() : 0.0);
      left.add(-1);
      right.add(-1);
      if (!leaf) {
        left.set(node, grow(random, features, depth - 1));
        right.set(node, grow(random, features, depth - 1));
      }
      return node;
    }

    private static float threshold(Random random, int feature) {
      float[] odd = {0f, Float.MIN_VALUE, -Float.MAX_VALUE, Float.POSITIVE_INFINITY, 0.1f, 1e-40f};
      if (random.nextInt(12) == 0) {
        return odd[random.nextInt(odd.length)];
      }
      return switch (feature) {
        case 0 -> 18 + random.nextInt(60);
        case 1 -> 1200 + 100 * (float) random.nextGaussian();
        default -> 0.5f + random.nextInt(3);
      };
    }

    Forest forest(int features, int[] roots, double base) {
      int n = feature.size();
      float[] thresholds = new float[n];
      boolean[] missing = new boolean[n];
      for (int i = 0; i < n; i++) {
        thresholds[i] = threshold.get(i);
        missing[i] = missingLeft.get(i);
      }
      double[] values = value.stream().mapToDouble(v -> v).toArray();
      return new Forest(
          features,
          roots,
          feature.stream().mapToInt(v -> v).toArray(),
          thresholds,
          left.stream().mapToInt(v -> v).toArray(),
          right.stream().mapToInt(v -> v).toArray(),
          missing,
          values,
          new double[n],
          new double[n],
          base);
    }
  }
}
