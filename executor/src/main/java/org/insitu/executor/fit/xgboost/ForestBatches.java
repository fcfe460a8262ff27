/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.insitu.executor.fit.FitProgress;

/**
 * A forest's trees, some at a time, so that a fit tells how far it is and can be cancelled. To
 * XGBoost a forest is one round, which it neither interrupts nor reports. So it is given several,
 * each with the gradients of the scores before any tree, where its own would be those after the
 * trees so far: the trees are the same as by one round.
 *
 * @param trees in all
 * @param batch trees of a round; divides them
 */
record ForestBatches(int trees, int batch) {
  /** Rows times trees of a batch: about a second of work. */
  static final long WORK = 10_000_000;

  /**
   * The batches of a forest.
   *
   * @param scores trees that stand for one, of several classes
   * @param work rows times trees of a batch
   */
  static ForestBatches of(int trees, long rows, int scores, long work) {
    long most = Math.max(1, work / Math.max(1, rows * scores));
    int batch = (int) Math.min(trees, most);
    while (trees % batch > 0) {
      batch--;
    }
    return new ForestBatches(trees, batch);
  }

  boolean isOne() {
    return batch == trees;
  }

  /** What a round is told that grows one batch; each tree counts as one of all. */
  void putInto(Map<String, Object> parameters, double learnRate, StartGradients start) {
    parameters.put("num_parallel_tree", batch);
    parameters.put("eta", learnRate * batch / trees);
    parameters.put("base_score", start.base());
  }

  /** Grows them all. */
  void grow(Booster booster, DMatrix rows, StartGradients start, FitProgress progress)
      throws XGBoostError {
    for (int round = 0; round < trees / batch; round++) {
      progress.checkCancelled();
      booster.boost(rows, round, start.gradients(), start.hessians());
      int grown = (round + 1) * batch;
      progress.report("fit", (double) grown / trees, "%d trees of %d".formatted(grown, trees));
    }
  }
}
