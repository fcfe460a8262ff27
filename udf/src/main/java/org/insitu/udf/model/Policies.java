/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  /** As people read it: {@code null_policy error, range_policy flag (18.0 to 77.0)}. */
  public String shown() {
    List<String> items = new ArrayList<>();
    if (ofNull != Policy.DEFAULT) {
      items.add("null_policy " + lower(ofNull));
    }
    if (ofUnseen != Policy.DEFAULT) {
      items.add("unseen_policy " + lower(ofUnseen));
    }
    range.ifPresent(
        r ->
            items.add(
                "range_policy %s (%s to %s)".formatted(lower(r.policy()), r.low(), r.high())));
    return String.join(", ", items);
  }

  private static String lower(Policy policy) {
    return policy.name().toLowerCase(Locale.ROOT);
  }

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
