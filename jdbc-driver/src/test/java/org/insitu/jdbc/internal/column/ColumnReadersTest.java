/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.insitu.jdbc.internal.net.Batch;
import org.insitu.jdbc.wire.BatchLayout;
import org.insitu.jdbc.wire.BatchWriter;
import org.insitu.jdbc.wire.Column;
import org.insitu.jdbc.wire.ColumnType;
import org.insitu.jdbc.wire.Interval;
import org.insitu.jdbc.wire.TimeUnit;
import org.insitu.jdbc.wire.WireException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnReadersTest {

  /** A column, its values, and the texts they are read as. */
  record Case(Column column, List<?> values, List<String> texts) {
    @Override
    public String toString() {
      return column.toString();
    }
  }

  private static Case of(Column column, Object... valuesAndTexts) {
    int half = valuesAndTexts.length / 2;
    List<Object> values = Arrays.asList(valuesAndTexts);
    return new Case(
        column,
        values.subList(0, half),
        values.subList(half, 2 * half).stream().map(text -> (String) text).toList());
  }

  private static Column simple(ColumnType type) {
    return Column.of("c", type);
  }

  static Stream<Case> cases() {
    Column item = Column.of("item", ColumnType.INTEGER);
    Column struct =
        Column.nested(
            "c",
            ColumnType.STRUCT,
            List.of(Column.of("label", ColumnType.VARCHAR), Column.of("prob", ColumnType.DOUBLE)));
    Column entries =
        Column.nested(
            "entries",
            ColumnType.STRUCT,
            List.of(Column.of("key", ColumnType.VARCHAR), Column.of("value", ColumnType.BIGINT)));
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put("a", 1L);
    map.put("b", null);
    return Stream.of(
        of(simple(ColumnType.BOOLEAN), true, false, "true", "false"),
        of(simple(ColumnType.TINYINT), -128, 127, "-128", "127"),
        of(simple(ColumnType.SMALLINT), -32768, 32767, "-32768", "32767"),
        of(simple(ColumnType.INTEGER), -1, Integer.MAX_VALUE, "-1", "2147483647"),
        of(simple(ColumnType.BIGINT), -1L, Long.MIN_VALUE, "-1", "-9223372036854775808"),
        of(simple(ColumnType.UTINYINT), 255, 0, "255", "0"),
        of(simple(ColumnType.USMALLINT), 65535, 1, "65535", "1"),
        of(simple(ColumnType.UINTEGER), 4294967295L, 7L, "4294967295", "7"),
        of(simple(ColumnType.UBIGINT), -1L, 5L, "18446744073709551615", "5"),
        of(simple(ColumnType.REAL), 1.5f, Float.NEGATIVE_INFINITY, "1.5", "-Infinity"),
        of(simple(ColumnType.DOUBLE), 0.1, Double.NaN, "0.1", "NaN"),
        of(
            Column.decimal("c", 10, 2),
            new BigDecimal("-12.30"),
            new BigDecimal("0.01"),
            "-12.30",
            "0.01"),
        of(
            Column.decimal("c", 38, 0),
            new BigDecimal("-99999999999999999999999999999999999999"),
            new BigDecimal("9223372036854775808"),
            "-99999999999999999999999999999999999999",
            "9223372036854775808"),
        of(
            Column.decimal("c", 60, 10),
            new BigDecimal("-12345678901234567890123456789012345678901.0000000001"),
            new BigDecimal("3.0000000000"),
            "-12345678901234567890123456789012345678901.0000000001",
            "3.0000000000"),
        of(simple(ColumnType.VARCHAR), "Grüße 世界 🎉", "", "Grüße 世界 🎉", ""),
        of(simple(ColumnType.VARBINARY), new byte[] {0, -1}, new byte[0], "\\x00ff", "\\x"),
        of(
            simple(ColumnType.DATE),
            LocalDate.of(2026, 11, 22),
            LocalDate.of(-43, 3, 15),
            "2026-11-22",
            "-43-03-15"),
        of(
            Column.temporal("c", ColumnType.TIME, TimeUnit.MICROSECOND, ""),
            LocalTime.parse("10:00:00"),
            LocalTime.parse("23:59:59.999990"),
            "10:00:00",
            "23:59:59.99999"),
        of(
            Column.temporal("c", ColumnType.TIMESTAMP, TimeUnit.MICROSECOND, ""),
            LocalDateTime.parse("2026-11-22T10:00:00"),
            LocalDateTime.parse("1969-12-31T23:59:59.999999"),
            "2026-11-22 10:00:00",
            "1969-12-31 23:59:59.999999"),
        of(
            Column.temporal("c", ColumnType.TIMESTAMP, TimeUnit.NANOSECOND, ""),
            LocalDateTime.parse("2026-11-22T10:00:00.000000001"),
            LocalDateTime.parse("1969-12-31T23:59:59.999999999"),
            "2026-11-22 10:00:00.000000001",
            "1969-12-31 23:59:59.999999999"),
        of(
            Column.temporal("c", ColumnType.TIMESTAMP, TimeUnit.SECOND, ""),
            LocalDateTime.parse("0099-01-01T00:00:00"),
            LocalDateTime.parse("+12345-01-01T00:00:00"),
            "0099-01-01 00:00:00",
            "12345-01-01 00:00:00"),
        of(
            Column.temporal("c", ColumnType.TIMESTAMPTZ, TimeUnit.MILLISECOND, "Asia/Kolkata"),
            OffsetDateTime.parse("2026-11-22T10:00:00Z"),
            OffsetDateTime.parse("2026-11-22T10:00:00.5+01:00"),
            "2026-11-22 15:30:00+05:30",
            "2026-11-22 14:30:00.5+05:30"),
        of(
            Column.temporal("c", ColumnType.TIMESTAMPTZ, TimeUnit.MICROSECOND, ""),
            OffsetDateTime.parse("2026-11-22T10:00:00Z"),
            OffsetDateTime.parse("2026-11-22T10:00:00+01:00"),
            "2026-11-22 10:00:00+00",
            "2026-11-22 09:00:00+00"),
        of(
            simple(ColumnType.INTERVAL),
            new Interval(1, 2, 3_000_000_000L),
            new Interval(0, 0, 0),
            "1 month 2 days 00:00:03",
            "00:00:00"),
        of(
            Column.nested("c", ColumnType.LIST, List.of(item)),
            Arrays.asList(1, null, 3),
            List.of(),
            "[1, NULL, 3]",
            "[]"),
        of(
            Column.nested(
                "c",
                ColumnType.LIST,
                List.of(Column.nested("item", ColumnType.LIST, List.of(item)))),
            Arrays.asList(List.of(1), null, List.of()),
            List.of(List.of(2, 3)),
            "[[1], NULL, []]",
            "[[2, 3]]"),
        of(
            struct,
            List.of("yes", 0.7),
            Arrays.asList(null, null),
            "{label: yes, prob: 0.7}",
            "{label: NULL, prob: NULL}"),
        of(
            Column.nested("c", ColumnType.LIST, List.of(struct)),
            List.of(List.of("yes", 0.7), List.of("no", 0.3)),
            List.of(),
            "[{label: yes, prob: 0.7}, {label: no, prob: 0.3}]",
            "[]"),
        of(
            Column.nested("c", ColumnType.MAP, List.of(entries)),
            map,
            Map.of(),
            "{a=1, b=NULL}",
            "{}"));
  }

  private static ColumnReader reader(Column column, List<?> values) {
    List<List<Object>> rows = new ArrayList<>();
    values.forEach(value -> rows.add(Collections.singletonList(value)));
    return bind(column, BatchWriter.payload(List.of(column), rows));
  }

  private static ColumnReader bind(Column column, byte[] payload) {
    ColumnReader reader = ColumnReaders.of(column);
    BatchCursor cursor = new BatchCursor(new Batch(payload, payload.length));
    reader.bind(cursor, cursor.rows());
    cursor.checkEnd();
    return reader;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsText(Case each) throws SQLException {
    ColumnReader reader = reader(each.column(), each.values());
    for (int row = 0; row < each.values().size(); row++) {
      assertThat(reader.getString(row)).isEqualTo(each.texts().get(row));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersObjectsOfTheDeclaredClass(Case each) throws SQLException {
    ColumnReader reader = reader(each.column(), each.values());
    for (int row = 0; row < each.values().size(); row++) {
      assertThat(reader.getObject(row)).isInstanceOf(SqlTypes.of(each.column()).javaClass());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsNullsAmongValues(Case each) throws SQLException {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      values.add(i % 3 == 0 ? null : each.values().get(i % 2));
    }
    ColumnReader reader = reader(each.column(), values);
    for (int row = 0; row < values.size(); row++) {
      assertThat(reader.isNull(row)).isEqualTo(row % 3 == 0);
      assertThat(reader.getString(row)).isEqualTo(row % 3 == 0 ? null : each.texts().get(row % 2));
      if (row % 3 == 0) {
        assertThat(reader.getObject(row)).isNull();
        assertThat(reader.getLong(row)).isZero();
        assertThat(reader.getInt(row)).isZero();
        assertThat(reader.getDouble(row)).isZero();
        assertThat(reader.getFloat(row)).isZero();
        assertThat(reader.getBoolean(row)).isFalse();
      }
    }
  }

  /** Whatever the bytes: a value, or an exception of ours; never another one. */
  @ParameterizedTest
  @MethodSource("cases")
  void survivesChangedBatches(Case each) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(Collections.singletonList(each.values().get(0)));
    rows.add(Collections.singletonList(null));
    rows.add(Collections.singletonList(each.values().get(1)));
    byte[] good = BatchWriter.payload(List.of(each.column()), rows);
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      byte[] bytes = good.clone();
      for (int change = random.nextInt(3); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      readAll(each.column(), bytes);
    }
    for (int length = 0; length < good.length; length++) {
      readAll(each.column(), Arrays.copyOf(good, length));
    }
  }

  private static void readAll(Column column, byte[] payload) {
    ColumnReader reader = ColumnReaders.of(column);
    LocalClock clock = LocalClock.ofMachine();
    BatchCursor cursor;
    try {
      cursor = new BatchCursor(new Batch(payload, payload.length));
      reader.bind(cursor, cursor.rows());
      cursor.checkEnd();
    } catch (WireException e) {
      return;
    }
    for (int row = 0; row < Math.min(10, cursor.rows()); row++) {
      for (Class<?> target :
          List.of(
              String.class,
              Long.class,
              Double.class,
              BigDecimal.class,
              LocalDateTime.class,
              Timestamp.class,
              java.sql.Date.class,
              java.sql.Time.class,
              byte[].class,
              Object.class)) {
        try {
          Conversions.read(reader, row, target, clock);
        } catch (SQLException e) {
          assertThat(e.getSQLState()).hasSize(5);
        }
      }
    }
  }

  @Test
  void readsSlicesWhoseOffsetsDoNotBeginAtZero() throws SQLException {
    byte[] text = "abcdef".getBytes(StandardCharsets.US_ASCII);
    BatchLayout layout =
        new BatchLayout.Builder(2).node(2, 0).buffer(0).buffer(12).buffer(6).build(1_000);
    ByteBuffer payload = ByteBuffer.allocate(layout.payloadBytes()).order(ByteOrder.LITTLE_ENDIAN);
    payload.put(layout.header());
    payload.putInt(layout.offset(1), 2).putInt(layout.offset(1) + 4, 4);
    payload.putInt(layout.offset(1) + 8, 5).position(layout.offset(2));
    payload.put(text);

    ColumnReader reader = bind(simple(ColumnType.VARCHAR), payload.array());

    assertThat(reader.getString(0)).isEqualTo("cd");
    assertThat(reader.getString(1)).isEqualTo("e");
  }

  @Test
  void refusesOffsetsOutsideOfTheData() {
    byte[] payload =
        BatchWriter.payload(
            List.of(simple(ColumnType.VARCHAR)), List.of(List.of("abc"), List.of("d")));
    BatchLayout layout = BatchLayout.read(ByteBuffer.wrap(payload));
    ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).putInt(layout.offset(1) + 8, 100);
    ColumnReader reader = bind(simple(ColumnType.VARCHAR), payload);
    assertThatThrownBy(() -> reader.getString(1))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("INS-501");
  }

  @Test
  void refusesNumbersThatDoNotFit() throws SQLException {
    ColumnReader reader = reader(simple(ColumnType.BIGINT), List.of(128L, 40_000L, 1L << 40));
    assertThat(reader.getShort(0)).isEqualTo((short) 128);
    assertThatThrownBy(() -> reader.getByte(0))
        .hasMessage("Column 'c': 128 does not fit a byte")
        .extracting("SQLState")
        .isEqualTo("22003");
    assertThatThrownBy(() -> reader.getShort(1)).hasMessageContaining("short");
    assertThatThrownBy(() -> reader.getInt(2)).hasMessageContaining("int");

    ColumnReader unsigned = reader(simple(ColumnType.UBIGINT), List.of(-1L));
    assertThatThrownBy(() -> unsigned.getLong(0)).hasMessageContaining("18446744073709551615");
    assertThat(unsigned.decimal(0)).isEqualTo(new BigDecimal("18446744073709551615"));

    ColumnReader doubles =
        reader(simple(ColumnType.DOUBLE), List.of(0x1p63, Double.NaN, -0x1p63, 3.9));
    assertThatThrownBy(() -> doubles.getLong(0)).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> doubles.getLong(1)).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> doubles.decimal(1)).isInstanceOf(SQLException.class);
    assertThat(doubles.getLong(2)).isEqualTo(Long.MIN_VALUE);
    assertThat(doubles.getInt(3)).isEqualTo(3);
  }

  @Test
  void readsDecimalsAsOtherNumbers() throws SQLException {
    ColumnReader reader =
        reader(
            Column.decimal("c", 38, 3),
            List.of(new BigDecimal("-7.999"), new BigDecimal("1E20").setScale(3)));
    assertThat(reader.getInt(0)).isEqualTo(-7);
    assertThat(reader.getDouble(0)).isEqualTo(-7.999);
    assertThat(reader.getDouble(1)).isEqualTo(1e20);
    assertThat(reader.getBoolean(0)).isTrue();
    assertThatThrownBy(() -> reader.getLong(1)).hasMessageContaining("does not fit a long");
  }

  @Test
  void readsDecimalsAsTheNearestDouble() throws SQLException {
    Random random = new Random(5);
    for (int scale = 0; scale <= 30; scale++) {
      Column column = Column.decimal("c", 38, scale);
      List<BigDecimal> values = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        values.add(new BigDecimal(new BigInteger(random.nextInt(1, 120), random), scale));
      }
      ColumnReader reader = reader(column, values);
      for (int row = 0; row < values.size(); row++) {
        assertThat(reader.getDouble(row)).isEqualTo(values.get(row).doubleValue());
      }
    }
  }

  @Test
  void readsTextAsOtherTypes() throws SQLException {
    ColumnReader reader =
        reader(
            simple(ColumnType.VARCHAR),
            List.of(" 42.9 ", "true", "2026-11-22", "2026-11-22 10:00:00.5", "10:30:00", "x"));
    LocalClock clock = LocalClock.ofMachine();
    assertThat(reader.getInt(0)).isEqualTo(42);
    assertThat(reader.getDouble(0)).isEqualTo(42.9);
    assertThat(reader.decimal(0)).isEqualTo("42.9");
    assertThat(reader.getBoolean(1)).isTrue();
    assertThat(reader.date(2, clock)).isEqualTo("2026-11-22");
    assertThat(reader.localDate(3)).isEqualTo("2026-11-22");
    assertThat(reader.timestamp(3, clock)).isEqualTo(Timestamp.valueOf("2026-11-22 10:00:00.5"));
    assertThat(reader.localTime(4)).isEqualTo("10:30:00");
    assertThat(reader.binary(5)).containsExactly('x');
    for (Class<?> target : List.of(Integer.class, Boolean.class, LocalDate.class, Double.class)) {
      assertThatThrownBy(() -> Conversions.read(reader, 5, target, clock))
          .hasMessageStartingWith("Column 'c': 'x' is no ")
          .extracting("SQLState")
          .isEqualTo("22018");
    }
  }

  @Test
  void refusesConversionsThatMakeNoSense() {
    ColumnReader dates = reader(simple(ColumnType.DATE), List.of(LocalDate.EPOCH));
    assertThatThrownBy(() -> dates.getInt(0))
        .hasMessage("Column 'c' of type DATE is no long")
        .extracting("SQLState")
        .isEqualTo("22018");
    assertThatThrownBy(() -> dates.decimal(0)).isInstanceOf(SQLException.class);
    ColumnReader ints = reader(simple(ColumnType.INTEGER), List.of(1));
    assertThatThrownBy(() -> ints.localDate(0)).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> ints.binary(0)).isInstanceOf(SQLException.class);
  }

  @Test
  void showsInfiniteTimes() throws SQLException {
    ColumnReader dates = reader(simple(ColumnType.INTEGER), List.of(0));
    assertThat(dates.getString(0)).isEqualTo("0");
    byte[] payload =
        BatchWriter.payload(
            List.of(simple(ColumnType.BIGINT)),
            List.of(List.of(Long.MAX_VALUE), List.of(-Long.MAX_VALUE)));
    ColumnReader timestamps =
        bind(Column.temporal("c", ColumnType.TIMESTAMP, TimeUnit.MICROSECOND, ""), payload);
    assertThat(timestamps.getString(0)).isEqualTo("infinity");
    assertThat(timestamps.getString(1)).isEqualTo("-infinity");
    assertThat(timestamps.getObject(0)).isInstanceOf(Timestamp.class);
  }

  @Test
  void readsNullColumn() throws SQLException {
    ColumnReader reader = reader(simple(ColumnType.NULL), Arrays.asList(null, null));
    assertThat(reader.getObject(1)).isNull();
    assertThat(reader.getInt(1)).isZero();
  }

  @Test
  void convertsToJavaTimeClasses() throws SQLException {
    LocalClock clock = LocalClock.ofMachine();
    Column zoned =
        Column.temporal("c", ColumnType.TIMESTAMPTZ, TimeUnit.MICROSECOND, "Europe/Berlin");
    OffsetDateTime moment = OffsetDateTime.parse("2026-11-22T10:00:00Z");
    ColumnReader reader = reader(zoned, List.of(moment));
    assertThat(Conversions.read(reader, 0, java.time.Instant.class, clock))
        .isEqualTo(moment.toInstant());
    assertThat(Conversions.read(reader, 0, LocalDateTime.class, clock))
        .isEqualTo("2026-11-22T11:00:00");
    assertThat(Conversions.read(reader, 0, Timestamp.class, clock).toInstant())
        .isEqualTo(moment.toInstant());
    assertThat(Conversions.read(reader, 0, java.time.ZonedDateTime.class, clock).toInstant())
        .isEqualTo(moment.toInstant());
  }
}
