/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.insitu.jdbc.wire.Column;
import org.insitu.jdbc.wire.ColumnType.Layout;
import org.insitu.jdbc.wire.WireException;

/**
 * One column of the current batch. A reader overrides what its type converts to; all else answers
 * SQLSTATE 22018. Primitive getters answer 0 for NULL; methods that answer with objects are only
 * called for values that are not NULL, except the public ones.
 */
public abstract class ColumnReader {
  final Column column;
  byte[] bytes = {};
  private int length;
  private boolean hasNulls;
  private boolean allNull;
  private int validity;

  ColumnReader(Column column) {
    this.column = column;
  }

  /**
   * Turns to the next batch.
   *
   * @param lengthMin values that it has to have
   * @throws WireException when the buffers are too short
   */
  public final void bind(BatchCursor cursor, int lengthMin) {
    int node = cursor.nextNode();
    bytes = cursor.bytes;
    length = cursor.layout.length(node);
    if (length < lengthMin) {
      throw BatchCursor.malformed(
          "a column of " + length + " values where " + lengthMin + " are needed");
    }
    allNull = column.type().layout() == Layout.NONE;
    hasNulls = allNull || cursor.layout.nullCount(node) > 0;
    if (!allNull) {
      int buffer = cursor.nextBuffer(hasNulls ? (length + 7L) / 8 : 0);
      validity = cursor.layout.offset(buffer);
    }
    bindBuffers(cursor);
  }

  /** Takes the buffers behind validity, and binds children. */
  abstract void bindBuffers(BatchCursor cursor);

  final int length() {
    return length;
  }

  public final Column column() {
    return column;
  }

  public final boolean isNull(int row) {
    return hasNulls && (allNull || (bytes[validity + (row >> 3)] >> (row & 7) & 1) == 0);
  }

  // Primitive getters: 0 for NULL.

  public boolean getBoolean(int row) throws SQLException {
    if (isNull(row)) {
      return false;
    }
    throw cannot("boolean");
  }

  public byte getByte(int row) throws SQLException {
    return (byte) within(getLong(row), Byte.MIN_VALUE, Byte.MAX_VALUE, "byte");
  }

  public short getShort(int row) throws SQLException {
    return (short) within(getLong(row), Short.MIN_VALUE, Short.MAX_VALUE, "short");
  }

  public int getInt(int row) throws SQLException {
    return (int) within(getLong(row), Integer.MIN_VALUE, Integer.MAX_VALUE, "int");
  }

  public long getLong(int row) throws SQLException {
    if (isNull(row)) {
      return 0;
    }
    throw cannot("long");
  }

  public float getFloat(int row) throws SQLException {
    return (float) getDouble(row);
  }

  public double getDouble(int row) throws SQLException {
    if (isNull(row)) {
      return 0;
    }
    throw cannot("double");
  }

  // Object getters.

  public final String getString(int row) throws SQLException {
    return isNull(row) ? null : text(row);
  }

  public final Object getObject(int row) throws SQLException {
    return isNull(row) ? null : object(row);
  }

  /** As JDBC's getObject does. */
  abstract Object object(int row) throws SQLException;

  /** As getString does: SQL's spelling of the value. */
  public abstract String text(int row) throws SQLException;

  public BigDecimal decimal(int row) throws SQLException {
    throw cannot("BigDecimal");
  }

  public byte[] binary(int row) throws SQLException {
    throw cannot("byte[]");
  }

  public LocalDate localDate(int row) throws SQLException {
    throw cannot("LocalDate");
  }

  public LocalTime localTime(int row) throws SQLException {
    throw cannot("LocalTime");
  }

  public LocalDateTime localDateTime(int row) throws SQLException {
    throw cannot("LocalDateTime");
  }

  public OffsetDateTime offsetDateTime(int row) throws SQLException {
    throw cannot("OffsetDateTime");
  }

  public Date date(int row, LocalClock clock) throws SQLException {
    return clock.date(localDate(row));
  }

  public Time time(int row, LocalClock clock) throws SQLException {
    return clock.time(localTime(row));
  }

  public Timestamp timestamp(int row, LocalClock clock) throws SQLException {
    return clock.timestamp(localDateTime(row));
  }

  // Errors.

  final long within(long value, long min, long max, String target) throws SQLException {
    if (value < min || value > max) {
      throw outOfRange(value, target);
    }
    return value;
  }

  final SQLException outOfRange(Object value, String target) {
    return new SQLDataException(
        "Column '" + column.name() + "': " + value + " does not fit a " + target, "22003");
  }

  final SQLException cannot(String target) {
    return new SQLDataException(
        "Column '" + column.name() + "' of type " + TypeNames.of(column) + " is no " + target,
        "22018");
  }
}
