/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.List;
import org.insitu.it.testing.TestingSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PR_CURVE, LIFT and CALIBRATION of fitted models, with data and without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CurvesTest {
  @RegisterExtension final TestingSession session = new TestingSession();

  @BeforeAll
  void fit() throws SQLException {
    session.run(
        "CREATE TABLE t AS SELECT i % 20 AS x, i % 7 AS z, i % 20 + i * 7919 % 13 > 15 AS y,"
            + " i % 3 AS k FROM range(400) AS r(i)",
        "CREATE MODEL two OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['y'])"
            + " AS SELECT x, z, y FROM t",
        "CREATE MODEL trees OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_CLASSIFIER', MAX_ITERATIONS = 3,"
            + " INPUT_LABEL_COLS = ['y']) AS SELECT x, z, y FROM t",
        "CREATE MODEL three OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['k'])"
            + " AS SELECT x, k FROM t",
        "CREATE MODEL line OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['z'])"
            + " AS SELECT x, z FROM t");
  }

  /** Under 500 rows none are held out, so that both are of the same rows. */
  @ParameterizedTest
  @ValueSource(strings = {"PR_CURVE", "LIFT", "CALIBRATION", "ROC_CURVE"})
  void theFitsOwnRowsAnswerAsDataDo(String function) throws SQLException {
    for (String model : new String[] {"two", "trees"}) {
      String call = "SELECT * FROM ML." + function + "(MODEL " + model;
      assertThat(session.rows(call + ")"))
          .isNotEmpty()
          .usingRecursiveComparison() // sums of another order
          .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1, Double.class)
          .isEqualTo(session.rows(call + ", TABLE t)"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PR_CURVE(MODEL three)",
        "LIFT(MODEL three, TABLE t)",
        "CALIBRATION(MODEL line)",
        "PR_CURVE(MODEL line, TABLE t)",
        "ROC_CURVE(MODEL three, TABLE t)"
      })
  void otherModelsAreRefused(String call) {
    assertFails("SELECT * FROM ML." + call, "INS-209", "two classes|classifier");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LIFT(MODEL two, STRUCT(4 AS num_buckets))",
        "CALIBRATION(MODEL two, STRUCT('quantile' AS bucket_strategy))",
        "PR_CURVE(MODEL two, STRUCT([0.5] AS thresholds))"
      })
  void optionsWithoutDataAreRefused(String call) {
    assertFails("SELECT * FROM ML." + call, "INS-106", "with the default options");
  }

  /** Of an infinite x and z the weights of opposite signs make a score that is no number. */
  @ParameterizedTest
  @ValueSource(strings = {"uniform", "quantile"})
  void rowsWithoutAProbabilityAreInNoBucket(String strategy) throws SQLException {
    String call =
        "SELECT bucket, num_rows, positives FROM ML.CALIBRATION(MODEL opposed, %s,"
            + " STRUCT('"
            + strategy
            + "' AS bucket_strategy))";
    session.run(
        "CREATE OR REPLACE MODEL opposed OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', L2_REG = 1,"
            + " INPUT_LABEL_COLS = ['y']) AS SELECT x, -x + z AS w, y FROM t");
    String rows = "SELECT x, -x + z AS w, y FROM t";
    String odd = " UNION ALL SELECT 'inf'::DOUBLE, 'inf'::DOUBLE, TRUE FROM range(50)";
    assertThat(
            session.rows(
                "SELECT count(*) FROM ML.PREDICT(MODEL opposed, (%s), STRUCT(TRUE AS flat_probs))"
                        .formatted(rows + odd)
                    + " WHERE isnan(predicted_y_prob_true)"))
        .isEqualTo(List.of(List.of(50L)));
    assertThat(session.rows(call.formatted("(" + rows + odd + ")")))
        .isNotEmpty()
        .isEqualTo(session.rows(call.formatted("(" + rows + ")")));
  }

  @Test
  void rowsWithoutTheLabelAreRefused() {
    assertFails("SELECT * FROM ML.LIFT(MODEL two, (SELECT x, z FROM t))", "INS-208", "'y'");
  }

  @Test
  void unknownStrategiesAreRefused() {
    assertFails(
        "SELECT * FROM ML.CALIBRATION(MODEL two, TABLE t, STRUCT('even' AS bucket_strategy))",
        "INS-105",
        "UNIFORM, QUANTILE");
  }

  private void assertFails(String sql, String code, String text) {
    SQLException error = catchThrowableOfType(SQLException.class, () -> session.rows(sql));
    assertThat(error.getMessage()).contains(code).containsPattern(text);
  }
}
