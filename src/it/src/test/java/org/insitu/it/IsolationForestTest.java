/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.util.List;
import org.insitu.it.testing.TestingSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ISOLATION_FOREST through the driver. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationForestTest {
  @RegisterExtension final TestingSession session = new TestingSession();

  @BeforeAll
  void makeData() throws SQLException {
    session.run(
        """
        CREATE TABLE t AS SELECT i AS id, hash(i) % 1000 / 100.0 AS x, sin(i) AS y,
          CASE WHEN i % 40 = 0 THEN NULL ELSE chr(97 + (hash(i + 1) % 4)::INT) END AS c
        FROM range(5000) AS r(i)
        UNION ALL SELECT 9000 + i, 100 + 20 * i, -20 - 5 * i, 'a' FROM range(10) AS o(i)\
        """,
        "CREATE MODEL odd OPTIONS (MODEL_TYPE = 'ISOLATION_FOREST', CONTAMINATION = 0.002, SEED ="
            + " 3) AS SELECT x, y, c FROM t",
        "CREATE MODEL small OPTIONS (MODEL_TYPE = 'ISOLATION_FOREST', NUM_TREES = 8,"
            + " MAX_SAMPLES = 32) AS SELECT x, y, c FROM t");
  }

  private List<List<Object>> rows(String sql) throws SQLException {
    return session.rows(sql);
  }

  @Test
  void findsThePlantedRows() throws SQLException {
    List<List<Object>> found =
        rows("SELECT id FROM ML.PREDICT(MODEL odd, TABLE t) WHERE is_anomaly ORDER BY id");
    assertThat(found).hasSize(10);
    // One row of the crowd is at the edge of every column: nine of the ten are planted.
    assertThat(found)
        .filteredOn(row -> ((Number) row.getFirst()).longValue() >= 9000)
        .hasSizeGreaterThanOrEqualTo(9);
  }

  @Test
  void answersTheSameAsExpressionAndAsFunction() throws SQLException {
    // The small forest is written out in the query; with the odd columns it meets every branch.
    List<List<Object>> differing =
        rows(
            """
            SELECT max(abs(a.anomaly_score - b.score)), count(*) FILTER (a.is_anomaly), count(*)
            FROM ML.PREDICT(MODEL small, (SELECT * REPLACE (CASE WHEN id % 3 = 0 THEN 'new' ELSE c
              END AS c, CASE WHEN id % 7 = 0 THEN NULL ELSE x END AS x) FROM t)) AS a
            JOIN (SELECT id, PREDICT(small) AS score FROM (SELECT * REPLACE (CASE WHEN id % 3 = 0
              THEN 'new' ELSE c END AS c, CASE WHEN id % 7 = 0 THEN NULL ELSE x END AS x) FROM t))
              AS b USING (id)\
            """);
    assertThat((Double) differing.getFirst().getFirst()).isLessThan(1e-12);
    assertThat(differing.getFirst().get(2)).isEqualTo(5010L);
    assertThat(rows("EXPLAIN SELECT * FROM ML.PREDICT(MODEL small, TABLE t)").toString())
        .contains("CASE");
  }

  @Test
  void saysHowItWasFitted() throws SQLException {
    assertThat(rows("SELECT iteration, loss FROM ML.TRAINING_INFO(MODEL odd)"))
        .hasSize(1)
        .first()
        .satisfies(row -> assertThat(row.get(1)).isNull());
    assertThat(
            rows(
                "SELECT feature, importance_weight > 100, importance_gain, importance_cover > 2"
                    + " FROM ML.FEATURE_IMPORTANCE(MODEL odd)"))
        .extracting(List::toString)
        .containsExactly("[x, true, null, true]", "[y, true, null, true]", "[c, true, null, true]");
    assertThat(rows("SELECT input FROM ML.FEATURE_INFO(MODEL odd)")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CONTAMINATION = 0.7                | INS-105 | Option 'contamination' is 0.7 (allowed: > 0, <= 0.5).
          MAX_SAMPLES = 1                    | INS-105 | Option 'max_samples' is 1 (allowed: 2 to 1000000).
          INPUT_LABEL_COLS = ['x']           | INS-106 | Option 'input_label_cols' belongs to
          MAX_ITERATIONS = 5                 | INS-106 | Option 'max_iterations' belongs to
          execution = 'warehouse'            | INS-110 | execution = 'warehouse' is not available yet for ISOLATION_FOREST.
          """)
  void refuses(String option, String code, String text) {
    Throwable error =
        catchThrowable(
            () ->
                session.run(
                    "CREATE MODEL refused OPTIONS (MODEL_TYPE = 'ISOLATION_FOREST', "
                        + option
                        + ") AS SELECT x, y FROM t"));
    assertThat(error).hasMessageContaining(code).hasMessageContaining(text);
  }

  @Test
  void refusesToBeEvaluated() {
    Throwable error = catchThrowable(() -> rows("SELECT * FROM ML.EVALUATE(MODEL odd, TABLE t)"));
    assertThat(error).hasMessageContaining("INS-209");
    error = catchThrowable(() -> rows("SELECT * FROM ML.EVALUATE(MODEL odd)"));
    assertThat(error)
        .hasMessageContaining(
            "ML.EVALUATE needs a model with a label, or clusters; model 'odd' is");
  }

  @Test
  void needsTwoRows() {
    Throwable error =
        catchThrowable(
            () ->
                session.run(
                    "CREATE MODEL refused OPTIONS (MODEL_TYPE = 'ISOLATION_FOREST')"
                        + " AS SELECT x FROM t LIMIT 1"));
    assertThat(error).hasMessageContaining("INS-312").hasMessageContaining("Rows: 1 (expected");
  }
}
