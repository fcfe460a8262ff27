/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.evaluate;

import java.util.List;

/**
 * A query whose rows are scored observations, the input of every metric.
 *
 * @param sql answers with {@code y} (the label: DOUBLE for regression, its text for classes),
 *     {@code prediction} (of the same type) and, for classes, {@code p0, p1, ...} in class order
 * @param classes the model's classes as text; empty for regression
 */
public record Scored(String sql, List<String> classes) {
  public Scored {
    classes = List.copyOf(classes);
  }
}
