/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.data.Offset;
import org.insitu.it.testing.TestingInsitu;
import org.insitu.jdbc.ServerError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The data of a call may be common tables of the query around it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommonTablesTest {
  private final TestingInsitu insitu = TestingInsitu.inMemory();
  private Connection connection;

  /** y is 2 x; m learns of x, z of x scaled. */
  @BeforeAll
  void fit() throws SQLException {
    connection = insitu.connect();
    TestingInsitu.run(
        connection,
        "CREATE TABLE t AS SELECT i AS x, 2.0 * i AS y FROM range(10) AS r(i)",
        "CREATE MODEL m OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y']) AS"
            + " SELECT x, y FROM t",
        "CREATE MODEL z TRANSFORM (ML.STANDARD_SCALER(x) OVER () AS s, y) OPTIONS (MODEL_TYPE ="
            + " 'LINEAR_REG', INPUT_LABEL_COLS = ['y']) AS SELECT x, y FROM t");
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
    insitu.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          WITH c AS (SELECT 3 AS x) SELECT predicted_y FROM ML.PREDICT(MODEL m, (SELECT * FROM c)) | 6
          WITH c AS (SELECT 3 AS x) SELECT predicted_y FROM ML.PREDICT(MODEL z, TABLE c) | 6
          WITH c(x) AS NOT MATERIALIZED (SELECT 4) SELECT predicted_y FROM ML.PREDICT(MODEL m, TABLE C) | 8
          WITH RECURSIVE c AS (SELECT 1 AS x UNION ALL SELECT x + 1 FROM c WHERE x < 3) SELECT sum(predicted_y) FROM ML.PREDICT(MODEL z, TABLE c) | 12
          WITH c AS (SELECT 3 AS x), p AS (SELECT predicted_y AS x FROM ML.PREDICT(MODEL m, TABLE c)) SELECT predicted_y FROM ML.PREDICT(MODEL m, TABLE p) | 12
          WITH c AS (SELECT 3 AS x) SELECT predicted_y FROM (WITH c AS (SELECT x + 1 AS x FROM c) SELECT * FROM ML.PREDICT(MODEL m, TABLE c)) | 8
          WITH c AS (SELECT x, y FROM t) SELECT r2_score FROM ML.EVALUATE(MODEL m, (SELECT * FROM c)) | 1
          WITH c AS (SELECT 3 AS x) SELECT num_rows FROM ML.DESCRIBE_DATA(TABLE c) | 1
          WITH c AS (SELECT 3 AS x) SELECT predicted_y FROM ML.PREDICT(MODEL m, (WITH d AS (SELECT x FROM c) SELECT * FROM d)) | 6
          SELECT (WITH c AS (SELECT 5 AS x) SELECT predicted_y FROM ML.PREDICT(MODEL m, TABLE c)) | 10
          """)
  void areKnownToBothPlanners(String sql, double expected) throws SQLException {
    for (String planner : List.of("TEXT", "AUTO", "RELATIONAL")) {
      TestingInsitu.run(connection, "SET insitu.planner = '" + planner + "'");
      List<List<Object>> rows = TestingInsitu.rows(connection, sql);
      assertThat(rows).as(planner).hasSize(1);
      assertThat(((Number) rows.getFirst().getFirst()).doubleValue())
          .as(planner)
          .isCloseTo(expected, Offset.offset(1e-9));
    }
  }

  @Test
  void standInViews() throws SQLException {
    TestingInsitu.run(
        connection,
        "CREATE VIEW v AS WITH c AS (SELECT 3 AS x) SELECT * FROM ML.PREDICT(MODEL m, TABLE c)");
    assertThat(TestingInsitu.rows(connection, "SELECT round(predicted_y) FROM v"))
        .isEqualTo(List.of(List.of(6.0)));
  }

  @Test
  void errorsPointIntoTheStatement() {
    SQLException thrown =
        catchThrowableOfType(
            SQLException.class,
            () ->
                TestingInsitu.rows(
                    connection,
                    """
                    WITH c AS (
                      SELECT 3 AS x)
                    SELECT * FROM ML.PREDICT(MODEL m,
                      (SELECT nope FROM c))\
                    """));
    ServerError error = ServerError.of(thrown).orElseThrow();
    assertThat(error.line()).isEqualTo(4);
    assertThat(error.column()).isEqualTo(11);
  }
}
