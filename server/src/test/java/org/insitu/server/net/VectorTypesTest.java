/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.util.Float16;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DateMilliVector;
import org.apache.arrow.vector.Decimal256Vector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.DurationVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.FixedSizeBinaryVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.IntervalDayVector;
import org.apache.arrow.vector.IntervalMonthDayNanoVector;
import org.apache.arrow.vector.IntervalYearVector;
import org.apache.arrow.vector.LargeVarBinaryVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.NullVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeMilliVector;
import org.apache.arrow.vector.TimeNanoVector;
import org.apache.arrow.vector.TimeSecVector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.TimeStampMicroVector;
import org.apache.arrow.vector.TimeStampMilliVector;
import org.apache.arrow.vector.TimeStampNanoVector;
import org.apache.arrow.vector.TimeStampSecVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.UInt4Vector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ViewVarCharVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.IntervalUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.insitu.jdbc.wire.Interval;
import org.insitu.server.testing.RootAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of Arrow vector, whole and cut at places that are not whole bytes of a bitmap. */
class VectorTypesTest {
  private static final int ROWS = 150;
  private final TestingServer server = new TestingServer();

  @AfterEach
  void nothingIsLeft() {
    server.close();
  }

  /** A vector, how it is filled, and what the driver's getObject gives. */
  private record Kind<V extends FieldVector>(
      String name, Function<BufferAllocator, V> make, Fill<V> fill, IntFunction<Object> expected) {

    FieldVector filled(BufferAllocator allocator) {
      V vector = make.apply(allocator);
      vector.setInitialCapacity(ROWS);
      vector.allocateNew();
      for (int i = 0; i < ROWS; i++) {
        if (i % 5 != 3) {
          fill.set(vector, i);
        }
      }
      vector.setValueCount(ROWS);
      return vector;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private interface Fill<V> {
    void set(V vector, int i);
  }

  private static <V extends FieldVector> Kind<V> kind(
      String name, Function<BufferAllocator, V> make, Fill<V> fill, IntFunction<Object> expected) {
    return new Kind<>(name, make, fill, expected);
  }

  private static byte[] text(int i) {
    return "ä".repeat(i % 11).concat("value " + i).getBytes(StandardCharsets.UTF_8);
  }

  private static String string(int i) {
    return new String(text(i), StandardCharsets.UTF_8);
  }

  private static ArrowType timestampTz(String zone) {
    return new ArrowType.Timestamp(TimeUnit.MICROSECOND, zone);
  }

  static Stream<Kind<?>> kinds() {
    return Stream.of(
        kind(
            "bit",
            a -> new BitVector("c", a),
            (v, i) -> v.set(i, i % 3 == 0 ? 1 : 0),
            i -> i % 3 == 0),
        kind("int8", a -> new TinyIntVector("c", a), (v, i) -> v.set(i, i - 75), i -> i - 75),
        kind("int16", a -> new SmallIntVector("c", a), (v, i) -> v.set(i, i * 100), i -> i * 100),
        kind("int32", a -> new IntVector("c", a), (v, i) -> v.set(i, i * -1000), i -> i * -1000),
        kind(
            "int64",
            a -> new BigIntVector("c", a),
            (v, i) -> v.set(i, i * 1L << 40),
            i -> i * 1L << 40),
        kind("uint8", a -> new UInt1Vector("c", a), (v, i) -> v.set(i, 100 + i), i -> 100 + i),
        kind(
            "uint32",
            a -> new UInt4Vector("c", a),
            (v, i) -> v.set(i, -1 - i),
            i -> 0xffffffffL - i),
        kind(
            "uint64",
            a -> new UInt8Vector("c", a),
            (v, i) -> v.set(i, -1L - i),
            i -> new BigDecimal("18446744073709551615").subtract(BigDecimal.valueOf(i))),
        kind(
            "float16",
            a -> new Float2Vector("c", a),
            (v, i) -> v.set(i, Float16.toFloat16(i / 4f)),
            i -> i / 4f),
        kind("float32", a -> new Float4Vector("c", a), (v, i) -> v.set(i, i / 3f), i -> i / 3f),
        kind("float64", a -> new Float8Vector("c", a), (v, i) -> v.set(i, i / 3.0), i -> i / 3.0),
        kind(
            "decimal128",
            a -> new DecimalVector("c", a, 20, 2),
            (v, i) -> v.set(i, BigDecimal.valueOf(i - 75, 2)),
            i -> BigDecimal.valueOf(i - 75, 2)),
        kind(
            "decimal256",
            a -> new Decimal256Vector("c", a, 50, 3),
            (v, i) -> v.set(i, BigDecimal.valueOf(i - 75, 3)),
            i -> BigDecimal.valueOf(i - 75, 3)),
        kind(
            "decimal256 of few digits",
            a -> new Decimal256Vector("c", a, 20, 3),
            (v, i) -> v.set(i, BigDecimal.valueOf(i - 75, 3)),
            i -> BigDecimal.valueOf(i - 75, 3)),
        kind(
            "utf8",
            a -> new VarCharVector("c", a),
            (v, i) -> v.setSafe(i, text(i)),
            VectorTypesTest::string),
        kind(
            "large utf8",
            a -> new LargeVarCharVector("c", a),
            (v, i) -> v.setSafe(i, text(i)),
            VectorTypesTest::string),
        kind(
            "utf8 view",
            a -> new ViewVarCharVector("c", a),
            (v, i) -> v.setSafe(i, text(i)),
            VectorTypesTest::string),
        kind(
            "binary",
            a -> new VarBinaryVector("c", a),
            (v, i) -> v.setSafe(i, text(i)),
            i -> Arrays.toString(text(i))),
        kind(
            "large binary",
            a -> new LargeVarBinaryVector("c", a),
            (v, i) -> v.setSafe(i, text(i)),
            i -> Arrays.toString(text(i))),
        kind(
            "fixed size binary",
            a -> new FixedSizeBinaryVector("c", a, 3),
            (v, i) -> v.set(i, new byte[] {1, 2, (byte) i}),
            i -> Arrays.toString(new byte[] {1, 2, (byte) i})),
        kind(
            "date in days",
            a -> new DateDayVector("c", a),
            (v, i) -> v.set(i, i - 75),
            i -> Date.valueOf(LocalDate.ofEpochDay(i - 75))),
        kind(
            "date in milliseconds",
            a -> new DateMilliVector("c", a),
            (v, i) -> v.set(i, (i - 75) * 86_400_000L),
            i -> Date.valueOf(LocalDate.ofEpochDay(i - 75))),
        kind(
            "time in seconds",
            a -> new TimeSecVector("c", a),
            (v, i) -> v.set(i, i * 60),
            i -> Time.valueOf(LocalTime.ofSecondOfDay(i * 60L))),
        kind(
            "time in milliseconds",
            a -> new TimeMilliVector("c", a),
            (v, i) -> v.set(i, i * 60_000),
            i -> Time.valueOf(LocalTime.ofSecondOfDay(i * 60L))),
        kind(
            "time in microseconds",
            a -> new TimeMicroVector("c", a),
            (v, i) -> v.set(i, i * 60_000_000L),
            i -> Time.valueOf(LocalTime.ofSecondOfDay(i * 60L))),
        kind(
            "time in nanoseconds",
            a -> new TimeNanoVector("c", a),
            (v, i) -> v.set(i, i * 60_000_000_000L),
            i -> Time.valueOf(LocalTime.ofSecondOfDay(i * 60L))),
        kind(
            "timestamp in seconds",
            a -> new TimeStampSecVector("c", a),
            (v, i) -> v.set(i, i - 75),
            i -> local(Duration.ofSeconds(i - 75))),
        kind(
            "timestamp in milliseconds",
            a -> new TimeStampMilliVector("c", a),
            (v, i) -> v.set(i, i - 75),
            i -> local(Duration.ofMillis(i - 75))),
        kind(
            "timestamp in microseconds",
            a -> new TimeStampMicroVector("c", a),
            (v, i) -> v.set(i, i - 75),
            i -> local(Duration.ofNanos((i - 75) * 1000L))),
        kind(
            "timestamp in nanoseconds",
            a -> new TimeStampNanoVector("c", a),
            (v, i) -> v.set(i, i - 75),
            i -> local(Duration.ofNanos(i - 75))),
        kind(
            "timestamp with zone",
            a -> new TimeStampMicroTZVector("c", FieldType.nullable(timestampTz("UTC")), a),
            (v, i) -> v.set(i, i * 1_000_000L),
            i ->
                OffsetDateTime.of(
                    LocalDateTime.ofEpochSecond(i, 0, ZoneOffset.UTC), ZoneOffset.UTC)),
        kind(
            "interval of months",
            a -> new IntervalYearVector("c", a),
            (v, i) -> v.set(i, i),
            i -> new Interval(i, 0, 0)),
        kind(
            "interval of days",
            a -> new IntervalDayVector("c", a),
            (v, i) -> v.set(i, i, i * 10),
            i -> new Interval(0, i, i * 10_000_000L)),
        kind(
            "interval",
            a ->
                new IntervalMonthDayNanoVector(
                    "c",
                    FieldType.nullable(new ArrowType.Interval(IntervalUnit.MONTH_DAY_NANO)),
                    a),
            (v, i) -> v.set(i, i, i + 1, i + 2L),
            i -> new Interval(i, i + 1, i + 2)),
        kind(
            "duration",
            a ->
                new DurationVector(
                    "c", FieldType.nullable(new ArrowType.Duration(TimeUnit.MILLISECOND)), a),
            (v, i) -> v.set(i, i),
            i -> new Interval(0, 0, i * 1_000_000L)));
  }

  private static Object local(Duration sinceEpoch) {
    return Timestamp.valueOf(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC).plus(sinceEpoch));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void arriveAsTheyWere(Kind<?> kind) throws SQLException {
    List<List<Object>> expected = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      expected.add(Collections.singletonList(i % 5 == 3 ? null : kind.expected.apply(i)));
    }
    give(new DictionaryProvider.MapDictionaryProvider(), kind::filled);
    try (Connection connection = server.connect()) {
      for (int batchRows : new int[] {0, 1, 7, 8, 64, 149}) {
        assertThat(Values.given(connection, batchRows))
            .as("rows %s", batchRows)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void nullsArriveWithoutBuffers() throws SQLException {
    give(
        new DictionaryProvider.MapDictionaryProvider(),
        allocator -> {
          NullVector vector = new NullVector("c");
          vector.setValueCount(3);
          return vector;
        });
    try (Connection connection = server.connect()) {
      assertThat(Values.given(connection, 2))
          .containsOnly(Collections.singletonList(null))
          .hasSize(3);
    }
  }

  @Test
  void dictionariesArriveDecoded() throws SQLException {
    DictionaryEncoding encoding = new DictionaryEncoding(5, false, new ArrowType.Int(8, false));
    try (VarCharVector words = new VarCharVector("words", server.engine().allocator())) {
      words.setSafe(0, "red".getBytes(StandardCharsets.UTF_8));
      words.setSafe(1, "blue".getBytes(StandardCharsets.UTF_8));
      words.setValueCount(2);
      give(
          new DictionaryProvider.MapDictionaryProvider(new Dictionary(words, encoding)),
          allocator -> {
            UInt1Vector vector =
                new UInt1Vector(
                    "c", new FieldType(true, new ArrowType.Int(8, false), encoding), allocator);
            vector.setSafe(0, 1);
            vector.setSafe(1, 0);
            vector.setNull(2);
            vector.setSafe(3, 1);
            vector.setValueCount(4);
            return vector;
          });
      try (Connection connection = server.connect()) {
        assertThat(Values.given(connection, 3))
            .isEqualTo(
                List.of(
                    List.of("blue"),
                    List.of("red"),
                    Collections.singletonList(null),
                    List.of("blue")));
      }
    }
  }

  @Test
  void aMissingDictionaryIsAnError() throws SQLException {
    DictionaryEncoding encoding = new DictionaryEncoding(5, false, null);
    give(
        new DictionaryProvider.MapDictionaryProvider(),
        allocator -> {
          IntVector vector =
              new IntVector(
                  "c", new FieldType(true, new ArrowType.Int(32, true), encoding), allocator);
          vector.setSafe(0, 1);
          vector.setValueCount(1);
          return vector;
        });
    try (Connection connection = server.connect()) {
      assertThatThrownBy(() -> Values.given(connection, 0))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("Column 'c' has a dictionary that is missing");
    }
  }

  private void give(
      DictionaryProvider dictionaries, Function<BufferAllocator, FieldVector> vector) {
    server
        .engine()
        .give(
            () ->
                new RootAnswer(
                    VectorSchemaRoot.of(vector.apply(server.engine().allocator())), dictionaries));
  }
}
