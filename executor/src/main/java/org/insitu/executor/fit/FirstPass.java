/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import org.insitu.executor.fit.rows.Block;

/**
 * What a fit takes from the rows while they are profiled, to spare itself a pass of its own.
 *
 * <p>It must do without what only the whole pass tells: missing numbers are NaN in its blocks, and
 * it is given a guess of the profile, made of the first block. When the guess proves wrong it
 * forgets what it has.
 *
 * @param <T> what it takes from a block
 */
public interface FirstPass<T> {

  /**
   * Told before the rows.
   *
   * @param guess categories and classes are right; means, deviations and ranges are those of the
   *     first rows, the number of rows is theirs
   */
  void begin(Profile guess);

  /** Takes from a block; called in any thread. */
  T of(Block block);

  /** Given what was taken from each block, in the order of the rows, in the caller's thread. */
  void add(T part);

  /** Takes nothing. */
  FirstPass<Block> NONE =
      new FirstPass<>() {
        @Override
        public void begin(Profile guess) {}

        @Override
        public Block of(Block block) {
          return block;
        }

        @Override
        public void add(Block part) {}
      };
}
