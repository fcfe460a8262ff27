/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import org.apache.calcite.sql.dialect.DuckDBSqlDialect;
import org.insitu.udf.sql.SqlDialect;
import org.jspecify.annotations.Nullable;

/** Calcite's DuckDB dialect, its texts written by the one renderer of ours. */
final class CalciteDuckDb extends DuckDBSqlDialect {
  private final SqlDialect dialect;

  CalciteDuckDb(SqlDialect dialect) {
    super(DEFAULT_CONTEXT);
    this.dialect = dialect;
  }

  /** Calcite would write {@code u&'Z\00fcrich'}, which DuckDB does not read. */
  @Override
  public void quoteStringLiteral(StringBuilder to, @Nullable String charset, String text) {
    to.append(dialect.string(text));
  }
}
