/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.List;
import org.insitu.udf.model.Forest;

/** Lays trees out as complete ones and makes the steps that evaluate them. */
final class MaskTrees {
  private static final long EVERY_BYTE = 0x0101010101010101L;
  private static final int FIRST_TEMPORARY = MaskCall.PLANES;
  private static final int FIRST_LEAVES = MaskCall.PLANES + MaskCall.TEMPORARIES;

  private final Forest forest;
  private final BinColumns columns;
  private final List<MaskStep> steps;

  /** The nodes of the current tree in breadth: a bin of 0 is padding below a leaf. */
  private final int[] column = new int[1 << MaskCall.PLANES];

  private final long[] bin = new long[1 << MaskCall.PLANES];
  private final double[] leaf;
  private int firstLeaf;

  private MaskTrees(Forest forest, BinColumns columns, List<MaskStep> steps, int leaves) {
    this.forest = forest;
    this.columns = columns;
    this.steps = steps;
    this.leaf = new double[leaves];
  }

  /** Adds the steps of all trees, in order. */
  static void add(Forest forest, int[] depths, BinColumns columns, List<MaskStep> steps) {
    int[] firstLeaf = new int[depths.length + 1];
    for (int tree = 0; tree < depths.length; tree++) {
      firstLeaf[tree + 1] = firstLeaf[tree] + (1 << depths[tree]);
    }
    MaskTrees trees = new MaskTrees(forest, columns, steps, firstLeaf[depths.length]);
    double[] leaf = trees.leaf;
    int tree = 0;
    for (; tree + 4 <= depths.length; tree += 4) {
      for (int i = 0; i < 4; i++) {
        trees.add(tree + i, depths[tree + i], firstLeaf[tree + i], FIRST_LEAVES + i);
      }
      steps.add(
          new MaskSteps.AddFour(
              leaf,
              firstLeaf[tree],
              firstLeaf[tree + 1],
              firstLeaf[tree + 2],
              firstLeaf[tree + 3],
              FIRST_LEAVES));
    }
    for (; tree < depths.length; tree++) {
      trees.add(tree, depths[tree], firstLeaf[tree], FIRST_LEAVES);
      steps.add(new MaskSteps.AddOne(leaf, firstLeaf[tree], FIRST_LEAVES));
    }
  }

  private void add(int tree, int depth, int firstLeaf, int out) {
    this.firstLeaf = firstLeaf;
    lay(forest.roots()[tree], 0, (1 << depth) - 1);
    for (int level = 0; level < depth; level++) {
      plane((1 << level) - 1, 1 << level, 0, level, FIRST_TEMPORARY);
    }
    steps.add(new MaskSteps.NumberLeaves(depth, out));
  }

  /** Places a node, and below a leaf nodes that do nothing and the leaf's value everywhere. */
  private void lay(int node, int place, int inner) {
    if (place >= inner) {
      leaf[firstLeaf + place - inner] = forest.value()[node];
      return;
    }
    boolean isLeaf = forest.feature()[node] < 0;
    bin[place] = 0;
    if (!isLeaf) {
      BinColumns.Split split = columns.split(forest, node);
      column[place] = split.column();
      bin[place] = split.bin() * EVERY_BYTE;
    }
    lay(isLeaf ? node : forest.left()[node], 2 * place + 1, inner);
    lay(isLeaf ? node : forest.right()[node], 2 * place + 2, inner);
  }

  /**
   * Merges neighbouring nodes of a level under the planes above.
   *
   * @param above the plane that tells the first half of the nodes from the second
   * @param out the register for the result
   * @param temporary the first temporary register that is free
   */
  private void plane(int first, int count, int above, int out, int temporary) {
    if (isPadding(first, count)) {
      return; // whatever stands in the register, all ways lead to the same leaf
    }
    switch (count) {
      case 1 -> steps.add(new MaskSteps.CompareOne(column[first], bin[first], out));
      case 2 ->
          steps.add(
              new MaskSteps.CompareTwo(
                  column[first], bin[first], column[first + 1], bin[first + 1], above, out));
      case 4 ->
          steps.add(
              new MaskSteps.CompareFour(
                  column[first],
                  bin[first],
                  column[first + 1],
                  bin[first + 1],
                  column[first + 2],
                  bin[first + 2],
                  column[first + 3],
                  bin[first + 3],
                  above,
                  above + 1,
                  out));
      case 8 -> {
        plane(first, 4, above + 1, temporary, temporary + 2);
        plane(first + 4, 4, above + 1, temporary + 1, temporary + 2);
        steps.add(new MaskSteps.SelectTwo(temporary, temporary + 1, above, out));
      }
      default -> {
        int quarter = count / 4;
        for (int i = 0; i < 4; i++) {
          plane(first + i * quarter, quarter, above + 2, temporary + i, temporary + 4);
        }
        steps.add(new MaskSteps.SelectFour(temporary, above, above + 1, out));
      }
    }
  }

  private boolean isPadding(int first, int count) {
    for (int i = first; i < first + count; i++) {
      if (bin[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
