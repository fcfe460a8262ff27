/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.insitu.executor.fit.ForestColumns;
import org.insitu.executor.fit.ForestColumns.Test;
import org.insitu.udf.model.Forest;

/** Puts trees one after another into a forest's arrays, without the nodes that were pruned. */
final class ForestBuilder {
  private final LeafValue leaves;
  private final List<TreeArrays> trees = new ArrayList<>();
  private int nodes;

  ForestBuilder(LeafValue leaves) {
    this.leaves = leaves;
  }

  void add(TreeArrays tree) {
    trees.add(tree);
    nodes += reachable(tree).length;
  }

  Forest build(int features, double baseScore) {
    ForestColumns all = new ForestColumns(nodes);
    int[] roots = new int[trees.size()];
    int at = 0;
    for (int i = 0; i < roots.length; i++) {
      roots[i] = at;
      at = add(trees.get(i), at, all);
    }
    return all.forest(features, roots, baseScore);
  }

  /** Copies a tree to its place; answers with the place after it. */
  private int add(TreeArrays tree, int from, ForestColumns all) {
    int[] order = reachable(tree);
    int[] place = new int[tree.left().length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = from + i;
    }
    for (int i = 0; i < order.length; i++) {
      int node = order[i];
      double cover = tree.hessian()[node];
      if (tree.isLeaf(node)) {
        all.leaf(from + i, leaves.of(tree.splitCondition()[node]), cover);
      } else {
        var test =
            new Test(
                tree.splitFeature()[node],
                tree.splitCondition()[node],
                tree.defaultLeft()[node] != 0,
                tree.lossChange()[node]);
        all.split(from + i, test, place[tree.left()[node]], place[tree.right()[node]], cover);
      }
    }
    return from + order.length;
  }

  /** The nodes below the root and itself, breadth first. */
  private static int[] reachable(TreeArrays tree) {
    int[] order = new int[tree.left().length];
    int count = 0;
    ArrayDeque<Integer> open = new ArrayDeque<>();
    open.add(0);
    while (!open.isEmpty()) {
      int node = open.remove();
      order[count++] = node;
      if (!tree.isLeaf(node)) {
        open.add(tree.left()[node]);
        open.add(tree.right()[node]);
      }
    }
    return Arrays.copyOf(order, count);
  }
}
