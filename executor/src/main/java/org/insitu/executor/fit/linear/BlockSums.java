/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.function.Consumer;
import java.util.function.Function;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.Block;
import org.insitu.executor.fit.rows.BlockReader;
import org.insitu.executor.fit.rows.BlockSize;
import org.insitu.executor.fit.rows.OrderedWork;

/** One pass over the training rows: blocks are worked on in parallel and summed in order. */
final class BlockSums {
  private final TrainingSet data;
  private final Design design;
  private final FitResources resources;
  private final FitProgress progress;
  private long bytes;

  BlockSums(TrainingSet data, Design design, FitResources resources, FitProgress progress) {
    this.data = data;
    this.design = design;
    this.resources = resources;
    this.progress = progress;
  }

  /** The sums of products over all rows. */
  Gram gram() {
    resources.requireHeap(
        (resources.threads() + 4) * BlockGram.bytes(design), "Sums of products of the columns");
    BlockGram total = BlockGram.empty(design);
    pass(block -> BlockGram.of(design, block), total::add);
    return total.toGram();
  }

  /** The triangular factor of all rows. */
  BlockTriangle triangle() {
    BlockTriangle total = BlockTriangle.empty(design);
    pass(block -> BlockTriangle.of(design, block), total::add);
    return total;
  }

  /** Arrow bytes read so far. */
  long bytes() {
    return bytes;
  }

  private <T> void pass(Function<Block, T> work, Consumer<T> sum) {
    int rows = BlockSize.rows(data.features().size());
    long done = 0;
    try (BlockReader reader = BlockReader.open(data.source(), data.features(), data.label());
        OrderedWork<T> ordered = new OrderedWork<>(resources.threads(), sum)) {
      for (Block block = reader.next(rows); block.rows() > 0; block = reader.next(rows)) {
        progress.checkCancelled();
        Block current = block;
        ordered.add(() -> work.apply(current));
        done += block.rows();
        progress.report("fit", (double) done / data.rows(), done + " rows");
      }
      ordered.finish();
      bytes += reader.bytes();
    }
  }
}
