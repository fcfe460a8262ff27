/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.RefusedRowException;
import org.insitu.udf.model.ExplainOptions;
import org.insitu.udf.model.ModelExplanations;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.ModelPrograms;
import org.insitu.udf.model.Policies;
import org.insitu.udf.model.Policy;
import org.insitu.udf.model.PredictOptions;
import org.insitu.udf.model.TestingModels;
import org.insitu.udf.model.TestingPolicies;
import org.insitu.udf.sql.DuckDbDialect;
import org.insitu.udf.sql.SqlWriter;
import org.insitu.udf.sql.TestingDuckDb;
import org.insitu.udf.sql.TestingRows;
import org.insitu.udf.sql.TreeForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Policies are obeyed alike by the kernel and by DuckDB, and change no other row. */
class PolicyParityTest {
  private static final PredictOptions OPTIONS = new PredictOptions(0.4, true);
  private static final SqlWriter WRITER = new SqlWriter(new DuckDbDialect(), TreeForm.AUTO);

  static Stream<Arguments> models() {
    return TestingModels.all().stream()
        .flatMap(
            model ->
                Stream.of(Policy.NULL, Policy.FLAG).map(policy -> Arguments.of(model, policy)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void agreesOnOddRowsAndLeavesOthersAlone(ModelFunction model, Policy policy) {
    ModelFunction guarded = TestingPolicies.all(model, policy);
    Program program = ModelPrograms.of(guarded, OPTIONS);
    try (TestingDuckDb db = new TestingDuckDb()) {
      TestingRows.create(db, "DOUBLE", "DOUBLE", "VARCHAR");
      TestingRows.addExtremes(db);
      String rows = "SELECT * FROM people WHERE id > 2500 ORDER BY id";
      TestingParity.checkCalling(db, program, rows);
      if (!(model instanceof ModelFunction.NearestNeighbors)) {
        TestingParity.check(db, program, rows);
      }
      List<List<Object>> answers = TestingParity.kernel(db, program, rows);
      List<List<Object>> plain = TestingParity.kernel(db, ModelPrograms.of(model, OPTIONS), rows);
      List<String> statuses = statuses(db, guarded, rows);
      assertThat(statuses).containsNull().anyMatch(status -> status != null);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i)).isEqualTo(expected(plain.get(i), statuses.get(i), policy));
      }
    }
  }

  private static List<Object> expected(List<Object> plain, String status, Policy policy) {
    List<Object> row = new ArrayList<>(plain);
    if (policy == Policy.FLAG) {
      row.add(status);
    } else if (status != null) {
      row.replaceAll(_ -> null);
    }
    return row;
  }

  /** What is odd of each row, found by plain SQL. */
  private static List<String> statuses(TestingDuckDb db, ModelFunction model, String rows) {
    List<String> parts = new ArrayList<>();
    model
        .features()
        .forEach(
            feature ->
                parts.add(
                    switch (feature.name()) {
                      case "age", "income" -> number(feature.name());
                      case "city" -> category("city", "('Graz', 'O''Fallon', 'Zürich')");
                      case "member" -> category("member", "('true', 'false')");
                      case "day" -> category("day", "('2024-02-29', '2025-01-01')");
                      default -> throw new AssertionError(feature);
                    }));
    String sql =
        "SELECT nullif(array_to_string(list_filter([%s], lambda x: x IS NOT NULL), '; '), '')"
            + " FROM (%s)";
    return db.query(sql.formatted(String.join(", ", parts), rows)).stream()
        .map(row -> (String) row.getFirst())
        .toList();
  }

  private static String number(String name) {
    return """
    CASE WHEN %1$s IS NULL OR isnan(%1$s) THEN '%1$s: NULL'
      WHEN %1$s NOT BETWEEN 20 AND 1400 THEN '%1$s: out of range' END\
    """
        .formatted(name);
  }

  private static String category(String name, String levels) {
    return """
    CASE WHEN %1$s IS NULL THEN '%1$s: NULL'
      WHEN CAST(%1$s AS VARCHAR) NOT IN %2$s THEN '%1$s: unseen' END\
    """
        .formatted(name, levels);
  }

