/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a fit with their standard errors: what ML.ADVANCED_WEIGHTS answers.
 *
 * @param raw the weights of the columns as they are
 * @param standardized those of numbers at mean 0 and standard deviation 1
 */
public record Estimates(List<Estimate> raw, List<Estimate> standardized) {
  public Estimates {
    raw = List.copyOf(raw);
    standardized = List.copyOf(standardized);
  }

  /**
   * One weight.
   *
   * @param input the feature, or {@code __INTERCEPT__}
   * @param category the level; null for numbers, and for the level of NULLs
   * @param standardError NaN where there is none: the weight of a reference level, of a column that
   *     depends on those before it, or of a fit without degrees of freedom
   * @param probability of so large a weight by chance, NaN as before
   */
  public record Estimate(
      String input,
      @Nullable String category,
      double weight,
      double standardError,
      double probability) {}
}
