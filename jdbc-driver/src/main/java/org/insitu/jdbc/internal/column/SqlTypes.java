/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.sql.Types;
import org.insitu.jdbc.wire.Column;
import org.insitu.jdbc.wire.ColumnType;
import org.insitu.jdbc.wire.Interval;

/** JDBC's view of the column types. */
public enum SqlTypes {
  NULL(ColumnType.NULL, Types.NULL, Object.class),
  BOOLEAN(ColumnType.BOOLEAN, Types.BOOLEAN, Boolean.class),
  TINYINT(ColumnType.TINYINT, Types.TINYINT, Integer.class),
  SMALLINT(ColumnType.SMALLINT, Types.SMALLINT, Integer.class),
  INTEGER(ColumnType.INTEGER, Types.INTEGER, Integer.class),
  BIGINT(ColumnType.BIGINT, Types.BIGINT, Long.class),
  UTINYINT(ColumnType.UTINYINT, Types.SMALLINT, Integer.class),
  USMALLINT(ColumnType.USMALLINT, Types.INTEGER, Integer.class),
  UINTEGER(ColumnType.UINTEGER, Types.BIGINT, Long.class),
  UBIGINT(ColumnType.UBIGINT, Types.DECIMAL, java.math.BigDecimal.class),
  REAL(ColumnType.REAL, Types.REAL, Float.class),
  DOUBLE(ColumnType.DOUBLE, Types.DOUBLE, Double.class),
  DECIMAL(ColumnType.DECIMAL, Types.DECIMAL, java.math.BigDecimal.class),
  VARCHAR(ColumnType.VARCHAR, Types.VARCHAR, String.class),
  VARBINARY(ColumnType.VARBINARY, Types.VARBINARY, byte[].class),
  DATE(ColumnType.DATE, Types.DATE, java.sql.Date.class),
  TIME(ColumnType.TIME, Types.TIME, java.sql.Time.class),
  TIMESTAMP(ColumnType.TIMESTAMP, Types.TIMESTAMP, java.sql.Timestamp.class),
  TIMESTAMPTZ(
      ColumnType.TIMESTAMPTZ, Types.TIMESTAMP_WITH_TIMEZONE, java.time.OffsetDateTime.class),
  INTERVAL(ColumnType.INTERVAL, Types.OTHER, Interval.class),
  LIST(ColumnType.LIST, Types.ARRAY, java.sql.Array.class),
  STRUCT(ColumnType.STRUCT, Types.STRUCT, org.insitu.jdbc.NamedStruct.class),
  MAP(ColumnType.MAP, Types.OTHER, java.util.Map.class);

  private static final SqlTypes[] BY_NUMBER = new SqlTypes[ColumnType.values().length];

  static {
    for (SqlTypes type : values()) {
      BY_NUMBER[type.columnType.number()] = type;
    }
  }

  private final ColumnType columnType;
  private final int jdbcType;
  private final Class<?> javaClass;

  SqlTypes(ColumnType columnType, int jdbcType, Class<?> javaClass) {
    this.columnType = columnType;
    this.jdbcType = jdbcType;
    this.javaClass = javaClass;
  }

  public static SqlTypes of(Column column) {
    return BY_NUMBER[column.type().number()];
  }

  /** Of {@link Types}. */
  public int jdbcType() {
    return jdbcType;
  }

  /** What getObject answers with. */
  public Class<?> javaClass() {
    return javaClass;
  }

  public boolean isSigned() {
    switch (this) {
      case TINYINT:
      case SMALLINT:
      case INTEGER:
      case BIGINT:
      case REAL:
      case DOUBLE:
      case DECIMAL:
        return true;
      default:
        return false;
    }
  }

  /** Digits of a number, characters of a time; 0 where it has no meaning. */
  public static int precision(Column column) {
    switch (column.type()) {
      case BOOLEAN:
        return 1;
      case TINYINT:
      case UTINYINT:
        return 3;
      case SMALLINT:
      case USMALLINT:
        return 5;
      case INTEGER:
      case UINTEGER:
        return 10;
      case BIGINT:
        return 19;
      case UBIGINT:
        return 20;
      case REAL:
        return 7;
      case DOUBLE:
        return 15;
      case DECIMAL:
        return column.precision();
      case DATE:
        return 10;
      case TIME:
        return 15;
      case TIMESTAMP:
        return 29;
      case TIMESTAMPTZ:
        return 35;
      default:
        return 0;
    }
  }

  /** Characters that a value may take; 0: unlimited. */
  public static int displaySize(Column column) {
    switch (column.type()) {
      case BOOLEAN:
        return 5;
      case REAL:
        return 15;
      case DOUBLE:
        return 24;
      case DECIMAL:
        return column.precision() + 3;
      case NULL:
        return 4;
      default:
        int precision = precision(column);
        boolean signed = of(column).isSigned();
        return precision + (signed ? 1 : 0);
    }
  }
}
