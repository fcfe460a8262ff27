/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.isolation;

import java.util.List;
import org.insitu.udf.model.Forest;

/** Trees, each with nodes numbered from 0, one after another in a forest's arrays. */
final class GrownForest {
  private final int[] feature;
  private final float[] threshold;
  private final int[] left;
  private final int[] right;
  private final boolean[] missingLeft;
  private final double[] value;
  private final double[] cover;

  private GrownForest(int nodes) {
    feature = new int[nodes];
    threshold = new float[nodes];
    left = new int[nodes];
    right = new int[nodes];
    missingLeft = new boolean[nodes];
    value = new double[nodes];
    cover = new double[nodes];
  }

  static Forest of(int features, List<IsolationTree> trees) {
    int nodes = trees.stream().mapToInt(IsolationTree::nodes).sum();
    GrownForest all = new GrownForest(nodes);
    int[] roots = new int[trees.size()];
    int at = 0;
    for (int i = 0; i < roots.length; i++) {
      roots[i] = at;
      at = all.add(trees.get(i), at);
    }
    return new Forest(
        features,
        roots,
        all.feature,
        all.threshold,
        all.left,
        all.right,
        all.missingLeft,
        all.value,
        new double[nodes],
        all.cover,
        0);
  }

  private int add(IsolationTree tree, int at) {
    int nodes = tree.nodes();
    System.arraycopy(tree.feature, 0, feature, at, nodes);
    System.arraycopy(tree.threshold, 0, threshold, at, nodes);
    System.arraycopy(tree.missingLeft, 0, missingLeft, at, nodes);
    System.arraycopy(tree.value, 0, value, at, nodes);
    System.arraycopy(tree.cover, 0, cover, at, nodes);
    for (int node = 0; node < nodes; node++) {
      boolean leaf = tree.feature[node] < 0;
      left[at + node] = leaf ? -1 : at + tree.left[node];
      right[at + node] = leaf ? -1 : at + tree.right[node];
    }
    return at + nodes;
  }
}
