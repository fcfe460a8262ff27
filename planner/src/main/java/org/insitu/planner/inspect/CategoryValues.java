/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.insitu.planner.table.ColumnType;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.LinearPredictor;
import org.jspecify.annotations.Nullable;

/** What a model says of each category of a feature, as a list of pairs. */
final class CategoryValues {
  private CategoryValues() {}

  /** The type of a list of (category VARCHAR, value DOUBLE), the value by this name. */
  static ColumnType type(String value) {
    return new ColumnType.StructList(
        List.of(
            new ColumnType.Field("category", ValueType.VARCHAR),
            new ColumnType.Field(value, ValueType.DOUBLE)));
  }

  /** The weights of a category by level, the NULL category standing last. */
  static List<List<@Nullable Object>> of(
      Feature.Category feature, LinearPredictor.Term.Weights weights) {
    List<List<@Nullable Object>> list = new ArrayList<>();
    for (int i = 0; i < feature.levels().size(); i++) {
      list.add(Arrays.asList(feature.levels().get(i), weights.weights().get(i)));
    }
    if (feature.missingSeen()) {
      list.add(Arrays.asList(null, weights.missingWeight()));
    }
    return list;
  }
}
