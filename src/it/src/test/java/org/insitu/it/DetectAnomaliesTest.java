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

/** ML.DETECT_ANOMALIES of clusterings, against distances and quantiles computed in SQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DetectAnomaliesTest {
  private static final String MODEL =
      "CREATE MODEL m OPTIONS (MODEL_TYPE = 'KMEANS', NUM_CLUSTERS = 2,"
          + " STANDARDIZE_FEATURES = FALSE) AS SELECT x FROM t";
  private static final String TABLE =
      "CREATE TABLE t AS SELECT i AS id, CASE WHEN i % 2 = 0 THEN 0 ELSE 1000 END"
          + " + i * 7919 % 101 * (i % 2 + 1) + i % 5 * i % 11 AS x FROM range(300) AS r(i)";

  @RegisterExtension final TestingSession session = new TestingSession();

  @BeforeAll
  void fit() throws SQLException {
    session.run(
        TABLE,
        MODEL,
        "CREATE MODEL line OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['x'])"
            + " AS SELECT id, x FROM t",
        // Of two values each cluster has the radius 0.
        "CREATE MODEL points OPTIONS (MODEL_TYPE = 'KMEANS', NUM_CLUSTERS = 2,"
            + " STANDARDIZE_FEATURES = FALSE)"
            + " AS SELECT i % 2 AS x FROM range(10) AS r(i)");
  }

  private List<List<Object>> rows(String sql) throws SQLException {
    return session.rows(sql);
  }

  @Test
  void theScoreIsTheDistanceOverTheRadius() throws SQLException {
    // The clusters are far apart: the centroids are the two means.
    List<List<Object>> expected =
        rows(
            "SELECT id, abs(x - avg(x) OVER c) / sqrt(var_pop(x) OVER c) FROM t"
                + " WINDOW c AS (PARTITION BY id % 2) ORDER BY id");
    List<List<Object>> actual =
        rows(
            "SELECT id, normalized_distance FROM ML.DETECT_ANOMALIES(MODEL m,"
                + " STRUCT(0.1 AS contamination), TABLE t) ORDER BY id");
    assertThat(actual).hasSize(300);
    for (int i = 0; i < 300; i++) {
      assertThat((Double) actual.get(i).get(1))
          .isCloseTo((Double) expected.get(i).get(1), within(1e-10));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.01, 3", "0.1, 30", "0.25, 75", "0.5, 150"})
  void thatShareOfTheTrainingRowsIsAbove(double contamination, long expected) throws SQLException {
    long found =
        (Long)
            rows("SELECT count(*) FROM ML.DETECT_ANOMALIES(MODEL m, TABLE t,"
                    + " STRUCT(%s AS contamination)) WHERE is_anomaly".formatted(contamination))
                .getFirst()
                .getFirst();
    assertThat(found).isCloseTo(expected, within(3L)); // rows of one score are on one side
  }

  @Test
  void aSingleRowIsJudgedByTheTrainingRows() throws SQLException {
    String call =
        "SELECT is_anomaly FROM ML.DETECT_ANOMALIES(MODEL m, STRUCT(0.01 AS contamination),"
            + " (SELECT %s AS x))";
    assertThat(rows(call.formatted("50"))).isEqualTo(List.of(List.of(false)));
    assertThat(rows(call.formatted("400"))).isEqualTo(List.of(List.of(true)));
  }

  @Test
  void columnsStandInTheOrderOfTheReference() throws SQLException {
    assertThat(
            rows(
                "SELECT column_name FROM (DESCRIBE SELECT * FROM ML.DETECT_ANOMALIES(MODEL m,"
                    + " STRUCT(0.01 AS contamination), (SELECT 'a' AS distance, 1.5 AS x)))"))
        .extracting(row -> row.getFirst())
        .containsExactly("is_anomaly", "normalized_distance", "centroid_id", "distance", "x");
  }

  @Test
  void radiusZeroDividesNothing() throws SQLException {
    assertThat(
            rows(
                "SELECT x, is_anomaly, normalized_distance FROM ML.DETECT_ANOMALIES(MODEL points,"
                    + " STRUCT(0.5 AS contamination), (SELECT unnest([0, 1, 2]) AS x)) ORDER BY x"))
        .isEqualTo(
            List.of(
                List.of(0, false, 0.0),
                List.of(1, false, 0.0),
                List.of(2, true, Double.POSITIVE_INFINITY)));
  }

  @Test
  void aModelReadAgainKnowsItsThresholds(@TempDir Path folder) throws SQLException {
    String call =
        "SELECT * FROM ML.DETECT_ANOMALIES(MODEL m, STRUCT(0.0123 AS contamination), TABLE t)"
            + " ORDER BY id";
    TestingInsitu.assertSameAfterRestart(folder.resolve("d.duckdb"), call, TABLE, MODEL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          MODEL line, STRUCT(0.1 AS contamination), TABLE t                        | INS-209
          MODEL m, STRUCT(0.1 AS contamination)                                    | INS-101
          MODEL m, TABLE t                                                         | INS-107
          MODEL m, STRUCT(0.6 AS contamination), TABLE t                           | INS-105
          MODEL m, STRUCT(0.1 AS contamination), (SELECT id FROM t)                | INS-205
          MODEL m, STRUCT(0.1 AS contamination), (SELECT x, 1 AS centroid_id FROM t) | INS-207
          MODEL m, STRUCT(0.1 AS contamination), TABLE t, STRUCT(1 AS x)           | INS-101
          """)
  void wrongCallsAreRefused(String arguments, String code) {
    SQLException error =
        catchThrowableOfType(
            SQLException.class, () -> rows("SELECT * FROM ML.DETECT_ANOMALIES(" + arguments + ")"));
    assertThat(error.getMessage()).contains(code);
  }
}
