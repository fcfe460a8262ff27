/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.rows.ColumnKind;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.Feature;

/** The option {@code monotone_constraints}; names match without regard to case. */
public final class MonotoneConstraints {
  private MonotoneConstraints() {}

  /**
   * Refuses names that are no numeric feature.
   *
   * @throws InsituException COLUMN_NOT_FOUND or COLUMN_TYPE
   */
  public static void check(Map<String, Integer> constraints, List<Field> features) {
    for (String name : constraints.keySet()) {
      Field field =
          features.stream()
              .filter(each -> each.getName().equalsIgnoreCase(name))
              .findFirst()
              .orElseThrow(() -> notFound(name, features));
      if (ColumnKind.of(field) != ColumnKind.NUMBER) {
        throw InsituException.of(
                ErrorCode.COLUMN_TYPE,
                "MONOTONE_CONSTRAINTS names '%s', a category (allowed: numbers)."
                    .formatted(field.getName()))
            .hint("A category has no order: leave it out, or select a number for it.");
      }
    }
  }

  private static InsituException notFound(String name, List<Field> features) {
    return InsituException.of(
            ErrorCode.COLUMN_NOT_FOUND,
            "MONOTONE_CONSTRAINTS names '%s', which is no feature; the features are %s."
                .formatted(name, String.join(", ", features.stream().map(Field::getName).toList())))
        .hint("Use the names of the training query's columns.");
  }

  /** One per feature: 1, -1, or 0 for those without. */
  static List<Integer> inOrder(Map<String, Integer> constraints, List<Feature> features) {
    return features.stream()
        .map(
            feature ->
                constraints.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(feature.name()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(0))
        .toList();
  }
}
