/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

/** GLM through the driver: fitted, kept, predicted by DuckDB, evaluated, refused. */
class GlmTest {
  private static final String ROWS =
      " AS SELECT i AS x, i % 7 + i // 20 + 1 AS y, i * i % 11 < i // 10 AS z FROM range(100) r(i)";

  private static String create(String family, String label) {
    return "CREATE OR REPLACE MODEL m OPTIONS (MODEL_TYPE = 'GLM', INPUT_LABEL_COLS = ['"
        + label
        + "'], "
        + family
        + ")"
        + ROWS.replace(
            label.equals("y") ? ", i * i % 11 < i // 10 AS z" : ", i % 7 + i // 20 + 1 AS y", "");
  }

  @Test
  void predictsTheMeanAfterARestart(@TempDir Path folder) throws SQLException {
    Path database = folder.resolve("warehouse.db");
    String weight = "SELECT weight FROM ML.WEIGHTS(MODEL m)";
    String predict = "SELECT predicted_y FROM ML.PREDICT(MODEL m, (SELECT 3 AS x))";
    double mean;
    try (TestingInsitu insitu = TestingInsitu.on(database);
        Connection connection = insitu.connect()) {
      TestingInsitu.run(connection, create("FAMILY = 'POISSON'", "y"));
      List<List<Object>> weights = TestingInsitu.rows(connection, weight);
      mean = Math.exp(3 * (double) weights.get(0).get(0) + (double) weights.get(1).get(0));
    }
    try (TestingInsitu insitu = TestingInsitu.on(database);
        Connection connection = insitu.connect()) {
      assertThat((double) TestingInsitu.rows(connection, predict).getFirst().getFirst())
          .isCloseTo(mean, within(1e-12));
    }
  }

  @Test
  void binomialIsAClassifier() throws SQLException {
    try (TestingInsitu insitu = TestingInsitu.inMemory();
        Connection connection = insitu.connect()) {
      for (String link : List.of("LOGIT", "PROBIT", "CLOGLOG")) {
        TestingInsitu.run(connection, create("FAMILY = 'BINOMIAL', LINK = '" + link + "'", "z"));
        assertThat(
                TestingInsitu.rows(
                    connection,
                    "SELECT predicted_z, abs(PROBABILITY(m FOR TRUE) + PROBABILITY(m FOR FALSE) -"
                        + " 1) < 1e-12 FROM ML.PREDICT(MODEL m, (SELECT unnest([2, 98]) AS x))"
                        + " ORDER BY x"))
            .as(link)
            .isEqualTo(List.of(List.of(false, true), List.of(true, true)));
        List<Object> metrics =
            TestingInsitu.rows(connection, "SELECT log_loss, roc_auc FROM ML.EVALUATE(MODEL m)")
                .getFirst();
        assertThat((double) metrics.get(0)).isBetween(0.3, 0.7);
        assertThat((double) metrics.get(1)).isBetween(0.7, 1.0);
      }
    }
  }

  @Test
  void refusesAndSaysWhatToDo() throws SQLException {
    try (TestingInsitu insitu = TestingInsitu.inMemory();
        Connection connection = insitu.connect()) {
      refused(connection, create("FAMILY = 'GAMMA', LINK = 'LOGIT'", "y"), "INS-106", "IDENTITY");
      refused(connection, create("FAMILY = 'GAMA'", "y"), "INS-105", "GAMMA");
      refused(
          connection,
          create("FAMILY = 'GAMMA'", "y").replace("// 20 + 1", "// 20"),
          "INS-318",
          "allowed with FAMILY = 'GAMMA': > 0");
      refused(
          connection,
          create("FAMILY = 'BINOMIAL'", "y"),
          "INS-309",
          "needs a label of two classes",
          "LOGISTIC_REG");
      refused(
          connection,
          "CREATE MODEL n OPTIONS (MODEL_TYPE = 'LINEAR_REG', FAMILY = 'GAMMA')" + ROWS,
          "INS-106");
    }
  }

