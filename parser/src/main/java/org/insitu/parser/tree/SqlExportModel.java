/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.tree;

import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * {@code EXPORT MODEL m TO 'uri' [FORMAT f] [DIALECT d]}, or BigQuery's {@code OPTIONS (URI =
 * ...)}.
 */
public final class SqlExportModel extends SqlMlStatement {
  static final SqlOperator OPERATOR =
      new NodeOperator("EXPORT MODEL", SqlKind.OTHER, SqlExportModel::new);

  private SqlExportModel(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlExportModel(
      SqlParserPos pos,
      SqlModelName model,
      @Nullable SqlNode uri,
      @Nullable SqlIdentifier format,
      @Nullable SqlIdentifier dialect,
      SqlNodeList options) {
    super(OPERATOR, pos, model, uri, format, dialect, options);
  }

  public SqlModelName model() {
    return operand(0);
  }

  public @Nullable SqlNode uri() {
    return part(1);
  }

  public @Nullable SqlIdentifier format() {
    return (SqlIdentifier) part(2);
  }

  public @Nullable SqlIdentifier dialect() {
    return (SqlIdentifier) part(3);
  }

  public SqlNodeList options() {
    return operand(4);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.keyword("EXPORT MODEL");
    model().unparse(writer, 0, 0);
    SqlNode uri = uri();
    if (uri != null) {
      writer.keyword("TO");
      uri.unparse(writer, 0, 0);
    }
    SqlIdentifier format = format();
    if (format != null) {
      writer.keyword("FORMAT");
      format.unparse(writer, 0, 0);
    }
    SqlIdentifier dialect = dialect();
    if (dialect != null) {
      writer.keyword("DIALECT");
      dialect.unparse(writer, 0, 0);
    }
    unparseOptions(writer, options());
  }
}
