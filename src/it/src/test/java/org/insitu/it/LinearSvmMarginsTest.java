/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.insitu.it.testing.TestingInsitu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Margins and probabilities of LINEAR_SVM through the driver, and options that it has not. */
class LinearSvmMarginsTest {
  private static final String TWO =
      """
      SELECT i % 23 AS a, CASE WHEN i % 19 = 0 THEN NULL ELSE i * 7 % 31 END AS b,
        ['x', 'y', 'z'][i % 3 + 1] AS c,
        CASE WHEN i % 23 + i * 7919 % 17 > 18 THEN 'yes' ELSE 'no' END AS k
      FROM range(400) AS r(i)\
      """;

  private static String create(String name, String options, String rows) {
    return "CREATE OR REPLACE MODEL %s OPTIONS (MODEL_TYPE = 'LINEAR_SVM', INPUT_LABEL_COLS = ['k']%s) AS %s"
        .formatted(name, options, rows);
  }

  private static double number(Connection connection, String sql) throws SQLException {
    return (double) TestingInsitu.rows(connection, sql).getFirst().getFirst();
  }

  /** The probability is of the margin, the margin of the weights. */
  @Test
  void weightsMarginsAndExplanationsAgree() throws SQLException {
    try (TestingInsitu insitu = TestingInsitu.inMemory();
        Connection connection = insitu.connect()) {
      TestingInsitu.run(connection, create("m", "", TWO));
      double byWeights =
          number(
              connection,
              """
              SELECT sum(CASE processed_input WHEN 'a' THEN 4 * weight WHEN 'b' THEN 9 * weight
                WHEN '__INTERCEPT__' THEN weight
                ELSE list_filter(category_weights, lambda w: w.category = 'y')[1].weight END)
              FROM ML.WEIGHTS(MODEL m)\
              """);
      List<Object> explained =
          TestingInsitu.rows(
                  connection,
                  """
                  SELECT prediction_value, baseline_prediction_value
                    + list_sum(list_transform(top_feature_attributions, lambda t: t.attribution)),
                    predicted_k, approximation_error
                  FROM ML.EXPLAIN_PREDICT(MODEL m, (SELECT 4 AS a, 9 AS b, 'y' AS c))\
                  """)
              .getFirst();
      assertThat(explained.get(2)).isEqualTo("no");
      assertThat((double) explained.get(0)).isCloseTo(-byWeights, within(1e-12));
      assertThat((double) explained.get(1)).isCloseTo(-byWeights, within(1e-12));
      assertThat(explained.get(3)).isEqualTo(0.0);
    }
  }

  @Test
  void isEvaluatedAsEveryClassifier() throws SQLException {
    try (TestingInsitu insitu = TestingInsitu.inMemory();
        Connection connection = insitu.connect()) {
      TestingInsitu.run(connection, create("m", ", DATA_SPLIT_METHOD = 'NO_SPLIT'", TWO));
      List<Object> metrics =
          TestingInsitu.rows(
                  connection, "SELECT accuracy, log_loss, roc_auc FROM ML.EVALUATE(MODEL m)")
              .getFirst();
      assertThat((double) metrics.get(0)).isGreaterThan(0.8);
      assertThat((double) metrics.get(1)).isLessThan(0.45);
      assertThat((double) metrics.get(2)).isGreaterThan(0.9);
      // A logistic regression on the margin makes the mean probability the share of the class,
      // but for the prior of a row in each.
      assertThat(
              number(
                  connection,
                  "SELECT avg(PROBABILITY(m FOR 'yes')) - avg((k = 'yes')::INT) FROM ("
                      + TWO
                      + ")"))
          .isCloseTo(0, within(0.005));
      assertThat(
              TestingInsitu.rows(
                  connection, "SELECT iteration FROM ML.TRAINING_INFO(MODEL m) WHERE loss > 0"))
          .hasSizeGreaterThan(2);
      assertThat(TestingInsitu.rows(connection, "SELECT * FROM ML.ROC_CURVE(MODEL m)"))
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          , LEARN_RATE = 0.1        | INS-106 | Option 'learn_rate' belongs to
          , CALCULATE_P_VALUES=TRUE | INS-106 | Option 'calculate_p_values' belongs to
          , NUM_TREES = 7           | INS-106 | Option 'num_trees' belongs to
          , L2_REG = -1             | INS-105 | Option 'l2_reg' is -1
          , CLASS_WEIGHTS = [STRUCT('maybe', 2.0)] | INS-211 | names the class 'maybe'
          """)
  void refuses(String options, String code, String text) throws SQLException {
    try (TestingInsitu insitu = TestingInsitu.inMemory();
        Connection connection = insitu.connect()) {
      Throwable error =
          catchThrowable(() -> TestingInsitu.run(connection, create("m", options, TWO)));
      assertThat(error).hasMessageContaining(code).hasMessageContaining(text);
    }
  }
}