  /** By family and link: predictions, the loss, standard errors, and no row moves. */
  @ParameterizedTest
  @CsvSource({
    "GAUSSIAN, IDENTITY, y",
    "GAUSSIAN, LOG, y",
    "GAUSSIAN, INVERSE, y",
    "POISSON, LOG, y",
    "POISSON, IDENTITY, y",
    "GAMMA, INVERSE, y",
    "GAMMA, LOG, y",
    "GAMMA, IDENTITY, y",
    "BINOMIAL, LOGIT, z",
    "BINOMIAL, PROBIT, z",
    "BINOMIAL, CLOGLOG, z"
  })
  void fitsInTheWarehouseAreThoseOverRows(String family, String link, String label)
      throws SQLException {
    try (TestingInsitu insitu = TestingInsitu.inMemory();
        Connection connection = insitu.connect()) {
      String options =
          "FAMILY = '%s', LINK = '%s', CALCULATE_P_VALUES = TRUE, CATEGORY_ENCODING_METHOD ="
                  .formatted(family, link)
              + " 'DUMMY_ENCODING', EXECUTION = '";
      for (String place : List.of("local", "warehouse")) {
        String sql =
            create(options + place + "'", label).replace("MODEL m ", "MODEL " + place + " ");
        List<Object> answer = TestingInsitu.rows(connection, sql).getFirst();
        assertThat((String) answer.get(7)).startsWith(place + ": ");
        assertThat((long) answer.get(8)).matches(bytes -> bytes == 0 == place.equals("warehouse"));
      }
      String predicted = label.equals("z") ? "PROBABILITY(%1$s FOR TRUE)" : "PREDICT(%1$s)";
      assertThat(
              number(
                  connection,
                  "SELECT max(abs(%s / %s - 1)) FROM (SELECT unnest(range(100)) AS x)"
                      .formatted(predicted.formatted("local"), predicted.formatted("warehouse"))))
          .isLessThan(1e-9);
      String join = " FROM ML.%1$s(MODEL local%2$s) AS a JOIN ML.%1$s(MODEL warehouse%2$s) AS b ";
      assertThat(
              number(
                  connection,
                  "SELECT max(abs(a.standard_error / b.standard_error - 1))"
                      + join.formatted("ADVANCED_WEIGHTS", "")
                      + "USING (processed_input)"))
          .isLessThan(1e-9);
      assertThat(
              number(
                  connection,
                  "SELECT abs(min(a.loss) / min(b.loss) - 1)"
                      + join.formatted("TRAINING_INFO", "")
                      + "ON TRUE"))
          .isLessThan(1e-9);
    }
  }

  @Test
  void explainSaysThatNoRowMoves() throws SQLException {
    try (TestingInsitu insitu = TestingInsitu.inMemory();
        Connection connection = insitu.connect()) {
      String fit = create("FAMILY = 'POISSON', EXECUTION = 'warehouse'", "y");
      assertThat(TestingInsitu.rows(connection, "EXPLAIN " + fit).toString())
          .contains("Fisher's scoring, one aggregate query a step")
          .doesNotContain("over Arrow batches");
      assertThat(
              TestingInsitu.rows(connection, "EXPLAIN " + fit.replace("warehouse", "auto"))
                  .toString())
          .contains("Fisher's scoring over Arrow batches");
    }
  }

  private static double number(Connection connection, String sql) throws SQLException {
    return (double) TestingInsitu.rows(connection, sql).getFirst().getFirst();
  }

  @Test
  void logisticFitsInTheWarehouseAreThoseOverRows() throws SQLException {
    try (TestingInsitu insitu = TestingInsitu.inMemory();
        Connection connection = insitu.connect()) {
      for (String place : List.of("local", "warehouse")) {
        String sql =
            "CREATE MODEL "
                + place
                + " OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS ="
                + " ['z'], EXECUTION = '"
                + place
                + "')"
                + ROWS.replace(", i % 7 + i // 20 + 1 AS y", "");
        List<Object> answer = TestingInsitu.rows(connection, sql).getFirst();
        assertThat((String) answer.get(7)).startsWith(place + ": Newton");
      }
      double difference =
          (double)
              TestingInsitu.rows(
                      connection,
                      "SELECT max(abs(PROBABILITY(local FOR TRUE) / PROBABILITY(warehouse FOR TRUE)"
                          + " - 1)) FROM (SELECT unnest(range(100)) AS x)")
                  .getFirst()
                  .getFirst();
      assertThat(difference).isLessThan(1e-9);
    }
  }

  @Test
  void clustersInTheWarehouseAreThoseOverRows() throws SQLException {
    try (TestingInsitu insitu = TestingInsitu.inMemory();
        Connection connection = insitu.connect()) {
      for (String place : List.of("local", "warehouse")) {
        String sql =
            "CREATE MODEL "
                + place
                + " OPTIONS (MODEL_TYPE = 'KMEANS', NUM_CLUSTERS = 3,"
                + " EXECUTION = '"
                + place
                + "')"
                + ROWS;
        List<Object> answer = TestingInsitu.rows(connection, sql).getFirst();
        assertThat((String) answer.get(7)).startsWith(place + ": Lloyd");
      }
      String differing =
          "SELECT count(*) FROM ML.PREDICT(MODEL local, ("
              + ROWS.replace(" AS SELECT", "SELECT")
              + ")) AS a JOIN ML.PREDICT(MODEL warehouse, ("
              + ROWS.replace(" AS SELECT", "SELECT")
              + ")) AS b USING (x) WHERE a.centroid_id <> b.centroid_id";
      assertThat(TestingInsitu.rows(connection, differing)).isEqualTo(List.of(List.of(0L)));
    }
  }

  private static void refused(Connection connection, String sql, String... parts) {
    assertThatThrownBy(() -> TestingInsitu.rows(connection, sql))
        .isInstanceOf(SQLException.class)
        .hasMessageContainingAll(parts);
  }
}
