/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.insitu.executor.fit.Estimates;
import org.insitu.executor.fit.Estimates.Estimate;
import org.insitu.executor.fit.distribution.TwoSided;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.LinearPredictor.Term;
import org.jspecify.annotations.Nullable;

/**
 * Standard errors and p-values of weights, from the triangular factor that the weights were solved
 * with.
 *
 * <p>A weight of the raw columns is a combination of the solution on the scaled ones; the intercept
 * is one of all of them. Each variance is found of the combination itself, so that no digits are
 * lost where an intercept lies far from the rows.
 *
 * @param design the columns
 * @param predictor the weights
 * @param triangle the factor of the columns solved for
 * @param variance of the residuals, on the scale of the factor's label
 * @param tails of the distribution of a weight over its standard error
 */
record StandardErrors(
    Design design, LinearPredictor predictor, Triangle triangle, double variance, TwoSided tails) {

  /** Columns up to which p-values are found, levels counted: BigQuery's limit. */
  static final int COLUMNS_MAX = 999;

  /** TOO_MANY_CATEGORIES for a design of too many columns. */
  static void requireWidth(Design design) {
    int width = design.layout().width();
    if (width > COLUMNS_MAX) {
      throw InsituException.of(
              ErrorCode.TOO_MANY_CATEGORIES,
              "Columns with every category counted: %d (allowed with CALCULATE_P_VALUES: <= %d)"
                  .formatted(width, COLUMNS_MAX))
          .hint("Leave CALCULATE_P_VALUES out, or the columns of many categories.");
    }
  }

  Estimates estimates() {
    return new Estimates(estimates(false), estimates(true));
  }

  private List<Estimate> estimates(boolean standardized) {
    int[] places = places();
    List<Estimate> result = new ArrayList<>();
    double intercept = standardized ? predictor.intercept() : predictor.constant();
    int number = 0;
    int level = design.firstLevel();
    for (int i = 0; i < design.features().size(); i++) {
      Feature feature = design.features().get(i);
      switch (predictor.terms().get(i)) {
        case Term.Slope slope -> {
          Feature.Numeric numeric = (Feature.Numeric) feature;
          double unit = standardized ? numeric.standardDeviation() : 1;
          double scale = design.scaling().scale()[number];
          int place = places[design.firstNumber() + number++];
          result.add(
              estimate(feature.name(), null, slope.weight() * unit, unit(place, unit / scale)));
          intercept += standardized ? slope.weight() * (numeric.mean() - slope.origin()) : 0;
        }
        case Term.Weights weights -> {
          Feature.Category category = (Feature.Category) feature;
          for (int k = 0; k < category.levels().size(); k++) {
            double[] of = unit(places[level++], 1);
            result.add(
                estimate(feature.name(), category.levels().get(k), weights.weights().get(k), of));
          }
          if (category.missingSeen()) {
            result.add(
                estimate(feature.name(), null, weights.missingWeight(), unit(places[level++], 1)));
          }
        }
      }
    }
    if (design.intercept()) {
      result.add(estimate("__INTERCEPT__", null, intercept, atOrigin(standardized)));
    }
    return result;
  }

  /** Where each column of the design stands among those solved for; -1 for those without error. */
  private int[] places() {
    int[] places = new int[design.width()];
    Arrays.fill(places, -1);
    int[] solved = design.solvedColumns();
    for (int j = 0; j < solved.length; j++) {
      places[solved[j]] = triangle.isDropped(j) ? -1 : j;
    }
    return places;
  }

  private double[] unit(int place, double factor) {
    if (place < 0) {
      return new double[0];
    }
    double[] combination = new double[design.solvedColumns().length];
    combination[place] = factor;
    return combination;
  }

  /** The prediction of a row of zeros, or of means, with every category at its reference. */
  private double[] atOrigin(boolean means) {
    double[] combination = new double[design.solvedColumns().length];
    combination[0] = 1;
    List<Feature.Numeric> numbers = design.layout().numericFeatures();
    for (int i = 0; i < numbers.size(); i++) {
      double at = means ? numbers.get(i).mean() : 0;
      combination[design.firstNumber() + i] =
          (at - design.scaling().center()[i]) / design.scaling().scale()[i];
    }
    return combination;
  }

  private Estimate estimate(
      String input, @Nullable String category, double weight, double[] combination) {
    double error =
        combination.length == 0
            ? Double.NaN
            : design.labelScale() * Math.sqrt(variance * triangle.variance(combination));
    return new Estimate(input, category, weight, error, tails.probability(weight / error));
  }
}
