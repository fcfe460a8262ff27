/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterTest {

  static Stream<Parameter> values() {
    return Stream.of(
        Parameter.of(ColumnType.BOOLEAN, true),
        Parameter.of(ColumnType.TINYINT, (byte) -128),
        Parameter.of(ColumnType.SMALLINT, (short) -2),
        Parameter.of(ColumnType.INTEGER, Integer.MIN_VALUE),
        Parameter.of(ColumnType.BIGINT, Long.MAX_VALUE),
        Parameter.of(ColumnType.REAL, Float.NaN),
        Parameter.of(ColumnType.DOUBLE, -0.0),
        Parameter.of(ColumnType.DECIMAL, new BigDecimal("-123456789012345678901234567890.5")),
        Parameter.of(ColumnType.DECIMAL, new BigDecimal(BigInteger.ONE, -3)),
        Parameter.of(ColumnType.VARCHAR, "Grüße, 世界 🎉"),
        Parameter.of(ColumnType.VARCHAR, ""),
        Parameter.of(ColumnType.VARBINARY, new byte[] {0, -1}),
        Parameter.of(ColumnType.DATE, LocalDate.of(-44, 3, 15)),
        Parameter.of(ColumnType.TIME, LocalTime.MAX),
        Parameter.of(ColumnType.TIMESTAMP, LocalDateTime.parse("1969-12-31T23:59:59.999999999")),
        Parameter.of(ColumnType.TIMESTAMPTZ, OffsetDateTime.parse("2026-11-22T16:00:00.5Z")),
        Parameter.of(ColumnType.INTERVAL, new Interval(14, -3, 5)),
        Parameter.of(ColumnType.UUID, UUID.fromString("00112233-4455-6677-8899-aabbccddeeff")),
        Parameter.list(ColumnType.VARCHAR, Arrays.asList("a", null, "")),
        Parameter.list(ColumnType.DOUBLE, List.of()));
  }

  private static Parameter copy(Parameter parameter) {
    ByteBuffer frame =
        new Execute(1, 0, 0, 0, 0, "", List.of(parameter)).toFrame(1).position(FrameHeader.BYTES);
    return Execute.read(new WireReader(frame)).parameters().get(0);
  }

  @ParameterizedTest
  @MethodSource("values")
  void readsWhatItWrites(Parameter parameter) {
    Parameter copy = copy(parameter);
    assertThat(copy.type()).isEqualTo(parameter.type());
    assertThat(copy.elementType()).isEqualTo(parameter.elementType());
    assertThat(copy.value()).isEqualTo(parameter.value());
  }

  @ParameterizedTest
  @MethodSource("values")
  void keepsTheTypeOfNull(Parameter parameter) {
    Parameter copy = copy(Parameter.of(parameter.type(), null));
    assertThat(copy.type()).isEqualTo(parameter.type());
    assertThat(copy.value()).isNull();
  }

  @Test
  void turnsOffsetsToUtc() {
    OffsetDateTime there = OffsetDateTime.parse("2026-11-22T16:00:00+05:30");
    assertThat(copy(Parameter.of(ColumnType.TIMESTAMPTZ, there)).value())
        .isEqualTo(OffsetDateTime.parse("2026-11-22T10:30:00Z"));
  }

  @Test
  void writesUuidMostSignificantFirst() {
    UUID uuid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    ByteBuffer frame =
        new Execute(1, 0, 0, 0, 0, "", List.of(Parameter.of(ColumnType.UUID, uuid))).toFrame(1);
    byte[] last = new byte[16];
    frame.position(frame.limit() - 16).get(last);
    assertThat(last).startsWith(0x00, 0x11, 0x22, 0x33).endsWith(0xcc, 0xdd, 0xee, 0xff);
  }

  @Test
  void refusesListsNestedTooDeep() {
    WireWriter out = new WireWriter().u32(1);
    for (int i = 0; i < 100; i++) {
      out.u8(ColumnType.LIST.number()).bool(false).u8(ColumnType.LIST.number()).u32(1);
    }
    ByteBuffer bytes = out.finish();
    assertThatThrownBy(() -> Parameter.readAll(new WireReader(bytes)))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("nesting");
  }

  @Test
  void refusesValuesOutOfRange() {
    ByteBuffer bytes =
        new WireWriter()
            .u32(1)
            .u8(ColumnType.TIME.number())
            .bool(false)
            .i64(86_400_000_000_000L)
            .finish();
    assertThatThrownBy(() -> Parameter.readAll(new WireReader(bytes)))
        .isInstanceOf(WireException.class)
        .hasMessage("A parameter of type TIME is out of range");
  }

  @Test
  void refusesMoreParametersThanTheLimit() {
    ByteBuffer bytes = new WireWriter().u32(65_536).raw(new byte[200_000]).finish();
    assertThatThrownBy(() -> Parameter.readAll(new WireReader(bytes)))
        .hasMessage("parameters: 65536 (expected: <= 65535)");
  }
}
