/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import org.insitu.udf.model.PointFunction.BellSum;

/** Sums of bells, added as the expression of {@code BellTerms} adds them. */
final class BellKernel extends PointKernel {
  /** Terms that are added together first: those of {@code Sums}. */
  private static final int GROUP = 64;

  private final BellSum sum;
  private final PointDistances distances;

  BellKernel(BellSum sum) {
    this.sum = sum;
    this.distances = new PointDistances(sum.points());
  }

  @Override
  public void compute(double[][] columns, int rows, double[][] out) {
    double[] scratch = new double[PointDistances.RUN];
    for (int row = 0; row < rows; row++) {
      out[0][row] = sum(columns, row, scratch);
    }
  }

  private double sum(double[][] columns, int row, double[] scratch) {
    double exponent = sum.exponent();
    double total = 0;
    double group = sum.bias();
    int terms = 1;
    boolean first = true;
    for (int run = 0; run < distances.runs(); run++) {
      int from = run * PointDistances.RUN;
      distances.squared(columns, row, run, scratch);
      for (int j = 0; j < distances.size(run); j++) {
        double term = sum.weights()[from + j] * Math.exp(scratch[j] * exponent);
        if (terms == GROUP) {
          total = first ? group : total + group;
          first = false;
          group = term;
          terms = 1;
        } else {
          group += term;
          terms++;
        }
      }
    }
    return first ? group : total + group;
  }
}
