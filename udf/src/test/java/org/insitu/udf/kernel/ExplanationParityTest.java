/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.insitu.udf.expression.Program;
import org.insitu.udf.model.ExplainOptions;
import org.insitu.udf.model.ModelExplanations;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.ModelPrograms;
import org.insitu.udf.model.PredictOptions;
import org.insitu.udf.model.TestingModels;
import org.insitu.udf.sql.TestingDuckDb;
import org.insitu.udf.sql.TestingRows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every explanation is in the kernel what it is in DuckDB, and adds up. */
class ExplanationParityTest {
  private static final String ROWS = "SELECT * FROM people ORDER BY id";

  static List<ModelFunction> models() {
    return TestingModels.all().stream().filter(ModelExplanations::areDefined).toList();
  }

  @ParameterizedTest
  @MethodSource("models")
  void agrees(ModelFunction model) {
    try (TestingDuckDb db = new TestingDuckDb()) {
      TestingRows.create(db, "BIGINT", "DOUBLE", "VARCHAR");
      for (int top : new int[] {1, 2, 5}) {
        TestingParity.checkCalling(
            db, ModelExplanations.of(model, new ExplainOptions(top, 0.4)), ROWS);
      }
      TestingParity.checkCalling(db, ModelExplanations.attributions(model), ROWS);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void agreesOnOddNumbers(ModelFunction model) {
    try (TestingDuckDb db = new TestingDuckDb()) {
      TestingRows.create(db, "DOUBLE", "DOUBLE", "VARCHAR");
      TestingRows.addExtremes(db);
      TestingParity.checkCalling(
          db,
          ModelExplanations.of(model, new ExplainOptions(5, 0.4)),
          "SELECT * FROM people WHERE id > 2990 ORDER BY id");
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void agreesWhenEverythingIsNull(ModelFunction model) {
    try (TestingDuckDb db = new TestingDuckDb()) {
      TestingParity.checkCalling(
          db,
          ModelExplanations.of(model, new ExplainOptions(5, 0.5)),
          "SELECT NULL AS age, CAST(NULL AS DOUBLE) AS income, CAST(NULL AS VARCHAR) AS city,"
              + " CAST(NULL AS BOOLEAN) AS member, CAST(NULL AS DATE) AS day FROM range(100)");
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void addsUpAndPredictsWhatPredictDoes(ModelFunction model) {
    Program program = ModelExplanations.of(model, new ExplainOptions(100, 0.4));
    Program prediction = ModelPrograms.of(model, new PredictOptions(0.4, true));
    boolean classes = !model.label().orElseThrow().classes().isEmpty();
    try (TestingDuckDb db = new TestingDuckDb()) {
      TestingRows.create(db, "BIGINT", "DOUBLE", "VARCHAR");
      List<List<Object>> explained = TestingParity.kernel(db, program, ROWS);
      List<List<Object>> predicted = TestingParity.kernel(db, prediction, ROWS);
      assertThat(explained).hasSize(3000);
      for (int i = 0; i < explained.size(); i++) {
        List<Object> row = explained.get(i);
        assertThat(row.getFirst()).isEqualTo(predicted.get(i).getFirst());
        int at = classes ? 2 : 1;
        List<?> shares = (List<?>) row.get(at);
        assertThat(shares).hasSize(model.features().size());
        double sum = (double) row.get(at + 1);
        double above = Double.POSITIVE_INFINITY;
        for (Object share : shares) {
          double value = (double) ((List<?>) share).get(1);
          assertThat(Math.abs(value)).isLessThanOrEqualTo(above);
          above = Math.abs(value);
          sum += value;
        }
        assertThat(sum)
            .isCloseTo((double) row.get(at + 2), within(1e-12 * Math.max(1, above(shares))));
        if (classes) {
          assertThat(row.get(1)).isEqualTo(probability(predicted.get(i)));
        } else if (!(model
            instanceof ModelFunction.GeneralizedLinear)) { // explained before its link
          assertThat(row.get(at + 2)).isEqualTo(row.getFirst());
        }
        assertThat(row.getLast()).isEqualTo(0.0);
      }
    }
  }

  private static double above(List<?> shares) {
    return Math.abs((double) ((List<?>) shares.getFirst()).get(1));
  }

  /** Of the predicted class, from the list of all. */
  private static Object probability(List<Object> predicted) {
    return ((List<?>) predicted.get(1))
        .stream()
            .map(List.class::cast)
            .filter(entry -> entry.getFirst().equals(predicted.getFirst()))
            .findFirst()
            .orElseThrow()
            .getLast();
  }
}
