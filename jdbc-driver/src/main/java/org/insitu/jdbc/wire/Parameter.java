/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * A value of a question mark. Java types by {@link ColumnType}: Boolean, Byte, Short, Integer,
 * Long, Float, Double, BigDecimal, String, byte[], LocalDate, LocalTime, LocalDateTime,
 * OffsetDateTime (at UTC), {@link Interval}, List, {@link UUID}; null is a typed NULL.
 */
public final class Parameter {
  private final ColumnType type;
  private final ColumnType elementType;
  private final Object value;

  private Parameter(ColumnType type, ColumnType elementType, Object value) {
    this.type = type;
    this.elementType = elementType;
    this.value = value;
  }

  /**
   * A value of the Java type that belongs to the type, or null.
   *
   * @throws ClassCastException when {@link Execute#toFrame} meets another Java type
   */
  public static Parameter of(ColumnType type, Object value) {
    return new Parameter(type, ColumnType.NULL, value);
  }

  /** A list of values of one type, some may be null. */
  public static Parameter list(ColumnType elementType, List<?> values) {
    return new Parameter(
        ColumnType.LIST, elementType, Collections.unmodifiableList(new ArrayList<>(values)));
  }

  public ColumnType type() {
    return type;
  }

  /** Of a LIST; else NULL. */
  public ColumnType elementType() {
    return elementType;
  }

  /** The value; null is NULL. */
  public Object value() {
    return value;
  }

  static List<Parameter> readAll(WireReader in) {
    return in.list("parameters", Wire.PARAMETERS_MAX, 2, r -> read(r, 0));
  }

  private static Parameter read(WireReader in, int depth) {
    ColumnType type = ColumnType.of(in.u8());
    boolean isNull = in.bool();
    if (isNull || type == ColumnType.NULL) {
      return new Parameter(type, ColumnType.NULL, null);
    }
    if (type != ColumnType.LIST) {
      return new Parameter(type, ColumnType.NULL, readValue(in, type));
    }
    if (depth == Wire.NESTING_MAX) {
      throw WireException.malformed("nesting of a parameter (expected: <= " + depth + ")");
    }
    ColumnType elementType = ColumnType.of(in.u8());
    List<Object> values = in.list("elements", Integer.MAX_VALUE, 2, r -> read(r, depth + 1).value);
    return new Parameter(ColumnType.LIST, elementType, values);
  }

  private static Object readValue(WireReader in, ColumnType type) {
    try {
      switch (type) {
        case BOOLEAN:
          return in.bool();
        case TINYINT:
          return (byte) in.u8();
        case SMALLINT:
          return in.i16();
        case INTEGER:
          return in.i32();
        case BIGINT:
          return in.i64();
        case REAL:
          return in.f32();
        case DOUBLE:
          return in.f64();
        case DECIMAL:
          int scale = in.i32();
          return new BigDecimal(new BigInteger(reversed(in.bytes())), scale);
        case VARCHAR:
          return in.string();
        case VARBINARY:
          return in.bytes();
        case DATE:
          return LocalDate.ofEpochDay(in.i32());
        case TIME:
          return LocalTime.ofNanoOfDay(in.i64());
        case TIMESTAMP:
          return LocalDateTime.ofEpochSecond(in.i64(), in.u32(), ZoneOffset.UTC);
        case TIMESTAMPTZ:
          return LocalDateTime.ofEpochSecond(in.i64(), in.u32(), ZoneOffset.UTC)
              .atOffset(ZoneOffset.UTC);
        case INTERVAL:
          return new Interval(in.i32(), in.i32(), in.i64());
        case UUID:
          return new UUID(Long.reverseBytes(in.i64()), Long.reverseBytes(in.i64()));
        default:
          throw WireException.malformed("Not a type of parameters: " + type);
      }
    } catch (ArithmeticException | NumberFormatException | java.time.DateTimeException e) {
      throw WireException.malformed("A parameter of type " + type + " is out of range");
    }
  }

  static void write(WireWriter out, Parameter parameter) {
    write(out, parameter.type, parameter.elementType, parameter.value);
  }

  private static void write(WireWriter out, ColumnType type, ColumnType elementType, Object value) {
    boolean isNull = value == null || type == ColumnType.NULL;
    out.u8(type.number()).bool(isNull);
    if (isNull) {
      return;
    }
    if (type != ColumnType.LIST) {
      writeValue(out, type, value);
      return;
    }
    out.u8(elementType.number());
    out.list((List<?>) value, (o, element) -> write(o, elementType, ColumnType.NULL, element));
  }

  private static void writeValue(WireWriter out, ColumnType type, Object value) {
    switch (type) {
      case BOOLEAN:
        out.bool((Boolean) value);
        break;
      case TINYINT:
        out.u8((Byte) value);
        break;
      case SMALLINT:
        out.u16((Short) value);
        break;
      case INTEGER:
        out.i32((Integer) value);
        break;
      case BIGINT:
        out.i64((Long) value);
        break;
      case REAL:
        out.f32((Float) value);
        break;
      case DOUBLE:
        out.f64((Double) value);
        break;
      case DECIMAL:
        BigDecimal decimal = (BigDecimal) value;
        out.i32(decimal.scale()).bytes(reversed(decimal.unscaledValue().toByteArray()));
        break;
      case VARCHAR:
        out.string((String) value);
        break;
      case VARBINARY:
        out.bytes((byte[]) value);
        break;
      case DATE:
        out.i32(Math.toIntExact(((LocalDate) value).toEpochDay()));
        break;
      case TIME:
        out.i64(((LocalTime) value).toNanoOfDay());
        break;
      case TIMESTAMP:
        LocalDateTime local = (LocalDateTime) value;
        out.i64(local.toEpochSecond(ZoneOffset.UTC)).u32(local.getNano());
        break;
      case TIMESTAMPTZ:
        OffsetDateTime instant = (OffsetDateTime) value;
        out.i64(instant.toEpochSecond()).u32(instant.getNano());
        break;
      case INTERVAL:
        Interval interval = (Interval) value;
        out.i32(interval.months()).i32(interval.days()).i64(interval.nanos());
        break;
      case UUID:
        UUID uuid = (UUID) value;
        out.i64(Long.reverseBytes(uuid.getMostSignificantBits()));
        out.i64(Long.reverseBytes(uuid.getLeastSignificantBits()));
        break;
      default:
        throw WireException.malformed("Not a type of parameters: " + type);
    }
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  @Override
  public String toString() {
    return type + " parameter";
  }
}
