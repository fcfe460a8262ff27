/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ML.DETECT_ANOMALIES of PCA and isolation forests, against sums and quantiles in SQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScoredAnomaliesTest {
  private static final String TABLE =
      "CREATE TABLE t AS SELECT i AS id, i * 7919 % 1009 / 100.0 AS x,"
          + " 3 * (i * 7919 % 1009) / 100.0 + hash(i) % 1000 / 1000.0 AS y,"
          + " CASE WHEN i % 31 = 0 THEN NULL ELSE 'k' || (i % 3) END AS c FROM range(3000) AS r(i)";
  private static final String PCA =
      "CREATE MODEL pca OPTIONS (MODEL_TYPE = 'PCA', NUM_PRINCIPAL_COMPONENTS = 1)"
          + " AS SELECT x, y, c FROM t";

  @RegisterExtension final TestingSession session = new TestingSession();

  @BeforeAll
  void fit() throws SQLException {
    session.run(
        TABLE,
        PCA,
        "CREATE MODEL numbers OPTIONS (MODEL_TYPE = 'PCA', NUM_PRINCIPAL_COMPONENTS = 1)"
            + " AS SELECT x, y FROM t",
        "CREATE MODEL forest OPTIONS (MODEL_TYPE = 'ISOLATION_FOREST', NUM_TREES = 50)"
            + " AS SELECT x, y, c FROM t",
        "CREATE MODEL made TRANSFORM (x, ML.STANDARD_SCALER(y) OVER () AS y2, upper(c) AS u)"
            + " OPTIONS (MODEL_TYPE = 'PCA', NUM_PRINCIPAL_COMPONENTS = 1) AS SELECT x, y, c FROM"
            + " t",
        "CREATE MODEL made_forest TRANSFORM (x - y AS d) OPTIONS (MODEL_TYPE ="
            + " 'ISOLATION_FOREST') AS SELECT x, y FROM t");
  }

  private List<List<Object>> rows(String sql) throws SQLException {
    return session.rows(sql);
  }

  /** Of two standardised columns the error is half the square of the second component. */
  @Test
  void theErrorIsWhatTheOtherComponentsWouldTell() throws SQLException {
    session.run(
        "CREATE OR REPLACE MODEL two OPTIONS (MODEL_TYPE = 'PCA', NUM_PRINCIPAL_COMPONENTS = 2)"
            + " AS SELECT x, y FROM t");
    List<List<Object>> differing =
        rows(
            "SELECT max(abs(mean_squared_error - principal_component_2 ** 2 / 2)), count(*)"
                + " FROM ML.DETECT_ANOMALIES(MODEL numbers, STRUCT(0.1 AS contamination), TABLE t)"
                + " AS a JOIN ML.PREDICT(MODEL two, TABLE t, STRUCT(TRUE AS"
                + " keep_original_columns)) AS p USING (id)");
    assertThat((Double) differing.getFirst().getFirst()).isLessThan(1e-14);
    assertThat(differing.getFirst().get(1)).isEqualTo(3000L);
  }

  @Test
  void theMeanErrorIsTheLossOfTheFit() throws SQLException {
    // The loss is the mean squared distance; two numbers and four levels are six columns.
    double loss =
        (Double) rows("SELECT loss FROM ML.TRAINING_INFO(MODEL pca)").getFirst().getFirst();
    double mean =
        (Double)
            rows("SELECT avg(mean_squared_error) FROM ML.DETECT_ANOMALIES(MODEL pca,"
                    + " STRUCT(0 AS contamination), TABLE t)")
                .getFirst()
                .getFirst();
    assertThat(mean * 6).isCloseTo(loss, within(1e-12));
  }

  @Test
  void theScoreOfAForestIsThatOfPredict() throws SQLException {
    assertThat(
            rows(
                "SELECT count(*) FILTER (a.anomaly_score <> p.anomaly_score), count(*) FROM"
                    + " ML.DETECT_ANOMALIES(MODEL forest, STRUCT(0.1 AS contamination), TABLE t) AS"
                    + " a JOIN ML.PREDICT(MODEL forest, TABLE t) AS p USING (id)"))
        .isEqualTo(List.of(List.of(0L, 3000L)));
  }

  @ParameterizedTest
  @CsvSource({
    "pca, 0, 0",
    "pca, 0.01, 30",
    "pca, 0.25, 750",
    "forest, 0, 0",
    "forest, 0.01, 30",
    "forest, 0.25, 750",
    "made, 0.1, 300",
    "made_forest, 0.1, 300"
  })
  void thatShareOfTheTrainingRowsIsAbove(String model, double contamination, long expected)
      throws SQLException {
    long found =
        (Long)
            rows("SELECT count(*) FROM ML.DETECT_ANOMALIES(MODEL %s, TABLE t, STRUCT(%s AS contamination)) WHERE is_anomaly"
                    .formatted(model, contamination))
                .getFirst()
                .getFirst();
    assertThat(found).isBetween(expected - 8, expected); // rows of one score are on one side
  }

  @ParameterizedTest
  @ValueSource(strings = {"pca", "made"})
  void aSingleRowIsJudgedByTheTrainingRows(String model) throws SQLException {
    String call =
        "SELECT is_anomaly FROM ML.DETECT_ANOMALIES(MODEL %s, STRUCT(0.01 AS contamination),"
            + " (SELECT %s AS x, %s AS y, 'k1' AS c))";
    assertThat(rows(call.formatted(model, 5.0, 15.5))).isEqualTo(List.of(List.of(false)));
    assertThat(rows(call.formatted(model, 9.9, -8.0))).isEqualTo(List.of(List.of(true)));
    assertThat(rows(call.formatted(model, "'inf'::DOUBLE", -8.0)))
        .isEqualTo(List.of(List.of(true)));
  }

  @Test
  void aModelReadAgainKnowsItsThresholds(@TempDir Path folder) throws SQLException {
    String call =
        "SELECT * FROM ML.DETECT_ANOMALIES(MODEL pca, STRUCT(0.0123 AS contamination), TABLE t)"
            + " ORDER BY id";
    TestingInsitu.assertSameAfterRestart(folder.resolve("d.duckdb"), call, TABLE, PCA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          MODEL pca, STRUCT(0.1 AS contamination)                                         | INS-101
          MODEL pca, TABLE t                                                              | INS-107
          MODEL forest, TABLE t                                                           | INS-107
          MODEL forest, STRUCT(0.1 AS contamination), (SELECT x FROM t)                   | INS-205
          MODEL pca, STRUCT(0.1 AS contamination), (SELECT *, 1 AS mean_squared_error FROM t) | INS-207
          MODEL forest, STRUCT(0.1 AS contamination), (SELECT *, 1 AS anomaly_score FROM t)   | INS-207
          """)
  void wrongCallsAreRefused(String arguments, String code) {
    SQLException error =
        catchThrowableOfType(
            SQLException.class, () -> rows("SELECT * FROM ML.DETECT_ANOMALIES(" + arguments + ")"));
    assertThat(error.getMessage()).contains(code);
  }
}
