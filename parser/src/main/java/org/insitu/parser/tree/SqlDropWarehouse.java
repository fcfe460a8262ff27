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

/** {@code DROP WAREHOUSE w}. */
public final class SqlDropWarehouse extends SqlMlStatement {
  static final SqlOperator OPERATOR =
      new NodeOperator("DROP WAREHOUSE", SqlKind.OTHER_DDL, SqlDropWarehouse::new);

  private SqlDropWarehouse(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlDropWarehouse(SqlParserPos pos, SqlIdentifier name) {
    super(OPERATOR, pos, name);
  }

  public SqlIdentifier name() {
    return operand(0);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.keyword("DROP WAREHOUSE");
    name().unparse(writer, 0, 0);
  }
}
