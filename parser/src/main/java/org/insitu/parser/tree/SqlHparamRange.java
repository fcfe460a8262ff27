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

/** {@code HPARAM_RANGE(low, high)}. */
public final class SqlHparamRange extends SqlMlNode {
  static final SqlOperator OPERATOR =
      new NodeOperator("HPARAM_RANGE", SqlKind.OTHER, SqlHparamRange::new);

  private SqlHparamRange(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlHparamRange(SqlParserPos pos, SqlNode low, SqlNode high) {
    super(OPERATOR, pos, low, high);
  }

  public SqlNode low() {
    return operand(0);
  }

  public SqlNode high() {
    return operand(1);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.keyword("HPARAM_RANGE");
    SqlWriter.Frame frame = writer.startList("(", ")");
    writer.sep(",");
    low().unparse(writer, 0, 0);
    writer.sep(",");
    high().unparse(writer, 0, 0);
    writer.endList(frame);
  }
}
