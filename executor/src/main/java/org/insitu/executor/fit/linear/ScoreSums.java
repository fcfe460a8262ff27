/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

/** What one pass over the rows finds at some weights of the scores. */
interface ScoreSums {

  /** What is minimised but for the penalties: the log loss, or half the deviance. */
  double loss();

  /** The squared residuals over their variances; of generalised linear models, else 0. */
  double pearson();

  /** Minus the derivative of the loss by a weight. */
  double gradient(int score, int column);

  /** The second derivative of the loss by two weights, or what is expected of it. */
  double curvature(int score, int column, int otherScore, int otherColumn);
}
