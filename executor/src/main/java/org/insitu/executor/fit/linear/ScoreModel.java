/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

/**
 * How classes get their scores while a logistic regression is fitted.
 *
 * @param design the columns
 * @param classes at least two
 * @param firstScored the first class with weights: 1 when class 0 has the score 0, which makes the
 *     weights unique; 0 for lasso, whose penalty is on every class's own weights
 * @param classWeights how much a row of each class counts
 */
@SuppressWarnings("ArrayRecordComponent") // read only, inside the trainer
record ScoreModel(Design design, int classes, int firstScored, double[] classWeights) {

  /** Scores that have weights. */
  int scores() {
    return classes - firstScored;
  }

  /** Weights of one score: all columns of the design. */
  int width() {
    return design.width();
  }
}
