/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.Arrays;
import org.insitu.udf.model.Forest;
import org.jspecify.annotations.Nullable;

/**
 * A forest of shallow trees, each padded to a complete one, evaluated for whole blocks of rows
 * without walking.
 *
 * <p>Inputs are first quantised: a {@link BinColumn} holds one byte per row, {@code 128 + bin},
 * eight rows to a long. A node compares eight rows by one subtraction of its bin from all bytes at
 * once; the sign bits of the bytes then say which rows go right, and no borrow crosses a byte
 * because they start at 128. Level by level the nodes of a tree are merged under the sign bits of
 * the levels above:
 *
 * <pre>
 *   p0 = c0                         c = bytes - bin, of nodes numbered in breadth
 *   p1 = p0 ? c2 : c1               where ? : selects bit by bit: a ^ (p & (a ^ b))
 *   p2 = p0 ? (p1 ? c6 : c5) : (p1 ? c4 : c3)
 * </pre>
 *
 * and the sign bits of {@code p0 p1 p2 …} are the number of the leaf. A complete tree of depth 6
 * takes 63 subtractions and 57 selections for 8 rows, or, as the compiler makes 512-bit vectors of
 * these loops, for 64. All nodes are evaluated, so the cost doubles with each level, and beyond
 * depth {@value #DEPTH_MAX} walking wins.
 *
 * <p>Tried and left: eight nodes to a loop instead of four (the compiler no longer vectorises it:
 * twice as slow), the Vector API over whole trees (its objects are no longer optimised away),
 * blocks of 512 rows (loop overheads: 1.6 times as slow) and of 4,096 (no gain).
 */
final class MaskForest {
  /** Rows to a block: long enough to forget a loop's start, short enough for the L2 cache. */
  static final int BLOCK = 1024;

  private static final int DEPTH_MAX = 8;
  private static final int COLUMNS_MAX = 1024;
  private static final int TEMPORARIES = 16;
  private static final long EVERY_BYTE = 0x0101010101010101L;

  private final BinColumns columns;
  private final int[] depths;
  private final int[] firstNode;
  private final int[] firstLeaf;
  private final int[] column;
  private final long[] bin;
  private final int[] realBefore;
  private final double[] leaf;
  private final double base;

  private MaskForest(Forest forest, BinColumns columns, int[] depths) {
    this.columns = columns;
    this.depths = depths;
    this.base = forest.baseScore();
    int trees = depths.length;
    firstNode = new int[trees];
    firstLeaf = new int[trees];
    int nodes = 0;
    int leaves = 0;
    for (int tree = 0; tree < trees; tree++) {
      firstNode[tree] = nodes;
      firstLeaf[tree] = leaves;
      nodes += (1 << depths[tree]) - 1;
      leaves += 1 << depths[tree];
    }
    column = new int[nodes];
    bin = new long[nodes];
    realBefore = new int[nodes + 1];
    leaf = new double[leaves];
    for (int tree = 0; tree < trees; tree++) {
      lay(forest, forest.roots()[tree], tree, 0);
    }
    for (int node = 0; node < nodes; node++) {
      realBefore[node + 1] = realBefore[node] + (bin[node] != 0 ? 1 : 0);
    }
  }

  /** The forest, or null when its trees are too deep or split at too many points. */
  static @Nullable MaskForest of(Forest forest) {
    int[] depths = new int[forest.trees()];
    int[] stack = new int[forest.nodes() + 1];
    int[] level = new int[forest.nodes() + 1];
    for (int tree = 0; tree < depths.length; tree++) {
      depths[tree] = Math.max(1, depth(forest, forest.roots()[tree], stack, level));
      if (depths[tree] > DEPTH_MAX) {
        return null;
      }
    }
    BinColumns columns = BinColumns.of(forest);
    return columns.count() > COLUMNS_MAX ? null : new MaskForest(forest, columns, depths);
  }

  private static int depth(Forest forest, int root, int[] stack, int[] level) {
    int deepest = 0;
    int top = 0;
    level[0] = 0;
    stack[top++] = root;
    while (top > 0) {
      int node = stack[--top];
      int depth = level[top];
      deepest = Math.max(deepest, depth);
      if (forest.feature()[node] >= 0) {
        level[top] = depth + 1;
        stack[top++] = forest.left()[node];
        level[top] = depth + 1;
        stack[top++] = forest.right()[node];
      }
    }
    return deepest;
  }

  /** Places a node, and below a leaf nodes that do nothing and the leaf's value everywhere. */
  private void lay(Forest forest, int node, int tree, int place) {
    int inner = (1 << depths[tree]) - 1;
    boolean isLeaf = forest.feature()[node] < 0;
    if (place >= inner) {
      leaf[firstLeaf[tree] + place - inner] = forest.value()[node];
      return;
    }
    if (!isLeaf) {
      BinColumns.Split split = columns.split(forest, node);
      column[firstNode[tree] + place] = split.column();
      bin[firstNode[tree] + place] = split.bin() * EVERY_BYTE;
    }
    lay(forest, isLeaf ? node : forest.left()[node], tree, 2 * place + 1);
    lay(forest, isLeaf ? node : forest.right()[node], tree, 2 * place + 2);
  }

  /** Memory for one call at a time. */
  Scratch scratch() {
    return new Scratch(columns);
  }

