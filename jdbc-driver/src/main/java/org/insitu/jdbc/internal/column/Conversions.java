/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insitu.jdbc.wire.Interval;

/** {@code getObject(column, Class)}: what each class is read by. */
public final class Conversions {
  private static final Map<Class<?>, Conversion> BY_CLASS = new HashMap<>();

  /** Reads a value that is not NULL. */
  private interface Conversion {
    Object read(ColumnReader reader, int row, LocalClock clock) throws SQLException;
  }

  static {
    put(String.class, (r, row, clock) -> r.text(row));
    put(Boolean.class, (r, row, clock) -> r.getBoolean(row));
    put(Byte.class, (r, row, clock) -> r.getByte(row));
    put(Short.class, (r, row, clock) -> r.getShort(row));
    put(Integer.class, (r, row, clock) -> r.getInt(row));
    put(Long.class, (r, row, clock) -> r.getLong(row));
    put(Float.class, (r, row, clock) -> r.getFloat(row));
    put(Double.class, (r, row, clock) -> r.getDouble(row));
    put(BigDecimal.class, (r, row, clock) -> r.decimal(row));
    put(BigInteger.class, (r, row, clock) -> r.decimal(row).toBigInteger());
    put(byte[].class, (r, row, clock) -> r.binary(row));
    put(LocalDate.class, (r, row, clock) -> r.localDate(row));
    put(LocalTime.class, (r, row, clock) -> r.localTime(row));
    put(LocalDateTime.class, (r, row, clock) -> r.localDateTime(row));
    put(OffsetDateTime.class, (r, row, clock) -> r.offsetDateTime(row));
    put(ZonedDateTime.class, (r, row, clock) -> r.offsetDateTime(row).toZonedDateTime());
    put(Instant.class, (r, row, clock) -> r.offsetDateTime(row).toInstant());
    put(java.sql.Date.class, ColumnReader::date);
    put(java.sql.Time.class, ColumnReader::time);
    put(java.sql.Timestamp.class, ColumnReader::timestamp);
    put(java.util.Date.class, ColumnReader::timestamp);
    put(Interval.class, (r, row, clock) -> r.object(row));
    put(Period.class, (r, row, clock) -> interval(r, row).period());
    put(Duration.class, (r, row, clock) -> interval(r, row).duration());
    put(UUID.class, (r, row, clock) -> uuid(r, row));
    put(List.class, (r, row, clock) -> list(r, row));
    put(Object[].class, (r, row, clock) -> list(r, row).toArray());
  }

  private Conversions() {}

  private static void put(Class<?> target, Conversion conversion) {
    BY_CLASS.put(target, conversion);
  }

  /**
   * The value as an object of this class, null for NULL.
   *
   * @throws SQLException 22018 when it cannot be one
   */
  public static <T> T read(ColumnReader reader, int row, Class<T> target, LocalClock clock)
      throws SQLException {
    if (reader.isNull(row)) {
      return null;
    }
    Conversion conversion = BY_CLASS.get(target);
    Object value = conversion == null ? reader.object(row) : conversion.read(reader, row, clock);
    if (!target.isInstance(value)) {
      throw reader.cannot(target.getSimpleName());
    }
    return target.cast(value);
  }

  private static Interval interval(ColumnReader reader, int row) throws SQLException {
    Object value = reader.object(row);
    if (value instanceof Interval) {
      return (Interval) value;
    }
    throw reader.cannot("interval");
  }

  private static List<Object> list(ColumnReader reader, int row) throws SQLException {
    Object value = reader.object(row);
    if (value instanceof ListValue) {
      return Collections.unmodifiableList(Arrays.asList(((ListValue) value).getArray()));
    }
    throw reader.cannot("list");
  }

  private static UUID uuid(ColumnReader reader, int row) throws SQLException {
    String text = reader.text(row);
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new SQLDataException(
          "Column '" + reader.column().name() + "': '" + text + "' is no UUID", "22018");
    }
  }
}
