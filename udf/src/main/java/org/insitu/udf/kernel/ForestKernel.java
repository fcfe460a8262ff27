/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.insitu.udf.model.Forest;

/**
 * Sums the leaves of a forest for many rows, or for one. Results are bit for bit those of walking
 * each tree in turn and adding its leaf to the sum, as {@link
 * org.insitu.udf.expression.Expression.TreeSum} says.
 *
 * <p>Shallow trees go through {@link MaskForest}, which compares 64 rows with a node in one
 * instruction; deeper ones through {@link CompleteForest}; those that would be too large as
 * complete trees, and batches too small to fill a vector, through {@link WalkForest}.
 *
 * <p><b>Threads:</b> may be shared; each call takes its own scratch memory, which is kept for the
 * next. <b>Cost:</b> 100 trees of depth 6 over 28 features: 0.35 to 0.45 µs a row on one core of a
 * Sapphire Rapids Xeon under JDK 25, against 1.5 µs for the interleaved walk alone.
 */
public final class ForestKernel {
  private final Forest forest;
  private final WalkForest walk;
  private final Pooled<?> few;
  private final Pooled<?> many;

  private ForestKernel(Forest forest) {
    this.forest = forest;
    int[] depths = TreeDepths.of(forest);
    this.walk = new WalkForest(forest, depths);
    this.few = new Pooled<>(walk);
    MaskForest masks = MaskForest.of(forest, depths);
    CompleteForest complete = masks == null ? CompleteForest.of(forest, depths) : null;
    this.many =
        masks != null ? new Pooled<>(masks) : complete != null ? new Pooled<>(complete) : few;
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
    (rows < many.layout.leastRows() ? few : many).sum(columns, offset, rows, out);
  }

  /** Sums for one row, NaN where missing. */
  public double sum(float[] row) {
    return walk.sum(row);
  }

  /** A layout and the memory of its calls. */
  private static final class Pooled<S> {
    private final BatchForest<S> layout;
    private final Queue<S> idle = new ConcurrentLinkedQueue<>();

    Pooled(BatchForest<S> layout) {
      this.layout = layout;
    }

    void sum(float[][] columns, int offset, int rows, double[] out) {
      S scratch = idle.poll();
      scratch = scratch == null ? layout.scratch() : scratch;
      layout.sum(columns, offset, rows, out, scratch);
      idle.add(scratch);
    }
  }
}
