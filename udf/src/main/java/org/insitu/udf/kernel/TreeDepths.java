/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import org.insitu.udf.model.Forest;

/** How deep trees are. */
final class TreeDepths {
  private TreeDepths() {}

  /** The most splits above a leaf, of each tree. */
  static int[] of(Forest forest) {
    int[] depths = new int[forest.trees()];
    int[] stack = new int[forest.nodes() + 1];
    int[] level = new int[forest.nodes() + 1];
    for (int tree = 0; tree < depths.length; tree++) {
      int top = 0;
      level[0] = 0;
      stack[top++] = forest.roots()[tree];
      while (top > 0) {
        int node = stack[--top];
        int depth = level[top];
        depths[tree] = Math.max(depths[tree], depth);
        if (forest.feature()[node] >= 0) {
          level[top] = depth + 1;
          stack[top++] = forest.left()[node];
          level[top] = depth + 1;
          stack[top++] = forest.right()[node];
        }
      }
    }
    return depths;
  }
}
