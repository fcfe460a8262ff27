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

/** {@code DROP MODEL [IF EXISTS] m [VERSION v]}. */
public final class SqlDropModel extends SqlMlStatement {
  static final SqlOperator OPERATOR =
      new NodeOperator("DROP MODEL", SqlKind.OTHER_DDL, SqlDropModel::new);

  private SqlDropModel(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlDropModel(SqlParserPos pos, boolean ifExists, SqlModelName model) {
    super(OPERATOR, pos, flag(ifExists, pos), model);
  }

  public boolean ifExists() {
    return flag(0);
  }

  public SqlModelName model() {
    return operand(1);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.keyword(ifExists() ? "DROP MODEL IF EXISTS" : "DROP MODEL");
    model().unparse(writer, 0, 0);
  }
}
