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

/**
 * {@code ML.NAME(argument, ...)} parsed by itself; inside a whole query it is a function call of
 * Calcite's.
 */
public final class SqlTableFunction extends SqlMlNode {
  static final SqlOperator OPERATOR =
      new NodeOperator("ML FUNCTION", SqlKind.OTHER_FUNCTION, SqlTableFunction::new);

  private SqlTableFunction(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlTableFunction(SqlParserPos pos, SqlIdentifier name, SqlNodeList arguments) {
    super(OPERATOR, pos, name, arguments);
  }

  public SqlIdentifier name() {
    return operand(0);
  }

  public SqlNodeList arguments() {
    return operand(1);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.keyword("ML");
    writer.print(".");
    writer.setNeedWhitespace(false);
    name().unparse(writer, 0, 0);
    SqlWriter.Frame frame = writer.startList("(", ")");
    for (SqlNode argument : arguments()) {
      writer.sep(",");
      if (argument instanceof SqlModelArgument || argument instanceof SqlStruct) {
        argument.unparse(writer, 0, 0);
      } else {
        unparseSource(writer, argument);
      }
    }
    writer.endList(frame);
  }
}
