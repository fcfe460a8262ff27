/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.Calendar;
import org.insitu.jdbc.internal.parameter.Bindings;
import org.insitu.jdbc.internal.parameter.Coercions;
import org.insitu.jdbc.internal.parameter.TargetTypes;
import org.insitu.jdbc.wire.ColumnType;
import org.insitu.jdbc.wire.Parameter;

/** The many setters of PreparedStatement, all by way of one. */
abstract class ParameterSetters extends JdbcStatement implements PreparedStatement {

  ParameterSetters(JdbcConnection connection) throws SQLException {
    super(connection);
  }

  /** Sets a parameter, from 1. */
  abstract void set(int index, Parameter parameter) throws SQLException;

  @Override
  public void setObject(int index, Object value) throws SQLException {
    set(index, Bindings.of(value));
  }

  @Override
  public void setObject(int index, Object value, int type) throws SQLException {
    Parameter parameter = Bindings.of(value);
    ColumnType target = TargetTypes.of(type);
    set(index, target == ColumnType.NULL ? parameter : Coercions.to(target, parameter));
  }

  /** The scale counts for decimal numbers; the length of streams is not needed. */
  @Override
  public void setObject(int index, Object value, int type, int scaleOrLength) throws SQLException {
    if (value instanceof InputStream) {
      setBinaryStream(index, (InputStream) value, (long) scaleOrLength);
    } else if (value instanceof Reader) {
      setCharacterStream(index, (Reader) value, (long) scaleOrLength);
    } else if (TargetTypes.of(type) == ColumnType.DECIMAL && value != null) {
      Object decimal = Coercions.to(ColumnType.DECIMAL, Bindings.of(value)).value();
      setBigDecimal(index, ((BigDecimal) decimal).setScale(scaleOrLength, RoundingMode.HALF_UP));
    } else {
      setObject(index, value, type);
    }
  }

  @Override
  public void setObject(int index, Object value, SQLType type) throws SQLException {
    setObject(index, value, type.getVendorTypeNumber());
  }

  @Override
  public void setObject(int index, Object value, SQLType type, int scaleOrLength)
      throws SQLException {
    setObject(index, value, type.getVendorTypeNumber(), scaleOrLength);
  }

  @Override
  public void setNull(int index, int type) throws SQLException {
    set(index, Parameter.of(TargetTypes.of(type), null));
  }

  @Override
  public void setNull(int index, int type, String typeName) throws SQLException {
    setNull(index, type);
  }

  @Override
  public void setBoolean(int index, boolean value) throws SQLException {
    set(index, Parameter.of(ColumnType.BOOLEAN, value));
  }

  @Override
  public void setByte(int index, byte value) throws SQLException {
    set(index, Parameter.of(ColumnType.TINYINT, value));
  }

  @Override
  public void setShort(int index, short value) throws SQLException {
    set(index, Parameter.of(ColumnType.SMALLINT, value));
  }

  @Override
  public void setInt(int index, int value) throws SQLException {
    set(index, Parameter.of(ColumnType.INTEGER, value));
  }

  @Override
  public void setLong(int index, long value) throws SQLException {
    set(index, Parameter.of(ColumnType.BIGINT, value));
  }

  @Override
  public void setFloat(int index, float value) throws SQLException {
    set(index, Parameter.of(ColumnType.REAL, value));
  }

  @Override
  public void setDouble(int index, double value) throws SQLException {
    set(index, Parameter.of(ColumnType.DOUBLE, value));
  }

  @Override
  public void setBigDecimal(int index, BigDecimal value) throws SQLException {
    set(index, Parameter.of(ColumnType.DECIMAL, value));
  }

  @Override
  public void setString(int index, String value) throws SQLException {
    set(index, Parameter.of(ColumnType.VARCHAR, value));
  }

  @Override
  public void setNString(int index, String value) throws SQLException {
    setString(index, value);
  }

  @Override
  public void setBytes(int index, byte[] value) throws SQLException {
    set(index, Parameter.of(ColumnType.VARBINARY, value == null ? null : value.clone()));
  }

  @Override
  public void setArray(int index, Array value) throws SQLException {
    setObject(index, value);
  }

  // Times

  @Override
  public void setDate(int index, Date value) throws SQLException {
    setDate(index, value, null);
  }

  @Override
  public void setTime(int index, Time value) throws SQLException {
    setTime(index, value, null);
  }

  @Override
  public void setTimestamp(int index, Timestamp value) throws SQLException {
    setTimestamp(index, value, null);
  }

  @Override
  public void setDate(int index, Date value, Calendar calendar) throws SQLException {
    if (value == null) {
      set(index, Parameter.of(ColumnType.DATE, null));
    } else {
      set(index, calendar == null ? Bindings.of(value) : Bindings.date(value, zone(calendar)));
    }
  }

  @Override
  public void setTime(int index, Time value, Calendar calendar) throws SQLException {
    if (value == null) {
      set(index, Parameter.of(ColumnType.TIME, null));
    } else {
      set(index, calendar == null ? Bindings.of(value) : Bindings.time(value, zone(calendar)));
    }
  }

  @Override
  public void setTimestamp(int index, Timestamp value, Calendar calendar) throws SQLException {
    if (value == null) {
      set(index, Parameter.of(ColumnType.TIMESTAMP, null));
    } else {
      set(index, calendar == null ? Bindings.of(value) : Bindings.timestamp(value, zone(calendar)));
    }
  }

