/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.insitu.it.testing.TestingInsitu;
import org.insitu.jdbc.ServerError;
import org.insitu.parser.option.Choice;
import org.insitu.server.cli.UrlLex;
import org.insitu.server.cli.console.PipedConsole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code SET insitu.lex = 'bigquery'}, from the driver and the console down to DuckDB. */
class BigQueryLexTest {
  private final TestingInsitu insitu = TestingInsitu.inMemory();
  private Connection session;

  @BeforeEach
  void connect() throws SQLException {
    session = insitu.connect();
    TestingInsitu.run(
        session,
        "CREATE TABLE t AS SELECT i AS id, CAST(i AS DOUBLE) AS x, 2.0 * i + 1 AS y,"
            + " CASE WHEN i % 3 = 0 THEN 'it''s' ELSE 'b' END AS c FROM range(200) AS r(i)",
        "SET insitu.lex = 'bigquery'");
  }

  @AfterEach
  void close() throws SQLException {
    session.close();
    insitu.close();
  }

  @Test
  void stringsStandInDoubleQuotesEverywhere() throws SQLException {
    TestingInsitu.run(
        session,
        "#standardSQL\nCREATE VIEW v AS SELECT x, y, \"a;\" AS s FROM t WHERE c = \"it's\" # don't",
        "CREATE MODEL `m` OPTIONS (model_type = \"linear_reg\", input_label_cols = [\"y\"]) AS\n"
            + "SELECT x, y, IF(c = \"it's\", 'it\\'s', \"other\") AS c FROM t WHERE c <> \"\"");
    assertThat(one("SELECT count(*) FROM v WHERE s = 'a;'")).isEqualTo(67L);
    assertThat(
            one(
                "SELECT round(max(predicted_y)) FROM ML.PREDICT(MODEL `m`,"
                    + " (SELECT x, \"it's\" AS c FROM t WHERE c = \"it's\")) # all"))
        .isEqualTo(397.0);
    assertThat(one("SELECT round(PREDICT(m USING 1.0 AS x, \"it's\" AS c), 6)")).isEqualTo(3.0);
    assertThat(one("SELECT mean_absolute_error < 0.1 FROM ML.EVALUATE(MODEL m, TABLE t)"))
        .isEqualTo(true);
  }

  @Test
  void aModelIsTrainedAgainInAnyLex() throws SQLException {
    TestingInsitu.run(
        session,
        "CREATE MODEL m OPTIONS (model_type = \"linear_reg\", input_label_cols = [\"y\"]) AS"
            + " SELECT SAFE_CAST(x AS FLOAT64) AS x, y FROM t WHERE c = \"it's\"",
        "RESET insitu.lex",
        "TRAIN MODEL m");
    assertThat(one("SELECT round(PREDICT(m USING 10 AS x), 6)")).isEqualTo(21.0);
  }

  @Test
  void placesAreThoseOfTheTypedText() {
    assertPlace("SELECT \"it's\", '\\n', oops FROM t", 1, 22);
    assertPlace("SELECT \"it's\", '\\n', SAFE_DIVIDE(x, oops) FROM t", 1, 37);
    assertPlace("# it's\nSELECT '\\x41\\x41', ML.NOTHING(x) FROM t", 2, 20);
    assertPlace(
        "CREATE MODEL m OPTIONS (model_type = \"linear_reg\", input_label_cols = [\"y\"])\n"
            + "AS SELECT \"it's it's\", oops, y FROM t",
        2,
        24);
    assertPlace("CREATE MODEL m OPTIONS (model_type = \"it's\") AS SELECT 1 AS y", 1, 25);
    assertPlace("SELECT 'a', \"a\\q\" FROM t", 1, 15);
  }

  private void assertPlace(String sql, int line, int column) {
    SQLException thrown =
        catchThrowableOfType(SQLException.class, () -> TestingInsitu.run(session, sql));
    assertThat((Throwable) thrown).as(sql).isNotNull();
    ServerError error = ServerError.of(thrown).orElseThrow();
    assertThat(List.of(error.line(), error.column()))
        .as(sql + ": " + thrown.getMessage())
        .isEqualTo(List.of(line, column));
  }

