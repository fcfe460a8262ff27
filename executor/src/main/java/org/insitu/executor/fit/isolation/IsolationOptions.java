/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.isolation;

import java.util.OptionalDouble;
import org.insitu.parser.option.OptionRegistry;
import org.insitu.parser.option.TreeOptions;

/**
 * Options of ISOLATION_FOREST. What each may be is said by {@link OptionRegistry}.
 *
 * @param trees how many
 * @param samples rows of each tree, all rows where there are fewer
 * @param contamination the share of the training rows that are anomalies; empty for those whose
 *     score is greater than 0.5
 * @param seed of the samples and of the trees
 */
public record IsolationOptions(int trees, int samples, OptionalDouble contamination, long seed) {

  /** Those of the paper, and of scikit-learn. */
  public static final IsolationOptions DEFAULT =
      new IsolationOptions(100, 256, OptionalDouble.empty(), 0);

  public IsolationOptions {
    TreeOptions.NUM_TREES.require((long) trees);
    TreeOptions.MAX_SAMPLES.require((long) samples);
    contamination.ifPresent(TreeOptions.CONTAMINATION::require);
  }

  public IsolationOptions withTrees(int other) {
    return new IsolationOptions(other, samples, contamination, seed);
  }

  public IsolationOptions withSamples(int other) {
    return new IsolationOptions(trees, other, contamination, seed);
  }

  public IsolationOptions withContamination(double other) {
    return new IsolationOptions(trees, samples, OptionalDouble.of(other), seed);
  }

  public IsolationOptions withSeed(long other) {
    return new IsolationOptions(trees, samples, contamination, other);
  }
}