  private static ZoneId zone(Calendar calendar) {
    return calendar.getTimeZone().toZoneId();
  }

  // Streams, read at once; a length of -1 is "to the end"

  private void setBinary(int index, InputStream value, long length) throws SQLException {
    try {
      setBytes(
          index,
          value == null
              ? null
              : length < 0 ? value.readAllBytes() : value.readNBytes(toInt(length)));
    } catch (IOException e) {
      throw new SQLException("The stream of parameter " + index + " failed", "HY000", e);
    }
  }

  private void setText(int index, Reader value, long length) throws SQLException {
    if (value == null) {
      setString(index, null);
      return;
    }
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[4096];
    long left = length < 0 ? Long.MAX_VALUE : length;
    try {
      while (left > 0) {
        int read = value.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          break;
        }
        text.append(buffer, 0, read);
        left -= read;
      }
    } catch (IOException e) {
      throw new SQLException("The reader of parameter " + index + " failed", "HY000", e);
    }
    setString(index, text.toString());
  }

  private void setAscii(int index, InputStream value, long length) throws SQLException {
    if (value == null) {
      setString(index, null);
      return;
    }
    try {
      byte[] bytes = length < 0 ? value.readAllBytes() : value.readNBytes(toInt(length));
      setString(index, new String(bytes, StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new SQLException("The stream of parameter " + index + " failed", "HY000", e);
    }
  }

  @Override
  public void setBinaryStream(int index, InputStream value) throws SQLException {
    setBinary(index, value, -1);
  }

  @Override
  public void setBinaryStream(int index, InputStream value, int length) throws SQLException {
    setBinary(index, value, length);
  }

  @Override
  public void setBinaryStream(int index, InputStream value, long length) throws SQLException {
    setBinary(index, value, length);
  }

  @Override
  public void setBlob(int index, InputStream value) throws SQLException {
    setBinary(index, value, -1);
  }

  @Override
  public void setBlob(int index, InputStream value, long length) throws SQLException {
    setBinary(index, value, length);
  }

  @Override
  public void setBlob(int index, Blob value) throws SQLException {
    setBytes(index, value == null ? null : value.getBytes(1, toInt(value.length())));
  }

  @Override
  public void setAsciiStream(int index, InputStream value) throws SQLException {
    setAscii(index, value, -1);
  }

  @Override
  public void setAsciiStream(int index, InputStream value, int length) throws SQLException {
    setAscii(index, value, length);
  }

  @Override
  public void setAsciiStream(int index, InputStream value, long length) throws SQLException {
    setAscii(index, value, length);
  }

  @Override
  @Deprecated
  public void setUnicodeStream(int index, InputStream value, int length) throws SQLException {
    throw new SQLFeatureNotSupportedException("Use setCharacterStream", "0A000");
  }

  @Override
  public void setCharacterStream(int index, Reader value) throws SQLException {
    setText(index, value, -1);
  }

  @Override
  public void setCharacterStream(int index, Reader value, int length) throws SQLException {
    setText(index, value, length);
  }

  @Override
  public void setCharacterStream(int index, Reader value, long length) throws SQLException {
    setText(index, value, length);
  }

  @Override
  public void setNCharacterStream(int index, Reader value) throws SQLException {
    setText(index, value, -1);
  }

  @Override
  public void setNCharacterStream(int index, Reader value, long length) throws SQLException {
    setText(index, value, length);
  }

  @Override
  public void setClob(int index, Reader value) throws SQLException {
    setText(index, value, -1);
  }

  @Override
  public void setClob(int index, Reader value, long length) throws SQLException {
    setText(index, value, length);
  }

  @Override
  public void setClob(int index, Clob value) throws SQLException {
    setString(index, value == null ? null : value.getSubString(1, toInt(value.length())));
  }

  @Override
  public void setNClob(int index, Reader value) throws SQLException {
    setText(index, value, -1);
  }

  @Override
  public void setNClob(int index, Reader value, long length) throws SQLException {
    setText(index, value, length);
  }

  @Override
  public void setNClob(int index, NClob value) throws SQLException {
    setClob(index, (Clob) value);
  }

  // What there are no types for

  @Override
  public void setRef(int index, Ref value) throws SQLException {
    throw noSuchType("REF");
  }

  @Override
  public void setURL(int index, URL value) throws SQLException {
    throw noSuchType("DATALINK");
  }

  @Override
  public void setRowId(int index, RowId value) throws SQLException {
    throw noSuchType("ROWID");
  }

  @Override
  public void setSQLXML(int index, SQLXML value) throws SQLException {
    throw noSuchType("XML");
  }

  private static SQLException noSuchType(String type) {
    return new SQLFeatureNotSupportedException("There is no type " + type, "0A000");
  }

  // What Statement takes and a prepared one does not

  private static SQLException hasItsStatement() {
    return new SQLException("A PreparedStatement has its statement already", "HY010");
  }

  @Override
  public boolean execute(String other) throws SQLException {
    throw hasItsStatement();
  }

  @Override
  public ResultSet executeQuery(String other) throws SQLException {
    throw hasItsStatement();
  }

  @Override
  public long executeLargeUpdate(String other) throws SQLException {
    throw hasItsStatement();
  }

  @Override
  public void addBatch(String other) throws SQLException {
    throw hasItsStatement();
  }
}
