/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Arrays;
import java.util.Map;
import org.insitu.jdbc.wire.Column;

/** A LIST as JDBC's Array; also what {@code createArrayOf} makes. */
public final class ListValue implements Array {
  private final Column element;
  private final Object[] values;

  /** Takes the array as it is; nobody else keeps it. */
  public ListValue(Column element, Object[] values) {
    this.element = element;
    this.values = values;
  }

  @Override
  public String getBaseTypeName() {
    return TypeNames.of(element);
  }

  @Override
  public int getBaseType() {
    return SqlTypes.of(element).jdbcType();
  }

  @Override
  public Object[] getArray() {
    return values.clone();
  }

  @Override
  public Object[] getArray(long index, int count) throws SQLException {
    if (index < 1 || count < 0 || index - 1 > values.length) {
      throw new SQLException(
          "Elements " + index + " and " + count + " more of " + values.length, "2202E");
    }
    int from = (int) index - 1;
    return Arrays.copyOfRange(values, from, (int) Math.min(values.length, from + (long) count));
  }

  @Override
  public Object[] getArray(Map<String, Class<?>> map) {
    return getArray();
  }

  @Override
  public Object[] getArray(long index, int count, Map<String, Class<?>> map) throws SQLException {
    return getArray(index, count);
  }

  @Override
  public ResultSet getResultSet() throws SQLException {
    throw new SQLFeatureNotSupportedException("Use getArray()", "0A000");
  }

  @Override
  public ResultSet getResultSet(Map<String, Class<?>> map) throws SQLException {
    return getResultSet();
  }

  @Override
  public ResultSet getResultSet(long index, int count) throws SQLException {
    return getResultSet();
  }

  @Override
  public ResultSet getResultSet(long index, int count, Map<String, Class<?>> map)
      throws SQLException {
    return getResultSet();
  }

  @Override
  public void free() {}

  @Override
  public boolean equals(Object other) {
    return other instanceof ListValue && Arrays.deepEquals(values, ((ListValue) other).values);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(values);
  }

  /** {@code [1, 2, NULL]} without quotes around text. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ", ").append(ValueText.of(values[i]));
    }
    return text.append(']').toString();
  }
}
