/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.BlockPass;

/** One pass over the training rows: blocks are worked on in parallel and summed in order. */
final class BlockSums {
  private final Design design;
  private final FitResources resources;
  private final FitProgress progress;
  private final BlockPass pass;

  BlockSums(TrainingSet data, Design design, FitResources resources, FitProgress progress) {
    this.design = design;
    this.resources = resources;
    this.progress = progress;
    this.pass = new BlockPass(data, resources, progress);
  }

  /** The sums of products over all rows. */
  Gram gram() {
    resources.requireHeap(
        (resources.threads() + 4) * BlockGram.bytes(design), "Sums of products of the columns");
    BlockGram total = BlockGram.empty(design);
    pass.run(block -> BlockGram.of(design, block), total::add);
    return total.toGram();
  }

  /** The triangular factor of all rows. */
  BlockTriangle triangle() {
    BlockTriangle total = BlockTriangle.empty(design, progress);
    pass.run(block -> BlockTriangle.of(design, block, progress), total::add);
    return total;
  }

  /** Arrow bytes read so far. */
  long bytes() {
    return pass.bytes();
  }
}
