/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import org.insitu.executor.fit.FitProgress;

/**
 * The minimum of a quadratic with lasso and ridge penalties: each weight in turn is set to its best
 * value with the others fixed.
 *
 * <p>Where columns are close to dependent, as levels of a category are, that creeps. Now and then
 * the weights that are not 0 are therefore solved for exactly, with the signs they have; when the
 * solution has the same signs, it is taken. <b>Source:</b> Friedman, Hastie, Tibshirani,
 * Regularization Paths for Generalized Linear Models via Coordinate Descent, 2010, covariance
 * updates; the exact solution is the step of homotopy methods.
 */
final class CoordinateDescent {
  private static final int SWEEPS_MAX = 20_000;

  /** The first sweep after which an exact solution is tried; it is tried at each double of it. */
  private static final int FIRST_SOLUTION = 4;

  /** A sweep that moves no column's contribution by more than this part of the size ends. */
  private static final double TOLERANCE = 1e-12;

  private final double[][] products;
  private final int count;
  private final double[] l1;
  private final double[] l2;
  private final double[] gradient;
  private final double[] weights;
  private int sweeps;
  private boolean converged;

  private CoordinateDescent(double[][] products, double[] l1, double[] l2) {
    this.products = products;
    this.count = products.length - 1;
    this.l1 = l1;
    this.l2 = l2;
    this.weights = new double[count];
    this.gradient = products[count].clone();
  }

  double[] weights() {
    return weights;
  }

  int sweeps() {
    return sweeps;
  }

  /** Whether the sweeps came to rest. */
  boolean converged() {
    return converged;
  }

  /**
   * Finds the weights.
   *
   * @param products of the columns, the label last
   * @param l1 penalty per column
   * @param l2 penalty per column
   * @param size of the problem: the root of what is minimised, at its start
   */
  static CoordinateDescent run(
      double[][] products, double[] l1, double[] l2, double size, FitProgress progress) {
    CoordinateDescent descent = new CoordinateDescent(products, l1, l2);
    int solution = FIRST_SOLUTION;
    while (!descent.converged && descent.sweeps < SWEEPS_MAX) {
      progress.checkCancelled();
      descent.sweeps++;
      descent.converged = descent.sweep() <= TOLERANCE * size;
      if (descent.sweeps == solution && !descent.converged) {
        descent.solve(progress);
        solution *= 2;
      }
    }
    return descent;
  }

  /** Sets each weight in turn; answers with the greatest change of a column's contribution. */
  private double sweep() {
    double moved = 0;
    for (int j = 0; j < count; j++) {
      double square = products[j][j];
      if (square > 0) {
        double target = gradient[j] + square * weights[j];
        double shrunk = Math.max(0, Math.abs(target) - l1[j]);
        double next = Math.copySign(shrunk, target) / (square + l2[j]);
        double change = next - weights[j];
        if (change != 0) {
          move(j, next, change);
          moved = Math.max(moved, Math.abs(change) * Math.sqrt(square));
        }
      }
    }
    return moved;
  }

  private void move(int column, double next, double change) {
    weights[column] = next;
    double[] products = this.products[column];
    for (int k = 0; k < count; k++) {
      gradient[k] -= change * products[k];
    }
  }

  /** Solves for the weights that are not 0 or not penalised, as long as no sign changes. */
  private void solve(FitProgress progress) {
    int[] active = new int[count];
    int size = 0;
    for (int j = 0; j < count; j++) {
      if (products[j][j] > 0 && (weights[j] != 0 || l1[j] == 0)) {
        active[size++] = j;
      }
    }
    double[][] system = new double[size + 1][size + 1];
    for (int a = 0; a < size; a++) {
      int j = active[a];
      for (int b = 0; b < size; b++) {
        system[a][b] = products[j][active[b]];
      }
      system[a][a] += l2[j];
      system[a][size] = products[j][count] - l1[j] * Math.signum(weights[j]);
      system[size][a] = system[a][size];
    }
    system[size][size] = Double.MAX_VALUE;
    double[] solution = Triangle.ofProducts(system, progress).solve();
    for (int a = 0; a < size; a++) {
      int j = active[a];
      if (l1[j] > 0 && Math.signum(solution[a]) != Math.signum(weights[j])) {
        return;
      }
    }
    for (int a = 0; a < size; a++) {
      weights[active[a]] = solution[a];
    }
    for (int j = 0; j < count; j++) {
      gradient[j] = products[j][count];
      for (int a = 0; a < size; a++) {
        gradient[j] -= products[j][active[a]] * solution[a];
      }
    }
  }

  /** The sum of squared residuals. */
  double residualSquares() {
    double sum = products[count][count];
    for (int j = 0; j < count; j++) {
      sum -= weights[j] * (products[j][count] + gradient[j]);
    }
    return Math.max(0, sum);
  }
}
