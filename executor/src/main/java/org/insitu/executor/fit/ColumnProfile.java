/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.List;
import java.util.OptionalDouble;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Policies;

/** A feature and what else its training rows said. */
public sealed interface ColumnProfile {

  /** What the model keeps of it. */
  Feature feature();

  /** Rows where it is NULL or NaN. */
  long missing();

  /**
   * A number.
   *
   * @param min the least value
   * @param max the greatest value; equal to {@code min} for a constant column
   * @param median where the profile found it on its way, see {@link MedianSample}
   */
  record Numeric(
      Feature.Numeric feature, long missing, double min, double max, OptionalDouble median)
      implements ColumnProfile {
    /** The same column, its feature with these policies. */
    public Numeric with(Policies policies) {
      return new Numeric(feature.with(policies), missing, min, max, median);
    }
  }

  /**
   * A category.
   *
   * @param rows of each level, in the feature's order
   */
  record Category(Feature.Category feature, long missing, List<Long> rows)
      implements ColumnProfile {
    public Category {
      rows = List.copyOf(rows);
    }

    /** The same column, its feature with these policies. */
    public Category with(Policies policies) {
      return new Category(feature.with(policies), missing, rows);
    }
  }
}
