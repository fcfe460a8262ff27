/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.insitu.it.testing.TestingInsitu;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A class that only held-out rows have: said by the fit, and wrong in its metrics. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnknownClassTest {
  private final TestingInsitu insitu = TestingInsitu.inMemory();
  private Connection connection;

  /** Of the 200 rows held out 100 have the label 'new'; two and three classes are trained on. */
  @BeforeAll
  void makeData() throws SQLException {
    connection = insitu.connect();
    TestingInsitu.run(
        connection,
        "CREATE TABLE t AS SELECT *, CASE WHEN id >= 900 THEN 'new' WHEN s > 10 THEN 'a' ELSE 'b'"
            + " END AS two, CASE WHEN id >= 900 THEN 'new' WHEN s > 13 THEN 'a' WHEN s > 7 THEN 'b'"
            + " ELSE 'c' END AS three FROM (SELECT *, x + z + hash(id) % 100 / 25.0 - 2 AS s,"
            + " id >= 800 AS held FROM (SELECT i AS id, i * 37 % 100 / 10.0 AS x,"
            + " i * 53 % 97 / 10.0 AS z FROM range(1000) AS r(i)))");
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
    insitu.close();
  }

  private List<String> fit(String type, String label, String more, String rows)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE OR REPLACE MODEL m OPTIONS (MODEL_TYPE = '%s', INPUT_LABEL_COLS = ['%s']%s) AS %s"
              .formatted(type, label, more, rows));
      List<String> warnings = new ArrayList<>();
      for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
        warnings.add(w.getMessage());
      }
      return warnings;
    }
  }

  private double number(String sql) throws SQLException {
    return ((Number) TestingInsitu.rows(connection, sql).getFirst().getFirst()).doubleValue();
  }

  @ParameterizedTest
  @CsvSource({
    "LOGISTIC_REG, two, ', L2_REG = 1'",
    "LOGISTIC_REG, three, ', L2_REG = 1'",
    "GLM, two, ', FAMILY = ''BINOMIAL'''",
    "NAIVE_BAYES, two, ''",
    "NAIVE_BAYES, three, ''",
    "LDA, two, ''",
    "LDA, three, ''",
    "QDA, two, ''",
    "QDA, three, ''",
    "BOOSTED_TREE_CLASSIFIER, two, ', MAX_ITERATIONS = 5'",
    "BOOSTED_TREE_CLASSIFIER, three, ', MAX_ITERATIONS = 5'",
    "RANDOM_FOREST_CLASSIFIER, three, ', NUM_PARALLEL_TREE = 5'",
    "DECISION_TREE_CLASSIFIER, two, ''"
  })
  void countsAsWrongAndIsSaid(String type, String label, String more) throws SQLException {
    String split = ", DATA_SPLIT_METHOD = 'CUSTOM', DATA_SPLIT_COL = 'held'";
    assertThat(fit(type, label, more + split, "SELECT x, z, held, %s FROM t".formatted(label)))
        .contains(
            "Only held-out rows have the label 'new' (100 of them): the model does not know it,"
                + " each counts as a wrong prediction. Split so that every class is trained on.");
    String held = "(SELECT * FROM t WHERE held)";
    String scored =
        "(SELECT %1$s = predicted_%1$s AS is_right, coalesce(list_filter(predicted_%1$s_probs, lambda p: p.label = %1$s)[1].prob, 0) AS p FROM ML.PREDICT(MODEL m, %2$s))"
            .formatted(label, held);
    double accuracy = number("SELECT avg(is_right::INT) FROM " + scored);
    double loss = number("SELECT -avg(ln(greatest(p, 1e-15))) FROM " + scored);
    assertThat(accuracy).isBetween(0.3, 0.5);
    for (String data : List.of("", ", " + held)) {
      String metrics = " FROM ML.EVALUATE(MODEL m%s)".formatted(data);
      assertThat(number("SELECT accuracy" + metrics)).isCloseTo(accuracy, within(1e-12));
      assertThat(number("SELECT log_loss" + metrics)).isCloseTo(loss, within(1e-9));
      assertThat(number("SELECT roc_auc" + metrics)).isBetween(0.5, 1.0);
    }
  }

  @Test
  void isNotSaidWhereEveryClassIsTrainedOn() throws SQLException {
    String split = ", L2_REG = 1, DATA_SPLIT_METHOD = 'RANDOM', DATA_SPLIT_EVAL_FRACTION = 0.3";
    assertThat(fit("LOGISTIC_REG", "two", split, "SELECT x, z, two FROM t"))
        .noneMatch(warning -> warning.contains("held-out rows have"));
  }
}
