/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.insitu.jdbc.wire.ColumnType;
import org.insitu.jdbc.wire.Interval;
import org.insitu.jdbc.wire.Parameter;
import org.junit.jupiter.api.Test;

class BindingsTest {

  private static void assertBinds(Object value, ColumnType type, Object bound) throws SQLException {
    Parameter parameter = Bindings.of(value);
    assertThat(parameter.type()).isEqualTo(type);
    assertThat(parameter.value()).isEqualTo(bound);
  }

  @Test
  void bindsEveryClass() throws SQLException {
    assertBinds(null, ColumnType.NULL, null);
    assertBinds(true, ColumnType.BOOLEAN, true);
    assertBinds((byte) 1, ColumnType.TINYINT, (byte) 1);
    assertBinds((short) 1, ColumnType.SMALLINT, (short) 1);
    assertBinds(1, ColumnType.INTEGER, 1);
    assertBinds(1L, ColumnType.BIGINT, 1L);
    assertBinds(1f, ColumnType.REAL, 1f);
    assertBinds(1d, ColumnType.DOUBLE, 1d);
    assertBinds(BigInteger.TEN, ColumnType.DECIMAL, BigDecimal.TEN);
    assertBinds("x", ColumnType.VARCHAR, "x");
    assertBinds('x', ColumnType.VARCHAR, "x");
    assertBinds(new byte[] {1}, ColumnType.VARBINARY, new byte[] {1});
    assertBinds(LocalDate.EPOCH, ColumnType.DATE, LocalDate.EPOCH);
    assertBinds(LocalTime.NOON, ColumnType.TIME, LocalTime.NOON);
    LocalDateTime local = LocalDateTime.parse("2026-11-22T10:00:00.000000001");
    assertBinds(local, ColumnType.TIMESTAMP, local);
    assertBinds(Timestamp.valueOf(local), ColumnType.TIMESTAMP, local);
    assertBinds(java.sql.Date.valueOf("2026-11-22"), ColumnType.DATE, local.toLocalDate());
    assertBinds(java.sql.Time.valueOf("10:00:00"), ColumnType.TIME, LocalTime.of(10, 0));
    assertBinds(
        Instant.EPOCH, ColumnType.TIMESTAMPTZ, OffsetDateTime.parse("1970-01-01T00:00:00Z"));
    UUID uuid = new UUID(1, 2);
    assertBinds(uuid, ColumnType.UUID, uuid);
    assertBinds(Period.of(1, 2, 3), ColumnType.INTERVAL, new Interval(14, 3, 0));
    assertBinds(Duration.ofSeconds(1), ColumnType.INTERVAL, new Interval(0, 0, 1_000_000_000));
  }

  @Test
  void bindsListsOfTheWidestElementType() throws SQLException {
    Parameter list = Bindings.of(Arrays.asList(1, null, 2L));
    assertThat(list.type()).isEqualTo(ColumnType.LIST);
    assertThat(list.elementType()).isEqualTo(ColumnType.BIGINT);
    assertThat(list.value()).isEqualTo(Arrays.asList(1L, null, 2L));
    assertThat(Bindings.of(new double[] {1, 2}).value()).isEqualTo(List.of(1d, 2d));
    assertThat(Bindings.of(new Object[] {1, 2.5f}).value()).isEqualTo(List.of(1d, 2.5d));
    assertThat(Bindings.of(List.of()).elementType()).isEqualTo(ColumnType.NULL);
    assertThatThrownBy(() -> Bindings.of(List.of(1, "a")))
        .hasMessage("A list of INTEGER and VARCHAR");
  }

  @Test
  void refusesClassesThatAreNoValues() {
    assertThatThrownBy(() -> Bindings.of(new Object()))
        .isInstanceOf(SQLException.class)
        .hasMessage("A java.lang.Object is no SQL value");
  }

  @Test
  void meansTheClockOfTheCalendar() {
    Timestamp instant = Timestamp.from(Instant.parse("2026-11-22T23:30:00Z"));
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");
    assertThat(Bindings.timestamp(instant, tokyo).value())
        .isEqualTo(LocalDateTime.parse("2026-11-23T08:30:00"));
    assertThat(Bindings.date(new java.sql.Date(instant.getTime()), tokyo).value())
        .isEqualTo(LocalDate.parse("2026-11-23"));
  }

  private static Object coerced(int jdbcType, Object value) throws SQLException {
    Parameter parameter = Coercions.to(TargetTypes.of(jdbcType), Bindings.of(value));
    assertThat(parameter.type()).isEqualTo(TargetTypes.of(jdbcType));
    return parameter.value();
  }

  @Test
  void makesValuesIntoTheTargetType() throws SQLException {
    assertThat(coerced(Types.INTEGER, "42")).isEqualTo(42);
    assertThat(coerced(Types.INTEGER, 3.9)).isEqualTo(3);
    assertThat(coerced(Types.TINYINT, 7L)).isEqualTo((byte) 7);
    assertThat(coerced(Types.BIGINT, true)).isEqualTo(1L);
    assertThat(coerced(Types.DOUBLE, new BigDecimal("0.1"))).isEqualTo(0.1);
    assertThat(coerced(Types.FLOAT, "0.5")).isEqualTo(0.5);
    assertThat(coerced(Types.NUMERIC, 1)).isEqualTo(new BigDecimal("1"));
    assertThat(coerced(Types.VARCHAR, new BigDecimal("1E+3"))).isEqualTo("1000");
    assertThat(coerced(Types.BOOLEAN, "t")).isEqualTo(true);
    assertThat(coerced(Types.DATE, "2026-11-22")).isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(coerced(Types.DATE, LocalDateTime.parse("2026-11-22T10:00:00")))
        .isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(coerced(Types.TIMESTAMP, "2026-11-22 10:00:00"))
        .isEqualTo(LocalDateTime.parse("2026-11-22T10:00:00"));
    assertThat(coerced(Types.TIMESTAMP_WITH_TIMEZONE, "2026-11-22 10:00:00+01:00"))
        .isEqualTo(OffsetDateTime.parse("2026-11-22T10:00:00+01:00"));
    assertThat(coerced(Types.INTEGER, null)).isNull();
  }

  @Test
  void refusesValuesThatDoNotFitTheTarget() {
    assertThatThrownBy(() -> coerced(Types.TINYINT, 128)).extracting("SQLState").isEqualTo("22003");
    assertThatThrownBy(() -> coerced(Types.INTEGER, "x")).extracting("SQLState").isEqualTo("22018");
    assertThatThrownBy(() -> coerced(Types.DATE, 5)).extracting("SQLState").isEqualTo("22018");
    assertThatThrownBy(() -> coerced(Types.REF, 5)).extracting("SQLState").isEqualTo("0A000");
  }
}
