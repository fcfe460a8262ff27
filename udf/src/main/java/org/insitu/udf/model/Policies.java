/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.Optional;

/**
 * What a model does with odd values of one input.
 *
 * @param ofNull with a missing one, NULL or NaN
 * @param ofUnseen with a category that training did not see
 * @param range with a number outside of those that training saw; empty by default
 */
public record Policies(Policy ofNull, Policy ofUnseen, Optional<Range> range) {

  /** Nothing is odd. */
  public static final Policies DEFAULTS =
      new Policies(Policy.DEFAULT, Policy.DEFAULT, Optional.empty());

  /**
   * The numbers that training saw, and what is done with others.
   *
   * @param policy not the default, which asks for no range
   * @param low the least
   * @param high the greatest
   */
  public record Range(Policy policy, double low, double high) {
    public Range {
      if (policy == Policy.DEFAULT) {
        throw new IllegalArgumentException("policy of a range: DEFAULT (expected: another)");
      }
    }
  }
}
