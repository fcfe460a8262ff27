/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.ArrayList;
import java.util.List;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.Source;

/**
 * The sums of products as one aggregate query: an inner query scales numbers and turns levels into
 * zeros and ones, the outer one adds up their products. A few numbers leave the warehouse.
 */
final class GramQuery {
  private final Design design;
  private final TrainingSet data;
  private final Source source;

  GramQuery(Design design, TrainingSet data) {
    this.design = design;
    this.data = data;
    this.source = data.source();
  }

  /** The number of aggregates the query has. */
  static int aggregates(Design design) {
    int width = design.layout().width() + 1;
    return width * (width + 1) / 2 + (design.intercept() ? width : 0);
  }

  Gram run() {
    int size = design.width() + 1;
    int first = design.firstNumber();
    List<String> selected = new ArrayList<>();
    for (int i = first; i < size; i++) {
      if (design.intercept()) {
        selected.add("sum(z%d)".formatted(i));
      }
      for (int j = i; j < size; j++) {
        selected.add("sum(z%d * z%d)".formatted(i, j));
      }
    }
    double[] sums = source.withSql(source.select(scaledColumns(design, data))).aggregate(selected);
    double[][] products = new double[size][size];
    if (design.intercept()) {
      products[0][0] = data.rows();
    }
    int at = 0;
    for (int i = first; i < size; i++) {
      if (design.intercept()) {
        products[0][i] = sums[at];
        products[i][0] = sums[at++];
      }
      for (int j = i; j < size; j++) {
        products[i][j] = sums[at];
        products[j][i] = sums[at++];
      }
    }
    return new Gram(products);
  }

  /** The columns {@code z} and their numbers in the design, the label last. */
  static List<String> scaledColumns(Design design, TrainingSet data) {
    Source source = data.source();
    ScaledColumns columns = new ScaledColumns(design, source);
    List<String> result = columns.named();
    String label = source.column(Design.label(data.profile()).name());
    result.add("%s AS z%d".formatted(columns.label(label), design.width()));
    return result;
  }
}
