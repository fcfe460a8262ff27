/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.isolation;

import java.util.List;
import org.insitu.executor.fit.ForestColumns;
import org.insitu.executor.fit.ForestColumns.Test;
import org.insitu.udf.model.Forest;

/** Trees, each with nodes numbered from 0, one after another in a forest's arrays. */
final class GrownForest {
  private GrownForest() {}

  static Forest of(int features, List<IsolationTree> trees) {
    var all = new ForestColumns(trees.stream().mapToInt(IsolationTree::nodes).sum());
    int[] roots = new int[trees.size()];
    int at = 0;
    for (int i = 0; i < roots.length; i++) {
      roots[i] = at;
      add(trees.get(i), at, all);
      at += trees.get(i).nodes();
    }
    return all.forest(features, roots, 0);
  }

  private static void add(IsolationTree tree, int at, ForestColumns all) {
    for (int node = 0; node < tree.nodes(); node++) {
      if (tree.feature[node] < 0) {
        all.leaf(at + node, tree.value[node], tree.cover[node]);
      } else {
        all.split(
            at + node,
            new Test(tree.feature[node], tree.threshold[node], tree.missingLeft[node], 0),
            at + tree.left[node],
            at + tree.right[node],
            tree.cover[node]);
      }
    }
  }
}
