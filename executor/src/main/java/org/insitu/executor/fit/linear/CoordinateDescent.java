/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import org.insitu.executor.fit.FitProgress;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;

/**
 * Lasso and elastic net on sums of products: each weight in turn is set to its best value with the
 * others fixed. <b>Source:</b> Friedman, Hastie, Tibshirani, Regularization Paths for Generalized
 * Linear Models via Coordinate Descent, 2010, covariance updates.
 *
 * <p><b>Errors:</b> DID_NOT_CONVERGE after {@link #SWEEPS_MAX} sweeps.
 */
final class CoordinateDescent {
  private static final int SWEEPS_MAX = 100_000;

  /** A sweep that moves no column's contribution by more than this part of the size ends. */
  private static final double TOLERANCE = 1e-12;

  private final double[][] products;
  private final double[] gradient;
  private final double[] weights;
  private final int sweeps;

  private CoordinateDescent(double[][] products, double[] gradient, double[] weights, int sweeps) {
    this.products = products;
    this.gradient = gradient;
    this.weights = weights;
    this.sweeps = sweeps;
  }

  double[] weights() {
    return weights;
  }

  int sweeps() {
    return sweeps;
  }

  /**
   * Finds the weights.
   *
   * @param products of the columns, the label last; already centred when there is an intercept
   * @param l1 penalty per column
   * @param l2 penalty per column
   * @param size of the problem: the root of what is minimised, at its start
   */
  static CoordinateDescent run(
      double[][] products, double[] l1, double[] l2, double size, FitProgress progress) {
    int label = products.length - 1;
    double[] weights = new double[label];
    double[] gradient = products[label].clone();
    for (int sweep = 1; sweep <= SWEEPS_MAX; sweep++) {
      progress.checkCancelled();
      double moved = 0;
      for (int j = 0; j < label; j++) {
        double square = products[j][j];
        if (square <= 0) {
          continue;
        }
        double target = gradient[j] + square * weights[j];
        double shrunk = Math.max(0, Math.abs(target) - l1[j]);
        double next = Math.copySign(shrunk, target) / (square + l2[j]);
        double change = next - weights[j];
        if (change != 0) {
          weights[j] = next;
          double[] column = products[j];
          for (int k = 0; k < label; k++) {
            gradient[k] -= change * column[k];
          }
          moved = Math.max(moved, Math.abs(change) * Math.sqrt(square));
        }
      }
      if (moved <= TOLERANCE * size) {
        return new CoordinateDescent(products, gradient, weights, sweep);
      }
    }
    throw InsituException.of(
        ErrorCode.DID_NOT_CONVERGE,
        "The lasso did not converge in %d sweeps.".formatted(SWEEPS_MAX));
  }

  /** The sum of squared residuals. */
  double residualSquares() {
    int label = products.length - 1;
    double sum = products[label][label];
    for (int j = 0; j < label; j++) {
      sum -= weights[j] * (products[j][label] + gradient[j]);
    }
    return Math.max(0, sum);
  }
}
