/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.registry.FittedModel;
import org.insitu.planner.table.Table;

/**
 * A fit that is over and not kept yet.
 *
 * @param model and what was found out about it
 * @param report how the fit went
 */
public record FinishedFit(FittedModel model, FitReport report) {

  /** One fit, as a tuning of one trial that nobody asks for. */
  Tuned alone() {
    return new Tuned(this, new TreeMap<>(), Optional.empty(), report.bytesMoved());
  }

  /**
   * The best of some trials.
   *
   * @param others by their ids, without those that failed
   * @param trialInfo what ML.TRIAL_INFO answers with; empty for a single fit
   * @param bytesMoved by all of them
   */
  public record Tuned(
      FinishedFit best,
      SortedMap<Long, FittedModel> others,
      Optional<Table> trialInfo,
      long bytesMoved) {
    public Tuned {
      others = new TreeMap<>(others);
    }
  }
}
