/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.insitu.it.testing.TestingSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ML.PREFLIGHT, the warnings of a fit, and OPTIONS (STRICT = TRUE). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreflightTest {
  @RegisterExtension final TestingSession session = new TestingSession();

  @BeforeAll
  void makeData() throws SQLException {
    session.run(
        """
        CREATE TABLE t AS SELECT i AS customer_id, 'u' || i AS email, i AS serial_of_rows,
          i * 7919 % 10007 AS price, i % 13 AS a, sin(i) AS f, 1 AS one, 'x' AS same,
          CASE WHEN i % 2 = 0 THEN 'x' END AS half, NULL::DOUBLE AS nothing, 'nan'::DOUBLE AS nan,
          [i] AS l, TIMESTAMP '2024-01-01' AS ts, DATE '2024-01-01' + i::INT AS day,
          i % 5 = 0 AS y, CASE WHEN i % 5 = 0 THEN i * 7919 % 103 END AS refund, CASE WHEN i % 5 = 0 THEN 'gold' ELSE 'none' END AS prize,
          CASE WHEN i % 5 = 0 THEN 100 + i % 7 ELSE i % 90 END AS due, i % 90 * 2.5 + 1 AS n,
          i % 90 AS line
        FROM range(200) AS r(i)\
        """);
  }

  private List<String> findings(String query, String label) throws SQLException {
    String options = label == null ? "" : ", STRUCT('" + label + "' AS label)";
    return session
        .rows(
            "SELECT severity, finding, column_name FROM ML.PREFLIGHT((%s)%s)"
                .formatted(query, options))
        .stream()
        .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nothing        | error all_null nothing
          nan            | error all_null nan
          l              | error unusable_type l
          ts             | error unusable_type ts
          one            | warning constant one
          same           | warning constant same
          customer_id    | warning id_like customer_id
          email          | warning id_like email
          serial_of_rows | warning id_like serial_of_rows
          prize          | warning perfect_predictor prize
          refund         | warning perfect_predictor refund
          due            | warning perfect_predictor due
          """)
  void oneColumnHasOneFinding(String column, String expected) throws SQLException {
    assertThat(findings("SELECT a, %s, y FROM t".formatted(column), "y"))
        .filteredOn(finding -> !finding.startsWith("info"))
        .containsExactly(expected);
  }

  /** A price that is another in each row, a day, a category that is missing: none is wrong. */
  @Test
  void goodColumnsHaveNone() throws SQLException {
    assertThat(findings("SELECT price, a, f, half, day, y FROM t", "y")).isEmpty();
    assertThat(findings("SELECT price, a, f, half, n FROM t", "n")).isEmpty();
  }

  @Test
  void aLineOfTheLabelIsFound() throws SQLException {
    assertThat(findings("SELECT a, line, n FROM t", "n"))
        .containsExactly("warning perfect_predictor line");
  }

  @Test
  void labelsAreLookedAt() throws SQLException {
    assertThat(findings("SELECT f, CASE WHEN a > 1 THEN y END AS y FROM t", "y"))
        .containsExactly("error label_null y");
    assertThat(findings("SELECT f, TRUE AS y FROM t", "y")).containsExactly("error one_label y");
    assertThat(
            findings("SELECT f, CASE WHEN price < 5 THEN 'rare' ELSE prize END AS y FROM t", "Y"))
        .containsExactly("warning few_rows_of_class y");
  }

  @Test
  void rowsAreLookedAt() throws SQLException {
    assertThat(findings("SELECT f, a, y FROM t WHERE FALSE", "y"))
        .containsExactly("error no_rows null");
    assertThat(findings("SELECT f, a, n FROM t LIMIT 15", "n")).contains("warning few_rows null");
    assertThat(findings("SELECT f, n FROM t UNION ALL SELECT f, n FROM t", "n"))
        .containsExactly("info equal_rows null");
    assertThat(findings("SELECT a % 3 AS a, n FROM t WHERE f > 0.9", "n"))
        .contains("info equal_inputs null");
    assertThat(findings("SELECT a, one FROM t", null))
        .containsExactly("warning constant one", "info equal_rows null");
  }

  @Test
  void manyRowsAreSampled() throws SQLException {
    assertThat(findings("SELECT random() AS x, i % 2 = 0 AS y FROM range(300000) AS r(i)", "y"))
        .containsExactly("info sampled null");
  }

  /** The query's own names do not meet those of the data. */
  @Test
  void columnsMayHaveAnyName() throws SQLException {
    assertThat(findings("SELECT price AS y, a AS v, f AS n, one AS u, y AS \"a b\" FROM t", "a b"))
        .containsExactly("warning constant u");
  }

  @Test
  void findingsSayHowManyAndWhatToDo() throws SQLException {
    List<List<Object>> rows =
        session.rows(
            "SELECT value, message, hint FROM ML.PREFLIGHT((SELECT one, y FROM t),"
                + " STRUCT('y' AS label)) WHERE finding = 'constant'");
    assertThat(rows)
        .isEqualTo(
            List.of(
                List.of(
                    200.0,
                    "Column 'one' has one value, 1.0, in all 200 rows that have any.",
                    "Leave it out: it tells no row from another.")));
  }

  private List<String> warnings(String sql) throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      statement.execute(sql);
      List<String> messages = new ArrayList<>();
      for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
        messages.add(w.getMessage());
      }
      return messages;
    }
  }

  private static String create(String options, String query) {
    return "CREATE OR REPLACE MODEL m OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', L2_REG = 1,"
        + " INPUT_LABEL_COLS = ['y']%s) AS %s".formatted(options, query);
  }

  @Test
  void aFitWarnsOfWhatCostsNothing() throws SQLException {
    assertThat(
            warnings(
                create(
                    "",
                    "SELECT customer_id, email, price, CASE WHEN price < 50 THEN 'rare' ELSE prize"
                        + " END AS y FROM t")))
        .anyMatch(w -> w.contains("Column 'customer_id' looks like an id"))
        .anyMatch(w -> w.contains("Column 'email' looks like an id"))
        .anyMatch(w -> w.contains("fewer than 10 training rows of 'rare' (2)"))
        .noneMatch(w -> w.contains("'price'"));
    assertThat(warnings(create("", "SELECT a, price, y FROM t"))).isEmpty();
  }

  @Test
  void strictRefusesWhatPreflightFinds() throws SQLException {
    SQLException error =
        catchThrowableOfType(
            SQLException.class,
            () -> warnings(create(", STRICT = TRUE", "SELECT email, one, prize, y FROM t")));
    assertThat(error.getMessage())
        .contains("INS-321", "id_like", "'email'", "There are 2 more", "ML.PREFLIGHT");
    assertThat(error.getSQLState()).isEqualTo("22000");
    assertThat(warnings(create(", STRICT = TRUE", "SELECT a, price, y FROM t"))).isEmpty();
  }

  @Test
  void strictKnowsThePurposeOfTheLabel() throws SQLException {
    // As a number, a % 3 is no class of few rows and no range of another number.
    assertThat(
            warnings(
                "CREATE OR REPLACE MODEL r OPTIONS (MODEL_TYPE = 'LINEAR_REG', STRICT = TRUE,"
                    + " INPUT_LABEL_COLS = ['y']) AS SELECT price, f, a % 3 AS y FROM t"))
        .isEmpty();
    assertThat(
            warnings(
                "CREATE OR REPLACE MODEL k OPTIONS (MODEL_TYPE = 'KMEANS', NUM_CLUSTERS = 2,"
                    + " STRICT = TRUE) AS SELECT price, f FROM t"))
        .isEmpty();
  }

  @Test
  void anUnknownLabelIsRefused() {
    SQLException error =
        catchThrowableOfType(SQLException.class, () -> findings("SELECT a, y FROM t", "yy"));
    assertThat(error.getMessage()).contains("INS-208", "'yy'", "Did you mean 'y'?");
  }
}
