/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.List;

/**
 * What naive Bayes knows of one class.
 *
 * @param prior its share of the training rows
 * @param evidence one per feature, in the model's order
 */
public record ClassEvidence(double prior, List<Evidence> evidence) {
  public ClassEvidence {
    evidence = List.copyOf(evidence);
    if (!(prior > 0 && prior <= 1)) {
      throw new IllegalArgumentException("prior: " + prior + " (expected: > 0, <= 1)");
    }
  }

  /** How one feature is distributed in the class. */
  public sealed interface Evidence {
    /** A number, normal. */
    record Gaussian(double mean, double variance) implements Evidence {
      public Gaussian {
        if (!(variance > 0)) {
          throw new IllegalArgumentException("variance: " + variance + " (expected: > 0)");
        }
      }
    }

    /**
     * A category.
     *
     * @param shares the smoothed share of each level of the {@link Feature.Category}, in its order
     * @param missingShare that of the NULL category; not looked at when none was seen. An unseen
     *     category says nothing.
     */
    record Shares(List<Double> shares, double missingShare) implements Evidence {
      public Shares {
        shares = List.copyOf(shares);
      }
    }
  }
}
