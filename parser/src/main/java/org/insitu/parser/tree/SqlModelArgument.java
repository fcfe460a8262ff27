/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.tree;

import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** {@code MODEL m} as an argument of an ML function. */
public final class SqlModelArgument extends SqlMlNode {
  static final SqlOperator OPERATOR =
      new NodeOperator("MODEL", SqlKind.OTHER, SqlModelArgument::new);

  private SqlModelArgument(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlModelArgument(SqlParserPos pos, SqlModelName model) {
    super(OPERATOR, pos, model);
  }

  public SqlModelName model() {
    return operand(0);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.keyword("MODEL");
    model().unparse(writer, 0, 0);
  }
}
