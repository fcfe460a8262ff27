/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.evaluate;

import java.util.List;
import java.util.Optional;

/**
 * A query whose rows are scored observations, the input of every metric.
 *
 * @param sql answers with {@code y} (the label: DOUBLE for regression, its text for classes),
 *     {@code prediction} (of the same type) and, for classes, {@code p0, p1, ...} in class order;
 *     of two classes {@code p1} is enough
 * @param classes the model's classes as text; empty for regression
 * @param groups of two classes, where the answer of {@link ScoreGroups#of} is kept already: a query
 *     of it
 * @param counts of three classes or more, where the rows are counted already
 */
public record Scored(
    String sql, List<String> classes, Optional<String> groups, Optional<ScoreCounts> counts) {
  public Scored {
    classes = List.copyOf(classes);
  }

  /** Observations of which nothing is kept. */
  public Scored(String sql, List<String> classes) {
    this(sql, classes, Optional.empty());
  }

  /** Observations of two classes, in groups. */
  public Scored(String sql, List<String> classes, Optional<String> groups) {
    this(sql, classes, groups, Optional.empty());
  }
}
