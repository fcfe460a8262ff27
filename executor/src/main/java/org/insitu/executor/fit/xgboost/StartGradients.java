/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Gradients and hessians of the loss before any tree, times the rows' weights: of each row, and of
 * each class where there are more than two. <b>Source:</b> XGBoost 3.0, regression_obj.cu and
 * multiclass_obj.cu.
 *
 * @param base what every row is predicted to be, as XGBoost keeps it: even odds, or the mean
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data for XGBoost, which copies it
record StartGradients(float base, float[] gradients, float[] hessians) {

  /**
   * Those of a matrix's rows.
   *
   * @param weights none where all rows weigh the same
   * @param scores one per class of three or more, else 1
   */
  static StartGradients of(Objective objective, float[] labels, float[] weights, int scores) {
    OptionalDouble evenOdds = objective.evenOdds();
    float base = evenOdds.isPresent() ? (float) evenOdds.getAsDouble() : mean(labels, weights);
    float[] gradients = new float[labels.length * scores];
    float[] hessians = new float[gradients.length];
    float share = objective == Objective.MULTICLASS ? 1f / scores : base;
    float slope =
        switch (objective) {
          case SQUARED_ERROR -> 1;
          case BINARY -> share * (1 - share);
          case MULTICLASS -> 2 * share * (1 - share);
        };
    Arrays.fill(hessians, slope);
    for (int row = 0; row < labels.length; row++) {
      float weight = weights.length == 0 ? 1 : weights[row];
      for (int score = 0; score < scores; score++) {
        float wanted =
            objective == Objective.MULTICLASS ? (labels[row] == score ? 1 : 0) : labels[row];
        gradients[row * scores + score] = (share - wanted) * weight;
        hessians[row * scores + score] *= weight;
      }
    }
    return new StartGradients(base, gradients, hessians);
  }

  /** The mean label of rows by their weights. */
  private static float mean(float[] labels, float[] weights) {
    double sum = 0;
    double all = 0;
    for (int row = 0; row < labels.length; row++) {
      double weight = weights.length == 0 ? 1 : weights[row];
      sum += weight * labels[row];
      all += weight;
    }
    return (float) (sum / all);
  }
}
