/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

/**
 * The penalty on the weights of a logistic regression's scores.
 *
 * <p>With two classes it is on the weights of the one score. With more it is on every class's
 * weights, which the fit knows only up to a common shift when class 0 has the score 0: the shift
 * that makes the squares least, to a mean of 0 over the classes, is the one penalised, as if all
 * classes had weights.
 */
final class ScorePenalty {
  private final ScoreModel model;
  private final double[] scale;
  private final double l2;
  private final double shared;

  ScorePenalty(ScoreModel model, double l2) {
    this.model = model;
    this.scale = model.design().penaltyScale();
    this.l2 = l2;
    this.shared = model.firstScored() == 1 && model.classes() > 2 ? 1.0 / model.classes() : 0;
  }

  /** The second derivative by two scores' weights of the same column. */
  double curvature(int score, int otherScore, int column) {
    return l2 * scale[column] * scale[column] * ((score == otherScore ? 1 : 0) - shared);
  }

  /** The derivative by a weight. */
  double gradient(double[][] weights, int score, int column) {
    double sum = 0;
    for (double[] weight : weights) {
      sum += weight[column];
    }
    return l2 * scale[column] * scale[column] * (weights[score][column] - shared * sum);
  }

  /** Its value. */
  double value(double[][] weights) {
    double value = 0;
    for (int j = 0; l2 > 0 && j < model.width(); j++) {
      for (int k = 0; k < weights.length; k++) {
        value += 0.5 * weights[k][j] * gradient(weights, k, j);
      }
    }
    return value;
  }
}
