/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.parameter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insitu.jdbc.wire.ColumnType;
import org.insitu.jdbc.wire.Interval;
import org.insitu.jdbc.wire.Parameter;

/** The parameter that a Java value is, by its class. */
public final class Bindings {
  private static final Map<Class<?>, Binding<Object>> BY_CLASS = new HashMap<>();

  private interface Binding<T> {
    Parameter bind(T value) throws SQLException;
  }

  static {
    put(Boolean.class, ColumnType.BOOLEAN);
    put(Byte.class, ColumnType.TINYINT);
    put(Short.class, ColumnType.SMALLINT);
    put(Integer.class, ColumnType.INTEGER);
    put(Long.class, ColumnType.BIGINT);
    put(Float.class, ColumnType.REAL);
    put(Double.class, ColumnType.DOUBLE);
    put(BigDecimal.class, ColumnType.DECIMAL);
    put(BigInteger.class, v -> Parameter.of(ColumnType.DECIMAL, new BigDecimal(v)));
    put(String.class, ColumnType.VARCHAR);
    put(Character.class, v -> Parameter.of(ColumnType.VARCHAR, v.toString()));
    put(byte[].class, v -> Parameter.of(ColumnType.VARBINARY, v.clone()));
    put(LocalDate.class, ColumnType.DATE);
    put(LocalTime.class, ColumnType.TIME);
    put(LocalDateTime.class, ColumnType.TIMESTAMP);
    put(OffsetDateTime.class, ColumnType.TIMESTAMPTZ);
    put(ZonedDateTime.class, v -> instant(v.toOffsetDateTime()));
    put(Instant.class, v -> instant(v.atOffset(ZoneOffset.UTC)));
    put(Date.class, v -> Parameter.of(ColumnType.DATE, v.toLocalDate()));
    put(Time.class, v -> time(v, ZoneId.systemDefault()));
    put(Timestamp.class, v -> Parameter.of(ColumnType.TIMESTAMP, v.toLocalDateTime()));
    put(
        java.util.Date.class,
        v -> Parameter.of(ColumnType.TIMESTAMP, new Timestamp(v.getTime()).toLocalDateTime()));
    put(UUID.class, ColumnType.UUID);
    put(Interval.class, ColumnType.INTERVAL);
    put(Period.class, v -> interval((int) v.toTotalMonths(), v.getDays(), 0));
    put(Duration.class, v -> interval(0, 0, v.toNanos()));
  }

  private Bindings() {}

  @SuppressWarnings("unchecked")
  private static <T> void put(Class<T> type, Binding<T> binding) {
    BY_CLASS.put(type, (Binding<Object>) binding);
  }

  private static void put(Class<?> type, ColumnType columnType) {
    BY_CLASS.put(type, value -> Parameter.of(columnType, value));
  }

  /**
   * The parameter of a value, null included.
   *
   * @throws SQLException HY000 for a class that is no SQL value
   */
  public static Parameter of(Object value) throws SQLException {
    if (value == null) {
      return Parameter.of(ColumnType.NULL, null);
    }
    Binding<Object> binding = BY_CLASS.get(value.getClass());
    if (binding != null) {
      return binding.bind(value);
    }
    if (value instanceof Array) {
      return of(((Array) value).getArray());
    }
    if (value instanceof Collection) {
      return list(new ArrayList<>((Collection<?>) value));
    }
    if (value.getClass().isArray()) {
      return list(elements(value));
    }
    if (value instanceof Blob) {
      return of(((Blob) value).getBytes(1, (int) ((Blob) value).length()));
    }
    if (value instanceof Clob) {
      return of(((Clob) value).getSubString(1, (int) ((Clob) value).length()));
    }
    throw new SQLException("A " + value.getClass().getName() + " is no SQL value", "HY000");
  }

  private static List<Object> elements(Object array) {
    Object[] elements = new Object[java.lang.reflect.Array.getLength(array)];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = java.lang.reflect.Array.get(array, i);
    }
    return Arrays.asList(elements);
  }

  /** A list takes the widest of its elements' types. */
  private static Parameter list(List<?> elements) throws SQLException {
    ColumnType widest = ColumnType.NULL;
    List<Parameter> bound = new ArrayList<>(elements.size());
    for (Object element : elements) {
      Parameter parameter = of(element);
      bound.add(parameter);
      if (parameter.type() == ColumnType.LIST) {
        throw new SQLException("Lists of lists cannot be bound", "0A000");
      }
      widest = Coercions.wider(widest, parameter.type());
    }
    List<Object> values = new ArrayList<>(elements.size());
    for (Parameter parameter : bound) {
      values.add(Coercions.to(widest, parameter).value());
    }
    return Parameter.list(widest, values);
  }

  private static Parameter instant(OffsetDateTime value) {
    return Parameter.of(ColumnType.TIMESTAMPTZ, value);
  }

  private static Parameter interval(int months, int days, long nanos) {
    return Parameter.of(ColumnType.INTERVAL, new Interval(months, days, nanos));
  }

  // The java.sql types are instants; these say in which zone's wall clock they are meant.

  public static Parameter date(Date value, ZoneId zone) {
    return Parameter.of(
        ColumnType.DATE, Instant.ofEpochMilli(value.getTime()).atZone(zone).toLocalDate());
  }

  public static Parameter time(Time value, ZoneId zone) {
    return Parameter.of(
        ColumnType.TIME, Instant.ofEpochMilli(value.getTime()).atZone(zone).toLocalTime());
  }

  public static Parameter timestamp(Timestamp value, ZoneId zone) {
    return Parameter.of(ColumnType.TIMESTAMP, value.toInstant().atZone(zone).toLocalDateTime());
  }
}
