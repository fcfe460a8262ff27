/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;

/** SQL that was written already, as a leaf of Calcite's tree; only ever written out. */
final class Verbatim extends SqlSpecialOperator {
  private final String sql;

  private Verbatim(String sql) {
    super("VERBATIM", SqlKind.OTHER);
    this.sql = sql;
  }

  static SqlNode of(String sql) {
    return new Verbatim(sql).createCall(SqlParserPos.ZERO);
  }

  @Override
  public void unparse(SqlWriter writer, SqlCall call, int leftPrecedence, int rightPrecedence) {
    writer.print(sql);
    writer.setNeedWhitespace(true);
  }
}
