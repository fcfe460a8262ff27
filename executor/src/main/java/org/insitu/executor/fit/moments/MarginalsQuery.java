/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.fit.ClassCounts;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.Source;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;

/**
 * The counts of naive Bayes in the warehouse: sums of the numbers by class, and rows by class and
 * level of every category in one query of grouping sets, unless the profile has counted them.
 */
final class MarginalsQuery {
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
    if (categories.isEmpty()) {
      return;
    }
    int[] offsets = origins.layout().levelOffsets();
    ClassCounts counts = counted.orElseGet(() -> count(categories));
    for (int c = 0; c < offsets.length; c++) {
      take(counts, c, categories.get(c), offsets[c], levels);
    }
  }

  private ClassCounts count(List<Feature.Category> categories) {
    Schema columns = source.describe();
    return ClassCounts.of(
        source,
        categories.stream().map(category -> columns.findField(category.name())).toList(),
        columns.findField(label.name()));
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
}
