/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.Arrays;
import org.insitu.udf.model.Forest;

/**
 * Walks trees from the root: eight rows at a time, or eight trees at a time for one row, so that
 * the waits for memory overlap.
 *
 * <p>No branch depends on data. Siblings stand side by side, so the next node is {@code left +
 * bit}; a leaf is its own left child and tests a slot that always says left, so that all rows take
 * the same number of steps.
 */
final class WalkForest implements BatchForest<int[]> {
  private final RowKeys keys;
  private final int slots;
  private final int[] roots;
  private final int[] depths;
  private final int[] slot;
  private final int[] key;
  private final int[] left;
  private final double[] value;
  private final double base;

  WalkForest(Forest forest, int[] depths) {
    keys = new RowKeys(forest);
    slots = keys.slots();
    base = forest.baseScore();
    int nodes = forest.nodes() + 1;
    slot = new int[nodes];
    key = new int[nodes];
    left = new int[nodes];
    value = new double[nodes];
    roots = new int[forest.trees()];
    this.depths = depths;
    int[] queue = new int[nodes];
    int next = 0;
    for (int tree = 0; tree < roots.length; tree++) {
      roots[tree] = next;
      next = lay(forest, tree, next, queue);
    }
  }

  /** Lays a tree out in breadth, siblings together, and answers where the next one begins. */
  private int lay(Forest forest, int tree, int first, int[] queue) {
    queue[0] = forest.roots()[tree];
    int tail = 1;
    for (int head = 0; head < tail; head++) {
      int node = queue[head];
      int at = first + head;
      int feature = forest.feature()[node];
      if (feature < 0) {
        slot[at] = keys.zero();
        key[at] = 1;
        left[at] = at;
        value[at] = forest.value()[node];
      } else {
        slot[at] = keys.slot(feature, forest.missingLeft()[node]);
        key[at] = FloatKey.of(forest.threshold()[node]);
        left[at] = first + tail;
        queue[tail++] = forest.left()[node];
        queue[tail++] = forest.right()[node];
      }
    }
    return first + tail;
  }

  @Override
  public int[] scratch() {
    return keys.block();
  }

  @Override
  public int leastRows() {
    return 0;
  }

  @Override
  public void sum(float[][] columns, int offset, int rows, double[] out, int[] block) {
    Arrays.fill(out, 0, rows, base);
    for (int from = 0; from < rows; from += RowKeys.BLOCK) {
      int count = Math.min(RowKeys.BLOCK, rows - from);
      keys.fill(columns, offset + from, count, block);
      int eights = count - count % 8;
      for (int tree = 0; tree < roots.length; tree++) {
        for (int i = 0; i < eights; i += 8) {
          walkRows(block, i * slots, tree, out, from + i);
        }
      }
      for (int i = eights; i < count; i++) {
        out[from + i] = sum(block, i * slots);
      }
    }
  }

  double sum(float[] row) {
    return sum(keys.of(row), 0);
  }

  private double sum(int[] block, int row) {
    double sum = base;
    int tree = 0;
    for (; tree + 4 <= roots.length; tree += 4) {
      sum = walkTrees(block, row, tree, sum);
    }
    for (; tree < roots.length; tree++) {
      sum += value[walk(block, row, tree)];
    }
    return sum;
  }

  private int walk(int[] block, int row, int tree) {
    int node = roots[tree];
    for (int i = depths[tree]; i > 0; i--) {
      node = step(block, row, node);
    }
    return node;
  }

  /** To the left child when the row's key is less, else to its neighbour. */
  private int step(int[] block, int row, int node) {
    long difference = (long) block[row + slot[node]] - key[node];
    return left[node] + 1 + (int) (difference >> 63);
  }

  private void walkRows(int[] block, int row, int tree, double[] out, int at) {
    int n0 = roots[tree];
    int n1 = n0;
    int n2 = n0;
    int n3 = n0;
    int n4 = n0;
    int n5 = n0;
    int n6 = n0;
    int n7 = n0;
    for (int i = depths[tree]; i > 0; i--) {
      n0 = step(block, row, n0);
      n1 = step(block, row + slots, n1);
      n2 = step(block, row + 2 * slots, n2);
      n3 = step(block, row + 3 * slots, n3);
      n4 = step(block, row + 4 * slots, n4);
      n5 = step(block, row + 5 * slots, n5);
      n6 = step(block, row + 6 * slots, n6);
      n7 = step(block, row + 7 * slots, n7);
    }
    out[at] += value[n0];
    out[at + 1] += value[n1];
    out[at + 2] += value[n2];
    out[at + 3] += value[n3];
    out[at + 4] += value[n4];
    out[at + 5] += value[n5];
    out[at + 6] += value[n6];
    out[at + 7] += value[n7];
  }

  private double walkTrees(int[] block, int row, int tree, double sum) {
    int n0 = roots[tree];
    int n1 = roots[tree + 1];
    int n2 = roots[tree + 2];
    int n3 = roots[tree + 3];
    int depth =
        Math.max(
            Math.max(depths[tree], depths[tree + 1]), Math.max(depths[tree + 2], depths[tree + 3]));
    for (int i = depth; i > 0; i--) {
      n0 = step(block, row, n0);
      n1 = step(block, row, n1);
      n2 = step(block, row, n2);
      n3 = step(block, row, n3);
    }
    return sum + value[n0] + value[n1] + value[n2] + value[n3];
  }
}
