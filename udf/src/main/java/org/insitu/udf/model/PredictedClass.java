/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

/**
 * The class that models of three classes or more predict, of probabilities at hand: what their
 * programs compute, the first of the greatest; the first class where one of them is NaN.
 */
public final class PredictedClass {
  private PredictedClass() {}

  /** The number of the class, of the probabilities in a row's place in each column. */
  public static int of(double[][] probabilities, int row) {
    int best = 0;
    for (int k = 0; k < probabilities.length; k++) {
      double p = probabilities[k][row];
      if (Double.isNaN(p)) {
        return 0;
      }
      best = p > probabilities[best][row] ? k : best;
    }
    return best;
  }
}
