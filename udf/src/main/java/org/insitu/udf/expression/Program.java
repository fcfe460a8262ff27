/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.expression;

import java.util.List;

/**
 * What a model computes for a row, as layers of named expressions.
 *
 * <p>The columns of the first layer read the input relation; those of each further layer read all
 * columns of the layers below it, so that a value used twice is written and computed once. The
 * outputs read the last layer and are what the user sees, in order.
 *
 * @param layers inner layers, possibly none; their column names begin with two underscores
 * @param outputs the visible columns
 */
public record Program(List<List<Named>> layers, List<Named> outputs) {
  public Program {
    layers = layers.stream().map(List::copyOf).toList();
    outputs = List.copyOf(outputs);
  }

  /** An expression and the name of the column that holds its value. */
  public record Named(String name, Expression expression) {}
}
