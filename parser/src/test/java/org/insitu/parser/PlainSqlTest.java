/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insitu.parser.Parsing.parse;

import org.insitu.parser.statement.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds nothing of ours passes word for word, whatever dialect it is in. */
class PlainSqlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "  SELECT 1 -- a comment\n",
        "SELECT a::INT, b->>'x', c[1:2], [x FOR x IN l], {'a': 1} FROM t QUALIFY 1 = 1",
        "FROM 'data/*.parquet' SELECT * EXCLUDE (a)",
        "SELECT 'ML.PREDICT(MODEL m, TABLE t)' -- ML.PREDICT(MODEL m, TABLE t)",
        "SELECT \"PREDICT\", `PREDICT(m)` /* PREDICT(m) */ FROM t",
        "SELECT $$ PREDICT(m) $$, $1, $tag$ fn(a) $tag$",
        "SELECT predict, probability FROM model",
        "SELECT predict(a, b), probability(1), predict(NULL), s.predict(m), s.fn(a)",
        "INSERT INTO predict (m) VALUES (1)",
        "INSERT INTO fn (a, b) VALUES (1, 2)",
        "CREATE TABLE predict (m INT)",
        "CREATE TABLE IF NOT EXISTS fn (a INT)",
        "CREATE VIEW fn (a) AS SELECT 1",
        "CREATE MACRO fn(a) AS a + 1",
        "WITH predict(m) AS (SELECT 1) SELECT * FROM predict",
        "WITH a AS (SELECT 1), fn(b) AS MATERIALIZED (SELECT 2) SELECT * FROM fn",
        "SELECT * FROM (VALUES (1)) AS fn(a)",
        "SELECT model m FROM t",
        "SELECT ml.col, ml.f(1) FROM ml.t ml",
        "SHOW TABLES",
        "SHOW model",
        "SHOW models_of_cars",
        "DESCRIBE model",
        "DESCRIBE SELECT 1",
        "USE x",
        "USE warehouse",
        "SET x = 1",
        "SET search_path TO a, b",
        "RESET ALL",
        "SHOW ALL",
        "EXPLAIN SELECT 1",
        "EXPLAIN (ANALYZE, FORMAT JSON) SELECT 1",
        "CREATE MODULE m",
        "ALTER TABLE model RENAME TO predict",
        "DROP TABLE model",
        "TRAIN x",
        "SELECT 'never ends",
        "SELECT 1; SELECT 2",
        "CREATE TRIGGER x BEGIN UPDATE a SET b = 1; END",
        "COPY predict (m) FROM 'x.csv'",
        "MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN UPDATE SET b = 1",
        "PRAGMA version",
        "@#~ this is no SQL at all ((( "
      })
  void passesWordForWord(String sql) {
    assertThat(parse(sql)).isEqualTo(new Statement.Plain(sql));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1;", "SELECT 1 ; -- done", "SELECT 1;;"})
  void losesTheSemicolonAtItsEnd(String sql) {
    assertThat(((Statement.Plain) parse(sql)).text().strip()).isEqualTo("SELECT 1");
  }
}
