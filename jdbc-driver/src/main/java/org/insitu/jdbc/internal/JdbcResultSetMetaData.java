/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import org.insitu.jdbc.internal.column.SqlTypes;
import org.insitu.jdbc.internal.column.TypeNames;
import org.insitu.jdbc.wire.Column;
import org.insitu.jdbc.wire.ColumnType;

/** A result's columns. Of their tables nothing is known. */
final class JdbcResultSetMetaData extends Unwrappable implements ResultSetMetaData {
  private final List<Column> columns;

  JdbcResultSetMetaData(List<Column> columns) {
    this.columns = columns;
  }

  private Column at(int index) throws SQLException {
    if (index < 1 || index > columns.size()) {
      throw new SQLException(
          "Column index " + index + " (expected: 1 to " + columns.size() + ")", "07009");
    }
    return columns.get(index - 1);
  }

  @Override
  public int getColumnCount() {
    return columns.size();
  }

  @Override
  public String getColumnLabel(int index) throws SQLException {
    return at(index).name();
  }

  @Override
  public String getColumnName(int index) throws SQLException {
    return at(index).name();
  }

  @Override
  public int getColumnType(int index) throws SQLException {
    return SqlTypes.of(at(index)).jdbcType();
  }

  @Override
  public String getColumnTypeName(int index) throws SQLException {
    return TypeNames.of(at(index));
  }

  @Override
  public String getColumnClassName(int index) throws SQLException {
    return SqlTypes.of(at(index)).javaClass().getName();
  }

  @Override
  public int isNullable(int index) throws SQLException {
    return at(index).nullable() ? columnNullable : columnNoNulls;
  }

  @Override
  public boolean isSigned(int index) throws SQLException {
    return SqlTypes.of(at(index)).isSigned();
  }

  @Override
  public int getPrecision(int index) throws SQLException {
    return SqlTypes.precision(at(index));
  }

  @Override
  public int getScale(int index) throws SQLException {
    return at(index).scale();
  }

  @Override
  public int getColumnDisplaySize(int index) throws SQLException {
    return SqlTypes.displaySize(at(index));
  }

  @Override
  public boolean isCaseSensitive(int index) throws SQLException {
    return at(index).type() == ColumnType.VARCHAR;
  }

  @Override
  public boolean isSearchable(int index) throws SQLException {
    at(index);
    return true;
  }

  @Override
  public boolean isAutoIncrement(int index) throws SQLException {
    at(index);
    return false;
  }

  @Override
  public boolean isCurrency(int index) throws SQLException {
    at(index);
    return false;
  }

  @Override
  public String getCatalogName(int index) throws SQLException {
    at(index);
    return "";
  }

  @Override
  public String getSchemaName(int index) throws SQLException {
    at(index);
    return "";
  }

  @Override
  public String getTableName(int index) throws SQLException {
    at(index);
    return "";
  }

  @Override
  public boolean isReadOnly(int index) throws SQLException {
    at(index);
    return true;
  }

  @Override
  public boolean isWritable(int index) throws SQLException {
    at(index);
    return false;
  }

  @Override
  public boolean isDefinitelyWritable(int index) throws SQLException {
    at(index);
    return false;
  }
}
