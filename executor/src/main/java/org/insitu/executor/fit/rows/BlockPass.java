/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

import java.util.function.Consumer;
import java.util.function.Function;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.TrainingSet;

/** Passes over the training rows: blocks are worked on in parallel and handed on in order. */
public final class BlockPass {
  private final TrainingSet data;
  private final FitResources resources;
  private final FitProgress progress;
  private long bytes;

  public BlockPass(TrainingSet data, FitResources resources, FitProgress progress) {
    this.data = data;
    this.resources = resources;
    this.progress = progress;
  }

  /**
   * One pass.
   *
   * @param work done for each block, in any thread
   * @param sum given the results in the order of the rows, in the caller's thread
   */
  public <T> void run(Function<Block, T> work, Consumer<T> sum) {
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

  /** Arrow bytes read so far. */
  public long bytes() {
    return bytes;
  }
}
