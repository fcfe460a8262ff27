/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.insitu.it.testing.TestingInsitu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ISOTONIC through the driver: fitted, kept, predicted by expression and by kernel, refused. */
class IsotonicTest {
  private static final String ROWS =
      " AS SELECT i * 37 % 101 AS x, i * 37 % 101 // 10 + i * 7919 % 13 AS y FROM range(300) r(i)";

  /** As many points as rows. */
  private static final String MANY = " AS SELECT i / 8 AS x, sqrt(i) AS y FROM range(3000) r(i)";

  private static String create(String name, String options, String rows) {
    return "CREATE OR REPLACE MODEL %s OPTIONS (MODEL_TYPE = 'ISOTONIC', INPUT_LABEL_COLS = ['y']%s)%s"
        .formatted(name, options, rows);
  }

  private static List<Object> column(Connection connection, String sql) throws SQLException {
    return TestingInsitu.rows(connection, sql).stream().map(List::getFirst).toList();
  }

  /** Values of scikit-learn's IsotonicRegression, as in IsotonicTrainerTest. */
  @Test
  void predictsByTheExpressionAfterARestart(@TempDir Path folder) throws SQLException {
    Path database = folder.resolve("warehouse.db");
    try (TestingInsitu insitu = TestingInsitu.on(database);
        Connection connection = insitu.connect()) {
      TestingInsitu.run(connection, create("m", "", ROWS));
    }
    try (TestingInsitu insitu = TestingInsitu.on(database);
        Connection connection = insitu.connect()) {
      double[] expected = {2.6666666666666665, 5.8, 7.916666666666667, 16.444444444444443};
      List<Object> found =
          column(
              connection,
              "SELECT predicted_y FROM ML.PREDICT(MODEL m, (SELECT unnest([-5, 3.25, 17.5, 1000])"
                  + " AS x)) ORDER BY x");
      for (int i = 0; i < expected.length; i++) {
        assertThat((double) found.get(i)).isCloseTo(expected[i], within(1e-12));
      }
      List<Object> metrics =
          TestingInsitu.rows(connection, "SELECT mean_squared_error FROM ML.EVALUATE(MODEL m)")
              .getFirst();
      assertThat((double) metrics.getFirst()).isCloseTo(13.600046401616577, within(1e-12));
      List<Object> explained =
          TestingInsitu.rows(
                  connection,
                  "SELECT baseline_prediction_value + top_feature_attributions[1].attribution,"
                      + " prediction_value FROM ML.EXPLAIN_PREDICT(MODEL m, (SELECT 17.5 AS x))")
              .getFirst();
      assertThat((double) explained.get(0))
          .isCloseTo((double) explained.get(1), within(1e-12))
          .isCloseTo(expected[2], within(1e-12));
    }
  }

  @Test
  void predictsByTheKernelThroughManyPoints(@TempDir Path folder) throws SQLException {
    Path database = folder.resolve("warehouse.db");
    try (TestingInsitu insitu = TestingInsitu.on(database);
        Connection connection = insitu.connect()) {
      TestingInsitu.run(connection, create("m", ", DATA_SPLIT_METHOD = 'NO_SPLIT'", MANY));
      Throwable error =
          catchThrowable(
              () ->
                  TestingInsitu.run(
                      connection,
                      "CREATE VIEW v AS SELECT PREDICT(m) AS p FROM (SELECT 1.0 AS x)"));
      assertThat(error)
          .hasMessageContaining("INS-215")
          .hasMessageContaining("points of a piecewise linear function: 3000 (expected: <= 2000)");
    }
    try (TestingInsitu insitu = TestingInsitu.on(database);
        Connection connection = insitu.connect()) {
      assertThat(
              column(
                  connection,
                  "SELECT PREDICT(m) FROM (SELECT unnest([-1.0, 2.0, 374.875, 1e9]) AS x) ORDER BY"
                      + " x"))
          .isEqualTo(List.of(0.0, 4.0, Math.sqrt(2999), Math.sqrt(2999)));
      double between = (Math.sqrt(16) + Math.sqrt(17)) / 2;
      assertThat(
              (double) column(connection, "SELECT PREDICT(m) FROM (SELECT 2.0625 AS x)").getFirst())
          .isCloseTo(between, within(1e-12));
      Object missing = column(connection, "SELECT PREDICT(m) FROM (SELECT NULL AS x)").getFirst();
      assertThat(missing)
          .isEqualTo(
              column(connection, "SELECT PREDICT(m) FROM (SELECT 2999 / 16 AS x)").getFirst());
    }
  }

  @Test
  void fitsInTheWarehouseAreThoseOverRows() throws SQLException {
    try (TestingInsitu insitu = TestingInsitu.inMemory();
        Connection connection = insitu.connect()) {
      String weighted = ROWS.replace(" FROM", ", i % 5 AS w FROM").replace("AS y", "* -1 AS y");
      for (String place : List.of("local", "warehouse")) {
        String options =
            ", INSTANCE_WEIGHT_COL = 'w', MONOTONE_CONSTRAINTS = [STRUCT('X', -1)], EXECUTION = '"
                + place
                + "'";
        List<Object> answer =
            TestingInsitu.rows(connection, create(place, options, weighted)).getFirst();
        assertThat(answer.get(7)).isEqualTo(place + ": pool adjacent violators");
      }
      List<List<Object>> found =
          TestingInsitu.rows(
              connection,
              "SELECT PREDICT(local), PREDICT(warehouse) FROM (SELECT i / 3 AS x FROM range(330)"
                  + " r(i) ORDER BY i)");
      double last = Double.POSITIVE_INFINITY;
      for (List<Object> row : found) {
        assertThat((double) row.get(1)).isCloseTo((double) row.get(0), within(1e-9));
        assertThat((double) row.get(0)).isLessThanOrEqualTo(last + 1e-12);
        last = (double) row.get(0);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          | SELECT 1 AS x, 2 AS z, 3 AS y                | INS-322 | ISOTONIC has 2 features, x, z (allowed: 1).
          | SELECT 'a' AS x, 3 AS y                      | INS-206 | The feature 'x' of ISOTONIC is a category
          | SELECT 1 AS x, 'b' AS y                      | INS-305 | y
          , MONOTONE_CONSTRAINTS = [STRUCT('x', 0)] | SELECT 1 AS x, 3 AS y | INS-105 | has the direction 0 (allowed: 1, -1)
          , MONOTONE_CONSTRAINTS = [STRUCT('z', 1)] | SELECT 1 AS x, 3 AS y | INS-205 | names 'z', which is no feature
          , INSTANCE_WEIGHT_COL = 'w' | SELECT 1 AS x, 3 AS y, -1 AS w          | INS-315 | The weight 'w' is -1.0 in a row
          , INSTANCE_WEIGHT_COL = 'w' | SELECT 1 AS x, 3 AS y, 0 AS w           | INS-301 | Every row has the weight 0.
          , L2_REG = 1              | SELECT 1 AS x, 3 AS y                     | INS-106 | Option 'l2_reg' belongs to
          , MAX_ITERATIONS = 1      | SELECT 1 AS x, 3 AS y                     | INS-106 | Option 'max_iterations' belongs to
          """)
  void refuses(String options, String rows, String code, String text) throws SQLException {
    try (TestingInsitu insitu = TestingInsitu.inMemory();
        Connection connection = insitu.connect()) {
      String sql = create("m", options == null ? "" : options, " AS " + rows);
      Throwable error = catchThrowable(() -> TestingInsitu.run(connection, sql));
      assertThat(error).hasMessageContaining(code).hasMessageContaining(text);
    }
  }
}