  void sum(float[][] inputs, int offset, int rows, double[] out, Scratch scratch) {
    for (int from = 0; from < rows; from += BLOCK) {
      int count = Math.min(BLOCK, rows - from);
      int words = (count + Long.BYTES - 1) / Long.BYTES;
      columns.fill(inputs, offset + from, count, scratch.bins);
      Arrays.fill(scratch.sums, 0, words * Long.BYTES, base);
      int tree = 0;
      for (; tree + 4 <= depths.length; tree += 4) {
        for (int i = 0; i < 4; i++) {
          leaves(tree + i, words, scratch, scratch.leaves[i]);
        }
        addFour(tree, words, scratch);
      }
      for (; tree < depths.length; tree++) {
        leaves(tree, words, scratch, scratch.leaves[0]);
        addOne(tree, words, scratch);
      }
      System.arraycopy(scratch.sums, 0, out, from, count);
    }
  }

  /** Finds the leaf of each row in a tree: one byte a row. */
  private void leaves(int tree, int words, Scratch scratch, long[] out) {
    int depth = depths[tree];
    long[][] planes = scratch.planes;
    for (int level = 0; level < depth; level++) {
      int first = firstNode[tree] + (1 << level) - 1;
      plane(first, 1 << level, 0, words, scratch, planes[level], 0);
    }
    Arrays.fill(out, 0, words, 0);
    int level = 0;
    int shift = Byte.SIZE - depth;
    for (; level + 4 <= depth; level += 4) {
      MaskLoops.number(
          planes[level],
          planes[level + 1],
          planes[level + 2],
          planes[level + 3],
          shift + level,
          out,
          words);
    }
    for (; level < depth; level++) {
      MaskLoops.number(planes[level], shift + level, out, words);
    }
  }

  /**
   * Merges neighbouring nodes of a level under the planes above.
   *
   * @param above the plane that tells the first half of the nodes from the second
   * @param temporary the first temporary that is free
   */
  private void plane(
      int first, int count, int above, int words, Scratch scratch, long[] out, int temporary) {
    if (realBefore[first + count] == realBefore[first]) {
      return; // padding only: whatever stands in out, all ways lead to the same leaf
    }
    long[][] x = scratch.bins.view;
    long[][] p = scratch.planes;
    long[][] t = scratch.temporaries;
    switch (count) {
      case 1 -> MaskLoops.compare(x[column[first]], bin[first], out, words);
      case 2 ->
          MaskLoops.compare(
              x[column[first]],
              bin[first],
              x[column[first + 1]],
              bin[first + 1],
              p[above],
              out,
              words);
      case 4 ->
          MaskLoops.compare(
              x[column[first]],
              bin[first],
              x[column[first + 1]],
              bin[first + 1],
              x[column[first + 2]],
              bin[first + 2],
              x[column[first + 3]],
              bin[first + 3],
              p[above],
              p[above + 1],
              out,
              words);
      case 8 -> {
        plane(first, 4, above + 1, words, scratch, t[temporary], temporary + 2);
        plane(first + 4, 4, above + 1, words, scratch, t[temporary + 1], temporary + 2);
        MaskLoops.select(t[temporary], t[temporary + 1], p[above], out, words);
      }
      default -> {
        int quarter = count / 4;
        for (int i = 0; i < 4; i++) {
          int from = first + i * quarter;
          plane(from, quarter, above + 2, words, scratch, t[temporary + i], temporary + 4);
        }
        MaskLoops.select(
            t[temporary],
            t[temporary + 1],
            t[temporary + 2],
            t[temporary + 3],
            p[above],
            p[above + 1],
            out,
            words);
      }
    }
  }

  private void addOne(int tree, int words, Scratch scratch) {
    double[] sums = scratch.sums;
    int first = firstLeaf[tree];
    for (int i = 0; i < words; i++) {
      long numbers = scratch.leaves[0][i];
      for (int row = i * Long.BYTES; row < (i + 1) * Long.BYTES; row++) {
        sums[row] += leaf[first + (int) (numbers & 0xff)];
        numbers >>>= Byte.SIZE;
      }
    }
  }

  /** Adds the leaves of four trees, in order, with one trip to memory for the sum. */
  private void addFour(int tree, int words, Scratch scratch) {
    double[] leaf = this.leaf;
    double[] sums = scratch.sums;
    int first0 = firstLeaf[tree];
    int first1 = firstLeaf[tree + 1];
    int first2 = firstLeaf[tree + 2];
    int first3 = firstLeaf[tree + 3];
    for (int i = 0; i < words; i++) {
      long numbers0 = scratch.leaves[0][i];
      long numbers1 = scratch.leaves[1][i];
      long numbers2 = scratch.leaves[2][i];
      long numbers3 = scratch.leaves[3][i];
      for (int row = i * Long.BYTES; row < (i + 1) * Long.BYTES; row++) {
        double sum = sums[row];
        sum += leaf[first0 + (int) (numbers0 & 0xff)];
        sum += leaf[first1 + (int) (numbers1 & 0xff)];
        sum += leaf[first2 + (int) (numbers2 & 0xff)];
        sum += leaf[first3 + (int) (numbers3 & 0xff)];
        sums[row] = sum;
        numbers0 >>>= Byte.SIZE;
        numbers1 >>>= Byte.SIZE;
        numbers2 >>>= Byte.SIZE;
        numbers3 >>>= Byte.SIZE;
      }
    }
  }

  /** What one call writes to while it runs. */
  static final class Scratch {
    private static final int WORDS = BLOCK / Long.BYTES;

    private final BinColumns.Filled bins;
    private final long[][] planes = new long[DEPTH_MAX][WORDS];
    private final long[][] temporaries = new long[TEMPORARIES][WORDS];
    private final long[][] leaves = new long[4][WORDS];
    private final double[] sums = new double[BLOCK];

    private Scratch(BinColumns columns) {
      bins = new BinColumns.Filled(columns.count());
    }
  }
}
