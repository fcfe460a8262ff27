/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.ArrayList;
import java.util.List;
import org.insitu.executor.fit.rows.ColumnSql;
import org.insitu.executor.fit.rows.Source;
import org.insitu.udf.model.Feature;

/** The columns of a design in SQL: numbers scaled, levels as zeros and ones. */
final class ScaledColumns {
  private final Design design;
  private final ColumnSql columns;

  ScaledColumns(Design design, Source source) {
    this.design = design;
    this.columns = new ColumnSql(source);
  }

  /** Each column but the intercept, {@code AS z} and its number in the design. */
  List<String> named() {
    List<String> result = new ArrayList<>();
    List<String> levels = new ArrayList<>();
    int number = 0;
    for (Feature feature : design.features()) {
      switch (feature) {
        case Feature.Numeric numeric -> {
          double center = design.scaling().center()[number];
          double scale = design.scaling().scale()[number++];
          result.add(columns.scaled(columns.present(numeric), center, scale));
        }
        case Feature.Category category -> levels.addAll(columns.indicators(category));
      }
    }
    result.addAll(levels);
    for (int i = 0; i < result.size(); i++) {
      result.set(i, result.get(i) + " AS z" + (design.firstNumber() + i));
    }
    return result;
  }

  /** The label, scaled. */
  String label(String name) {
    return columns.scaled(columns.asDouble(name), design.labelCenter(), design.labelScale());
  }
}
