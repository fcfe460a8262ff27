/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.isolation;

import java.util.Random;
import org.insitu.udf.model.ModelFunction.IsolationForest;

/**
 * Grows one tree: a node is split at a random point between the least and the greatest value of a
 * random feature, one that differs among the node's rows, until a row is alone or the depth of a
 * balanced tree is reached.
 */
final class IsolationTree {
  private final float[][] columns;
  private final int[] rows;
  private final Random random;
  private final int depthMax;
  private final int[] order;
  private int nodes;

  final int[] feature;
  final float[] threshold;
  final int[] left;
  final int[] right;
  final boolean[] missingLeft;
  final double[] value;
  final double[] cover;

  private IsolationTree(float[][] columns, int[] rows, long seed) {
    this.columns = columns;
    this.rows = rows.clone();
    this.random = new Random(seed);
    this.depthMax = 32 - Integer.numberOfLeadingZeros(rows.length - 1);
    this.order = new int[columns.length];
    int most = 2 * rows.length - 1;
    feature = new int[most];
    threshold = new float[most];
    left = new int[most];
    right = new int[most];
    missingLeft = new boolean[most];
    value = new double[most];
    cover = new double[most];
    for (int f = 0; f < order.length; f++) {
      order[f] = f;
    }
  }

  /**
   * Grows.
   *
   * @param columns the values of rows by feature
   * @param rows places in the columns, two at least
   */
  static IsolationTree grow(float[][] columns, int[] rows, long seed) {
    IsolationTree tree = new IsolationTree(columns, rows, seed);
    tree.grow(0, rows.length, 0);
    return tree;
  }

  /** How many nodes there are; the first is the root. */
  int nodes() {
    return nodes;
  }

  /** A node over the rows from {@code from} until {@code to}, and all below; answers its number. */
  private int grow(int from, int to, int depth) {
    int node = nodes++;
    cover[node] = to - from;
    int split = depth < depthMax && to - from > 1 ? drawSplit(node, from, to) : -1;
    if (split < 0) {
      feature[node] = -1;
      left[node] = -1;
      right[node] = -1;
      value[node] = depth + IsolationForest.expectedPathLength(to - from);
      return node;
    }
    int middle = partition(columns[split], threshold[node], from, to);
    missingLeft[node] = middle - from < to - middle;
    left[node] = grow(from, middle, depth + 1);
    right[node] = grow(middle, to, depth + 1);
    return node;
  }

  /** Sets a node's feature and threshold; answers the feature, -1 when the rows are all alike. */
  private int drawSplit(int node, int from, int to) {
    for (int open = order.length; open > 0; open--) {
      int drawn = random.nextInt(open);
      int candidate = order[drawn];
      order[drawn] = order[open - 1];
      order[open - 1] = candidate;
      float[] column = columns[candidate];
      float least = column[rows[from]];
      float greatest = least;
      for (int i = from + 1; i < to; i++) {
        least = Math.min(least, column[rows[i]]);
        greatest = Math.max(greatest, column[rows[i]]);
      }
      if (least < greatest) {
        feature[node] = candidate;
        threshold[node] = between(least, greatest);
        return candidate;
      }
    }
    return -1;
  }

  /** A point above the least, at most the greatest: neither side stays empty. */
  private float between(float least, float greatest) {
    float point = (float) (least + random.nextDouble() * ((double) greatest - least));
    return Math.clamp(point, Math.nextUp(least), greatest);
  }

  /** Moves the rows below the point to the front; answers with the first of the others. */
  private int partition(float[] column, float point, int from, int to) {
    int middle = from;
    for (int i = from; i < to; i++) {
      if (column[rows[i]] < point) {
        int swapped = rows[i];
        rows[i] = rows[middle];
        rows[middle++] = swapped;
      }
    }
    return middle;
  }
}
