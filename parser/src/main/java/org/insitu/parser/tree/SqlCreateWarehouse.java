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

/** {@code CREATE WAREHOUSE w TYPE t [OPTIONS (...)]}. */
public final class SqlCreateWarehouse extends SqlMlStatement {
  static final SqlOperator OPERATOR =
      new NodeOperator("CREATE WAREHOUSE", SqlKind.OTHER_DDL, SqlCreateWarehouse::new);

  private SqlCreateWarehouse(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlCreateWarehouse(
      SqlParserPos pos, SqlIdentifier name, SqlIdentifier type, SqlNodeList options) {
    super(OPERATOR, pos, name, type, options);
  }

  public SqlIdentifier name() {
    return operand(0);
  }

  public SqlIdentifier type() {
    return operand(1);
  }

  public SqlNodeList options() {
    return operand(2);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.keyword("CREATE WAREHOUSE");
    name().unparse(writer, 0, 0);
    writer.keyword("TYPE");
    type().unparse(writer, 0, 0);
    unparseOptions(writer, options());
  }
}
