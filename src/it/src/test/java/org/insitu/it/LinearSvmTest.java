/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.insitu.it.testing.TestingInsitu;
import org.insitu.it.testing.TestingSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LINEAR_SVM through the driver. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinearSvmTest {
  private static final String DATA =
      """
      CREATE TABLE t AS SELECT i AS id, hash(i) % 1000 / 100.0 AS x,
        CASE WHEN i % 50 = 0 THEN NULL ELSE hash(i + 5) % 1000 / 100.0 END AS z,
        ['a', 'b', NULL][1 + (hash(i + 9) % 3)::INT] AS c,
        CASE WHEN hash(i) % 1000 + hash(i + 5) % 1000 * 2 + hash(i + 1) % 600 > 1700 THEN 'yes'
          ELSE 'no' END AS answer,
        CASE WHEN hash(i) % 1000 < 300 THEN 'low' WHEN hash(i + 5) % 1000 < 500 THEN 'mid'
          ELSE 'high' END AS kind
      FROM range(2000) AS r(i)\
      """;
  private static final String CREATE =
      "CREATE MODEL %s OPTIONS (MODEL_TYPE = 'LINEAR_SVM', INPUT_LABEL_COLS = ['%s'], EXECUTION ="
          + " '%s') AS SELECT x, z, c, %2$s FROM t";

  @RegisterExtension final TestingSession session = new TestingSession();

  @BeforeAll
  void makeData() throws SQLException {
    session.run(
        DATA,
        CREATE.formatted("answer_here", "answer", "local"),
        CREATE.formatted("answer_there", "answer", "warehouse"),
        CREATE.formatted("kind_here", "kind", "local"),
        CREATE.formatted("kind_there", "kind", "warehouse"));
  }

  private List<List<Object>> rows(String sql) throws SQLException {
    return session.rows(sql);
  }

  @ParameterizedTest
  @ValueSource(strings = {"answer:yes", "kind:low", "kind:mid", "kind:high"})
  void fitsTheSameHereAndThere(String asked) throws SQLException {
    String model = asked.split(":", 2)[0];
    String name = asked.split(":", 2)[1];
    assertThat(
            (Double)
                rows("SELECT max(abs(PROBABILITY(%1$s_here FOR '%2$s') - PROBABILITY(%1$s_there FOR '%2$s'))) FROM t"
                        .formatted(model, name))
                    .getFirst()
                    .getFirst())
        .isLessThan(1e-9);
  }

  @Test
  void learnsWhatTheDataSay() throws SQLException {
    assertThat(
            (Double)
                rows("SELECT accuracy FROM ML.EVALUATE(MODEL answer_here)").getFirst().getFirst())
        .isGreaterThan(0.85);
    assertThat(
            rows(
                "SELECT max(abs(1 - list_sum([p.prob for p in predicted_kind_probs]))) < 1e-12 FROM"
                    + " ML.PREDICT(MODEL kind_here, TABLE t)"))
        .containsExactly(List.of(true));
  }

  @Test
  void explainsTheMarginExactly() throws SQLException {
    assertThat(
            rows(
                """
                SELECT max(abs(baseline_prediction_value
                  + list_sum([a.attribution for a in top_feature_attributions])
                  - prediction_value)) < 1e-9, max(approximation_error)
                FROM ML.EXPLAIN_PREDICT(MODEL answer_here, TABLE t)\
                """))
        .containsExactly(List.of(true, 0.0));
    assertThat(rows("SELECT processed_input FROM ML.WEIGHTS(MODEL answer_here)"))
        .containsExactly(List.of("x"), List.of("z"), List.of("c"), List.of("__INTERCEPT__"));
  }

  @Test
  void tunesItsPenalty() throws SQLException {
    session.run(
        "CREATE OR REPLACE MODEL tuned OPTIONS (MODEL_TYPE = 'LINEAR_SVM', NUM_TRIALS = 3,"
            + " INPUT_LABEL_COLS = ['answer']) AS SELECT x, z, c, answer FROM t");
    assertThat(
            rows("SELECT count(DISTINCT hyperparameters.l2_reg) FROM ML.TRIAL_INFO(MODEL tuned)"))
        .containsExactly(List.of(3L));
  }

  @Test
  void isTheSameAfterARestart(@TempDir Path folder) throws SQLException {
    TestingInsitu.assertSameAfterRestart(
        folder.resolve("svm.db"),
        "SELECT * FROM ML.PREDICT(MODEL kept, TABLE t) ORDER BY id LIMIT 100",
        DATA,
        CREATE.formatted("kept", "kind", "local"));
  }

  @Test
  void oneClassIsRefused() {
    assertThat(
            catchThrowable(
                () ->
                    session.run(
                        "CREATE MODEL one OPTIONS (MODEL_TYPE = 'LINEAR_SVM', INPUT_LABEL_COLS ="
                            + " ['y']) AS SELECT x, 'only' AS y FROM t")))
        .hasMessageContaining("The label 'y' is 'only' in all");
  }
}
