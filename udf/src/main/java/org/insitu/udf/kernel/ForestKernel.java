/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.insitu.udf.model.Forest;
import org.jspecify.annotations.Nullable;

/**
 * Sums the leaves of a forest for many rows, or for one. Results are bit for bit those of walking
 * each tree in turn and adding its leaf to the sum, as {@link
 * org.insitu.udf.expression.Expression.TreeSum} says.
 *
 * <p>Shallow trees go through {@link MaskForest}, which compares 64 rows with a node in one
 * instruction; deep ones, and batches too small to fill a vector, through {@link WalkForest}.
 *
 * <p><b>Threads:</b> may be shared; each call takes its own scratch memory, which is kept for the
 * next. <b>Cost:</b> 100 trees of depth 6 over 28 features: 0.35 to 0.45 µs a row on one core of a
 * Sapphire Rapids Xeon under JDK 25, against 1.5 µs for the interleaved walk alone.
 */
public final class ForestKernel {
  /** Below this a whole vector of rows costs more than walking them. */
  private static final int MASKED_ROWS_MIN = 48;

  private final Forest forest;
  private final WalkForest walk;
  private final @Nullable MaskForest masks;
  private final Queue<MaskCall> idle = new ConcurrentLinkedQueue<>();
  private final Queue<int[]> idleBlocks = new ConcurrentLinkedQueue<>();

  private ForestKernel(Forest forest) {
    this.forest = forest;
    this.walk = new WalkForest(forest);
    this.masks = MaskForest.of(forest);
  }

  /** Prepares a forest; its arrays are copied. */
  public static ForestKernel compile(Forest forest) {
    return new ForestKernel(forest);
  }

  /** The number of inputs. */
  public int features() {
    return forest.features();
  }

  /**
   * Sums for many rows.
   *
   * @param columns one array per feature, NaN where missing; those that no tree splits on are not
   *     looked at
   * @param offset the first row in each of them
   * @param out receives the sums from index 0
   */
  public void sum(float[][] columns, int offset, int rows, double[] out) {
    int masked = 0;
    if (masks != null && rows >= MASKED_ROWS_MIN) {
      MaskCall scratch = idle.poll();
      scratch = scratch == null ? masks.scratch() : scratch;
      masks.sum(columns, offset, rows, out, scratch);
      idle.add(scratch);
      masked = rows;
    }
    if (masked < rows) {
      int[] block = idleBlocks.poll();
      block = block == null ? walk.block() : block;
      walk.sum(columns, offset, rows, out, block);
      idleBlocks.add(block);
    }
  }

  /** Sums for one row, NaN where missing. */
  public double sum(float[] row) {
    return walk.sum(row);
  }
}
