/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import java.util.Optional;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.ValueType;

/** What column names mean where an expression is written. */
interface Scope {

  /** The column as it is, of whatever type it is there. */
  Resolved resolve(Column column);

  /**
   * A column's text and what is known of it.
   *
   * @param type its exact type, empty when not known
   */
  record Resolved(String sql, Optional<ValueType> type, Facts facts) {}
}
