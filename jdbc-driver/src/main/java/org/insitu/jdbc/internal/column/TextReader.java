/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import org.insitu.jdbc.wire.Column;

/**
 * VARCHAR. Decoded when asked for; the JDK's decoder copies plain ASCII as it is. Converts to all
 * that its text can be read as.
 */
final class TextReader extends VariableReader {
  TextReader(Column column) {
    super(column);
  }

  @Override
  public String text(int row) throws SQLException {
    int start = start(row);
    return new String(bytes, start, size(row), StandardCharsets.UTF_8);
  }

  @Override
  Object object(int row) throws SQLException {
    return text(row);
  }

  @Override
  public byte[] binary(int row) throws SQLException {
    int start = start(row);
    return Arrays.copyOfRange(bytes, start, start + size(row));
  }

  @Override
  public boolean getBoolean(int row) throws SQLException {
    if (isNull(row)) {
      return false;
    }
    switch (text(row).trim().toLowerCase(Locale.ROOT)) {
      case "true":
      case "t":
      case "yes":
      case "y":
      case "on":
      case "1":
        return true;
      case "false":
      case "f":
      case "no":
      case "n":
      case "off":
      case "0":
        return false;
      default:
        throw unreadable(row, "boolean");
    }
  }

  @Override
  public long getLong(int row) throws SQLException {
    if (isNull(row)) {
      return 0;
    }
    BigDecimal value = decimal(row);
    if (value.precision() - value.scale() > 19) {
      throw outOfRange(text(row), "long");
    }
    BigDecimal whole = value.setScale(0, RoundingMode.DOWN);
    if (whole.toBigInteger().bitLength() > 63) {
      throw outOfRange(text(row), "long");
    }
    return whole.longValue();
  }

  @Override
  public double getDouble(int row) throws SQLException {
    if (isNull(row)) {
      return 0;
    }
    try {
      return Double.parseDouble(text(row));
    } catch (NumberFormatException e) {
      throw unreadable(row, "double");
    }
  }

  @Override
  public BigDecimal decimal(int row) throws SQLException {
    try {
      return new BigDecimal(text(row).trim());
    } catch (NumberFormatException e) {
      throw unreadable(row, "number");
    }
  }

  @Override
  public LocalDate localDate(int row) throws SQLException {
    String text = text(row).trim();
    try {
      return text.length() > 10 ? SqlTime.parseDateTime(text).toLocalDate() : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw unreadable(row, "date");
    }
  }

  @Override
  public LocalTime localTime(int row) throws SQLException {
    try {
      return LocalTime.parse(text(row).trim());
    } catch (DateTimeException e) {
      throw unreadable(row, "time");
    }
  }

  @Override
  public LocalDateTime localDateTime(int row) throws SQLException {
    try {
      return SqlTime.parseDateTime(text(row).trim());
    } catch (DateTimeException e) {
      throw unreadable(row, "timestamp");
    }
  }

  @Override
  public OffsetDateTime offsetDateTime(int row) throws SQLException {
    try {
      return SqlTime.parseOffsetDateTime(text(row).trim());
    } catch (DateTimeException e) {
      throw unreadable(row, "timestamp with time zone");
    }
  }

  private SQLException unreadable(int row, String target) throws SQLException {
    String text = text(row);
    String shown = text.length() <= 40 ? text : text.substring(0, 40) + "…";
    return new SQLDataException(
        "Column '" + column.name() + "': '" + shown + "' is no " + target, "22018");
  }
}
