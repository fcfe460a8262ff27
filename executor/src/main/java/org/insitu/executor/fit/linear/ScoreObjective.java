/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.Arrays;

/** What a fit of scores minimises. */
final class ScoreObjective {
  private final ScoreModel model;
  private final ScorePass pass;
  private final ScorePenalty penalty;
  private final double[] l1;
  private final int[] solved;

  ScoreObjective(ScoreModel model, ScorePass pass, LinearTerms terms) {
    this.model = model;
    this.pass = pass;
    this.penalty = new ScorePenalty(model, terms.l2Reg());
    this.l1 = Arrays.stream(model.design().penaltyScale()).map(s -> s * terms.l1Reg()).toArray();
    this.solved = model.design().solvedColumns();
  }

  /**
   * The value at some weights and how it changes around them.
   *
   * @param loss of the rows
   * @param pearson their squared residuals over the variances, of generalised linear models
   * @param value loss and penalties
   * @param descent minus the gradient of the smooth part, by score and solved column
   * @param curvature its second derivatives, in the same order
   */
  @SuppressWarnings("ArrayRecordComponent") // read only, inside the trainer
  record Point(double loss, double pearson, double value, double[] descent, double[][] curvature) {}

  /** One pass over the rows. */
  Point at(double[][] weights) {
    ScoreSums total = pass.at(weights);
    int m = solved.length;
    int size = model.scores() * m;
    double[] descent = new double[size];
    double[][] curvature = new double[size][size];
    for (int a = 0; a < size; a++) {
      int k = a / m;
      int i = solved[a % m];
      descent[a] = total.gradient(k, i) - penalty.gradient(weights, k, i);
      for (int b = 0; b < size; b++) {
        int l = b / m;
        int j = solved[b % m];
        curvature[a][b] = total.curvature(k, i, l, j) + (i == j ? penalty.curvature(k, l, i) : 0);
      }
    }
    double value = total.loss() + penalty.value(weights) + absolute(weights);
    return new Point(total.loss(), total.pearson(), value, descent, curvature);
  }

  private double absolute(double[][] weights) {
    double sum = 0;
    for (double[] score : weights) {
      for (int j = 0; j < score.length; j++) {
        sum += l1[j] * Math.abs(score[j]);
      }
    }
    return sum;
  }

  /** The lasso penalty of each weight solved for, in the order of {@link Point#descent}. */
  double[] absolutePenalties() {
    double[] result = new double[model.scores() * solved.length];
    for (int a = 0; a < result.length; a++) {
      result[a] = l1[solved[a % solved.length]];
    }
    return result;
  }

  /** Weights by score and column as one vector in the order of {@link Point#descent}. */
  double[] flatten(double[][] weights) {
    double[] result = new double[model.scores() * solved.length];
    for (int a = 0; a < result.length; a++) {
      result[a] = weights[a / solved.length][solved[a % solved.length]];
    }
    return result;
  }

  /** Weights moved by a part of a step. */
  double[][] moved(double[][] weights, double[] step, double part) {
    double[][] result = new double[weights.length][];
    for (int k = 0; k < result.length; k++) {
      result[k] = weights[k].clone();
      for (int i = 0; i < solved.length; i++) {
        result[k][solved[i]] += part * step[k * solved.length + i];
      }
    }
    return result;
  }
}
