/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import org.insitu.udf.model.Forest;

/** The meaning of a forest, written as plainly as possible: what the kernels are judged by. */
public final class TestingWalk {
  private TestingWalk() {}

  public static double sum(Forest forest, float[] row) {
    double sum = forest.baseScore();
    for (int root : forest.roots()) {
      int node = root;
      while (forest.feature()[node] >= 0) {
        float input = row[forest.feature()[node]];
        boolean goesLeft =
            Float.isNaN(input) ? forest.missingLeft()[node] : input < forest.threshold()[node];
        node = goesLeft ? forest.left()[node] : forest.right()[node];
      }
      sum += forest.value()[node];
    }
    return sum;
  }
}
