/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.insitu.executor.fit.CategoryEncoding;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.LinearPredictor;

/** Turns a solution on the scaled columns into a predictor of raw ones. */
final class Weights {
  private Weights() {}

  /**
   * The predictor.
   *
   * <p>One-hot weights of a category whose reference level was left out are shifted to a mean of 0
   * over its levels; what is shifted goes to the intercept, without one to the first category. An
   * unseen level then weighs like the mean level, and the weights are the limit of ridge
   * regression's for a penalty towards 0.
   *
   * @param solution per column of the design, 0 for references
   */
  static LinearPredictor predictor(Design design, double[] solution, CategoryEncoding encoding) {
    List<Double> constants = new ArrayList<>();
    if (design.intercept()) {
      constants.add(design.labelCenter());
      constants.add(solution[0] * design.labelScale());
    }
    List<LinearPredictor.Term.Slope> slopes = new ArrayList<>();
    for (int i = 0; i < design.layout().numbers(); i++) {
      LinearPredictor.Term.Slope slope = slope(design, solution, i);
      slopes.add(slope);
      constants.add(slope.weight() * (slope.origin() - design.scaling().center()[i]));
    }
    List<double[]> levels = levels(design, solution);
    if (encoding == CategoryEncoding.ONE_HOT) {
      constants.addAll(center(design, levels));
    }
    return new LinearPredictor(
        design.intercept() ? sum(constants) : 0, terms(design.features(), slopes, levels));
  }

  /** Without an intercept nothing takes up an origin. */
  private static LinearPredictor.Term.Slope slope(Design design, double[] solution, int number) {
    double scale = design.scaling().scale()[number];
    double weight = solution[design.firstNumber() + number] * design.labelScale() / scale;
    return design.intercept()
        ? LinearPredictor.Term.Slope.of(design.layout().numericFeatures().get(number), weight)
        : new LinearPredictor.Term.Slope(weight);
  }

  private static List<double[]> levels(Design design, double[] solution) {
    List<double[]> result = new ArrayList<>();
    int at = design.firstLevel();
    for (int count : design.layout().levelCounts()) {
      double[] weights = Arrays.copyOfRange(solution, at, at + count);
      for (int i = 0; i < count; i++) {
        weights[i] *= design.labelScale();
      }
      result.add(weights);
      at += count;
    }
    return result;
  }

  /** Centres the weights of categories with a reference; answers with what was taken off. */
  private static List<Double> center(Design design, List<double[]> levels) {
    List<Double> means = new ArrayList<>();
    for (int c = 0; c < levels.size(); c++) {
      if (design.references()[c] >= 0) {
        double[] weights = levels.get(c);
        double mean = Arrays.stream(weights).average().orElse(0);
        shift(weights, -mean);
        if (design.intercept()) {
          means.add(mean);
        } else {
          shift(levels.get(0), mean);
        }
      }
    }
    return means;
  }

  private static void shift(double[] weights, double by) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] += by;
    }
  }

  /** The sum, compensated: an intercept is often a small difference of large terms. */
  private static double sum(List<Double> terms) {
    double sum = 0;
    double lost = 0;
    for (double term : terms) {
      double next = sum + term;
      double added = next - sum;
      lost += (sum - (next - added)) + (term - added);
      sum = next;
    }
    return sum + lost;
  }

  private static List<LinearPredictor.Term> terms(
      List<Feature> features, List<LinearPredictor.Term.Slope> slopes, List<double[]> levels) {
    List<LinearPredictor.Term> terms = new ArrayList<>();
    int number = 0;
    int category = 0;
    for (Feature feature : features) {
      switch (feature) {
        case Feature.Numeric numeric -> terms.add(slopes.get(number++));
        case Feature.Category levelled -> {
          List<Double> weights =
              new ArrayList<>(Arrays.stream(levels.get(category++)).boxed().toList());
          double missing = levelled.missingSeen() ? weights.removeLast() : 0;
          terms.add(new LinearPredictor.Term.Weights(weights, missing));
        }
      }
    }
    return terms;
  }
}
