/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collections;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import org.insitu.jdbc.wire.Column;
import org.insitu.jdbc.wire.ColumnType;
import org.insitu.jdbc.wire.Interval;
import org.insitu.jdbc.wire.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ResultSetTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("id", ColumnType.BIGINT).notNull(),
          Column.of("name", ColumnType.VARCHAR),
          Column.decimal("price", 12, 2),
          Column.of("day", ColumnType.DATE),
          Column.temporal("clock", ColumnType.TIME, TimeUnit.MICROSECOND, ""),
          Column.temporal("at", ColumnType.TIMESTAMP, TimeUnit.MICROSECOND, ""),
          Column.temporal("instant", ColumnType.TIMESTAMPTZ, TimeUnit.MICROSECOND, "UTC"),
          Column.of("ok", ColumnType.BOOLEAN),
          Column.of("score", ColumnType.DOUBLE),
          Column.of("raw", ColumnType.VARBINARY),
          Column.of("uuid", ColumnType.VARCHAR).warehouseType("UUID"),
          Column.of("span", ColumnType.INTERVAL),
          Column.nested(
              "probs",
              ColumnType.LIST,
              List.of(
                  Column.nested(
                      "item",
                      ColumnType.STRUCT,
                      List.of(
                          Column.of("label", ColumnType.VARCHAR),
                          Column.of("prob", ColumnType.DOUBLE))))));
  private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
  private static final List<Object> VALUES =
      List.of(
          42L,
          "Grüße",
          new BigDecimal("12.50"),
          LocalDate.of(2026, 11, 22),
          LocalTime.parse("10:30:00"),
          LocalDateTime.parse("2026-11-22T10:30:00.000001"),
          OffsetDateTime.parse("2026-11-22T10:30:00Z"),
          true,
          0.25,
          new byte[] {1, 2},
          ID.toString(),
          new Interval(14, 3, 1_000_000_000),
          List.of(List.of("yes", 0.7), List.of("no", 0.3)));

  private TestingServer server;
  private Connection connection;
  private ResultSet rows;

  @BeforeEach
  void query() throws Exception {
    server = TestingServer.ofRows(COLUMNS, List.of(VALUES, nulls()));
    connection = DriverManager.getConnection(server.url());
    rows = connection.createStatement().executeQuery("SELECT *");
    assertThat(rows.next()).isTrue();
  }

  private static List<Object> nulls() {
    List<Object> nulls = new ArrayList<>(Collections.nCopies(COLUMNS.size(), null));
    nulls.set(0, 43L);
    return nulls;
  }

  @AfterEach
  void stop() throws Exception {
    connection.close();
    server.close();
  }

  @Test
  void answersObjectsAsJdbcPrescribes() throws SQLException {
    assertThat(rows.getObject(1)).isEqualTo(42L);
    assertThat(rows.getObject(2)).isEqualTo("Grüße");
    assertThat(rows.getObject(3)).isEqualTo(new BigDecimal("12.50"));
    assertThat(rows.getObject(4)).isEqualTo(Date.valueOf("2026-11-22"));
    assertThat(rows.getObject(5)).isEqualTo(Time.valueOf("10:30:00"));
    assertThat(rows.getObject(6)).isEqualTo(Timestamp.valueOf("2026-11-22 10:30:00.000001"));
    assertThat(rows.getObject(7)).isEqualTo(OffsetDateTime.parse("2026-11-22T10:30:00Z"));
    assertThat(rows.getObject(8)).isEqualTo(true);
    assertThat(rows.getObject(9)).isEqualTo(0.25);
    assertThat(rows.getObject(10)).isEqualTo(new byte[] {1, 2});
    assertThat(rows.getObject(12)).isEqualTo(new Interval(14, 3, 1_000_000_000));
  }

  @Test
  void answersTheClassAskedFor() throws SQLException {
    assertThat(rows.getObject(1, Integer.class)).isEqualTo(42);
    assertThat(rows.getObject(1, BigInteger.class)).isEqualTo(42);
    assertThat(rows.getObject(1, String.class)).isEqualTo("42");
    assertThat(rows.getObject("day", LocalDate.class)).isEqualTo("2026-11-22");
    assertThat(rows.getObject("clock", LocalTime.class)).isEqualTo("10:30:00");
    assertThat(rows.getObject("at", LocalDateTime.class)).isEqualTo("2026-11-22T10:30:00.000001");
    assertThat(rows.getObject("at", LocalDate.class)).isEqualTo("2026-11-22");
    assertThat(rows.getObject("uuid", UUID.class)).isEqualTo(ID);
    assertThat(rows.getObject("span", Period.class)).isEqualTo(Period.of(1, 2, 3));
    assertThat(rows.getObject("span", Duration.class)).isEqualTo(Duration.ofSeconds(1));
    assertThat(rows.getObject("probs", List.class)).hasSize(2);
    assertThatThrownBy(() -> rows.getObject("name", UUID.class)).hasMessageContaining("no UUID");
    assertThatThrownBy(() -> rows.getObject("id", LocalDate.class))
        .hasMessage("Column 'id' of type BIGINT is no LocalDate");
    assertThatThrownBy(() -> rows.getObject("id", StringBuilder.class))
        .hasMessage("Column 'id' of type BIGINT is no StringBuilder");
  }

  @Test
  void answersPrimitives() throws SQLException {
    assertThat(rows.getLong("id")).isEqualTo(42);
    assertThat(rows.getInt("id")).isEqualTo(42);
    assertThat(rows.getShort("id")).isEqualTo((short) 42);
    assertThat(rows.getByte("id")).isEqualTo((byte) 42);
    assertThat(rows.getDouble("id")).isEqualTo(42);
    assertThat(rows.getFloat("score")).isEqualTo(0.25f);
    assertThat(rows.getBoolean("ok")).isTrue();
    assertThat(rows.getInt("ok")).isEqualTo(1);
    assertThat(rows.getBigDecimal("score")).isEqualTo("0.25");
    assertThat(rows.getInt("price")).isEqualTo(12);
    assertThat(rows.getString("price")).isEqualTo("12.50");
  }

  @Test
  void tellsNullFromZero() throws SQLException {
    assertThat(rows.getLong(1)).isEqualTo(42);
    assertThat(rows.wasNull()).isFalse();
    assertThat(rows.next()).isTrue();
    for (int i = 2; i <= COLUMNS.size(); i++) {
      assertThat(rows.getObject(i)).isNull();
      assertThat(rows.wasNull()).isTrue();
      assertThat(rows.getString(i)).isNull();
      assertThat(rows.getObject(i, String.class)).isNull();
    }
    assertThat(rows.getDouble("score")).isZero();
    assertThat(rows.wasNull()).isTrue();
    assertThat(rows.getBytes("raw")).isNull();
    assertThat(rows.getDate("day")).isNull();
    assertThat(rows.getTimestamp("at")).isNull();
    assertThat(rows.getTime("clock")).isNull();
    assertThat(rows.getBigDecimal("price")).isNull();
    assertThat(rows.getArray("probs")).isNull();
    assertThat(rows.getCharacterStream("name")).isNull();
    assertThat(rows.getLong("id")).isEqualTo(43);
    assertThat(rows.wasNull()).isFalse();
  }

  @Test
  void readsTimesOfACalendar() throws SQLException {
    Calendar tokyo = Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"));
    assertThat(rows.getTimestamp("at", tokyo).toInstant()).isEqualTo("2026-11-22T01:30:00.000001Z");
    assertThat(rows.getDate("day", tokyo).getTime())
        .isEqualTo(java.time.Instant.parse("2026-11-21T15:00:00Z").toEpochMilli());
    assertThat(rows.getTimestamp("instant", tokyo).toInstant()).isEqualTo("2026-11-22T10:30:00Z");
    assertThat(rows.getTime("clock", tokyo).getTime()).isEqualTo(90 * 60_000L);
  }

  @Test
  void readsListsOfStructs() throws SQLException {
    Array array = rows.getArray("probs");
    Object[] structs = (Object[]) array.getArray();
    assertThat(array.getBaseType()).isEqualTo(Types.STRUCT);
    assertThat(array.getBaseTypeName()).isEqualTo("STRUCT(label VARCHAR, prob DOUBLE)");
    assertThat(structs).hasSize(2);
    assertThat(((Struct) structs[0]).getAttributes()).containsExactly("yes", 0.7);
    NamedStruct second = (NamedStruct) structs[1];
    assertThat(second.getAttributeNames()).containsExactly("label", "prob");
    assertThat(second.getAttribute("PROB")).isEqualTo(0.3);
    assertThatThrownBy(() -> second.getAttribute("x")).extracting("SQLState").isEqualTo("42703");
    assertThat((Object[]) array.getArray(2, 5)).hasSize(1);
    assertThatThrownBy(() -> array.getArray(4, 1)).isInstanceOf(SQLException.class);
    assertThat(array).hasToString("[{label: yes, prob: 0.7}, {label: no, prob: 0.3}]");
    assertThat(rows.getString("probs")).isEqualTo(array.toString());
    assertThat(rows.getObject("probs")).isEqualTo(array).hasSameHashCodeAs(array);
  }

  @Test
  void readsStreamsAndLobs() throws Exception {
    assertThat(rows.getBinaryStream("raw").readAllBytes()).containsExactly(1, 2);
    assertThat(rows.getBlob("raw").getBytes(2, 5)).containsExactly(2);
    assertThat(rows.getBlob("raw").position(new byte[] {2}, 1)).isEqualTo(2);
    assertThat(rows.getClob("name").getSubString(3, 2)).isEqualTo("üß");
    assertThat(rows.getCharacterStream("name").read()).isEqualTo('G');
    assertThat(rows.getBytes("name")).isEqualTo("Grüße".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void knowsWhereItIs() throws SQLException {
    assertThat(rows.isFirst()).isTrue();
    assertThat(rows.getRow()).isEqualTo(1);
    assertThat(rows.next()).isTrue();
    assertThat(rows.isFirst()).isFalse();
    assertThat(rows.getRow()).isEqualTo(2);
    assertThat(rows.next()).isFalse();
    assertThat(rows.isAfterLast()).isTrue();
    assertThat(rows.getRow()).isZero();
    assertThatThrownBy(() -> rows.getInt(1))
        .hasMessage("Behind the last row")
        .extracting("SQLState")
        .isEqualTo("24000");
  }

  @Test
  void refusesColumnsThatAreNotThere() {
    assertThatThrownBy(() -> rows.getInt(0)).extracting("SQLState").isEqualTo("07009");
    assertThatThrownBy(() -> rows.getInt(14)).hasMessage("Column index 14 (expected: 1 to 13)");
    assertThatThrownBy(() -> rows.getInt("nope")).hasMessage("No column 'nope' in the result");
    assertThatThrownBy(() -> rows.getInt(null)).isInstanceOf(SQLException.class);
  }

  @Test
  void refusesUpdatesAndMoves() {
    assertThatThrownBy(() -> rows.updateInt(1, 1))
        .isInstanceOf(SQLFeatureNotSupportedException.class);
    assertThatThrownBy(rows::previous).isInstanceOf(SQLFeatureNotSupportedException.class);
    assertThatThrownBy(() -> rows.absolute(1)).isInstanceOf(SQLFeatureNotSupportedException.class);
    assertThatThrownBy(() -> rows.getRef(1)).isInstanceOf(SQLFeatureNotSupportedException.class);
  }

  @Test
  void describesItsColumns() throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<Integer> types = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      types.add(columns.getColumnType(i));
      assertThat(columns.getColumnLabel(i)).isEqualTo(COLUMNS.get(i - 1).name());
      assertThat(columns.getColumnDisplaySize(i)).isNotNegative();
      if (rows.getObject(i) != null) {
        assertThat(rows.getObject(i)).isInstanceOf(classOf(columns.getColumnClassName(i)));
      }
    }
    assertThat(types)
        .containsExactly(
            Types.BIGINT,
            Types.VARCHAR,
            Types.DECIMAL,
            Types.DATE,
            Types.TIME,
            Types.TIMESTAMP,
            Types.TIMESTAMP_WITH_TIMEZONE,
            Types.BOOLEAN,
            Types.DOUBLE,
            Types.VARBINARY,
            Types.VARCHAR,
            Types.OTHER,
            Types.ARRAY);
    assertThat(columns.getColumnTypeName(13)).isEqualTo("STRUCT(label VARCHAR, prob DOUBLE)[]");
    assertThat(columns.getColumnTypeName(11)).isEqualTo("UUID");
    assertThat(columns.isNullable(1)).isEqualTo(ResultSetMetaData.columnNoNulls);
    assertThat(columns.isNullable(2)).isEqualTo(ResultSetMetaData.columnNullable);
    assertThat(columns.isSigned(1)).isTrue();
    assertThatThrownBy(() -> columns.getColumnType(99)).isInstanceOf(SQLException.class);
  }

  private static Class<?> classOf(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name, e);
    }
  }
}