  @Test
  void agreesOnExplanations() {
    ModelFunction model = TestingPolicies.all(TestingModels.binary(), Policy.NULL);
    Program program = ModelExplanations.of(model, new ExplainOptions(5, 0.5));
    try (TestingDuckDb db = new TestingDuckDb()) {
      TestingRows.create(db, "DOUBLE", "DOUBLE", "VARCHAR");
      String rows = "SELECT * FROM people ORDER BY id LIMIT 200";
      TestingParity.check(db, program, rows);
      List<String> statuses = statuses(db, model, rows);
      List<List<Object>> answers = TestingParity.kernel(db, program, rows);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).stream().allMatch(value -> value == null))
            .isEqualTo(statuses.get(i) != null);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          age    | NULL                      | column 'age' is NULL
          age    | CAST('NaN' AS DOUBLE)     | column 'age' is NULL
          age    | 19.5e0                    | column 'age' is outside of the range seen in training, 20.0 to 1400.0: 19.5
          income | CAST('Infinity' AS DOUBLE)| column 'income' is outside of the range seen in training, 20.0 to 1400.0
          income | CAST('-Infinity' AS DOUBLE)| column 'income' is outside of the range seen in training, 20.0 to 1400.0
          city   | NULL                      | column 'city' is NULL
          city   | 'O''Fall'                 | column 'city' has a category not seen in training: O'Fall
          day    | DATE '1999-12-31'         | column 'day' has a category not seen in training: 1999-12-31
          """)
  void refusesInWords(String column, String value, String reason) {
    ModelFunction model = TestingPolicies.all(TestingModels.multinomial(), Policy.ERROR);
    Program program = ModelPrograms.of(model, OPTIONS);
    String row =
        "SELECT * REPLACE (%s AS %s) FROM (SELECT 30e0 AS age, 1200e0 AS income, 'Graz' AS city,"
            + " true AS member, DATE '2024-02-29' AS day) AS seen";
    try (TestingDuckDb db = new TestingDuckDb()) {
      String odd = row.formatted(value, column);
      String refusal = refusal(db, program, odd);
      assertThat(refusal).startsWith(reason);
      String sql = WRITER.select(program, odd, List.of(), Map.of()).sql();
      assertThat(catchThrowable(() -> db.query(sql)))
          .rootCause()
          // Engines write infinity in their own way.
          .hasMessageContaining(RefusedRowException.MARK + refusal.replace("Infinity", "inf"));
      assertThat(TestingParity.kernel(db, program, row.formatted("30e0", "age"))).hasSize(1);
    }
  }

  /** The reason why the kernel refuses a row. */
  private static String refusal(TestingDuckDb db, Program program, String row) {
    Throwable thrown = catchThrowable(() -> TestingParity.kernel(db, program, row));
    assertThat(thrown).hasRootCauseInstanceOf(RefusedRowException.class);
    return thrown.getCause().getMessage();
  }

  @Test
  void refusesBeforeItWithholds() {
    ModelFunction model =
        TestingPolicies.only(
            TestingPolicies.only(
                TestingModels.linear(),
                "age",
                new Policies(Policy.NULL, Policy.DEFAULT, Optional.empty())),
            "city",
            new Policies(Policy.ERROR, Policy.FLAG, Optional.empty()));
    Program program = ModelPrograms.of(model, OPTIONS);
    assertThat(program.outputs().getLast().name()).isEqualTo("prediction_status");
    String row =
        "SELECT CAST(%s AS DOUBLE) AS age, 1200e0 AS income, %s AS city, true AS member,"
            + " DATE '2024-02-29' AS day";
    try (TestingDuckDb db = new TestingDuckDb()) {
      String both = row.formatted("NULL", "CAST(NULL AS VARCHAR)");
      assertThat(refusal(db, program, both)).isEqualTo("column 'city' is NULL");
      assertThat(TestingParity.kernel(db, program, row.formatted("NULL", "'Rome'")))
          .containsExactly(java.util.Arrays.asList(null, "age: NULL; city: unseen"));
      TestingParity.check(db, program, row.formatted("NULL", "'Rome'"));
    }
  }
}
