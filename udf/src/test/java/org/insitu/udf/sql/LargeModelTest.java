/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.LinearPredictor.Term;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.ModelPrograms;
import org.insitu.udf.model.PredictOptions;
import org.junit.jupiter.api.Test;

/** Models at the edge of what a warehouse's parser takes. */
class LargeModelTest {
  private static final SqlWriter WRITER = new SqlWriter(new DuckDbDialect(), TreeForm.AUTO);

  @Test
  void addsMoreTermsThanAnExpressionMayNest() {
    int count = 1200;
    List<Feature> features = new ArrayList<>();
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      features.add(new Feature.Numeric("x" + i, ValueType.DOUBLE, i, 1));
      terms.add(new Term.Slope(0.5));
    }
    ModelFunction model =
        new ModelFunction.LinearRegression(
            features, new Label("y", ValueType.DOUBLE, List.of()), new LinearPredictor(1, terms));
    Program program = ModelPrograms.of(model, PredictOptions.DEFAULTS);
    String columns =
        String.join(", ", IntStream.range(0, count).mapToObj(i -> "1 AS x" + i).toList());
    try (TestingDuckDb db = new TestingDuckDb()) {
      String source = "SELECT " + columns;
      String layered = WRITER.select(program, source, List.of(), Map.of()).sql();
      String inline = WRITER.inline(program, "predicted_y", Map.of()).sql();

      assertThat(db.query(layered)).isEqualTo(List.of(List.of(1 + 0.5 * count)));
      assertThat(db.query("SELECT " + inline + " FROM (" + source + ")"))
          .isEqualTo(List.of(List.of(1 + 0.5 * count)));
    }
  }

  @Test
  void findsEveryKeyOfALargeDictionary() {
    List<String> levels =
        IntStream.range(0, 5000).mapToObj(i -> "k" + Integer.toString(i, 36)).sorted().toList();
    List<Double> weights = IntStream.range(0, 5000).mapToObj(i -> i + 0.5).toList();
    ModelFunction model =
        new ModelFunction.LinearRegression(
            List.of(new Feature.Category("c", ValueType.VARCHAR, levels, true)),
            new Label("y", ValueType.DOUBLE, List.of()),
            new LinearPredictor(0, List.of(new Term.Weights(weights, -7))));
    Program program = ModelPrograms.of(model, PredictOptions.DEFAULTS);
    String source =
        "SELECT c FROM (VALUES ('"
            + String.join("'), ('", levels)
            + "'), (NULL), (''), ('k'), ('zzz'), ('K1')) v(c)";
    try (TestingDuckDb db = new TestingDuckDb()) {
      List<List<Object>> rows =
          db.query(WRITER.select(program, source, List.of("c"), Map.of()).sql());

      assertThat(rows).hasSize(5005);
      for (List<Object> row : rows) {
        int level = row.getFirst() == null ? -1 : levels.indexOf((String) row.getFirst());
        double expected = row.getFirst() == null ? -7 : level < 0 ? 0 : level + 0.5;
        assertThat((Double) row.get(1)).isCloseTo(expected, within(0.0));
      }
    }
  }
}
