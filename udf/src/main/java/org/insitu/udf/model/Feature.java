/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.List;
import org.insitu.udf.expression.ValueType;

/** One input column of a model and how it becomes numbers. */
public sealed interface Feature {

  /** The column's name in the training query; prediction binds it without regard to case. */
  String name();

  /** The column's type in the training query. */
  ValueType type();

  /** What is done with odd values of it. */
  Policies policies();

  /** The same feature with other policies. */
  Feature with(Policies other);

  /**
   * A number. A missing value (NULL or NaN) becomes {@code mean}.
   *
   * @param mean the training mean of the values present
   * @param standardDeviation their sample standard deviation; 1 when the column was constant
   */
  record Numeric(
      String name, ValueType type, double mean, double standardDeviation, Policies policies)
      implements Feature {
    /** Deviations from 0 to the mean at which a product of a value has lost 3 of 16 digits. */
    private static final double FAR = 1e3;

    public Numeric {
      if (policies.ofUnseen() != Policy.DEFAULT) {
        throw new IllegalArgumentException("policies of a number: " + policies);
      }
    }

    public Numeric(String name, ValueType type, double mean, double standardDeviation) {
      this(name, type, mean, standardDeviation, Policies.DEFAULTS);
    }

    @Override
    public Numeric with(Policies other) {
      return new Numeric(name, type, mean, standardDeviation, other);
    }

    /** Whether the values lie so far from 0 that they are better measured from their mean. */
    public boolean isFar() {
      return Math.abs(mean) > FAR * standardDeviation;
    }
  }

  /**
   * A category, known by its text: VARCHAR as it is, BOOLEAN as {@code true}/{@code false}, DATE as
   * {@code YYYY-MM-DD}. A missing value is a category of its own, an unseen one has no weight.
   *
   * @param levels the categories seen in training, sorted by code point
   * @param missingSeen whether a NULL was seen in training
   */
  record Category(
      String name, ValueType type, List<String> levels, boolean missingSeen, Policies policies)
      implements Feature {
    public Category {
      levels = List.copyOf(levels);
      if (policies.range().isPresent()) {
        throw new IllegalArgumentException("policies of a category: " + policies);
      }
    }

    public Category(String name, ValueType type, List<String> levels, boolean missingSeen) {
      this(name, type, levels, missingSeen, Policies.DEFAULTS);
    }

    @Override
    public Category with(Policies other) {
      return new Category(name, type, levels, missingSeen, other);
    }
  }
}
