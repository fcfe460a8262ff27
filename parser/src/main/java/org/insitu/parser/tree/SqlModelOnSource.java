/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.tree;

import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** {@code VERB MODEL m [ON source] [OPTIONS (...)]}; the operator's name is {@code VERB MODEL}. */
public abstract sealed class SqlModelOnSource extends SqlMlStatement
    permits SqlEvaluateModel, SqlTrainModel {

  SqlModelOnSource(SqlOperator operator, SqlParserPos pos, @Nullable SqlNode... operands) {
    super(operator, pos, operands);
  }

  public SqlModelName model() {
    return operand(0);
  }

  public @Nullable SqlNode on() {
    return part(1);
  }

  public SqlNodeList options() {
    return operand(2);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.keyword(getOperator().getName());
    model().unparse(writer, 0, 0);
    SqlNode on = on();
    if (on != null) {
      writer.keyword("ON");
      unparseSource(writer, on);
    }
    unparseOptions(writer, options());
  }
}
