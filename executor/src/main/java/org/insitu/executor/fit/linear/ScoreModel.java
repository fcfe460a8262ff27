/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.Optional;

/**
 * How classes get their scores while a logistic regression is fitted; or numbers their one score,
 * as if there were two classes.
 *
 * @param design the columns
 * @param classes at least two; two where one class is told from the rest
 * @param firstScored the first class with weights: 1 when class 0 has the score 0, which makes the
 *     weights unique; 0 for lasso, whose penalty is on every class's own weights
 * @param classWeights how much a row of each class counts; empty for numbers
 * @param loss of the rows by their one score; the log loss where it is empty
 */
@SuppressWarnings("ArrayRecordComponent") // read only, inside the trainer
record ScoreModel(
    Design design, int classes, int firstScored, double[] classWeights, Optional<RowLoss> loss) {

  /** One score, whose rows all count once. */
  static ScoreModel ofMeans(Design design, RowLoss loss) {
    return new ScoreModel(design, 2, 1, new double[0], Optional.of(loss));
  }

  /**
   * One score, of a class against the rest.
   *
   * @param classWeights of all classes
   */
  static ScoreModel ofClass(Design design, double[] classWeights, RowLoss loss) {
    return new ScoreModel(design, 2, 1, classWeights, Optional.of(loss));
  }

  /** Scores that have weights. */
  int scores() {
    return classes - firstScored;
  }

  /** Weights of one score: all columns of the design. */
  int width() {
    return design.width();
  }
}
