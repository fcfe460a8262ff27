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

/** {@code SHOW WAREHOUSES}. */
public final class SqlShowWarehouses extends SqlMlStatement {
  static final SqlOperator OPERATOR =
      new NodeOperator("SHOW WAREHOUSES", SqlKind.OTHER, SqlShowWarehouses::new);

  private SqlShowWarehouses(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlShowWarehouses(SqlParserPos pos) {
    super(OPERATOR, pos);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.keyword("SHOW WAREHOUSES");
  }
}
