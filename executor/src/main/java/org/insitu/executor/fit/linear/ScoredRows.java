/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.Arrays;
import org.insitu.executor.fit.rows.ProductSums;
import org.insitu.executor.fit.rows.StoredBlock;

/**
 * A few hundred rows with everything that a fit of scores computes of them; so few that all of it
 * stays in the second-level cache.
 */
final class ScoredRows {
  /** Rows at once. */
  static final int MAX = 512;

  private final ScoreModel model;
  private final int[] offsets;
  private final double[][] columns;
  private final double[][] weighted;
  private final int[][] codes;
  private final double[] target = new double[MAX];
  private final double[] rowWeights = new double[MAX];
  private final double[] curvature = new double[MAX];
  private final double[] raw = new double[MAX];
  private final double[][] scores;
  private final double[][] probabilities;
  private final double[][] residuals;
  private int count;

  ScoredRows(ScoreModel model) {
    this.model = model;
    this.offsets = model.design().layout().levelOffsets();
    this.columns = ProductSums.columns(model.design().firstLevel(), MAX);
    this.weighted = ProductSums.columns(model.design().firstLevel(), MAX);
    this.codes = new int[offsets.length][MAX];
    this.scores = new double[model.scores()][MAX];
    this.probabilities = new double[model.scores()][MAX];
    this.residuals = new double[model.scores()][MAX];
  }

  void load(StoredBlock block, int from, int rows) {
    count = rows;
    Design design = model.design();
    if (design.intercept()) {
      Arrays.fill(columns[0], 0, rows, 1);
    }
    for (int i = 0; i < design.layout().numbers(); i++) {
      block.number(i, from, rows, raw);
      design.scaling().apply(i, raw, 0, rows, columns[design.firstNumber() + i], 0);
    }
    for (int c = 0; c < codes.length; c++) {
      block.codes(c, from, rows, codes[c]);
    }
    block.target(from, rows, target);
    if (model.classWeights().length == 0) {
      Arrays.fill(rowWeights, 0, rows, 1);
    } else {
      for (int r = 0; r < rows; r++) {
        rowWeights[r] = model.classWeights()[(int) target[r]];
      }
    }
  }

  void score(double[][] weights) {
    int dense = model.design().firstLevel();
    for (int k = 0; k < scores.length; k++) {
      double[] sums = scores[k];
      Arrays.fill(sums, 0, count, 0);
      for (int j = 0; j < dense; j++) {
        double weight = weights[k][j];
        double[] column = columns[j];
        for (int r = 0; r < count; r++) {
          sums[r] += weight * column[r];
        }
      }
      for (int c = 0; c < codes.length; c++) {
        int first = dense + offsets[c];
        for (int r = 0; r < count; r++) {
          sums[r] += weights[k][first + codes[c][r]];
        }
      }
    }
  }

  /** Finds probabilities and residuals; answers with the weighted log loss. */
  double judge() {
    if (model.loss().isPresent()) {
      var rows = new RowLoss.Rows(count, scores[0], target, rowWeights);
      return model.loss().get().judge(rows, residuals[0], curvature);
    }
    return scores.length == 1 && model.firstScored() == 1 ? judgeTwo() : judgeMany();
  }

  /** The squared residuals over their variances, of a generalised linear model. */
  double pearson() {
    double sum = 0;
    for (int r = 0; model.loss().isPresent() && r < count; r++) {
      sum += curvature[r] > 0 ? residuals[0][r] * residuals[0][r] / curvature[r] : 0;
    }
    return sum;
  }

  private double judgeTwo() {
    double loss = 0;
    for (int r = 0; r < count; r++) {
      double score = scores[0][r];
      double small = Math.exp(-Math.abs(score));
      double p = score >= 0 ? 1 / (1 + small) : small / (1 + small);
      boolean positive = target[r] == 1;
      // The smaller probability keeps its digits: 1 - p is not taken where p is near 1.
      double q = score >= 0 ? small / (1 + small) : 1 / (1 + small);
      loss += rowWeights[r] * (Math.log1p(small) + (positive == score >= 0 ? 0 : Math.abs(score)));
      probabilities[0][r] = p;
      residuals[0][r] = rowWeights[r] * (positive ? q : -p);
      curvature[r] = rowWeights[r] * p * q;
    }
    return loss;
  }

  private double judgeMany() {
    double loss = 0;
    int first = model.firstScored();
    for (int r = 0; r < count; r++) {
      double greatest = first == 1 ? 0 : Double.NEGATIVE_INFINITY;
      for (double[] score : scores) {
        greatest = Math.max(greatest, score[r]);
      }
      double sum = first == 1 ? Math.exp(-greatest) : 0;
      for (int k = 0; k < scores.length; k++) {
        probabilities[k][r] = Math.exp(scores[k][r] - greatest);
        sum += probabilities[k][r];
      }
      int own = (int) target[r] - first;
      double score = own < 0 ? 0 : scores[own][r];
      loss += rowWeights[r] * (Math.log(sum) + greatest - score);
      for (int k = 0; k < scores.length; k++) {
        double p = probabilities[k][r] / sum;
        probabilities[k][r] = p;
        residuals[k][r] = rowWeights[r] * ((k == own ? 1 : 0) - p);
      }
    }
    return loss;
  }

  /** Makes the weights of a second derivative and the columns times these. */
  void weigh(int k, int l) {
    if (scores.length > 1 || model.firstScored() == 0) {
      for (int r = 0; r < count; r++) {
        double other = k == l ? 1 - probabilities[l][r] : -probabilities[l][r];
        curvature[r] = rowWeights[r] * probabilities[k][r] * other;
      }
    }
    int dense = model.design().firstLevel();
    for (int j = 0; j < dense; j++) {
      double[] column = columns[j];
      double[] to = weighted[j];
      for (int r = 0; r < count; r++) {
        to[r] = curvature[r] * column[r];
      }
    }
  }

  /** Adds what the rows say of how a score's weights should change. */
  void addGradient(int score, double[] sums) {
    double[] residual = residuals[score];
    int dense = model.design().firstLevel();
    for (int j = 0; j < dense; j++) {
      double[] column = columns[j];
      double sum = 0;
      for (int r = 0; r < count; r++) {
        sum = Math.fma(column[r], residual[r], sum);
      }
      sums[j] += sum;
    }
    for (int c = 0; c < codes.length; c++) {
      int first = dense + offsets[c];
      for (int r = 0; r < count; r++) {
        sums[first + codes[c][r]] += residual[r];
      }
    }
  }

  /** Adds the second derivatives that were weighed last. */
  void addCurvature(ProductSums sums) {
    sums.add(weighted, columns, curvature, codes, count);
  }
}
