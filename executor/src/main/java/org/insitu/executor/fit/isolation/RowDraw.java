/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.isolation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Which rows each tree sees: a draw without replacement for each, known before a row is read. The
 * draws are those of {@link Random}, whose sequence its specification fixes.
 *
 * <p><b>Source:</b> R. Floyd's algorithm, in J. Bentley, Programming Pearls: A Sample of
 * Brilliance, Communications of the ACM 30 (1987): as many draws as rows are wanted.
 *
 * @param rows that any tree sees, ascending
 * @param byTree for each tree, places in {@code rows}
 */
@SuppressWarnings("ArrayRecordComponent") // read only, inside the trainer
record RowDraw(long[] rows, int[][] byTree) {

  /**
   * Draws.
   *
   * @param seeds one per tree
   * @param sample rows of each tree
   * @param all the number of rows to draw from, not fewer
   */
  static RowDraw of(long[] seeds, int sample, long all) {
    long[][] drawn = new long[seeds.length][];
    for (int tree = 0; tree < seeds.length; tree++) {
      drawn[tree] = draw(new Random(seeds[tree]), sample, all);
    }
    long[] rows = Arrays.stream(drawn).flatMapToLong(LongStream::of).sorted().distinct().toArray();
    int[][] byTree = new int[seeds.length][];
    for (int tree = 0; tree < seeds.length; tree++) {
      byTree[tree] =
          Arrays.stream(drawn[tree]).mapToInt(row -> Arrays.binarySearch(rows, row)).toArray();
    }
    return new RowDraw(rows, byTree);
  }

  private static long[] draw(Random random, int sample, long all) {
    Set<Long> drawn = new HashSet<>();
    for (long last = all - sample; last < all; last++) {
      long row = (long) (random.nextDouble() * (last + 1));
      if (!drawn.add(row)) {
        drawn.add(last);
      }
    }
    return drawn.stream().mapToLong(Long::longValue).sorted().toArray();
  }
}
