/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import org.insitu.executor.fit.rows.ProductSums;
import org.insitu.executor.fit.rows.StoredBlock;

/**
 * The log loss of some rows at given weights, with its gradient and its second derivatives.
 *
 * <p>For scores k and l the second derivative is {@code X' diag(p_k (1{k=l} - p_l)) X}. Rows are
 * taken a few hundred at a time, so that all columns of them stay in the second-level cache.
 */
final class BlockScores implements ScoreSums {
  private final ScoreModel model;
  private final int dense;
  private final double[][] gradient;
  private final ProductSums[] curvature;
  private double loss;
  private double pearson;

  private BlockScores(ScoreModel model) {
    this.model = model;
    this.dense = model.design().firstLevel();
    this.gradient = new double[model.scores()][model.width()];
    this.curvature = new ProductSums[model.scores() * (model.scores() + 1) / 2];
    for (int i = 0; i < curvature.length; i++) {
      curvature[i] = new ProductSums(dense, model.design().layout());
    }
  }

  /** No rows. */
  static BlockScores empty(ScoreModel model) {
    return new BlockScores(model);
  }

  /** Bytes of one such sum. */
  static double bytes(ScoreModel model) {
    double pairs = model.scores() * (model.scores() + 1) / 2.0;
    return pairs * ProductSums.bytes(model.design().firstLevel(), model.design().layout());
  }

  /**
   * The sums of a block.
   *
   * @param weights by score and column
   */
  static BlockScores of(ScoreModel model, StoredBlock block, double[][] weights) {
    BlockScores sums = new BlockScores(model);
    ScoredRows rows = new ScoredRows(model);
    for (int from = 0; from < block.rows(); from += ScoredRows.MAX) {
      rows.load(block, from, Math.min(ScoredRows.MAX, block.rows() - from));
      rows.score(weights);
      sums.loss += rows.judge();
      sums.pearson += rows.pearson();
      sums.addDerivatives(rows);
    }
    return sums;
  }

  private void addDerivatives(ScoredRows rows) {
    for (int k = 0; k < gradient.length; k++) {
      rows.addGradient(k, gradient[k]);
      for (int l = k; l < gradient.length; l++) {
        rows.weigh(k, l);
        rows.addCurvature(curvature[pair(k, l)]);
      }
    }
  }

  private int pair(int k, int l) {
    return k * model.scores() - k * (k + 1) / 2 + l;
  }

  /** Adds the sums of more rows. */
  void add(BlockScores other) {
    loss += other.loss;
    pearson += other.pearson;
    for (int k = 0; k < gradient.length; k++) {
      for (int j = 0; j < gradient[k].length; j++) {
        gradient[k][j] += other.gradient[k][j];
      }
    }
    for (int i = 0; i < curvature.length; i++) {
      curvature[i].add(other.curvature[i]);
    }
  }

  @Override
  public double loss() {
    return loss;
  }

  @Override
  public double pearson() {
    return pearson;
  }

  @Override
  public double gradient(int score, int column) {
    return gradient[score][column];
  }

  @Override
  public double curvature(int score, int column, int otherScore, int otherColumn) {
    return curvature[pair(Math.min(score, otherScore), Math.max(score, otherScore))].get(
        column, otherColumn);
  }
}
