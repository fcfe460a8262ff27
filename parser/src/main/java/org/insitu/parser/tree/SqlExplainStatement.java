/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.tree;

import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** {@code EXPLAIN [ANALYZE] [FORMAT f] statement}. */
public final class SqlExplainStatement extends SqlMlStatement {
  static final SqlOperator OPERATOR =
      new NodeOperator("EXPLAIN", SqlKind.OTHER, SqlExplainStatement::new);

  private SqlExplainStatement(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlExplainStatement(
      SqlParserPos pos, boolean analyze, @Nullable SqlIdentifier format, SqlNode statement) {
    super(OPERATOR, pos, flag(analyze, pos), format, statement);
  }

  public boolean analyze() {
    return flag(0);
  }

  public @Nullable SqlIdentifier format() {
    return (SqlIdentifier) part(1);
  }

  public SqlNode statement() {
    return operand(2);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.keyword(analyze() ? "EXPLAIN ANALYZE" : "EXPLAIN");
    SqlIdentifier format = format();
    if (format != null) {
      writer.keyword("FORMAT");
      format.unparse(writer, 0, 0);
    }
    statement().unparse(writer, 0, 0);
  }
}
