/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import org.insitu.executor.fit.FitProgress;

/**
 * The step to the minimum of the quadratic that touches the objective.
 *
 * @param change of each weight solved for
 * @param decrease of the quadratic: half the squared Newton decrement without lasso
 */
@SuppressWarnings("ArrayRecordComponent") // read only, inside the trainer
record NewtonStep(double[] change, double decrease) {

  /** The step of a smooth objective; a column that depends on those before it does not move. */
  static NewtonStep smooth(ScoreObjective.Point point, FitProgress progress) {
    int size = point.descent().length;
    double[] change = Triangle.ofCurvature(point.curvature(), point.descent(), progress).solve();
    double decrease = 0;
    for (int i = 0; i < size; i++) {
      decrease += 0.5 * point.descent()[i] * change[i];
    }
    return new NewtonStep(change, decrease);
  }

  /** The step with a lasso penalty, by coordinate descent on the quadratic. */
  static NewtonStep lasso(
      ScoreObjective.Point point, double[] weights, double[] l1, FitProgress progress) {
    int size = weights.length;
    double[][] products = new double[size + 1][size + 1];
    for (int i = 0; i < size; i++) {
      System.arraycopy(point.curvature()[i], 0, products[i], 0, size);
      double target = point.descent()[i];
      for (int j = 0; j < size; j++) {
        target += point.curvature()[i][j] * weights[j];
      }
      products[i][size] = target;
      products[size][i] = target;
    }
    double[] next =
        CoordinateDescent.run(products, l1, new double[size], Math.sqrt(point.value()), progress)
            .weights();
    double[] change = new double[size];
    double decrease = 0;
    for (int i = 0; i < size; i++) {
      change[i] = next[i] - weights[i];
      decrease += l1[i] * (Math.abs(weights[i]) - Math.abs(next[i]));
    }
    for (int i = 0; i < size; i++) {
      decrease += point.descent()[i] * change[i];
      for (int j = 0; j < size; j++) {
        decrease -= 0.5 * change[i] * point.curvature()[i][j] * change[j];
      }
    }
    return new NewtonStep(change, decrease);
  }
}
