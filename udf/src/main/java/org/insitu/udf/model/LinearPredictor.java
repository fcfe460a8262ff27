/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.List;

/**
 * {@code intercept + sum of the terms}: the score of a linear model for one class.
 *
 * @param intercept 0 when fitted without
 * @param terms one per feature, in the model's feature order
 */
public record LinearPredictor(double intercept, List<Term> terms) {
  public LinearPredictor {
    terms = List.copyOf(terms);
  }

  /** What one feature adds to the score. */
  public sealed interface Term {
    /** {@code weight * value}, on the raw scale (standardisation is folded in). */
    record Slope(double weight) implements Term {}

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
