/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.insitu.executor.fit.rows.ColumnSql;
import org.insitu.executor.fit.rows.Source;
import org.insitu.executor.warehouse.Scalars;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;
import org.jspecify.annotations.Nullable;

/**
 * Queries that add up columns by class: an inner query scales numbers and names the class {@code
 * y}, the outer one groups by it. One row of sums per class leaves the warehouse.
 */
final class ClassQuery {
  private final Source source;
  private final Optional<Label> label;
  private final ColumnSql sql;

  ClassQuery(Source source, Optional<Label> label) {
    this.source = source;
    this.label = label;
    this.sql = new ColumnSql(source);
  }

  ColumnSql sql() {
    return sql;
  }

  /**
   * The sums of each class, in the label's order; of all rows where there is no label.
   *
   * @param columns of the inner query
   * @param sums of the outer one
   * @return per class: how many rows it has, then the sums
   */
  List<double[]> run(List<String> columns, List<String> sums) {
    List<String> inner = new ArrayList<>(columns);
    inner.add(classText() + " AS y");
    List<String> outer = new ArrayList<>(List.of("y", "count(*)"));
    outer.addAll(sums);
    String query = source.withSql(source.select(inner)).select(outer) + " GROUP BY y";
    double[][] found = new double[label.map(target -> target.classes().size()).orElse(1)][];
    for (List<@Nullable Object> row : Scalars.rows(source.connection(), query)) {
      double[] numbers = new double[row.size() - 1];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = row.get(i + 1) instanceof Number n ? n.doubleValue() : Double.NaN;
      }
      found[index(String.valueOf(row.getFirst()))] = numbers;
    }
    return List.of(found);
  }

  /** The class of a row, as text. */
  private String classText() {
    return label.map(target -> sql.text(target.name())).orElse("''");
  }

  /** The index of a class by its text. */
  private int index(String text) {
    int index = label.map(target -> target.classes().indexOf(text)).orElse(0);
    if (index < 0) {
      throw new IllegalStateException("class '" + text + "' was not profiled");
    }
    return index;
  }

  /** The numbers, scaled, each class's from its own origin. */
  List<String> scaled(Origins origins) {
    List<String> result = new ArrayList<>();
    for (Feature.Numeric numeric : origins.layout().numericFeatures()) {
      int i = result.size();
      String scaled =
          sql.scaled(
              sql.present(numeric), origins.scaling().center()[i], origins.scaling().scale()[i]);
      result.add(scaled + offset(origins, i));
    }
    return result;
  }

  private String offset(Origins origins, int number) {
    StringJoiner cases = new StringJoiner(" ", " - CASE ", " ELSE 0e0 END");
    cases.setEmptyValue("");
    for (int k = 0; k < origins.classes(); k++) {
      double offset = origins.offsets()[k][number];
      if (offset != 0 && label.isPresent()) {
        cases.add(
            "WHEN %s = %s THEN %s"
                .formatted(
                    sql.text(label.get().name()),
                    source.dialect().string(label.get().classes().get(k)),
                    source.dialect().number(offset)));
      }
    }
    return cases.toString();
  }
}
