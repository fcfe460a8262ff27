/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.StringJoiner;
import org.insitu.it.testing.TestingInsitu;
import org.insitu.jdbc.ServerError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ML.CROSS_VALIDATE through the driver. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossValidationTest {
  private static final int ENTITIES = 8;

  private final TestingInsitu insitu = TestingInsitu.inMemory();
  private Connection connection;

  /** Entity k has 10 times 2 to the k rows, so that a count of rows tells which entities it has. */
  @BeforeAll
  void makeData() throws SQLException {
    connection = insitu.connect();
    TestingInsitu.run(
        connection,
        """
        CREATE TABLE t AS SELECT floor(log2(i // 10 + 1))::BIGINT AS entity,
          (hash(i) % 1000) / 100.0 AS x, ['a', 'b'][1 + (hash(i + 1) % 2)::INT] AS c,
          3 * (hash(i) % 1000) / 100.0 + (hash(i + 2) % 100) / 10.0 AS y,
          CASE WHEN hash(i) % 1000 + hash(i + 3) % 800 > 900 THEN 'yes' ELSE 'no' END AS answer
        FROM range(2550) AS r(i)\
        """,
        "CREATE MODEL by_entity TRANSFORM (ML.STANDARD_SCALER(x) OVER () AS z, c, entity, y)"
            + " OPTIONS (MODEL_TYPE = 'LINEAR_REG', DATA_SPLIT_METHOD = 'GROUP', DATA_SPLIT_COL ="
            + " 'entity', INPUT_LABEL_COLS = ['y']) AS SELECT entity, x, c, y FROM t",
        "CREATE MODEL m OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['answer'])"
            + " AS SELECT x, c, answer FROM t");
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
    insitu.close();
  }

  private List<List<Object>> rows(String sql) throws SQLException {
    return TestingInsitu.rows(connection, sql);
  }

  @Test
  void everyRowIsEvaluatedOnce() throws SQLException {
    String folds = "SELECT * FROM ML.CROSS_VALIDATE(MODEL m, TABLE t, STRUCT(7 AS folds))";
    assertThat(
            rows(
                "SELECT count(*), sum(rows_evaluated)::BIGINT, min(rows_trained + rows_evaluated),"
                    + " max(rows_trained + rows_evaluated), min(rows_evaluated) > 250 FROM ("
                    + folds
                    + ")"))
        .containsExactly(List.of(7L, 2550L, 2550L, 2550L, true));
    assertThat(rows(folds)).isEqualTo(rows(folds));
    assertThat(rows("SELECT fold FROM ML.CROSS_VALIDATE(MODEL m, TABLE t)")).hasSize(5);
  }

  /** A fold's metrics are those of the model that CREATE MODEL fits on the other entities. */
  @Test
  void aFoldIsAFitOnTheOtherRows() throws SQLException {
    List<List<Object>> folds =
        rows(
            "SELECT rows_evaluated, mean_squared_error, r2_score FROM ML.CROSS_VALIDATE(MODEL"
                + " by_entity, (SELECT entity, x, c, y FROM t), STRUCT(2 AS folds)) ORDER BY fold");
    for (List<Object> fold : folds) {
      long bits = (Long) fold.getFirst() / 10;
      StringJoiner entities = new StringJoiner(", ");
      for (int k = 0; k < ENTITIES; k++) {
        if ((bits >> k & 1) == 1) {
          entities.add(String.valueOf(k));
        }
      }
      TestingInsitu.run(
          connection,
          """
          CREATE OR REPLACE MODEL by_hand TRANSFORM (ML.STANDARD_SCALER(x) OVER () AS z, c, held, y)
          OPTIONS (MODEL_TYPE = 'LINEAR_REG', DATA_SPLIT_METHOD = 'CUSTOM', DATA_SPLIT_COL = 'held',
            INPUT_LABEL_COLS = ['y']) AS SELECT entity IN (%s) AS held, x, c, y FROM t\
          """
              .formatted(entities));
      List<Object> metrics =
          rows("SELECT mean_squared_error, r2_score FROM ML.EVALUATE(MODEL by_hand)").getFirst();
      assertThat((Double) fold.get(1)).isCloseTo((Double) metrics.get(0), within(1e-9));
      assertThat((Double) fold.get(2)).isCloseTo((Double) metrics.get(1), within(1e-9));
    }
    assertThat(folds.stream().mapToLong(fold -> (Long) fold.getFirst()).sum()).isEqualTo(2550);
  }

  @Test
  void columnsAreKnownBeforeAnythingIsFitted() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT * FROM ML.CROSS_VALIDATE(MODEL m, TABLE t)")) {
      var metadata = statement.getMetaData();
      StringJoiner names = new StringJoiner(", ");
      for (int i = 1; i <= metadata.getColumnCount(); i++) {
        names.add(metadata.getColumnName(i) + " " + metadata.getColumnTypeName(i));
      }
      assertThat(names.toString())
          .isEqualTo(
              "fold BIGINT, rows_trained BIGINT, rows_evaluated BIGINT, precision DOUBLE, recall"
                  + " DOUBLE, accuracy DOUBLE, f1_score DOUBLE, log_loss DOUBLE, roc_auc DOUBLE");
    }
  }

  @Test
  void nothingIsKept() throws SQLException {
    String before = rows("SHOW MODELS").toString();
    rows("SELECT * FROM ML.CROSS_VALIDATE(MODEL m, TABLE t, STRUCT(2 AS folds))");
    assertThat(rows("SHOW MODELS").toString()).isEqualTo(before);
  }

  @Test
  void aTunedModelIsValidatedWithItsBestValues() throws SQLException {
    TestingInsitu.run(
        connection,
        "CREATE OR REPLACE MODEL tuned OPTIONS (MODEL_TYPE = 'LINEAR_REG', NUM_TRIALS = 2, L2_REG ="
            + " HPARAM_CANDIDATES([100000.0, 3.0]), HPARAM_TUNING_ALGORITHM = 'GRID_SEARCH',"
            + " INPUT_LABEL_COLS = ['y']) AS SELECT x, c, y FROM t",
        "CREATE OR REPLACE MODEL three OPTIONS (MODEL_TYPE = 'LINEAR_REG', L2_REG = 3.0,"
            + " INPUT_LABEL_COLS = ['y']) AS SELECT x, c, y FROM t");
    String query = "SELECT * FROM ML.CROSS_VALIDATE(MODEL %s, (SELECT x, c, y FROM t))";
    assertThat(rows(query.formatted("tuned"))).isEqualTo(rows(query.formatted("three")));
  }

  /** Each against the same rows in a table; a model inside of a common table answers as it does. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          WITH r AS (SELECT x + 1 AS x, c, answer FROM t WHERE x > 3) %s | TABLE r | SELECT x + 1 AS x, c, answer FROM t WHERE x > 3
          WITH r AS (SELECT * FROM t) %s | (WITH q AS (SELECT x, c, answer FROM r) SELECT * FROM q) | SELECT x, c, answer FROM t
          WITH q AS (SELECT x, c, answer FROM t), r AS (SELECT * FROM q WHERE x < 8) SELECT * FROM (%s) | TABLE r | SELECT x, c, answer FROM t WHERE x < 8
          SELECT * FROM (WITH r(x, c, answer) AS MATERIALIZED (SELECT x, c, answer FROM t) %s) | (SELECT * FROM r) | SELECT x, c, answer FROM t
          WITH r AS (SELECT x, c, predicted_answer AS answer FROM ML.PREDICT(MODEL m, TABLE t)) %s | TABLE r | SELECT x, c, predicted_answer AS answer FROM ML.PREDICT(MODEL m, TABLE t)
          WITH r AS (SELECT predicted_y AS x, c, answer FROM ML.PREDICT(MODEL forest, TABLE t)) %s | TABLE r | SELECT predicted_y AS x, c, answer FROM ML.PREDICT(MODEL forest, TABLE t)
          WITH RECURSIVE n AS (SELECT 0 AS k UNION ALL SELECT k + 1 FROM n WHERE k < 2), r AS (SELECT x + k AS x, c, answer FROM t, n) %s | TABLE r | SELECT x + k AS x, c, answer FROM t, range(3) AS n(k)
          """)
  void rowsMayBeCommonTables(String around, String source, String rows) throws SQLException {
    TestingInsitu.run(
        connection,
        "CREATE OR REPLACE MODEL forest OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_REGRESSOR',"
            + " MAX_ITERATIONS = 3, INPUT_LABEL_COLS = ['y']) AS SELECT x, c, y FROM t",
        "CREATE OR REPLACE TABLE same AS " + rows);
    String call =
        "SELECT fold, rows_trained, rows_evaluated, round(log_loss, 9) FROM ML.CROSS_VALIDATE(MODEL"
            + " m, %s, STRUCT(3 AS folds))";
    List<List<Object>> expected = rows(call.formatted("TABLE same") + " ORDER BY fold");
    assertThat(expected).hasSize(3);
    for (String planner : List.of("TEXT", "AUTO", "RELATIONAL")) {
      TestingInsitu.run(connection, "SET insitu.planner = '" + planner + "'");
      String asked = around.formatted(call.formatted(source)) + " ORDER BY fold";
      assertThat(rows(asked)).as(planner).isEqualTo(expected);
    }
    TestingInsitu.run(connection, "RESET insitu.planner");
  }

  @Test
  void errorsOfCommonTablesPointIntoTheStatement() {
    ServerError column =
        refused(
            """
            WITH r AS (
              SELECT * FROM t)
            SELECT * FROM ML.CROSS_VALIDATE(MODEL m,
              (SELECT nope FROM r))\
            """);
    assertThat(List.of(column.line(), column.column())).isEqualTo(List.of(4, 11));
    ServerError nested =
        refused(
            """
            WITH r AS (SELECT fold AS x, 'a' AS c, 'yes' AS answer FROM
              ML.CROSS_VALIDATE(MODEL m, TABLE t))
            SELECT * FROM ML.CROSS_VALIDATE(MODEL m, TABLE r)\
            """);
    assertThat(List.of(nested.line(), nested.column())).isEqualTo(List.of(2, 3));
    assertThat(nested.hint()).contains("CREATE TABLE");
  }

  private ServerError refused(String sql) {
    SQLException thrown = catchThrowableOfType(SQLException.class, () -> rows(sql));
    return ServerError.of(thrown).orElseThrow();
  }

  @Test
  void whatCannotBeValidatedSaysSo() throws SQLException {
    TestingInsitu.run(
        connection,
        "CREATE OR REPLACE MODEL clusters OPTIONS (MODEL_TYPE = 'KMEANS', NUM_CLUSTERS = 2)"
            + " AS SELECT x FROM t");
    assertThat(
            catchThrowable(() -> rows("SELECT * FROM ML.CROSS_VALIDATE(MODEL clusters, TABLE t)")))
        .hasMessageContaining("ML.CROSS_VALIDATE needs a model with a label");
    assertThat(
            catchThrowable(
                () -> rows("SELECT * FROM ML.CROSS_VALIDATE(MODEL m, (SELECT x, c FROM t))")))
        .hasMessageContaining("The label column 'answer' is not in the training query");
    assertThat(
            catchThrowable(
                () ->
                    rows("SELECT * FROM ML.CROSS_VALIDATE(MODEL m, TABLE t, STRUCT(1 AS folds))")))
        .hasMessageContaining("INS-");
    assertThat(
            catchThrowable(
                () ->
                    TestingInsitu.run(
                        connection,
                        "CREATE VIEW v AS SELECT * FROM ML.CROSS_VALIDATE(MODEL m, TABLE t)")))
        .hasMessageContaining("a view cannot do so each time it is read");
  }
}
