/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import org.insitu.executor.fit.LabelProfile;

/**
 * What a leaf of XGBoost's becomes in the model.
 *
 * <p>A decision tree's classes are scored by the logarithm of what they are worth: with {@code p} =
 * 1 / classes before the tree, a row adds {@code slope = p (1 - p)} to its leaf's hessian (twice
 * that for three classes and more), and the leaf's step w is such that {@code p + slope * w} is the
 * class's share of the leaf's rows, l2_reg / slope rows of even odds added to them. Two classes:
 * the log-odds of the second. More: the logarithm, which softmax makes shares that add up to 1.
 */
sealed interface LeafValue {
  double of(float leaf);

  /** The base score to go with it. */
  double base(double baseScore);

  /** As it is: a step of the score. */
  record Step() implements LeafValue {
    @Override
    public double of(float leaf) {
      return leaf;
    }

    @Override
    public double base(double baseScore) {
      return baseScore;
    }
  }

  /** The logarithm of a class's share. */
  record Share(int classes) implements LeafValue {
    /** A share of 0 or 1, of leaves without regularisation, has no logarithm. */
    private static final double LEAST = 1e-7;

    @Override
    public double of(float leaf) {
      double share = Math.clamp(share(leaf), LEAST, 1 - LEAST);
      return classes == 2 ? Math.log(share / (1 - share)) : Math.log(share);
    }

    private double share(float leaf) {
      double before = 1.0 / classes;
      double slope = before * (1 - before) * (classes == 2 ? 1 : 2);
      return before + slope * leaf;
    }

    @Override
    public double base(double baseScore) {
      return 0;
    }

    /** The mean log loss of rows. */
    double loss(float[][] steps, float[] labels, float[] weights) {
      double sum = 0;
      double rows = 0;
      for (int row = 0; row < labels.length; row++) {
        double weight = weights.length == 0 ? 1 : weights[row];
        sum -= weight * Math.log(probability(steps[row], (int) labels[row]));
        rows += weight;
      }
      return sum / rows;
    }

    private double probability(float[] steps, int label) {
      if (classes == 2) {
        double second = 1 / (1 + Math.exp(-of(steps[0])));
        return label == 1 ? second : 1 - second;
      }
      double all = 0;
      for (float step : steps) {
        all += Math.exp(of(step));
      }
      return Math.exp(of(steps[label])) / all;
    }
  }

  /** What a kind of model makes of its leaves. */
  static LeafValue of(BoostedTreeOptions.Ensemble ensemble, LabelProfile label) {
    return ensemble instanceof BoostedTreeOptions.Ensemble.DecisionTree
            && label instanceof LabelProfile.Classes classes
        ? new Share(classes.rows().size())
        : new Step();
  }
}
