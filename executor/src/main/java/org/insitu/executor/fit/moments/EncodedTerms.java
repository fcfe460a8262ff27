/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.insitu.executor.fit.rows.ColumnLayout;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.LinearPredictor.Term;

/** Weights of a layout's columns as the terms of a predictor. */
final class EncodedTerms {
  private EncodedTerms() {}

  /** One term per feature; an unseen category weighs 0. */
  static List<Term> of(ColumnLayout layout, double[] weights) {
    return of(layout, weights, (number, weight) -> new Term.Slope(weight));
  }

  /** One term per feature, of the raw numbers, about their means where these are far from 0. */
  static List<Term> ofRaw(ColumnLayout layout, double[] weights) {
    return of(layout, weights, Term.Slope::of);
  }

  private static List<Term> of(
      ColumnLayout layout,
      double[] weights,
      BiFunction<Feature.Numeric, Double, Term.Slope> slope) {
    List<Term> terms = new ArrayList<>();
    int number = 0;
    int level = layout.numbers();
    for (Feature feature : layout.features()) {
      switch (feature) {
        case Feature.Numeric numeric -> terms.add(slope.apply(numeric, weights[number++]));
        case Feature.Category category -> {
          List<Double> levels = new ArrayList<>();
          for (int i = 0; i < category.levels().size(); i++) {
            levels.add(weights[level++]);
          }
          terms.add(new Term.Weights(levels, category.missingSeen() ? weights[level++] : 0));
        }
      }
    }
    return terms;
  }

  /**
   * Shifts the weights of each category's levels to a mean of 0 over the training rows, so that an
   * unseen category weighs like the mean row.
   *
   * @param means of the columns; those of levels are their shares of the rows
   * @return what was taken off
   */
  static double center(ColumnLayout layout, double[] weights, double[] means) {
    double taken = 0;
    int first = layout.numbers();
    for (int count : layout.levelCounts()) {
      double mean = 0;
      for (int i = first; i < first + count; i++) {
        mean += weights[i] * means[i];
      }
      for (int i = first; i < first + count; i++) {
        weights[i] -= mean;
      }
      taken += mean;
      first += count;
    }
    return taken;
  }
}
