/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
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

/**
 * Columns far from zero, such as readings around 1e9: a linear model of them predicts what it
 * predicts of the same columns around 0. The values are sixty-fourths, which both columns hold
 * exactly.
 */
class FarColumnsTest {
  private static final String ROWS =
      """
      CREATE TABLE t AS SELECT v, w, 1e9 + v AS far, w - 4e8 AS low, 2 * v - w + sin(i) AS y,
        exp((v - w) / 2) + (i % 5) / 10 AS positive,
        CASE WHEN v + 3 * sin(i * 7) > w THEN 'up' ELSE 'down' END AS kind,
        ['a', 'b', 'c'][1 + CAST(floor(v + sin(i * 7) + 3.5) AS INT) % 3] AS three
      FROM (SELECT i, (i * 37 % 101 - 50) / 64 AS v, (i * 53 % 89 - 44) / 64 AS w
        FROM range(500) r(i))\
      """;

  @ParameterizedTest
  @CsvSource({
    "LDA, kind, ''",
    "LDA, three, ''",
    "LINEAR_REG, y, ''",
    "LINEAR_REG, y, 'EXECUTION = ''WAREHOUSE'','",
    "LOGISTIC_REG, kind, ''",
    "LOGISTIC_REG, three, 'L2_REG = 1,'",
    "LINEAR_SVM, kind, ''",
    "GLM, positive, 'FAMILY = ''GAMMA'', LINK = ''LOG'','",
    "GLM, kind, 'FAMILY = ''BINOMIAL'', EXECUTION = ''WAREHOUSE'','"
  })
  void predictAsTheSameColumnsAroundZero(
      String type, String label, String options, @TempDir Path folder) throws SQLException {
    boolean number = label.equals("y") || label.equals("positive");
    String answer = number ? "PREDICT(%s)" : "PROBABILITY(%s FOR '" + klass(label) + "')";
    String differences =
        "SELECT max(abs(%s / %s - 1)) FROM (SELECT v AS a, w AS b, far, low FROM t)"
            .formatted(answer.formatted("near_zero"), answer.formatted("far_off"));
    Path database = folder.resolve("warehouse.db");
    try (TestingInsitu insitu = TestingInsitu.on(database);
        Connection connection = insitu.connect()) {
      TestingInsitu.run(
          connection,
          ROWS,
          create("near_zero", type, label, options) + "v AS a, w AS b, " + label + " FROM t",
          create("far_off", type, label, options) + "far, low, " + label + " FROM t");
      assertThat(number(connection, differences)).isLessThan(1e-10);
      weightsAreOfTheRawColumns(connection);
    }
    try (TestingInsitu insitu = TestingInsitu.on(database);
        Connection connection = insitu.connect()) {
      assertThat(number(connection, differences)).as("read again").isLessThan(1e-10);
    }
  }

  /**
   * Whatever is said of a model about the means of its columns does not depend on where they lie.
   */
  @Test
  void explanationsAreThoseOfTheSameColumnsAroundZero() throws SQLException {
    String options = "CALCULATE_P_VALUES = TRUE, CATEGORY_ENCODING_METHOD = 'DUMMY_ENCODING',";
    try (TestingInsitu insitu = TestingInsitu.inMemory();
        Connection connection = insitu.connect()) {
      TestingInsitu.run(
          connection,
          ROWS,
          create("near_zero", "LINEAR_REG", "y", options) + "v AS a, w AS b, y FROM t",
          create("far_off", "LINEAR_REG", "y", options) + "far AS a, low AS b, y FROM t");
      for (String said :
          List.of(
              "SELECT baseline_prediction_value FROM ML.EXPLAIN_PREDICT(MODEL %1$s, (SELECT %2$s,"
                  + " %3$s FROM t LIMIT 1))",
              "SELECT weight FROM ML.WEIGHTS(MODEL %1$s, STRUCT(TRUE AS standardize)) WHERE"
                  + " processed_input = '__INTERCEPT__'",
              "SELECT weight FROM ML.ADVANCED_WEIGHTS(MODEL %1$s, STRUCT(TRUE AS standardize))"
                  + " WHERE processed_input = '__INTERCEPT__'",
              "SELECT standard_error FROM ML.ADVANCED_WEIGHTS(MODEL %1$s) WHERE processed_input ="
                  + " 'b'")) {
        double near = number(connection, said.formatted("near_zero", "v AS a", "w AS b"));
        double far = number(connection, said.formatted("far_off", "far AS a", "low AS b"));
        // A DOUBLE holds the mean itself, near 1e9, to 1.2e-7 only.
        assertThat(far).as(said).isCloseTo(near, within(1e-6));
      }
      String raw =
          "SELECT a.weight - b.weight FROM ML.ADVANCED_WEIGHTS(MODEL far_off) AS a JOIN"
              + " ML.WEIGHTS(MODEL far_off) AS b USING (processed_input) WHERE processed_input ="
              + " '__INTERCEPT__'";
      assertThat(number(connection, raw)).isZero();
    }
  }

  private static String klass(String label) {
    return label.equals("kind") ? "up" : "a";
  }

  private static String create(String name, String type, String label, String options) {
    return """
    CREATE MODEL %s OPTIONS (MODEL_TYPE = '%s', %s INPUT_LABEL_COLS = ['%s'],
      DATA_SPLIT_METHOD = 'NO_SPLIT') AS SELECT\s\
    """
        .formatted(name, type, options, label);
  }

  /** The slopes are the same, and the intercept is that of a row of zeros. */
  private static void weightsAreOfTheRawColumns(Connection connection) throws SQLException {
    String weight =
        "(SELECT weight FROM ML.WEIGHTS(MODEL %s) WHERE processed_input = '%s' LIMIT 1)";
    double near = number(connection, "SELECT " + weight.formatted("near_zero", "a"));
    double other = number(connection, "SELECT " + weight.formatted("near_zero", "b"));
    double intercept =
        number(connection, "SELECT " + weight.formatted("near_zero", "__INTERCEPT__"));
    assertThat(number(connection, "SELECT " + weight.formatted("far_off", "far")))
        .isCloseTo(near, within(1e-10 * Math.abs(near)));
    double raw = intercept - 1e9 * near + 4e8 * other;
    assertThat(number(connection, "SELECT " + weight.formatted("far_off", "__INTERCEPT__")))
        .isCloseTo(raw, within(1e-10 * (1e9 * Math.abs(near) + 4e8 * Math.abs(other))));
  }

  private static double number(Connection connection, String sql) throws SQLException {
    List<List<Object>> rows = TestingInsitu.rows(connection, sql);
    return ((Number) rows.getFirst().getFirst()).doubleValue();
  }
}
