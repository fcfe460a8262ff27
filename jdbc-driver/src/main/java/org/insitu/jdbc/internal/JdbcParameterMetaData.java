/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal;

import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.sql.Types;

/** Of parameters only their number is known: each takes the type of the value that is bound. */
final class JdbcParameterMetaData extends Unwrappable implements ParameterMetaData {
  private final int count;

  JdbcParameterMetaData(int count) {
    this.count = count;
  }

  private void check(int index) throws SQLException {
    if (index < 1 || index > count) {
      throw new SQLException(
          "Parameter index " + index + " (expected: 1 to " + count + ")", "07009");
    }
  }

  @Override
  public int getParameterCount() {
    return count;
  }

  @Override
  public int isNullable(int index) throws SQLException {
    check(index);
    return parameterNullableUnknown;
  }

  @Override
  public boolean isSigned(int index) throws SQLException {
    check(index);
    return false;
  }

  @Override
  public int getPrecision(int index) throws SQLException {
    check(index);
    return 0;
  }

  @Override
  public int getScale(int index) throws SQLException {
    check(index);
    return 0;
  }

  @Override
  public int getParameterType(int index) throws SQLException {
    check(index);
    return Types.OTHER;
  }

  @Override
  public String getParameterTypeName(int index) throws SQLException {
    check(index);
    return "ANY";
  }

  @Override
  public String getParameterClassName(int index) throws SQLException {
    check(index);
    return Object.class.getName();
  }

  @Override
  public int getParameterMode(int index) throws SQLException {
    check(index);
    return parameterModeIn;
  }
}
