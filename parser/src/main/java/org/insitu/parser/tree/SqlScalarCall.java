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

/** {@code PREDICT(m [USING ...])} or {@code PROBABILITY(m [FOR class] [USING ...])}. */
public final class SqlScalarCall extends SqlMlNode {
  static final SqlOperator OPERATOR =
      new NodeOperator("PREDICT", SqlKind.OTHER_FUNCTION, SqlScalarCall::new);

  private SqlScalarCall(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlScalarCall(
      SqlParserPos pos,
      boolean probability,
      SqlModelName model,
      @Nullable SqlNode forClass,
      SqlNodeList using) {
    super(OPERATOR, pos, flag(probability, pos), model, forClass, using);
  }

  public boolean probability() {
    return flag(0);
  }

  public SqlModelName model() {
    return operand(1);
  }

  public @Nullable SqlNode forClass() {
    return part(2);
  }

  public SqlNodeList using() {
    return operand(3);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.keyword(probability() ? "PROBABILITY" : "PREDICT");
    SqlWriter.Frame frame = writer.startList("(", ")");
    model().unparse(writer, 0, 0);
    SqlNode forClass = forClass();
    if (forClass != null) {
      writer.keyword("FOR");
      forClass.unparse(writer, 0, 0);
    }
    if (!using().isEmpty()) {
      writer.keyword("USING");
      SqlWriter.Frame arguments = writer.startList("", "");
      for (SqlNode argument : using()) {
        writer.sep(",");
        argument.unparse(writer, 0, 0);
      }
      writer.endList(arguments);
    }
    writer.endList(frame);
  }
}
