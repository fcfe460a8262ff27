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

/** {@code CREATE MODEL m ... AS query}, BigQuery's form. */
public final class SqlCreateModel extends SqlMlStatement {
  static final SqlOperator OPERATOR =
      new NodeOperator("CREATE MODEL", SqlKind.OTHER_DDL, SqlCreateModel::new);

  private SqlCreateModel(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlCreateModel(
      SqlParserPos pos,
      boolean replace,
      boolean ifNotExists,
      SqlModelName model,
      @Nullable SqlNode transform,
      @Nullable SqlIdentifier function,
      SqlNodeList options,
      @Nullable SqlNode query) {
    super(
        OPERATOR,
        pos,
        flag(replace, pos),
        flag(ifNotExists, pos),
        model,
        transform,
        function,
        options,
        query);
  }

  public boolean replace() {
    return flag(0);
  }

  public boolean ifNotExists() {
    return flag(1);
  }

  public SqlModelName model() {
    return operand(2);
  }

  public @Nullable SqlNode transform() {
    return part(3);
  }

  public @Nullable SqlIdentifier function() {
    return (SqlIdentifier) part(4);
  }

  public SqlNodeList options() {
    return operand(5);
  }

  public @Nullable SqlNode query() {
    return part(6);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.keyword(replace() ? "CREATE OR REPLACE MODEL" : "CREATE MODEL");
    if (ifNotExists()) {
      writer.keyword("IF NOT EXISTS");
    }
    model().unparse(writer, 0, 0);
    SqlNode transform = transform();
    if (transform != null) {
      writer.keyword("TRANSFORM");
      SqlWriter.Frame frame = writer.startList("(", ")");
      transform.unparse(writer, 0, 0);
      writer.endList(frame);
    }
    SqlIdentifier function = function();
    if (function != null) {
      writer.keyword("FUNCTION");
      function.unparse(writer, 0, 0);
    }
    unparseOptions(writer, options());
    SqlNode query = query();
    if (query != null) {
      writer.keyword("AS");
      query.unparse(writer, 0, 0);
    }
  }
}
