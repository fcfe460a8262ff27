/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import static org.insitu.parser.option.GeneralOptions.SEED;
import static org.insitu.parser.option.TreeOptions.CONTAMINATION;
import static org.insitu.parser.option.TreeOptions.MAX_SAMPLES;
import static org.insitu.parser.option.TreeOptions.NUM_TREES;

import java.util.OptionalDouble;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.isolation.IsolationOptions;
import org.insitu.executor.fit.isolation.IsolationTrainer;
import org.insitu.parser.option.ModelOptions;

/** ISOLATION_FOREST. */
record IsolationFamily(IsolationOptions options) implements Family {

  static IsolationFamily of(ModelOptions options) {
    return new IsolationFamily(
        new IsolationOptions(
            Math.toIntExact(options.get(NUM_TREES)),
            Math.toIntExact(options.get(MAX_SAMPLES)),
            options.find(CONTAMINATION).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
            options.get(SEED)));
  }

  @Override
  public Purpose purpose() {
    return Purpose.UNSUPERVISED;
  }

  @Override
  public boolean hasMetrics() {
    return false;
  }

  @Override
  public FamilyFit fit(ProfileRequest request, FitResources resources, FitProgress progress) {
    return FamilyFit.overRows(
        request, new IsolationTrainer(resources), options, resources, progress);
  }

  @Override
  public FitWork work() {
    String passes =
        options.contamination().isEmpty() ? "of one pass" : "of one pass, scores in a second";
    return new FitWork(
        "Isolation trees over samples " + passes + " over Arrow batches", FitWork.Sends.ROWS);
  }
}
