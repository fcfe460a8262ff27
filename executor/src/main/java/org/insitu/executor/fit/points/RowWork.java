/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.points;

import java.util.function.IntConsumer;
import org.insitu.executor.fit.rows.OrderedWork;

/**
 * Work on the rows of a matrix, each written by itself, on a few threads: what is computed does not
 * depend on how many.
 */
final class RowWork implements AutoCloseable {
  /** Fewer rows than this are done at once. */
  private static final int ROWS_MIN = 16;

  private final int pieces;
  private final OrderedWork<Boolean> work;

  RowWork(int threads) {
    this.pieces = 4 * threads;
    this.work = new OrderedWork<>(threads, done -> {});
  }

  /** Does every row from one to another, that not included, and waits. */
  void run(int from, int to, IntConsumer row) {
    int size = Math.max(ROWS_MIN, (to - from + pieces - 1) / pieces);
    for (int start = from; start < to; start += size) {
      int first = start;
      int end = Math.min(to, start + size);
      work.add(
          () -> {
            for (int i = first; i < end; i++) {
              row.accept(i);
            }
            return Boolean.TRUE;
          });
    }
    work.finish();
  }

  @Override
  public void close() {
    work.close();
  }
}
