/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insitu.executor.fit.ClassCounts;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.Source;
import org.insitu.executor.warehouse.Scalars;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;
import org.jspecify.annotations.Nullable;

/**
 * The counts of naive Bayes in the warehouse: sums of the numbers by class, and rows by class and
 * level of every category in one query of grouping sets, unless the profile has counted them.
 */
final class MarginalsQuery {
  /** Columns of one query; some warehouses number grouping sets in 32 bits. */
  private static final int COLUMNS_MAX = 30;

  private final Source source;
  private final Label label;
  private final Optional<ClassCounts> counted;
  private final ClassQuery query;
  private final Origins origins;

  MarginalsQuery(TrainingSet data, Label label, Origins origins) {
    this.source = data.source();
    this.label = label;
    this.counted = data.profile().classCounts();
    this.query = new ClassQuery(source, Optional.of(label));
    this.origins = origins;
  }

  List<Marginals> run() {
    double[][] levels = new double[origins.classes()][origins.layout().levels()];
    countLevels(levels);
    int numbers = origins.layout().numbers();
    List<String> columns = query.scaled(origins);
    List<String> sums = new ArrayList<>();
    for (int i = 0; i < numbers; i++) {
      columns.set(i, columns.get(i) + " AS z" + i);
      sums.add("sum(z%d)".formatted(i));
    }
    for (int i = 0; i < numbers; i++) {
      sums.add("sum(z%1$d * z%1$d)".formatted(i));
    }
    List<double[]> rows = query.run(columns, sums);
    List<Marginals> result = new ArrayList<>();
    for (int k = 0; k < rows.size(); k++) {
      double[] row = rows.get(k);
      result.add(
          Marginals.of(
              row[0],
              Arrays.copyOfRange(row, 1, 1 + numbers),
              Arrays.copyOfRange(row, 1 + numbers, 1 + 2 * numbers),
              origins.offsets()[k],
              levels[k]));
    }
    return result;
  }

  private void countLevels(double[][] levels) {
    List<Feature.Category> categories = new ArrayList<>();
    for (Feature feature : origins.layout().features()) {
      if (feature instanceof Feature.Category category) {
        categories.add(category);
      }
    }
    int[] offsets = origins.layout().levelOffsets();
    if (counted.isPresent()) {
      for (int c = 0; c < offsets.length; c++) {
        take(counted.get(), c, categories.get(c), offsets[c], levels);
      }
      return;
    }
    for (int from = 0; from < categories.size(); from += COLUMNS_MAX) {
      int to = Math.min(categories.size(), from + COLUMNS_MAX);
      countLevels(categories.subList(from, to), Arrays.copyOfRange(offsets, from, to), levels);
    }
  }

  private void take(
      ClassCounts counts, int c, Feature.Category category, int offset, double[][] levels) {
    for (int k = 0; k < levels.length; k++) {
      String name = label.classes().get(k);
      int place = offset;
      for (String level : category.levels()) {
        levels[k][place++] = counts.rows(c, name, level);
      }
      if (category.missingSeen()) {
        levels[k][place] = counts.rows(c, name, null);
      }
    }
  }

  private void countLevels(List<Feature.Category> categories, int[] offsets, double[][] levels) {
    int n = categories.size();
    List<Map<String, Integer>> places = new ArrayList<>();
    for (int c = 0; c < n; c++) {
      places.add(places(categories.get(c), offsets[c]));
    }
    for (List<@Nullable Object> row : Scalars.rows(source.connection(), text(categories))) {
      int k = query.index(String.valueOf(row.get(2 * n)));
      for (int c = 0; c < n; c++) {
        if (((Number) java.util.Objects.requireNonNull(row.get(c))).intValue() == 0) {
          Object level = row.get(n + c);
          int place =
              level == null
                  ? offsets[c] + categories.get(c).levels().size()
                  : places.get(c).getOrDefault(level.toString(), -1);
          levels[k][place] = ((Number) row.getLast()).doubleValue();
        }
      }
    }
  }

  private static Map<String, Integer> places(Feature.Category category, int offset) {
    Map<String, Integer> places = new HashMap<>();
    for (String level : category.levels()) {
      places.put(level, offset + places.size());
    }
    return places;
  }

  /**
   * The columns: GROUPING of each (0 for the one a row is about), its text, the class, the count.
   */
  private String text(List<Feature.Category> categories) {
    List<String> inner = new ArrayList<>();
    List<String> outer = new ArrayList<>();
    List<String> sets = new ArrayList<>();
    for (int c = 0; c < categories.size(); c++) {
      inner.add(query.sql().text(categories.get(c).name()) + " AS c" + c);
      outer.add("GROUPING(c%d)".formatted(c));
      sets.add("(y, c%d)".formatted(c));
    }
    for (int c = 0; c < categories.size(); c++) {
      outer.add("c" + c);
    }
    inner.add(query.classText() + " AS y");
    outer.add("y");
    outer.add("count(*)");
    return source.withSql(source.select(inner)).select(outer)
        + " GROUP BY GROUPING SETS ("
        + String.join(", ", sets)
        + ")";
  }
}
