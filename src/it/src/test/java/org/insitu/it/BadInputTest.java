/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.insitu.it.testing.TestingSession;
import org.insitu.jdbc.ServerError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Bad input is ordinary: each kind gets its own error with a place and a remedy, or a documented
 * result; and after each of them the session goes on and the models are as they were.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  @RegisterExtension final TestingSession session = new TestingSession();

  @BeforeAll
  void makeData() throws SQLException {
    session.run(
        """
        CREATE TABLE t AS SELECT i AS id, CAST(i AS DOUBLE) AS x,
          CASE WHEN i % 3 = 0 THEN 'a' ELSE 'b' END AS c, i % 2 = 0 AS even,
          CAST(NULL AS DOUBLE) AS nothing, 2.0 * i + 1 AS y,
          CASE WHEN (i * 7919) % 100 < 30 THEN 'yes' ELSE 'no' END AS label
        FROM range(200) AS r(i)\
        """,
        "CREATE MODEL m OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'])"
            + " AS SELECT x, c, y FROM t");
  }

  @AfterEach
  void theSessionGoesOnAndTheModelServes() throws SQLException {
    assertThat(
            session.rows(
                "SELECT count(*), round(max(predicted_y)) FROM ML.PREDICT(MODEL m, TABLE t)"))
        .isEqualTo(List.of(List.of(200L, 399.0)));
    assertThat(session.rows("SHOW MODELS")).hasSize(1);
  }

  private ServerError fails(String sql, int code, String sqlState) {
    SQLException thrown = catchThrowableOfType(SQLException.class, () -> session.run(sql));
    assertThat((Throwable) thrown).as(sql).isNotNull();
    assertThat(thrown.getErrorCode()).as(thrown.getMessage()).isEqualTo(code);
    assertThat(thrown.getSQLState()).isEqualTo(sqlState);
    ServerError error = ServerError.of(thrown).orElseThrow();
    assertThat(error.line()).as(thrown.getMessage()).isPositive();
    assertThat(error.column()).isPositive();
    assertThat(error.hint()).isNotBlank();
    return error;
  }

  @Test
  void unknownOption() {
    ServerError error =
        fails(
            "CREATE MODEL n OPTIONS (MODEL_TYPE = 'LINEAR_REG',\n"
                + "  L2_REGG = 1) AS SELECT x, y AS label FROM t",
            103,
            "42616");
    assertThat(error.line()).isEqualTo(2);
    assertThat(error.hint()).containsIgnoringCase("l2_reg");
  }

  @Test
  void optionOfTheWrongType() {
    fails(
        "CREATE MODEL n OPTIONS (MODEL_TYPE = 'LINEAR_REG', L2_REG = 'much') AS SELECT x, y AS"
            + " label FROM t",
        104,
        "42616");
  }

  @Test
  void labelOfAClassifierThatIsNoWholeNumber() {
    for (String type : new String[] {"DOUBLE", "DECIMAL(5, 1)", "UBIGINT", "HUGEINT"}) {
      ServerError error =
          fails(
              "CREATE MODEL n OPTIONS (MODEL_TYPE = 'LOGISTIC_REG') AS SELECT x, CAST(x > 1 AS"
                  + " INTEGER)::%s AS label FROM t".formatted(type),
              305,
              "42804");
      assertThat(error.hint()).contains("CAST(label AS BIGINT)");
    }
  }

  @Test
  void optionOutOfItsRange() {
    fails(
        "CREATE MODEL n OPTIONS (MODEL_TYPE = 'LINEAR_REG', L2_REG = -1) AS SELECT x, y AS label"
            + " FROM t",
        105,
        "22023");
  }

  @Test
  void optionOfAnotherModelType() {
    fails(
        "CREATE MODEL n OPTIONS (MODEL_TYPE = 'LINEAR_REG', MAX_TREE_DEPTH = 3) AS SELECT x, y AS"
            + " label FROM t",
        106,
        "42616");
  }

  @Test
  void missingLabel() {
    ServerError error =
        fails(
            "CREATE MODEL n OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['yy']) AS"
                + " SELECT x, y FROM t",
            208,
            "42703");
    assertThat(error.hint()).contains("'y'");
  }

  @Test
  void labelThatIsNull() {
    fails(
        "CREATE MODEL n OPTIONS (MODEL_TYPE = 'LINEAR_REG') AS SELECT x, CASE WHEN id > 5 THEN y"
            + " END AS label FROM t",
        303,
        "22004");
  }

  @Test
  void labelWithOneClass() {
    fails(
        "CREATE MODEL n OPTIONS (MODEL_TYPE = 'LOGISTIC_REG') AS SELECT x, 'yes' AS label FROM t",
        304,
        "22000");
  }

  @Test
  void columnThatIsAllNull() {
    fails(
        "CREATE MODEL n OPTIONS (MODEL_TYPE = 'LINEAR_REG') AS SELECT x, nothing, y AS label FROM"
            + " t",
        306,
        "22004");
  }

  @Test
  void zeroRows() {
    fails(
        "CREATE MODEL n OPTIONS (MODEL_TYPE = 'LINEAR_REG') AS SELECT x, y AS label FROM t WHERE"
            + " FALSE",
        301,
        "22000");
  }

  @Test
  void infiniteFeature() {
    fails(
        "CREATE MODEL n OPTIONS (MODEL_TYPE = 'LINEAR_REG') AS SELECT CASE WHEN id = 7 THEN"
            + " 'Infinity'::DOUBLE ELSE x END AS x, y AS label FROM t",
        307,
        "22003");
  }

  @Test
  void labelThatIsNaN() {
    fails(
        "CREATE MODEL n OPTIONS (MODEL_TYPE = 'LINEAR_REG') AS SELECT x, CASE WHEN id = 7 THEN"
            + " 'NaN'::DOUBLE ELSE y END AS label FROM t",
        308,
        "22003");
  }

  @Test
  void noFeature() {
    fails(
        "CREATE MODEL n OPTIONS (MODEL_TYPE = 'LINEAR_REG') AS SELECT y AS label FROM t",
        302,
        "22000");
  }

  @Test
  void scalarPredictNeedsItsColumns() throws SQLException {
    ServerError error = fails("SELECT x,\n  PREDICT(m) FROM (SELECT x FROM t) AS q", 205, "42703");
    assertThat(error.line()).isEqualTo(2);
    assertThat(error.column()).isEqualTo(3);
    assertThat(error.getMessage()).contains("'c'");
    assertThat(error.hint()).contains("USING");
  }

  @Test
  void columnMissingInPredict() {
    ServerError error = fails("SELECT * FROM ML.PREDICT(MODEL m, (SELECT x FROM t))", 205, "42703");
    assertThat(error.column()).isEqualTo(15);
  }

  @Test
  void columnOfAnotherTypeInPredict() {
    ServerError error =
        fails("SELECT * FROM ML.PREDICT(MODEL m, (SELECT 'much' AS x, c FROM t))", 206, "42804");
    assertThat(error.hint()).contains("CAST");
  }

  @Test
  void modelThatExists() {
    fails(
        "CREATE MODEL m OPTIONS (MODEL_TYPE = 'LINEAR_REG') AS SELECT x, y AS label FROM t",
        202,
        "42710");
  }

  @Test
  void modelThatDoesNotExist() {
    ServerError error = fails("SELECT * FROM ML.PREDICT(MODEL mm, TABLE t)", 201, "42704");
    assertThat(error.hint()).contains("'m'");
  }

  @Test
  void versionThatDoesNotExist() {
    fails("SELECT * FROM ML.PREDICT(MODEL m@7, TABLE t)", 203, "42704");
  }

  @Test
  void functionOfAnotherModelType() {
    fails("SELECT * FROM ML.CENTROIDS(MODEL m)", 209, "42809");
  }

  @Test
  void functionThatDoesNotExist() {
    ServerError error = fails("SELECT * FROM ML.PREDICTT(MODEL m, TABLE t)", 210, "42883");
    assertThat(error.hint()).contains("PREDICT");
  }

  @Test
  void statementOfALaterVersion() {
    assertThat(fails("EXPORT MODEL m TO 'file.onnx'", 110, "0A000").hint()).contains("EXPLAIN");
    assertThat(fails("SHOW WAREHOUSES", 110, "0A000").hint()).contains("--database");
    fails(
        "CREATE MODEL n OPTIONS (MODEL_TYPE = 'DNN_CLASSIFIER') AS SELECT x, label FROM t",
        110,
        "0A000");
  }

  @Test
  void syntaxErrorHasItsPlace() {
    ServerError error =
        fails("CREATE MODEL n\nOPTIONS MODEL_TYPE = 'LINEAR_REG' AS SELECT 1", 101, "42601");
    assertThat(error.line()).isEqualTo(2);
  }

  @Test
  void warehousesComplaintAboutTheTrainingQueryHasItsPlace() {
    ServerError error =
        fails(
            "CREATE MODEL n OPTIONS (MODEL_TYPE = 'LINEAR_REG')\nAS SELECT x, yy AS label FROM t",
            401,
            "42703");
    assertThat(error.line()).isEqualTo(2);
    assertThat(error.column()).isEqualTo(14);
  }

  @Test
  void warehousesComplaintAboutAPlainStatementIsItsOwn() {
    ServerError error = fails("SELECT * FROM no_such_table", 401, "42P01");
    assertThat(error.column()).isEqualTo(15);
  }

  @Test
  void failureAtRunTimeKeepsItsReason() {
    SQLException thrown =
        catchThrowableOfType(
            SQLException.class, () -> session.rows("SELECT CAST(c AS INTEGER) FROM t"));
    assertThat((Throwable) thrown).hasMessageContaining("Could not convert string");
  }

  @Test
  void unknownCategoryHasNoWeight() throws SQLException {
    // Documented: an unseen category weighs nothing, a NULL number is the training mean.
    List<List<Object>> rows =
        session.rows(
            """
            SELECT abs(p.predicted_y - w.weight * p.x - i.weight) < 1e-9
            FROM ML.PREDICT(MODEL m, (SELECT 3.0 AS x, 'never seen' AS c)) AS p,
              ML.WEIGHTS(MODEL m) AS w, ML.WEIGHTS(MODEL m) AS i
            WHERE w.processed_input = 'x' AND i.processed_input = '__INTERCEPT__'\
            """);
    assertThat(rows).isEqualTo(List.of(List.of(true)));
  }

  @Test
  void nanIsMissingAndInfinityIsInfinite() throws SQLException {
    assertThat(
            session.rows(
                """
                SELECT a.predicted_y = b.predicted_y, isinf(c.predicted_y)
                FROM ML.PREDICT(MODEL m, (SELECT 'NaN'::DOUBLE AS x, 'a' AS c)) AS a,
                  ML.PREDICT(MODEL m, (SELECT NULL::DOUBLE AS x, 'a' AS c)) AS b,
                  ML.PREDICT(MODEL m, (SELECT 'Infinity'::DOUBLE AS x, 'a' AS c)) AS c\
                """))
        .isEqualTo(List.of(List.of(true, true)));
  }

  @Test
  void explainOfAQueryWithAnUnknownColumn() {
    ServerError error =
        fails(
            "EXPLAIN SELECT predicted_y,\n  nosuch FROM ML.PREDICT(MODEL m, TABLE t)",
            401,
            "42703");
    assertThat(error.line()).isEqualTo(2);
    assertThat(error.column()).isEqualTo(3);
  }

  @Test
  void fewDistinctRowsAreAllHeldOut() throws SQLException {
    ServerError error =
        fails(
            "CREATE MODEL n OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['v'],"
                + " DATA_SPLIT_METHOD = 'RANDOM', DATA_SPLIT_EVAL_FRACTION = 0.999999)"
                + " AS SELECT 1 AS v, 1 AS w FROM range(1000)",
            301,
            "22000");
    assertThat(error.hint()).contains("'NO_SPLIT'").contains("'SEQ'");
  }

  @Test
  void fewDistinctRowsAreSplitUnevenly() throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      statement.execute(
          "CREATE MODEL uneven OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['v'])"
              + " AS SELECT 1 AS v, i % 2 AS w FROM range(1000) AS r(i)");
      StringBuilder warnings = new StringBuilder();
      for (Throwable warning : statement.getWarnings()) {
        warnings.append(warning.getMessage()).append('\n');
      }
      assertThat(warnings.toString())
          .contains("of 1000 rows")
          .contains("not 20.0 %: equal rows go to the same side");
    }
    session.run("DROP MODEL uneven");
  }

  @Test
  void aDateAsLabelHasAConfusionMatrix() throws SQLException {
    session.run(
        "CREATE MODEL dates OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['d'],"
            + " L2_REG = 1) AS SELECT x,"
            + " CASE WHEN x > 99 THEN DATE '2020-01-01' ELSE DATE '2021-01-01' END AS d FROM t");
    assertThat(
            session.rows(
                "SELECT CAST(expected_label AS VARCHAR) FROM ML.CONFUSION_MATRIX(MODEL dates)"
                    + " ORDER BY 1"))
        .isEqualTo(List.of(List.of("2020-01-01"), List.of("2021-01-01")));
    session.run("DROP MODEL dates");
  }

  /** The rows are copied first, for they are sorted; what fails is a query over the copy. */
  @Test
  void rowOfACopyThatCannotBeConverted() {
    fails(
        "CREATE MODEL n TRANSFORM (CAST(c AS INTEGER) AS i, y)"
            + " OPTIONS (MODEL_TYPE = 'KNN_REGRESSOR', INPUT_LABEL_COLS = ['y'])"
            + " AS SELECT c, y FROM t ORDER BY x",
        401,
        "22018");
  }
}
