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

/** {@code ALTER MODEL [IF EXISTS] m change}. */
public final class SqlAlterModel extends SqlMlStatement {
  static final SqlOperator OPERATOR =
      new NodeOperator("ALTER MODEL", SqlKind.OTHER_DDL, SqlAlterModel::new);

  private SqlAlterModel(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlAlterModel(
      SqlParserPos pos, boolean ifExists, SqlModelName model, SqlModelChange change) {
    super(OPERATOR, pos, flag(ifExists, pos), model, change);
  }

  public boolean ifExists() {
    return flag(0);
  }

  public SqlModelName model() {
    return operand(1);
  }

  public SqlModelChange change() {
    return operand(2);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.keyword(ifExists() ? "ALTER MODEL IF EXISTS" : "ALTER MODEL");
    model().unparse(writer, 0, 0);
    change().unparse(writer, 0, 0);
  }
}
