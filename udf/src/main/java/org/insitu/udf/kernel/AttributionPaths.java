/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import org.insitu.udf.model.Forest;

/**
 * The measures of a tree.
 *
 * @param inner the number of inner nodes
 * @param levels edges from the root to the deepest leaf
 * @param inputsMax the most different inputs that any path tests
 */
record AttributionPaths(int inner, int levels, int inputsMax) {

  static AttributionPaths of(Forest forest, int root) {
    return new AttributionPaths(0, 0, 0).with(forest, root, 0, 0, new int[forest.features()]);
  }

  private AttributionPaths with(Forest forest, int node, int level, int inputs, int[] tests) {
    int feature = forest.feature()[node];
    if (feature < 0) {
      return new AttributionPaths(inner, Math.max(levels, level), Math.max(inputsMax, inputs));
    }
    int more = inputs + (tests[feature] == 0 ? 1 : 0);
    tests[feature]++;
    AttributionPaths all =
        new AttributionPaths(inner + 1, levels, inputsMax)
            .with(forest, forest.left()[node], level + 1, more, tests)
            .with(forest, forest.right()[node], level + 1, more, tests);
    tests[feature]--;
    return all;
  }
}
