/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import org.insitu.it.testing.TestingInsitu;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches of a prepared statement, and intervals as parameters. */
class BatchTest {
  private final TestingInsitu insitu = TestingInsitu.inMemory();
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = insitu.connect();
    TestingInsitu.run(connection, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    insitu.close();
  }

  private PreparedStatement batch(String sql, int... ids) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int id : ids) {
      statement.setInt(1, id);
      statement.addBatch();
    }
    return statement;
  }

  private List<List<Object>> ids() throws SQLException {
    return TestingInsitu.rows(connection, "SELECT id FROM t ORDER BY id");
  }

  @Test
  void everyRowIsCounted() throws SQLException {
    int[] ids = new int[100];
    Arrays.setAll(ids, i -> i);
    try (PreparedStatement statement = batch("INSERT INTO t VALUES (?)", ids)) {
      assertThat(statement.executeBatch()).hasSize(100).containsOnly(1);
    }
    try (PreparedStatement statement = batch("DELETE FROM t WHERE id < ?", 10, 30, 10)) {
      assertThat(statement.executeBatch()).containsExactly(10, 20, 0);
    }
    assertThat(ids()).hasSize(70);
  }

  @Test
  void nothingRunsBehindAFailure() throws SQLException {
    try (PreparedStatement statement = batch("INSERT INTO t VALUES (?)", 1, 2, 1, 3, 4)) {
      BatchUpdateException failed =
          catchThrowableOfType(BatchUpdateException.class, statement::executeBatch);
      assertThat(failed.getUpdateCounts()).containsExactly(1, 1);
      assertThat(failed.getSQLState()).isEqualTo("23505");
      assertThat((Throwable) failed).hasMessageContaining("Element 3 of 5");
      assertThat(ids()).containsExactly(List.of(1), List.of(2));
      statement.setInt(1, 9);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void aBatchIsPartOfItsTransaction() throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement statement = batch("INSERT INTO t VALUES (?)", 1, 2, 3)) {
      statement.executeBatch();
      connection.rollback();
    }
    assertThat(ids()).isEmpty();
  }

  @Test
  void aQueryIsNoBatch() throws SQLException {
    try (PreparedStatement statement = batch("SELECT ? + 1", 1, 2)) {
      BatchUpdateException failed =
          catchThrowableOfType(BatchUpdateException.class, statement::executeBatch);
      assertThat(failed.getUpdateCounts()).isEmpty();
    }
  }

  @Test
  void intervalsAreParameters() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT CAST(DATE '2026-01-31' + CAST(? AS INTERVAL) AS VARCHAR)")) {
      assertThat(sum(statement, Period.of(0, 1, 1))).isEqualTo("2026-03-01 00:00:00");
      assertThat(sum(statement, Duration.ofMillis(1500))).isEqualTo("2026-01-31 00:00:01.5");
      assertThat(sum(statement, Duration.ofMillis(-1500))).isEqualTo("2026-01-30 23:59:58.5");
      assertThat(sum(statement, Period.ofMonths(-13))).isEqualTo("2024-12-31 00:00:00");
    }
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT INTERVAL 2 DAY > ?, INTERVAL 1 MINUTE = ?")) {
      statement.setObject(1, Period.ofDays(1));
      statement.setObject(2, Duration.ofMinutes(1));
      try (var rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getBoolean(1)).isTrue();
        assertThat(rows.getBoolean(2)).isTrue();
      }
    }
  }

  private static String sum(PreparedStatement statement, Object interval) throws SQLException {
    statement.setObject(1, interval);
    try (var rows = statement.executeQuery()) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
