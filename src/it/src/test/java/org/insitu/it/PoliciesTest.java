/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.insitu.it.testing.TestingInsitu;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every policy for every kind of odd value, of every model type, through the driver. */
class PoliciesTest {
  private static final String ALL =
      "NULL_POLICY = '%1$s', UNSEEN_POLICY = '%1$s', RANGE_POLICY = '%1$s'";

  private static TestingInsitu insitu;
  private static Connection connection;

  @BeforeAll
  static void fill() throws SQLException {
    insitu = TestingInsitu.inMemory();
    connection = insitu.connect();
    TestingInsitu.run(
        connection,
        """
        CREATE TABLE people AS
        SELECT CASE WHEN i % 20 = 3 THEN NULL ELSE 20e0 + (i * 37) % 60 END AS age,
          CASE i % 3 WHEN 0 THEN 'basic' WHEN 1 THEN 'plus' ELSE 'pro' END AS plan,
          10e0 + (i * 37) % 60 + 5 * (i % 3) + (i * 7919) % 11 AS spend,
          CASE WHEN (i * 37) % 60 + (i * 7919) % 31 > 45 THEN 'yes' ELSE 'no' END AS buys
        FROM range(1, 301) r(i)
        """,
        """
        CREATE TABLE odd AS SELECT * FROM (VALUES
          (1, 30e0, 'plus', NULL),
          (2, NULL, 'plus', 'age: NULL'),
          (3, CAST('NaN' AS DOUBLE), 'pro', 'age: NULL'),
          (4, CAST('Infinity' AS DOUBLE), 'pro', 'age: out of range'),
          (5, CAST('-Infinity' AS DOUBLE), 'pro', 'age: out of range'),
          (6, 19.999e0, 'basic', 'age: out of range'),
          (7, 79.001e0, 'basic', 'age: out of range'),
          (8, 20e0, 'basic', NULL),
          (9, 79e0, 'basic', NULL),
          (10, 40e0, 'Plus', 'plan: unseen'),
          (11, 40e0, NULL, 'plan: NULL'),
          (12, 500e0, 'gold', 'age: out of range; plan: unseen')) v(id, age, plan, status)
        """);
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
    insitu.close();
  }

  private static void create(String model, String type, String label, String options)
      throws SQLException {
    TestingInsitu.run(
        connection,
        "CREATE OR REPLACE MODEL %s FUNCTION %s_of OPTIONS (MODEL_TYPE = '%s'%s%s) AS SELECT age, plan%s FROM people"
            .formatted(
                model,
                model,
                type,
                label.isEmpty() ? "" : ", INPUT_LABEL_COLS = ['" + label + "']",
                options.isEmpty() ? "" : ", " + options,
                label.isEmpty() ? "" : ", " + label));
  }

  private static List<List<Object>> predictions(String model) throws SQLException {
    return TestingInsitu.rows(
        connection,
        "SELECT * EXCLUDE (id, age, plan, status) FROM ML.PREDICT(MODEL %s, TABLE odd, STRUCT(TRUE AS keep_original_columns)) ORDER BY id"
            .formatted(model));
  }

