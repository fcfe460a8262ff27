/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.Random;
import org.insitu.udf.model.Forest;

/**
 * Shapley values by their definition, over all sets of inputs: what the attribution kernel is
 * judged by.
 */
public final class TestingShapley {
  private TestingShapley() {}

  /** What each input adds to the forest's sum of a row. */
  public static double[] attributions(Forest forest, float[] row) {
    int n = forest.features();
    double[] value = new double[1 << n];
    for (int set = 0; set < value.length; set++) {
      for (int root : forest.roots()) {
        value[set] += expected(forest, root, row, set);
      }
    }
    double[] weight = new double[n];
    for (int size = 0; size < n; size++) {
      weight[size] = factorial(size) * factorial(n - size - 1) / factorial(n);
    }
    double[] shares = new double[n];
    for (int i = 0; i < n; i++) {
      for (int set = 0; set < value.length; set++) {
        if ((set & 1 << i) == 0) {
          shares[i] += weight[Integer.bitCount(set)] * (value[set | 1 << i] - value[set]);
        }
      }
    }
    return shares;
  }

  /** The mean leaf of a row of which only a set of inputs is known. */
  private static double expected(Forest forest, int node, float[] row, int set) {
    int feature = forest.feature()[node];
    if (feature < 0) {
      return forest.value()[node];
    }
    int left = forest.left()[node];
    int right = forest.right()[node];
    if ((set & 1 << feature) != 0) {
      boolean goesLeft =
          Float.isNaN(row[feature])
              ? forest.missingLeft()[node]
              : row[feature] < forest.threshold()[node];
      return expected(forest, goesLeft ? left : right, row, set);
    }
    double both = forest.cover()[left] + forest.cover()[right];
    double share = both > 0 ? forest.cover()[left] / both : 0.5;
    return share * expected(forest, left, row, set)
        + (1 - share) * expected(forest, right, row, set);
  }

  private static double factorial(int n) {
    return n < 2 ? 1 : n * factorial(n - 1);
  }

  /** The same trees with covers: a fifth of the nodes have seen nothing. */
  public static Forest withCovers(Forest forest, long seed) {
    Random random = new Random(seed);
    double[] cover = new double[forest.nodes()];
    for (int i = 0; i < cover.length; i++) {
      cover[i] = random.nextInt(5) == 0 ? 0 : 100 * random.nextDouble();
    }
    return new Forest(
        forest.features(),
        forest.roots(),
        forest.feature(),
        forest.threshold(),
        forest.left(),
        forest.right(),
        forest.missingLeft(),
        forest.value(),
        forest.gain(),
        cover,
        forest.baseScore());
  }
}
