/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.tree;

import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** {@code [value, ...]}. */
public final class SqlOptionArray extends SqlMlNode {
  static final SqlOperator OPERATOR =
      new NodeOperator("OPTION ARRAY", SqlKind.OTHER, SqlOptionArray::new);

  private SqlOptionArray(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlOptionArray(SqlParserPos pos, SqlNodeList values) {
    super(OPERATOR, pos, values);
  }

  public SqlNodeList values() {
    return operand(0);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    SqlWriter.Frame frame = writer.startList("[", "]");
    for (SqlNode value : values()) {
      writer.sep(",");
      value.unparse(writer, 0, 0);
    }
    writer.endList(frame);
  }
}
