/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.insitu.executor.warehouse.Scalars;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What DuckDB itself complains about, and the SQLSTATE that PostgreSQL would give it. */
class DuckDbSqlStatesTest {
  private static DuckDbWarehouse warehouse;
  private static DuckDbConnection connection;

  @BeforeAll
  static void open() {
    warehouse = DuckDbWarehouse.open(Optional.empty());
    connection = warehouse.connect();
    Scalars.run(connection, "CREATE TABLE t (a INTEGER, b VARCHAR)");
    Scalars.run(connection, "CREATE TABLE p (id INTEGER PRIMARY KEY)");
    Scalars.run(connection, "INSERT INTO p VALUES (1)");
  }

  @AfterAll
  static void close() {
    connection.close();
    warehouse.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          selec 1                                  | 42601
          SELECT a +                               | 42601
          SELECT x FROM t                          | 42703
          SELECT t.x FROM t                        | 42703
          SELECT * EXCLUDE (q) FROM t              | 42703
          UPDATE t SET q = 1                       | 42703
          INSERT INTO t (zz) VALUES (1)            | 42703
          SELECT z.a FROM t                        | 42P01
          SELECT * FROM nope                       | 42P01
          SELECT * FROM nos.t                      | 42P01
          DROP TABLE nope                          | 42P01
          CREATE TABLE t (a INTEGER)               | 42P07
          SELECT a FROM t, t AS u                  | 42702
          SELECT sum(a), b FROM t                  | 42803
          SELECT nofn(1)                           | 42883
          SELECT substr(1)                         | 42883
          SET nosuch = 1                           | 42704
          SELECT a FROM t ORDER BY 5               | 42000
          INSERT INTO p VALUES (1)                 | 23505
          INSERT INTO p VALUES (NULL)              | 23502
          SELECT CAST('a' AS INTEGER)              | 22018
          """)
  void areThoseOfPostgres(String sql, String state) {
    InsituException error =
        catchThrowableOfType(InsituException.class, () -> Scalars.rows(connection, sql).toString());
    assertThat(error.code()).isEqualTo(ErrorCode.WAREHOUSE);
    assertThat(error.sqlState()).as(error.getMessage()).isEqualTo(state);
  }
}
