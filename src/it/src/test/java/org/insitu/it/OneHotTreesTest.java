/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.insitu.it.testing.TestingInsitu;
import org.insitu.it.testing.TestingSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees over one column of 0 and 1 for each level of a category. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneHotTreesTest {
  private static final String DATA =
      """
      CREATE TABLE t AS SELECT i AS id, CASE WHEN i % 7 > 0 THEN chr(CAST(97 + (i * i) % 5 AS INT)) END AS c,
        i % 2 = 0 AS flag, (i * 7) % 13 AS z,
        CASE WHEN i % 7 > 0 AND (i * i) % 5 = 1 THEN 10 ELSE (i * 7) % 13 END + i % 2 AS y
      FROM range(1, 601) AS r(i)\
      """;

  private static final String ENCODED =
      " OPTIONS (MODEL_TYPE = '%s', INPUT_LABEL_COLS = ['y'], DATA_SPLIT_METHOD = 'NO_SPLIT',"
          + " CATEGORY_ENCODING_METHOD = '%s') AS SELECT %s, z, y FROM t";

  private static final String BY_HAND =
      "(c IS NOT DISTINCT FROM 'a')::DOUBLE AS c_a, (c IS NOT DISTINCT FROM 'b')::DOUBLE AS c_b,"
          + " (c IS NOT DISTINCT FROM 'e')::DOUBLE AS c_e, (c IS NULL)::DOUBLE AS \"c IS NULL\","
          + " (NOT flag)::DOUBLE AS flag_false, flag::DOUBLE AS flag_true";

  @RegisterExtension final TestingSession session = new TestingSession(DATA);

  private List<List<Object>> rows(String sql) throws SQLException {
    return session.rows(sql);
  }

  /** The same model, bit for bit, as over columns that a query makes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "DECISION_TREE_REGRESSOR",
        "BOOSTED_TREE_REGRESSOR",
        "RANDOM_FOREST_CLASSIFIER",
        "BOOSTED_TREE_CLASSIFIER"
      })
  void equalsColumnsByHand(String type) throws SQLException {
    session.run(
        "CREATE OR REPLACE MODEL hot FUNCTION hot_of"
            + ENCODED.formatted(type, "ONE_HOT_ENCODING", "c, flag"),
        "CREATE OR REPLACE MODEL hand" + ENCODED.formatted(type, "LABEL_ENCODING", BY_HAND));
    String importance = "SELECT * FROM ML.FEATURE_IMPORTANCE(MODEL %s)";
    assertThat(rows(importance.formatted("hot"))).isEqualTo(rows(importance.formatted("hand")));
    List<List<Object>> expected =
        rows(
            "SELECT id, predicted_y FROM ML.PREDICT(MODEL hand, (SELECT id, z, %s FROM t)) ORDER BY id"
                .formatted(BY_HAND));
    assertThat(rows("SELECT id, predicted_y FROM ML.PREDICT(MODEL hot, TABLE t) ORDER BY id"))
        .hasSize(600)
        .isEqualTo(expected);
    assertThat(rows("SELECT id, hot_of(c, flag, z) FROM t ORDER BY id")).isEqualTo(expected);
    // The warehouse adds metrics up in parallel.
    String rounded = "SELECT round(COLUMNS(*), 12) FROM ";
    assertThat(rows(rounded + "ML.EVALUATE(MODEL hot, TABLE t)"))
        .isEqualTo(rows(rounded + "ML.EVALUATE(MODEL hot)"));
  }

  /** A level that training did not have is in none of the columns. */
  @Test
  void anUnseenLevelIsNone() throws SQLException {
    session.run(
        "CREATE OR REPLACE MODEL hot"
            + ENCODED.formatted("DECISION_TREE_REGRESSOR", "ONE_HOT_ENCODING", "c, flag"),
        "CREATE OR REPLACE MODEL hand"
            + ENCODED.formatted("DECISION_TREE_REGRESSOR", "LABEL_ENCODING", BY_HAND));
    assertThat(
            rows(
                "SELECT predicted_y FROM ML.PREDICT(MODEL hot, (SELECT 'never' AS c, NULL AS flag,"
                    + " 3 AS z))"))
        .isEqualTo(
            rows(
                "SELECT predicted_y FROM ML.PREDICT(MODEL hand, (SELECT 0.0 AS c_a, 0.0 AS c_b, 0.0"
                    + " AS c_e, 0.0 AS \"c IS NULL\", 0.0 AS flag_false, 0.0 AS flag_true, 3 AS"
                    + " z))"));
  }

  /**
   * ML.ONE_HOT_ENCODER does the same to one category; the first column is of all others, if there
   * are any.
   */
  @Test
  void oneHotEncoderMakesColumnsForTrees() throws SQLException {
    session.run(
        "CREATE OR REPLACE MODEL one TRANSFORM (ML.ONE_HOT_ENCODER(c, 'none', 100, 1) OVER () AS c,"
            + " ML.ONE_HOT_ENCODER(flag, 'none', 100, 1) OVER () AS flag, z, y)"
            + ENCODED.formatted("DECISION_TREE_REGRESSOR", "LABEL_ENCODING", "c, flag"));
    assertThat(rows("SELECT feature FROM ML.FEATURE_IMPORTANCE(MODEL one)"))
        .extracting(List::getFirst)
        .containsExactly("c of others", "c_a", "c_b", "c_e", "flag_false", "flag_true", "z");
    assertThat(
            rows("SELECT c FROM ML.TRANSFORM(MODEL one, (SELECT 'b' AS c, TRUE AS flag, 1 AS z))")
                .toString())
        .contains("index: 2");
  }

  @Test
  void survivesARestart(@TempDir Path folder) throws SQLException {
    String ask = "SELECT predicted_y FROM ML.PREDICT(MODEL hot, TABLE t) ORDER BY id";
    List<List<Object>> before;
    try (TestingInsitu first = TestingInsitu.on(folder.resolve("w.db"));
        Connection session = first.connect()) {
      TestingInsitu.run(
          session,
          DATA,
          "CREATE MODEL hot"
              + ENCODED.formatted("BOOSTED_TREE_REGRESSOR", "ONE_HOT_ENCODING", "c, flag"));
      before = TestingInsitu.rows(session, ask);
    }
    try (TestingInsitu again = TestingInsitu.on(folder.resolve("w.db"));
        Connection session = again.connect()) {
      assertThat(TestingInsitu.rows(session, ask)).hasSize(600).isEqualTo(before);
    }
  }

  @Test
  void tooManyLevelsAreRefused() {
    assertThatThrownBy(
            () ->
                rows(
                    "CREATE MODEL wide OPTIONS (MODEL_TYPE = 'DECISION_TREE_REGRESSOR',"
                        + " INPUT_LABEL_COLS = ['y'], CATEGORY_ENCODING_METHOD ="
                        + " 'ONE_HOT_ENCODING') AS SELECT i::VARCHAR AS c, i AS y FROM range(1500)"
                        + " AS r(i)"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(
            "Column 'c' has more categories than can be columns of 0 and 1 (allowed: <= 1000)");
  }
}
