/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.rows.OrderedWork;
import org.insitu.executor.fit.rows.StoredBlock;
import org.insitu.executor.fit.rows.StoredRows;

/** Passes over rows in memory: blocks are worked on in parallel and summed in order. */
record LocalScores(ScoreModel model, StoredRows rows, FitResources resources, FitProgress progress)
    implements ScorePass {

  @Override
  public ScoreSums at(double[][] weights) {
    BlockScores total = BlockScores.empty(model);
    try (OrderedWork<BlockScores> work = new OrderedWork<>(resources.threads(), total::add)) {
      for (StoredBlock block : rows.blocks()) {
        progress.checkCancelled();
        work.add(() -> BlockScores.of(model, block, weights));
      }
      work.finish();
    }
    return total;
  }
}