  @Test
  void aQuestionMarkInAStringIsNoParameter() throws SQLException {
    try (PreparedStatement statement =
        session.prepareStatement(
            "SELECT \"?\" || CAST(? AS STRING), SAFE_DIVIDE(?, ?) # ?\n"
                + "FROM t WHERE c = \"it's\" LIMIT 1")) {
      assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(3);
      statement.setString(1, "a");
      statement.setInt(2, 6);
      statement.setInt(3, 4);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("?a");
        assertThat(rows.getDouble(2)).isEqualTo(1.5);
      }
    }
  }

  @Test
  void anotherSessionAndTheOldLexReadAsBefore() throws SQLException {
    try (Connection other = insitu.connect()) {
      assertThat(TestingInsitu.rows(other, "SELECT \"x\", 'it''s', 'a\\n' FROM t WHERE id = 1"))
          .isEqualTo(List.of(List.of(1.0, "it's", "a\\n")));
    }
    TestingInsitu.run(session, "SET insitu.lex = \"ansi\"");
    assertThat(one("SELECT \"x\" FROM t WHERE id = 1")).isEqualTo(1.0);
    TestingInsitu.run(session, "SET insitu.lex = 'bigquery'", "RESET insitu.lex");
    assertThat(one("SELECT \"x\" FROM t WHERE id = 2")).isEqualTo(2.0);
    assertThat(TestingInsitu.rows(session, "SHOW insitu.lex").getFirst().get(1)).isEqualTo("ANSI");
  }

  @Test
  void theDriversOwnStatementsAreRead() throws SQLException {
    TestingInsitu.run(session, "ATTACH ':memory:' AS `second-one`", "CREATE SCHEMA `second-one`.s");
    session.setCatalog("second-one");
    assertThat(one("SELECT current_catalog()")).isEqualTo("second-one");
    session.setSchema("s");
    assertThat(one("SELECT current_schema()")).isEqualTo("s");
    try (ResultSet tables = session.getMetaData().getTables(null, null, "t", null)) {
      assertThat(tables.next()).isTrue();
    }
  }

  /** A tutorial writes its project everywhere; here there is none, and that is said once. */
  @Test
  void projectsAreLeftOut() throws SQLException {
    assertThat(
            warnings(
                "CREATE SCHEMA IF NOT EXISTS `my-project.shop`",
                "CREATE OR REPLACE TABLE `my-project.shop.rides` (x FLOAT64, y FLOAT64)",
                "INSERT INTO `my-project`.`shop`.`rides` (x, y) SELECT x, y FROM t",
                "CREATE OR REPLACE TABLE my-project.shop.long AS"
                    + " SELECT * FROM `my-project.shop.rides` WHERE x > 100",
                "CREATE OR REPLACE MODEL `my-project.shop.m`"
                    + " OPTIONS (model_type = 'linear_reg', input_label_cols = ['y'],"
                    + " data_split_method = 'no_split')"
                    + " AS SELECT * FROM `my-project.shop.rides`"))
        .containsExactly(
            "Project 'my-project' is left out of names: no catalogue of that name is attached.");
    assertThat(one("SELECT count(*) FROM `another.shop.long`")).isEqualTo(99L);
    assertThat(
            one(
                "SELECT avg(abs(predicted_y - y)) < 1e-9 FROM ML.PREDICT(MODEL `my-project.shop.m`,"
                    + " TABLE my-project.shop.rides)"))
        .isEqualTo(true);
    assertThat(one("SELECT count(*) FROM ML.PREDICT(MODEL shop.m, TABLE shop.long)"))
        .isEqualTo(99L);
    assertPlace("SELECT oops FROM `my-project.shop.rides`", 1, 8);
    assertPlace("SELECT 1 FROM t JOIN `my-project.shop.nothing` AS n ON TRUE", 1, 22);
  }

  @Test
  void whatConcernsStorageHasNoEffect() throws SQLException {
    assertThat(
            warnings(
                "CREATE OR REPLACE TABLE parts (day DATE OPTIONS (description = 'd'), x FLOAT64)"
                    + " PARTITION BY day CLUSTER BY x OPTIONS (expiration_timestamp = NULL)"))
        .containsExactly(
            "CLUSTER BY has no effect here.",
            "OPTIONS has no effect here.",
            "PARTITION BY has no effect here.");
    assertThat(one("SELECT count(*) FROM parts")).isEqualTo(0L);
  }

  @Test
  void aProjectThatIsACatalogueIsThatCatalogue() throws SQLException {
    assertThat(
            warnings(
                "ATTACH ':memory:' AS `my-project`",
                "CREATE SCHEMA `my-project.shop`",
                "CREATE OR REPLACE TABLE `my-project.shop.rides` AS SELECT x, y FROM t"))
        .isEmpty();
    assertThat(
            one("SELECT table_catalog FROM information_schema.tables WHERE table_name = 'rides'"))
        .isEqualTo("my-project");
    assertThat(one("SELECT count(*) FROM my-project.shop.rides")).isEqualTo(200L);
  }

  /** A model that was given the whole name, as the standard's lex gives it, is found by it. */
  @Test
  void aModelOfTheWholeNameIsFound() throws SQLException {
    TestingInsitu.run(
        session,
        "RESET insitu.lex",
        "CREATE MODEL p.d.m OPTIONS (model_type = 'linear_reg', input_label_cols = ['y'])"
            + " AS SELECT x, y FROM t",
        "SET insitu.lex = 'bigquery'");
    assertThat(one("SELECT count(*) FROM ML.WEIGHTS(MODEL `p.d.m`)")).isEqualTo(2L);
  }

  private List<String> warnings(String... statements) throws SQLException {
    List<String> messages = new ArrayList<>();
    try (Statement statement = session.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
        for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
          messages.add(w.getMessage());
        }
      }
    }
    return messages;
  }

  @Test
  void whatIsMissingIsRefusedAndTheSessionGoesOn() throws SQLException {
    SQLException thrown =
        catchThrowableOfType(
            SQLException.class, () -> TestingInsitu.run(session, "SELECT FORMAT('%x', id) FROM t"));
    assertThat(thrown.getErrorCode()).isEqualTo(110);
    assertThat(one("SELECT \"on\"")).isEqualTo("on");
  }

  @Test
  void viewsOutliveTheSession(@TempDir Path folder) throws SQLException {
    TestingInsitu.assertSameAfterRestart(
        folder.resolve("views.db"),
        "SELECT * FROM v",
        "SET insitu.lex = 'bigquery'",
        "CREATE TABLE u (string STRING, x FLOAT64)",
        "INSERT INTO u VALUES (\"a\", 2.5), ('it\\'s', NULL)",
        "CREATE VIEW v AS SELECT CAST(x AS INT64) AS i, CONCAT(string, \"!\") AS s,"
            + " GREATEST(x, 1) AS g, FARM_FINGERPRINT(string) AS f FROM u ORDER BY x");
  }

  @Test
  void theConsoleCutsByTheLex() throws IOException, SQLException {
    assertThat(
            piped(
                """
                SELECT "x" FROM t WHERE id = 3;
                SET insitu.lex = 'bigquery'; # don't; stop
                SELECT "a;" AS a, 'it\\'s;' AS b; SELECT \"""two
                ; lines\""" AS c;
                \\timing
                SELECT "b;" AS d, # ;
                  'e' AS e;
                RESET insitu.lex;
                SELECT "x" FROM t WHERE id = 4;
                """))
        .contains("| 3.0", "a; | it's;", "; lines", "b; | e", "| 4.0");
  }

  /** What the console prints, with a bar before each line. */
  private String piped(String text) throws IOException, SQLException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter messages = new StringWriter();
    try (Connection connection = insitu.connect()) {
      PipedConsole console =
          new PipedConsole(connection, out, new PrintWriter(messages), Choice.Lex.ANSI);
      boolean well = console.run("test", text);
      assertThat(well).as(messages.toString()).isTrue();
    }
    return "|" + out.toString(StandardCharsets.UTF_8).replace("\n", "\n|");
  }

  @Test
  void theUrlSaysTheLex() throws SQLException, IOException {
    String url = insitu.url() + "main?lex=bigquery&applicationName=test";
    try (Connection google = DriverManager.getConnection(url)) {
      assertThat(
              TestingInsitu.rows(
                  google, "SELECT \"it's\", CAST(x AS STRING) FROM t # one\nLIMIT 1"))
          .isEqualTo(List.of(List.of("it's", "0")));
      assertThat(google.getSchema()).isEqualTo("main");
      TestingInsitu.run(google, "SET insitu.lex = \"ansi\"");
      assertThat(TestingInsitu.rows(google, "SELECT \"x\" FROM t WHERE id = 3"))
          .isEqualTo(List.of(List.of(3.0)));
    }
    Properties properties = new Properties();
    properties.setProperty("lex", "BigQuery");
    try (Connection google = DriverManager.getConnection(insitu.url(), properties)) {
      assertThat(TestingInsitu.rows(google, "SELECT \"a\"")).isEqualTo(List.of(List.of("a")));
    }
    assertThat(UrlLex.of(url)).isEqualTo(Choice.Lex.BIGQUERY);
    assertThat(UrlLex.of(insitu.url())).isEqualTo(Choice.Lex.ANSI);
  }

  @Test
  void aLexThatThereIsNotIsAnErrorOfTheConnection() {
    for (String bad : List.of("googlesql", "it's")) {
      String url = insitu.url() + "?lex=" + URLEncoder.encode(bad, StandardCharsets.UTF_8);
      assertThatThrownBy(() -> DriverManager.getConnection(url).close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("INS-1")
          .hasMessageContaining("'" + bad.replace("'", "''") + "'")
          .hasMessageContaining("BIGQUERY")
          .satisfies(
              error ->
                  assertThat(ServerError.of((SQLException) error).orElseThrow().line()).isZero());
    }
  }

  private Object one(String query) throws SQLException {
    return TestingInsitu.rows(session, query).getFirst().getFirst();
  }
}
