/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import java.util.Optional;
import org.insitu.udf.expression.ValueType;

/**
 * What stands for a column that a program reads.
 *
 * @param sql its text: a quoted column name, or an expression
 * @param type its type when it is exactly that; empty for decimals, small integers, enums and
 *     whatever is not known. Known types spare conversions and tests for NaN.
 */
public record InputColumn(String sql, Optional<ValueType> type) {

  /** A column or expression of unknown type. */
  public static InputColumn of(String sql) {
    return new InputColumn(sql, Optional.empty());
  }

  /** A column or expression of a known type. */
  public static InputColumn of(String sql, ValueType type) {
    return new InputColumn(sql, Optional.of(type));
  }
}
