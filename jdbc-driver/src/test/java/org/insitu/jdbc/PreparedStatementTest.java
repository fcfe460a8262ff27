/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.insitu.jdbc.wire.Column;
import org.insitu.jdbc.wire.ColumnType;
import org.insitu.jdbc.wire.Describe;
import org.insitu.jdbc.wire.Described;
import org.insitu.jdbc.wire.Execute;
import org.insitu.jdbc.wire.Failure;
import org.insitu.jdbc.wire.Parameter;
import org.insitu.jdbc.wire.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PreparedStatementTest {
  private TestingServer server;
  private Connection connection;

  @BeforeEach
  void start() throws Exception {
    server =
        TestingServer.answering(
            (frame, peer) -> {
              if (frame.tag() == Tag.EXECUTE) {
                peer.count(frame.id(), Execute.read(frame.reader()).parameters().size());
              } else if (frame.tag() == Tag.DESCRIBE) {
                boolean isQuery = Describe.read(frame.reader()).sql().startsWith("SELECT");
                peer.send(
                    new Described(
                        2,
                        isQuery
                            ? List.of(Column.decimal("d", 12, 2).warehouseType("MONEY"))
                            : List.of()),
                    frame.id());
              }
            });
    connection = DriverManager.getConnection(server.url());
  }

  @AfterEach
  void stop() throws Exception {
    connection.close();
    server.close();
  }

  private Execute last() {
    return Execute.read(server.received().getLast().reader());
  }

  private List<Object> values() {
    return Arrays.asList(last().parameters().stream().map(Parameter::value).toArray());
  }

  @Test
  void sendsValuesBesideTheText() throws Exception {
    try (PreparedStatement statement = connection.prepareStatement("INSERT INTO t VALUES (?, ?)")) {
      statement.setString(1, "'; DROP TABLE t; --");
      statement.setInt(2, 7);
      assertThat(statement.executeUpdate()).isEqualTo(2);
      assertThat(last().sql()).isEqualTo("INSERT INTO t VALUES (?, ?)");
      assertThat(values()).containsExactly("'; DROP TABLE t; --", 7);

      statement.setObject(2, null);
      statement.executeUpdate();
      assertThat(values()).containsExactly("'; DROP TABLE t; --", null);
    }
  }

  @Test
  void sendsTypedNulls() throws Exception {
    try (PreparedStatement statement = connection.prepareStatement("?")) {
      statement.setNull(1, Types.DOUBLE);
      statement.setString(2, null);
      statement.setDate(3, null);
      statement.setBytes(4, null);
      statement.setBigDecimal(5, null);
      statement.setObject(6, null, Types.BIGINT);
      statement.setBinaryStream(7, null);
      statement.setCharacterStream(8, null);
      statement.execute();
      assertThat(last().parameters())
          .extracting(Parameter::type)
          .containsExactly(
              ColumnType.DOUBLE,
              ColumnType.VARCHAR,
              ColumnType.DATE,
              ColumnType.VARBINARY,
              ColumnType.DECIMAL,
              ColumnType.BIGINT,
              ColumnType.VARBINARY,
              ColumnType.VARCHAR);
      assertThat(values()).containsOnlyNulls();
    }
  }

  @Test
  void readsStreamsAndScales() throws Exception {
    try (PreparedStatement statement = connection.prepareStatement("?")) {
      statement.setBinaryStream(1, new ByteArrayInputStream(new byte[] {1, 2, 3}), 2);
      statement.setCharacterStream(2, new StringReader("abc"), 2L);
      statement.setClob(3, new StringReader("x".repeat(10_000)));
      statement.setObject(4, "1.005", Types.DECIMAL, 2);
      statement.setArray(5, connection.createArrayOf("DOUBLE", new Object[] {1.5, null}));
      statement.setObject(6, LocalDate.EPOCH);
      statement.execute();
      assertThat(values())
          .containsExactly(
              new byte[] {1, 2},
              "ab",
              "x".repeat(10_000),
              new BigDecimal("1.01"),
              Arrays.asList(1.5, null),
              LocalDate.EPOCH);
    }
  }

  @Test
  void refusesToRunWithAParameterMissing() throws Exception {
    try (PreparedStatement statement = connection.prepareStatement("? ?")) {
      statement.setInt(2, 1);
      assertThatThrownBy(statement::execute)
          .hasMessage("Parameter 1 is not set")
          .extracting("SQLState")
          .isEqualTo("07001");
      assertThatThrownBy(() -> statement.setInt(0, 1)).extracting("SQLState").isEqualTo("07009");
      statement.clearParameters();
      assertThat(statement.executeUpdate()).isZero();
    }
  }

  @Test
  void describesItselfBeforeItRuns() throws Exception {
    try (PreparedStatement statement = connection.prepareStatement("SELECT ? + ?")) {
      ResultSetMetaData columns = statement.getMetaData();
      assertThat(columns.getColumnCount()).isEqualTo(1);
      assertThat(columns.getColumnType(1)).isEqualTo(Types.DECIMAL);
      assertThat(columns.getColumnTypeName(1)).isEqualTo("MONEY");
      assertThat(columns.getPrecision(1)).isEqualTo(12);
      assertThat(columns.getScale(1)).isEqualTo(2);
      assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(2);
      assertThat(server.received()).filteredOn(frame -> frame.tag() == Tag.DESCRIBE).hasSize(1);
    }
    try (PreparedStatement statement = connection.prepareStatement("DELETE FROM t")) {
      assertThat(statement.getMetaData()).isNull();
    }
  }

  @Test
  void runsBatches() throws Exception {
    try (PreparedStatement statement = connection.prepareStatement("INSERT INTO t VALUES (?)")) {
      for (int i = 0; i < 3; i++) {
        statement.setInt(1, i);
        statement.addBatch();
      }
      assertThat(statement.executeBatch()).containsExactly(1, 1, 1);
      assertThat(values()).containsExactly(2);
      assertThat(statement.executeBatch()).isEmpty();
    }
  }

  @Test
  void sendsABatchAheadOfItsAnswers() throws Exception {
    List<TestingServer.Frame> waiting = new ArrayList<>();
    try (TestingServer patient =
            TestingServer.answering(
                (frame, peer) -> {
                  if (frame.tag() == Tag.EXECUTE && waiting.add(frame) && waiting.size() == 3) {
                    peer.count(waiting.get(0).id(), 5);
                    peer.send(new Failure(401, "23505", 0, 0, "twice", ""), waiting.get(1).id());
                    peer.send(new Failure(402, "57014", 0, 0, "not run", ""), waiting.get(2).id());
                  }
                });
        Connection ahead = DriverManager.getConnection(patient.url());
        PreparedStatement statement = ahead.prepareStatement("INSERT INTO t VALUES (?)")) {
      for (int i = 0; i < 3; i++) {
        statement.setInt(1, i);
        statement.addBatch();
      }
      BatchUpdateException failed =
          catchThrowableOfType(BatchUpdateException.class, statement::executeBatch);
      assertThat(failed.getUpdateCounts()).containsExactly(5);
      assertThat((Throwable) failed)
          .hasMessageContaining("Element 2 of 3")
          .hasMessageContaining("twice");
      assertThat(failed.getSQLState()).isEqualTo("23505");
      assertThat(waiting.stream().map(frame -> Execute.read(frame.reader()).isChained()))
          .containsExactly(false, true, true);
    }
  }

  @Test
  void refusesAnotherStatement() throws Exception {
    try (PreparedStatement statement = connection.prepareStatement("SELECT 1")) {
      assertThatThrownBy(() -> statement.execute("SELECT 2")).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> statement.executeQuery("SELECT 2")).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> statement.executeUpdate("SELECT 2"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> statement.addBatch("SELECT 2")).isInstanceOf(SQLException.class);
    }
  }
}
