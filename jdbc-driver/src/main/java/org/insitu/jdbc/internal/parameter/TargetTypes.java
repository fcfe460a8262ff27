/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.parameter;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import org.insitu.jdbc.wire.ColumnType;

/** The column type of a number of {@link Types}. */
public final class TargetTypes {
  private TargetTypes() {}

  /** The type, NULL for those that say nothing, such as OTHER. */
  public static ColumnType of(int jdbcType) throws SQLException {
    switch (jdbcType) {
      case Types.BIT:
      case Types.BOOLEAN:
        return ColumnType.BOOLEAN;
      case Types.TINYINT:
        return ColumnType.TINYINT;
      case Types.SMALLINT:
        return ColumnType.SMALLINT;
      case Types.INTEGER:
        return ColumnType.INTEGER;
      case Types.BIGINT:
        return ColumnType.BIGINT;
      case Types.REAL:
        return ColumnType.REAL;
      case Types.FLOAT:
      case Types.DOUBLE:
        return ColumnType.DOUBLE;
      case Types.NUMERIC:
      case Types.DECIMAL:
        return ColumnType.DECIMAL;
      case Types.CHAR:
      case Types.VARCHAR:
      case Types.LONGVARCHAR:
      case Types.NCHAR:
      case Types.NVARCHAR:
      case Types.LONGNVARCHAR:
      case Types.CLOB:
      case Types.NCLOB:
        return ColumnType.VARCHAR;
      case Types.BINARY:
      case Types.VARBINARY:
      case Types.LONGVARBINARY:
      case Types.BLOB:
        return ColumnType.VARBINARY;
      case Types.DATE:
        return ColumnType.DATE;
      case Types.TIME:
        return ColumnType.TIME;
      case Types.TIMESTAMP:
        return ColumnType.TIMESTAMP;
      case Types.TIMESTAMP_WITH_TIMEZONE:
        return ColumnType.TIMESTAMPTZ;
      case Types.NULL:
      case Types.OTHER:
      case Types.JAVA_OBJECT:
      case Types.ARRAY:
        return ColumnType.NULL;
      default:
        throw new SQLFeatureNotSupportedException(
            "No parameters of java.sql.Types " + jdbcType, "0A000");
    }
  }
}
