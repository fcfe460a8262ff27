/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.insitu.udf.model.Forest;
import org.jspecify.annotations.Nullable;

/**
 * A forest of shallow trees, each padded to a complete one, evaluated for whole blocks of rows
 * without walking.
 *
 * <p>Inputs are first quantised: a {@link BinColumns column} holds one byte per row, {@code 128 +
 * bin}, eight rows to a long. A node compares eight rows by one subtraction of its bin from all
 * bytes at once; the sign bits of the bytes then say which rows go right, and no borrow crosses a
 * byte because they start at 128. Level by level the nodes of a tree are merged under the sign bits
 * of the levels above:
 *
 * <pre>
 *   p0 = c0                         c = bytes - bin, of nodes numbered in breadth
 *   p1 = p0 ? c2 : c1               where ? : selects bit by bit: a ^ (p &amp; (a ^ b))
 *   p2 = p0 ? (p1 ? c6 : c5) : (p1 ? c4 : c3)
 * </pre>
 *
 * and the sign bits of {@code p0 p1 p2 …} are the number of the leaf. A complete tree of depth 6
 * takes 63 subtractions and 57 selections for 8 rows, or, as the compiler makes 512-bit vectors of
 * these loops, for 64. All nodes are evaluated, so the cost doubles with each level, and beyond
 * depth {@value MaskCall#PLANES} walking wins.
 *
 * <p>Tried and left: eight nodes to a loop instead of four (the compiler no longer vectorises it:
 * twice as slow), the Vector API over whole trees (its objects are no longer optimised away),
 * blocks of 512 rows (loop overheads: 1.6 times as slow) and of 4,096 (no gain), the loops as
 * methods of this class (inlined: 1.4 times as slow, see {@link MaskStep}).
 */
final class MaskForest implements BatchForest<MaskCall> {
  /** Below this a whole vector of rows costs more than walking them. */
  private static final int ROWS_MIN = 48;

  private static final int COLUMNS_MAX = 1024;

  private final MaskStep[] steps;
  private final int columns;
  private final double base;

  private MaskForest(List<MaskStep> steps, int columns, double base) {
    this.steps = steps.toArray(MaskStep[]::new);
    this.columns = columns;
    this.base = base;
  }

  /** The forest, or null when its trees are too deep or split at too many points. */
  static @Nullable MaskForest of(Forest forest, int[] depths) {
    // A tree of nothing but a leaf has a plane too.
    int[] planes = Arrays.stream(depths).map(depth -> Math.max(1, depth)).toArray();
    if (Arrays.stream(planes).anyMatch(depth -> depth > MaskCall.PLANES)) {
      return null;
    }
    BinColumns columns = BinColumns.of(forest);
    if (columns.count() > COLUMNS_MAX) {
      return null;
    }
    List<MaskStep> steps = new ArrayList<>(columns.steps());
    MaskTrees.add(forest, planes, columns, steps);
    return new MaskForest(steps, columns.count(), forest.baseScore());
  }

  /** Memory for one call at a time. */
  @Override
  public MaskCall scratch() {
    return new MaskCall(columns);
  }

  @Override
  public int leastRows() {
    return ROWS_MIN;
  }

  @Override
  public void sum(float[][] inputs, int offset, int rows, double[] out, MaskCall call) {
    for (int from = 0; from < rows; from += MaskCall.BLOCK) {
      int count = Math.min(MaskCall.BLOCK, rows - from);
      call.position(inputs, offset + from, count);
      Arrays.fill(call.sums, 0, call.words * Long.BYTES, base);
      for (MaskStep step : steps) {
        step.run(call);
      }
      System.arraycopy(call.sums, 0, out, from, count);
    }
    call.position(new float[0][], 0, 0);
  }
}
