/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.insitu.jdbc.NamedStruct;
import org.insitu.jdbc.wire.Column;

/** A STRUCT as JDBC's Struct, with names. */
final class StructValue implements NamedStruct {
  private final Column column;
  private final Object[] values;

  StructValue(Column column, Object[] values) {
    this.column = column;
    this.values = values;
  }

  @Override
  public String getSQLTypeName() {
    return TypeNames.of(column);
  }

  @Override
  public Object[] getAttributes() {
    return values.clone();
  }

  @Override
  public Object[] getAttributes(Map<String, Class<?>> map) {
    return getAttributes();
  }

  @Override
  public List<String> getAttributeNames() {
    return column.children().stream().map(Column::name).collect(Collectors.toList());
  }

  @Override
  public Object getAttribute(String name) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      if (column.children().get(i).name().equalsIgnoreCase(name)) {
        return values[i];
      }
    }
    throw new SQLException("No field '" + name + "' in " + getAttributeNames(), "42703");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StructValue
        && getAttributeNames().equals(((StructValue) other).getAttributeNames())
        && Arrays.deepEquals(values, ((StructValue) other).values);
  }

  @Override
  public int hashCode() {
    return 31 * getAttributeNames().hashCode() + Arrays.deepHashCode(values);
  }

  /** {@code {label: yes, prob: 0.7}}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ", ").append(column.children().get(i).name());
      text.append(": ").append(ValueText.of(values[i]));
    }
    return text.append('}').toString();
  }
}