  private static List<String> statuses() throws SQLException {
    return TestingInsitu.rows(connection, "SELECT status FROM odd ORDER BY id").stream()
        .map(row -> (String) row.getFirst())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          LINEAR_REG, spend, ''
          LINEAR_REG, spend, EXECUTION = 'WAREHOUSE'
          LINEAR_REG, spend, L1_REG = 100
          LOGISTIC_REG, buys, ''
          LOGISTIC_REG, plan2, ''
          GLM, spend, FAMILY = 'POISSON'
          LINEAR_SVM, buys, ''
          NAIVE_BAYES, buys, ''
          LDA, buys, ''
          QDA, buys, ''
          BOOSTED_TREE_CLASSIFIER, buys, ''
          BOOSTED_TREE_REGRESSOR, spend, MAX_ITERATIONS = 60
          RANDOM_FOREST_CLASSIFIER, buys, NUM_PARALLEL_TREE = 60
          DECISION_TREE_REGRESSOR, spend, MAX_TREE_DEPTH = 3
          KNN_CLASSIFIER, buys, NUM_NEIGHBORS = 3
          KNN_REGRESSOR, spend, NUM_NEIGHBORS = 3
          GAUSSIAN_PROCESS, spend, ''
          KMEANS, '', NUM_CLUSTERS = 3
          PCA, '', NUM_PRINCIPAL_COMPONENTS = 2
          ISOLATION_FOREST, '', ''
          """)
  void everyModelTypeObeys(String type, String label, String options) throws SQLException {
    if (label.equals("plan2")) {
      TestingInsitu.run(
          connection,
          "ALTER TABLE people ADD COLUMN IF NOT EXISTS plan2 VARCHAR",
          "UPDATE people SET plan2 = plan || CAST(CAST(spend AS INTEGER) % 2 AS VARCHAR)");
    }
    String and = options.isEmpty() ? "" : options + ", ";
    create("plain", type, label, options);
    for (String policy : List.of("null", "flag", "error", "default")) {
      create("with_" + policy, type, label, and + ALL.formatted(policy));
    }
    List<List<Object>> plain = predictions("plain");
    assertThat(predictions("with_default")).isEqualTo(plain);
    checkNulls(plain);
    checkFlags(plain);
    checkErrors(plain);
    if (!label.isEmpty()) {
      for (String policy : List.of("null", "flag", "error")) {
        checkMetrics("with_" + policy, label);
      }
    }
  }

  private static void checkNulls(List<List<Object>> plain) throws SQLException {
    List<List<Object>> withheld = predictions("with_null");
    List<String> statuses = statuses();
    for (int i = 0; i < plain.size(); i++) {
      List<Object> expected = new ArrayList<>(plain.get(i));
      if (statuses.get(i) != null) {
        expected.replaceAll(_ -> null);
      }
      assertThat(withheld.get(i)).as("row %d", i + 1).isEqualTo(expected);
    }
  }

  private static void checkFlags(List<List<Object>> plain) throws SQLException {
    List<List<Object>> flagged = predictions("with_flag");
    List<String> statuses = statuses();
    for (int i = 0; i < plain.size(); i++) {
      List<Object> expected = new ArrayList<>(plain.get(i));
      expected.add(statuses.get(i));
      assertThat(flagged.get(i)).as("row %d", i + 1).isEqualTo(expected);
    }
  }

  private static void checkErrors(List<List<Object>> plain) throws SQLException {
    String query =
        "SELECT * EXCLUDE (id, age, plan, status) FROM ML.PREDICT(MODEL with_error, (SELECT * FROM"
            + " odd WHERE id = %d), STRUCT(TRUE AS keep_original_columns))";
    List<String> statuses = statuses();
    for (int i = 0; i < plain.size(); i++) {
      String sql = query.formatted(i + 1);
      if (statuses.get(i) == null) {
        assertThat(TestingInsitu.rows(connection, sql)).containsExactly(plain.get(i));
      } else {
        Throwable error = refused(sql);
        assertThat(error)
            .hasMessageStartingWith("INS-406")
            .hasMessageContaining(
                "column '" + statuses.get(i).substring(0, statuses.get(i).indexOf(':')) + "'");
        assertThat(((SQLException) error).getSQLState()).isEqualTo("22023");
        assertThat(((SQLException) error).getErrorCode()).isEqualTo(406);
      }
    }
    assertThat(catchThrowable(() -> predictions("with_error"))).hasMessageStartingWith("INS-406");
  }

  /** Metrics are those of the model without policies: odd rows are scored as by default. */
  private static void checkMetrics(String model, String label) throws SQLException {
    String data =
        "SELECT * FROM ML.EVALUATE(MODEL %%s, (SELECT age, plan, %1$s FROM people UNION ALL SELECT"
                .formatted(label)
            + " age, plan, (SELECT min(%s) FROM people) FROM odd WHERE NOT isinf(coalesce(age, 0))))"
                .formatted(label);
    for (String sql : List.of(data, "SELECT * FROM ML.EVALUATE(MODEL %s)")) {
      assertSame(sql, model, "plain");
    }
  }

  /** Two models answer a query alike, but for the order in which the warehouse adds. */
  private static void assertSame(String sql, String model, String other) throws SQLException {
    List<List<Object>> rows = TestingInsitu.rows(connection, sql.formatted(model));
    List<List<Object>> expected = TestingInsitu.rows(connection, sql.formatted(other));
    assertThat(rows).hasSameSizeAs(expected).isNotEmpty();
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i))
          .usingElementComparator(PoliciesTest::compare)
          .as(sql)
          .isEqualTo(expected.get(i));
    }
  }

  private static int compare(Object value, Object other) {
    boolean close =
        value instanceof Double a
            && other instanceof Double b
            && Math.abs(a - b) <= 1e-10 * Math.abs(b);
    return close || Objects.equals(String.valueOf(value), String.valueOf(other)) ? 0 : 1;
  }

  @Test
  void isotonicObeys() throws SQLException {
    TestingInsitu.run(
        connection,
        "CREATE OR REPLACE MODEL rise OPTIONS (MODEL_TYPE = 'ISOTONIC', INPUT_LABEL_COLS ="
            + " ['spend'], NULL_POLICY = STRUCT('null' AS AGE), RANGE_POLICY = 'flag') AS SELECT"
            + " age, spend FROM people");
    List<List<Object>> rows =
        TestingInsitu.rows(
            connection,
            "SELECT id, predicted_spend IS NULL, prediction_status FROM ML.PREDICT(MODEL rise,"
                + " (SELECT id, age FROM odd WHERE id < 5)) ORDER BY id");
    assertThat(rows)
        .containsExactly(
            Arrays.asList(1, false, null),
            Arrays.asList(2, true, "age: NULL"),
            Arrays.asList(3, true, "age: NULL"),
            Arrays.asList(4, false, "age: out of range"));
  }

  /** What TRANSFORM makes is what policies are about, also where no tree splits on it. */
  @Test
  void featuresAreThoseAfterTransform() throws SQLException {
    String create =
        "CREATE OR REPLACE MODEL made TRANSFORM (x / 2 AS half, c, y) OPTIONS (MODEL_TYPE ="
            + " 'DECISION_TREE_REGRESSOR', INPUT_LABEL_COLS = ['y'], NULL_POLICY = STRUCT('null' AS"
            + " %s), RANGE_POLICY = STRUCT('error' AS %s)) AS SELECT i %% 9 AS x, CASE WHEN i %% 2"
            + " = 0 THEN 'a' ELSE 'b' END AS c, i %% 2 AS y FROM range(100) r(i)";
    TestingInsitu.run(connection, create.formatted("half", "half"));
    assertThat(
            TestingInsitu.rows(
                connection,
                "SELECT c, predicted_y IS NULL FROM ML.PREDICT(MODEL made, (SELECT * FROM (VALUES"
                    + " (4, 'a'), (NULL, 'b')) v(x, c))) ORDER BY c"))
        .containsExactly(List.of("a", false), List.of("b", true));
    assertThat(refused("SELECT PREDICT(made) FROM (SELECT 9 AS x, 'a' AS c)"))
        .hasMessageContaining("column 'half' is outside of the range seen in training, 0.0 to 4.0");
    assertThat(refused(create.formatted("x", "half")))
        .hasMessageStartingWith("INS-205")
        .hasMessageContaining("NULL_POLICY names 'x', which is no feature");
    assertThat(refused(create.formatted("half", "c")))
        .hasMessageStartingWith("INS-206")
        .hasMessageContaining("RANGE_POLICY names 'c', a category (allowed: numbers)");
  }

  /** A TIMESTAMP is several numbers: its policy is that of each. */
  @Test
  void aColumnOfSeveralFeaturesGivesThemItsPolicy() throws SQLException {
    TestingInsitu.run(
        connection,
        "CREATE OR REPLACE MODEL timed OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS ="
            + " ['y'], NULL_POLICY = STRUCT('null' AS T)) AS SELECT TIMESTAMP '2024-01-01' +"
            + " to_hours(7 * i) AS t, i AS y FROM range(1000) r(i)");
    assertThat(
            TestingInsitu.rows(
                connection,
                "SELECT predicted_y IS NULL FROM ML.PREDICT(MODEL timed, (SELECT unnest([TIMESTAMP"
                    + " '2024-02-01', NULL]) AS t)) ORDER BY t"))
        .containsExactly(List.of(false), List.of(true));
  }

  private static Throwable refused(String sql) {
    return catchThrowable(() -> TestingInsitu.rows(connection, sql));
  }

  @Test
  void eachColumnHasItsOwnPolicy() throws SQLException {
    create(
        "mixed",
        "LOGISTIC_REG",
        "buys",
        "NULL_POLICY = STRUCT('ERROR' AS age, 'null' AS plan), UNSEEN_POLICY = STRUCT('flag' AS"
            + " plan)");
    String query =
        "SELECT id, predicted_buys IS NULL, predicted_buys_probs IS NULL, prediction_status FROM"
            + " ML.PREDICT(MODEL mixed, (SELECT * FROM odd WHERE id IN (%s))) ORDER BY id";
    assertThat(TestingInsitu.rows(connection, query.formatted("1, 4, 10, 11, 12")))
        .containsExactly(
            Arrays.asList(1, false, false, null),
            Arrays.asList(4, false, false, null),
            Arrays.asList(10, false, false, "plan: unseen"),
            Arrays.asList(11, true, true, "plan: NULL"),
            Arrays.asList(12, false, false, "plan: unseen"));
    assertThat(refused(query.formatted("1, 2")))
        .hasMessageContaining("INS-406")
        .hasMessageContaining("A row to predict is refused: column 'age' is NULL.");
  }

  @Test
  void namesWithQuotesReadWell() throws SQLException {
    TestingInsitu.run(
        connection,
        "CREATE TABLE quoted AS SELECT i AS \"a'b\", chr(CAST(97 + i % 3 AS INT)) AS \"it's"
            + " \"\"x\"\"\", i * 2.0 + i % 5 AS y FROM range(100) AS r(i)",
        "CREATE MODEL quoted OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'], L2_REG ="
            + " 1, NULL_POLICY = 'error', UNSEEN_POLICY = 'error', RANGE_POLICY = 'error') AS"
            + " SELECT * FROM quoted");
    String query =
        "SELECT * FROM ML.PREDICT(MODEL quoted, (SELECT %s AS \"a'b\", 'q''x' AS \"it's"
            + " \"\"x\"\"\"))";
    assertThat(refused(query.formatted("NULL")))
        .hasMessageContaining("is refused: column \"a'b\" is NULL.");
    assertThat(refused(query.formatted("300")))
        .hasMessageContaining("column \"a'b\" is outside of the range seen in training");
    assertThat(refused(query.formatted("3")))
        .hasMessageContaining(
            "column \"it's \"\"x\"\"\" has a category not seen in training: q'x.");
  }

  /** The reason comes whole, however late the row and however long its value. */
  @Test
  void lateRowsAndLongValuesAreNamed() throws SQLException {
    create("late", "LINEAR_REG", "spend", "UNSEEN_POLICY = 'error'");
    String query =
        "SELECT * FROM ML.PREDICT(MODEL late, (SELECT i AS id, 30.5 AS age, CASE WHEN i = 199999"
            + " THEN %s ELSE 'pro' END AS plan FROM range(200000) r(i)))";
    assertThat(refused(query.formatted("'Line' || chr(10) || '}'")))
        .hasMessageStartingWith("INS-406")
        .hasMessageContaining("not seen in training: Line\n}.");
    assertThat(refused(query.formatted("repeat('x', 100000)")))
        .hasMessageStartingWith("INS-406")
        .hasMessageContaining("xxx...")
        .message()
        .hasSizeLessThan(1000);
  }

  @Test
  void showModelTellsOfPolicies() throws SQLException {
    create(
        "shown",
        "LINEAR_REG",
        "spend",
        "NULL_POLICY = STRUCT('error' AS age), RANGE_POLICY = 'flag', UNSEEN_POLICY = 'null'");
    assertThat(TestingInsitu.rows(connection, "SHOW MODEL shown"))
        .contains(
            List.of("feature", "age DOUBLE: null_policy error, range_policy flag (20.0 to 79.0)"),
            List.of("feature", "plan VARCHAR: unseen_policy null"));
  }

  @Test
  void scalarsHaveNoStatus() throws SQLException {
    create("scalar", "LOGISTIC_REG", "buys", ALL.formatted("flag"));
    create("plain", "LOGISTIC_REG", "buys", "");
    String query =
        "SELECT PREDICT(%1$s), PROBABILITY(%1$s FOR 'yes'), %1$s_of(age, plan) FROM odd ORDER BY"
            + " id";
    assertThat(TestingInsitu.rows(connection, query.formatted("scalar")))
        .isEqualTo(TestingInsitu.rows(connection, query.formatted("plain")));
    create("scalar", "LOGISTIC_REG", "buys", ALL.formatted("null"));
    List<List<Object>> rows = TestingInsitu.rows(connection, query.formatted("scalar"));
    List<String> statuses = statuses();
    for (int i = 0; i < rows.size(); i++) {
      boolean odd = statuses.get(i) != null;
      assertThat(rows.get(i)).allMatch(value -> (value == null) == odd);
    }
    create("scalar", "LOGISTIC_REG", "buys", ALL.formatted("error"));
    for (String call :
        List.of(
            "PREDICT(scalar)",
            "PROBABILITY(scalar FOR 'no')",
            "scalar_of(age, plan)",
            "PREDICT(scalar USING NULL AS age, 'pro' AS plan)",
            "PREDICT(scalar USING 30 AS age, 'Pro' AS plan)")) {
      assertThat(refused("SELECT " + call + " FROM odd"))
          .as(call)
          .hasMessageStartingWith("INS-406");
    }
    assertThat(
            TestingInsitu.rows(
                connection, "SELECT PREDICT(scalar USING 30 AS age, 'pro' AS plan) IS NULL"))
        .containsExactly(List.of(false));
  }

  @Test
  void explanationsObeyWithoutAStatus() throws SQLException {
    String query =
        "SELECT id, prediction_value IS NULL, top_feature_attributions IS NULL FROM"
            + " ML.EXPLAIN_PREDICT(MODEL told_why, (SELECT * FROM odd WHERE id IN (1, 7)))"
            + " ORDER BY id";
    create("told_why", "BOOSTED_TREE_REGRESSOR", "spend", ALL.formatted("null"));
    assertThat(TestingInsitu.rows(connection, query))
        .containsExactly(List.of(1, false, false), List.of(7, true, true));
    create("told_why", "BOOSTED_TREE_REGRESSOR", "spend", ALL.formatted("flag"));
    assertThat(TestingInsitu.rows(connection, query))
        .containsExactly(List.of(1, false, false), List.of(7, false, false));
    create("told_why", "BOOSTED_TREE_REGRESSOR", "spend", ALL.formatted("error"));
    assertThat(refused(query)).hasMessageStartingWith("INS-406");
  }

  /** Anomalies are what these functions are asked for: no row is withheld or refused. */
  @Test
  void anomaliesAreFoundAmongOddRows() throws SQLException {
    String query =
        "SELECT * FROM ML.DETECT_ANOMALIES(MODEL watch, STRUCT(0.1 AS contamination), (SELECT *"
            + " FROM odd WHERE id <> 4)) ORDER BY id";
    for (String type : List.of("KMEANS", "PCA", "ISOLATION_FOREST")) {
      create("watch", type, "", type.equals("PCA") ? "NUM_PRINCIPAL_COMPONENTS = 2" : "");
      List<List<Object>> plain = TestingInsitu.rows(connection, query);
      create(
          "watch",
          type,
          "",
          (type.equals("PCA") ? "NUM_PRINCIPAL_COMPONENTS = 2, " : "") + ALL.formatted("error"));
      assertThat(TestingInsitu.rows(connection, query)).isNotEmpty().isEqualTo(plain);
    }
  }

  @Test
  void foldsAndTrialsAreJudgedAsByDefault() throws SQLException {
    for (String policy : List.of("error", "null", "default")) {
      create("tuned_" + policy, "LINEAR_REG", "spend", "NUM_TRIALS = 3, " + ALL.formatted(policy));
    }
    for (String sql :
        List.of(
            "SELECT * FROM ML.TRIAL_INFO(MODEL %s)",
            "SELECT * FROM ML.CROSS_VALIDATE(MODEL %s, TABLE people, STRUCT(3 AS folds))")) {
      for (String policy : List.of("error", "null")) {
        assertSame(sql, "tuned_" + policy, "tuned_default");
      }
    }
  }

  @Test
  void viewsTablesAndTransactionsObey() throws SQLException {
    create(
        "viewed",
        "RANDOM_FOREST_CLASSIFIER",
        "buys",
        "NUM_PARALLEL_TREE = 5, " + ALL.formatted("null"));
    create("strict", "LINEAR_REG", "spend", ALL.formatted("error"));
    TestingInsitu.run(
        connection,
        "CREATE OR REPLACE VIEW seen AS SELECT id, predicted_buys FROM ML.PREDICT(MODEL viewed,"
            + " TABLE odd)",
        "CREATE OR REPLACE VIEW refusing AS SELECT id, PREDICT(strict) AS p FROM odd",
        "CREATE OR REPLACE TABLE kept AS SELECT * FROM seen");
    for (String table : List.of("seen", "kept")) {
      assertThat(
              TestingInsitu.rows(
                  connection,
                  "SELECT id FROM " + table + " WHERE predicted_buys IS NOT NULL ORDER BY id"))
          .containsExactly(List.of(1), List.of(8), List.of(9));
    }
    assertThat(refused("SELECT * FROM refusing")).hasMessageStartingWith("INS-406");
    assertThat(refused("CREATE TABLE never AS SELECT * FROM refusing"))
        .hasMessageStartingWith("INS-406");
    TestingInsitu.run(connection, "BEGIN");
    assertThat(refused("SELECT PREDICT(strict) FROM odd")).hasMessageStartingWith("INS-406");
    TestingInsitu.run(connection, "ROLLBACK");
    assertThat(TestingInsitu.rows(connection, "SELECT p IS NULL FROM refusing WHERE id = 9"))
        .containsExactly(List.of(false));
  }

  /** Both roads of a query; a model that refuses rows is not asked of those a join leaves out. */
  @Test
  void bothRoadsObey() throws SQLException {
    create("road_null", "LOGISTIC_REG", "buys", ALL.formatted("null"));
    create("road_flag", "LOGISTIC_REG", "buys", ALL.formatted("flag"));
    create("road_error", "LOGISTIC_REG", "buys", ALL.formatted("error"));
    TestingInsitu.run(
        connection,
        "CREATE OR REPLACE TABLE visits AS SELECT 1 + i % 12 AS id, i AS visit FROM range(5000)"
            + " r(i) WHERE i % 12 IN (0, 7, 8)");
    List<String> queries =
        List.of(
            "SELECT id, PREDICT(road_null) AS p FROM odd WHERE PREDICT(road_null) = 'no' ORDER BY"
                + " id",
            "SELECT id FROM ML.PREDICT(MODEL road_null, TABLE odd) WHERE predicted_buys <> 'yes'"
                + " ORDER BY id",
            "SELECT id FROM ML.PREDICT(MODEL road_null, TABLE odd) WHERE predicted_buys IS NULL"
                + " ORDER BY id",
            "SELECT id FROM odd WHERE PROBABILITY(road_null FOR 'no') > 0.1 ORDER BY id",
            "SELECT * FROM ML.PREDICT(MODEL road_flag, TABLE odd) WHERE age > 30 ORDER BY id",
            "SELECT * FROM ML.PREDICT(MODEL road_flag, TABLE odd, STRUCT(TRUE AS flat_probs)) ORDER"
                + " BY id",
            "SELECT prediction_status, count(*) FROM ML.PREDICT(MODEL road_flag, TABLE odd) GROUP"
                + " BY prediction_status ORDER BY prediction_status",
            "SELECT v.visit, PREDICT(road_error) AS p FROM visits v JOIN odd o ON o.id = v.id ORDER"
                + " BY visit");
    for (String query : queries) {
      TestingInsitu.run(connection, "SET insitu.planner = 'TEXT'");
      List<List<Object>> expected = TestingInsitu.rows(connection, query);
      for (String planner : List.of("RELATIONAL", "AUTO")) {
        TestingInsitu.run(connection, "SET insitu.planner = '" + planner + "'");
        assertThat(TestingInsitu.rows(connection, query))
            .as(query)
            .isNotEmpty()
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void survivesARestart(@TempDir Path folder) throws SQLException {
    TestingInsitu.assertSameAfterRestart(
        folder.resolve("warehouse.db"),
        "SELECT * FROM ML.PREDICT(MODEL m, (SELECT unnest([1.0, 99.5, NULL]) AS x, 'c' AS k)) ORDER"
            + " BY x",
        "CREATE MODEL m OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'], NULL_POLICY ="
            + " STRUCT('null' AS x), UNSEEN_POLICY = 'flag', RANGE_POLICY = 'flag') AS SELECT i %"
            + " 50 AS x, CASE WHEN i % 2 = 0 THEN 'a' ELSE 'b' END AS k, i AS y FROM range(100)"
            + " r(i)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          NULL_POLICY = STRUCT('null' AS agee) | INS-205 | NULL_POLICY names 'agee', which is no feature; the features are age, plan | Did you mean 'age'?
          UNSEEN_POLICY = STRUCT('null' AS spend) | INS-205 | UNSEEN_POLICY names 'spend', which is no feature | model's inputs
          UNSEEN_POLICY = STRUCT('null' AS age) | INS-206 | UNSEEN_POLICY names 'age', a number (allowed: categories) | RANGE_POLICY
          RANGE_POLICY = STRUCT('flag' AS plan) | INS-206 | RANGE_POLICY names 'plan', a category (allowed: numbers) | UNSEEN_POLICY
          NULL_POLICY = 'ignore' | INS-105 | Option 'null_policy' is 'ignore' (allowed: DEFAULT, NULL, ERROR, FLAG) | range
          NULL_POLICY = STRUCT('maybe' AS age) | INS-105 | Option 'age' is 'maybe' (allowed: DEFAULT, NULL, ERROR, FLAG) | range
          NULL_POLICY = TRUE | INS-104 | expected: STRING or STRUCT<STRING, ...> | type
          NULL_POLICY = NULL | INS-104 | is NULL (expected: STRING or STRUCT<STRING, ...>) | type
          NULL_POLICY = STRUCT('null' AS age, 'flag' AS AGE) | INS-108 | Option 'age' stands twice | once
          """)
  void wrongPoliciesAreRefusedWhereTheyStand(
      String option, String code, String message, String hint) {
    Throwable error =
        catchThrowable(
            () ->
                create(
                    "wrong", "LINEAR_REG", "spend", "DATA_SPLIT_METHOD = 'NO_SPLIT', " + option));
    assertThat(error)
        .hasMessageStartingWith(code)
        .hasMessageContaining(message)
        .hasMessageContaining(hint)
        .hasMessageMatching("(?s)INS-\\d+ \\[\\w+\\] 1:1[1-9]\\d .*");
    assertThat(catchThrowable(() -> predictions("wrong"))).hasMessageStartingWith("INS-201");
  }

  @Test
  void metadataTellsOfTheStatus() throws SQLException {
    create("told", "KMEANS", "", "NUM_CLUSTERS = 2, RANGE_POLICY = 'flag'");
    String sql = "SELECT * FROM ML.PREDICT(MODEL told, (SELECT age, plan FROM odd WHERE id = ?))";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      assertThat(columns(statement.getMetaData()))
          .containsExactly(
              "age DOUBLE",
              "plan VARCHAR",
              "centroid_id BIGINT",
              "nearest_centroids_distance STRUCT(centroid_id BIGINT, distance DOUBLE)[]",
              "prediction_status VARCHAR");
      statement.setInt(1, 7);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString("prediction_status")).isEqualTo("age: out of range");
      }
    }
    create("told", "KMEANS", "", "NUM_CLUSTERS = 2, RANGE_POLICY = 'null'");
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      assertThat(columns(statement.getMetaData())).doesNotContain("prediction_status VARCHAR");
    }
  }

  private static List<String> columns(ResultSetMetaData data) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= data.getColumnCount(); i++) {
      columns.add(data.getColumnName(i) + " " + data.getColumnTypeName(i));
    }
    return columns;
  }
}
