/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    Columns all = new Columns(nodes);
    int[] roots = new int[trees.size()];
    int at = 0;
    for (int i = 0; i < roots.length; i++) {
      roots[i] = at;
      at = all.add(trees.get(i), at, leaves);
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
        all.gain,
        all.cover,
        baseScore);
  }

  /** The arrays of all trees. */
  private static final class Columns {
    private final int[] feature;
    private final float[] threshold;
    private final int[] left;
    private final int[] right;
    private final boolean[] missingLeft;
    private final double[] value;
    private final double[] gain;
    private final double[] cover;

    Columns(int nodes) {
      feature = new int[nodes];
      threshold = new float[nodes];
      left = new int[nodes];
      right = new int[nodes];
      missingLeft = new boolean[nodes];
      value = new double[nodes];
      gain = new double[nodes];
      cover = new double[nodes];
    }

    /** Copies a tree to its place; answers with the place after it. */
    int add(TreeArrays tree, int from, LeafValue leaves) {
      int[] order = reachable(tree);
      int[] place = new int[tree.left().length];
      for (int i = 0; i < order.length; i++) {
        place[order[i]] = from + i;
      }
      for (int i = 0; i < order.length; i++) {
        int node = order[i];
        int at = from + i;
        cover[at] = tree.hessian()[node];
        if (tree.isLeaf(node)) {
          feature[at] = -1;
          left[at] = -1;
          right[at] = -1;
          value[at] = leaves.of(tree.splitCondition()[node]);
        } else {
          feature[at] = tree.splitFeature()[node];
          threshold[at] = tree.splitCondition()[node];
          left[at] = place[tree.left()[node]];
          right[at] = place[tree.right()[node]];
          missingLeft[at] = tree.defaultLeft()[node] != 0;
          gain[at] = tree.lossChange()[node];
        }
      }
      return from + order.length;
    }
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
