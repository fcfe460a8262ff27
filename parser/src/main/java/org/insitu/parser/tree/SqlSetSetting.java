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

/** {@code SET insitu.name = value}. */
public final class SqlSetSetting extends SqlMlStatement {
  static final SqlOperator OPERATOR = new NodeOperator("SET", SqlKind.OTHER, SqlSetSetting::new);

  private SqlSetSetting(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlSetSetting(SqlParserPos pos, SqlIdentifier name, SqlNode value) {
    super(OPERATOR, pos, name, value);
  }

  public SqlIdentifier name() {
    return operand(0);
  }

  public SqlNode value() {
    return operand(1);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.keyword("SET");
    name().unparse(writer, 0, 0);
    writer.print("=");
    value().unparse(writer, 0, 0);
  }
}
