/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.List;

/**
 * {@code intercept + sum of the terms}: the score of a linear model for one class.
 *
 * @param intercept the score where every number is at its origin and no category weighs; 0 when
 *     fitted without
 * @param terms one per feature, in the model's feature order
 */
public record LinearPredictor(double intercept, List<Term> terms) {
  public LinearPredictor {
    terms = List.copyOf(terms);
  }

  /** The score where every number is 0: the intercept of the raw columns. */
  public double constant() {
    double constant = intercept;
    for (Term term : terms) {
      if (term instanceof Term.Slope slope && slope.origin() != 0) {
        constant -= slope.weight() * slope.origin();
      }
    }
    return constant;
  }

  /** What one feature adds to the score. */
  public sealed interface Term {
    /**
     * {@code weight * (value - origin)}, on the raw scale (standardisation is folded in).
     *
     * @param origin 0, but for numbers far from it: their product would lose what tells one row
     *     from another
     */
    record Slope(double weight, double origin) implements Term {
      public Slope(double weight) {
        this(weight, 0);
      }

      /** A slope of a number: about its mean where that is far from 0. */
      public static Slope of(Feature.Numeric number, double weight) {
        return new Slope(weight, number.isFar() ? number.mean() : 0);
      }
    }

    /**
     * The weight of the row's category.
     *
     * @param weights one per level of the {@link Feature.Category}, in its order
     * @param missingWeight the weight of the NULL category; 0 when none was seen. An unseen
     *     category weighs 0.
     */
    record Weights(List<Double> weights, double missingWeight) implements Term {
      public Weights {
        weights = List.copyOf(weights);
      }
    }
  }
}
