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

/** {@code SHOW MODEL m} and {@code DESCRIBE MODEL m}. */
public final class SqlShowModel extends SqlMlStatement {
  static final SqlOperator OPERATOR =
      new NodeOperator("SHOW MODEL", SqlKind.OTHER, SqlShowModel::new);

  private SqlShowModel(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlShowModel(SqlParserPos pos, SqlModelName model) {
    super(OPERATOR, pos, model);
  }

  public SqlModelName model() {
    return operand(0);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.keyword("SHOW MODEL");
    model().unparse(writer, 0, 0);
  }
}
