/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.parameter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.insitu.jdbc.wire.ColumnType;
import org.insitu.jdbc.wire.Parameter;

/**
 * A parameter made into another type, as {@code setObject} with a target type asks for.
 *
 * <p><b>Errors:</b> 22018 when the value cannot be one, 22003 when it does not fit.
 */
public final class Coercions {
  private Coercions() {}

  /** Of two numbers the one that holds both; of other types the other one, or text. */
  static ColumnType wider(ColumnType a, ColumnType b) throws SQLException {
    if (a == b || b == ColumnType.NULL) {
      return a;
    }
    if (a == ColumnType.NULL) {
      return b;
    }
    if (!isNumber(a) || !isNumber(b)) {
      throw new SQLDataException("A list of " + a + " and " + b, "22018");
    }
    boolean floating = isFloating(a) || isFloating(b);
    return floating ? ColumnType.DOUBLE : a.number() > b.number() ? a : b;
  }

  private static boolean isFloating(ColumnType type) {
    return type == ColumnType.REAL || type == ColumnType.DOUBLE;
  }

  private static boolean isNumber(ColumnType type) {
    return type.number() >= ColumnType.TINYINT.number()
        && type.number() <= ColumnType.DECIMAL.number();
  }

  /** The parameter as this type. */
  public static Parameter to(ColumnType target, Parameter from) throws SQLException {
    Object value = from.value();
    if (from.type() == target) {
      return from;
    }
    if (value == null) {
      return Parameter.of(target, null);
    }
    try {
      return Parameter.of(target, convert(target, value));
    } catch (ArithmeticException e) {
      throw new SQLDataException("The value does not fit a " + target, "22003");
    } catch (NumberFormatException | DateTimeException e) {
      throw new SQLDataException("The text is no " + target, "22018");
    }
  }

  private static Object convert(ColumnType target, Object value) throws SQLException {
    switch (target) {
      case BOOLEAN:
        return bool(value);
      case TINYINT:
        return whole(value).byteValueExact();
      case SMALLINT:
        return whole(value).shortValueExact();
      case INTEGER:
        return whole(value).intValueExact();
      case BIGINT:
        return whole(value).longValueExact();
      case REAL:
        return value instanceof Number ? ((Number) value).floatValue() : number(value).floatValue();
      case DOUBLE:
        return value instanceof Number
            ? ((Number) value).doubleValue()
            : number(value).doubleValue();
      case DECIMAL:
        return number(value);
      case VARCHAR:
        return text(value);
      case DATE:
        return date(value);
      case TIME:
        return time(value);
      case TIMESTAMP:
        return timestamp(value);
      case TIMESTAMPTZ:
        return instant(value);
      case UUID:
        return uuid(value);
      default:
        throw fail(target, value);
    }
  }

  private static SQLException fail(ColumnType target, Object value) {
    return new SQLDataException(
        "A " + value.getClass().getSimpleName() + " is no " + target, "22018");
  }

  private static Boolean bool(Object value) throws SQLException {
    if (value instanceof Number) {
      return ((Number) value).doubleValue() != 0;
    }
    switch (value.toString().trim().toLowerCase(Locale.ROOT)) {
      case "true":
      case "t":
      case "1":
        return true;
      case "false":
      case "f":
      case "0":
        return false;
      default:
        throw fail(ColumnType.BOOLEAN, value);
    }
  }

  /** The fraction is cut off. */
  private static BigDecimal whole(Object value) throws SQLException {
    return number(value).setScale(0, RoundingMode.DOWN);
  }

  private static BigDecimal number(Object value) throws SQLException {
    if (value instanceof BigDecimal) {
      return (BigDecimal) value;
    }
    if (value instanceof Boolean) {
      return (Boolean) value ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    if (value instanceof Number || value instanceof String) {
      return new BigDecimal(value.toString().trim());
    }
    throw fail(ColumnType.DECIMAL, value);
  }

  private static String text(Object value) throws SQLException {
    if (value instanceof byte[] || value instanceof java.util.List) {
      throw fail(ColumnType.VARCHAR, value);
    }
    if (value instanceof BigDecimal) {
      return ((BigDecimal) value).toPlainString();
    }
    return value instanceof LocalDateTime || value instanceof OffsetDateTime
        ? value.toString().replace('T', ' ')
        : value.toString();
  }

  private static LocalDate date(Object value) throws SQLException {
    return value instanceof String && ((String) value).trim().length() <= 10
        ? LocalDate.parse(((String) value).trim())
        : timestamp(value).toLocalDate();
  }

  private static LocalTime time(Object value) throws SQLException {
    return value instanceof String && ((String) value).trim().length() <= 18
        ? LocalTime.parse(((String) value).trim())
        : timestamp(value).toLocalTime();
  }

  private static LocalDateTime timestamp(Object value) throws SQLException {
    if (value instanceof LocalDateTime) {
      return (LocalDateTime) value;
    }
    if (value instanceof LocalDate) {
      return ((LocalDate) value).atStartOfDay();
    }
    if (value instanceof OffsetDateTime) {
      return ((OffsetDateTime) value).atZoneSameInstant(ZoneId.systemDefault()).toLocalDateTime();
    }
    if (value instanceof String) {
      String text = ((String) value).trim();
      return text.length() <= 10
          ? LocalDate.parse(text).atStartOfDay()
          : LocalDateTime.parse(text.replace(' ', 'T'));
    }
    throw fail(ColumnType.TIMESTAMP, value);
  }

  private static OffsetDateTime instant(Object value) throws SQLException {
    return value instanceof String && ((String) value).trim().length() > 19
        ? OffsetDateTime.parse(((String) value).trim().replace(' ', 'T'))
        : timestamp(value).atZone(ZoneId.systemDefault()).toOffsetDateTime();
  }

  private static UUID uuid(Object value) throws SQLException {
    try {
      return UUID.fromString(text(value).trim());
    } catch (IllegalArgumentException e) {
      throw fail(ColumnType.UUID, value);
    }
  }
}
