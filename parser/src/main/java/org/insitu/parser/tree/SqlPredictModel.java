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

/** {@code PREDICT MODEL m ON source [INTO table] [OPTIONS (...)]}. */
public final class SqlPredictModel extends SqlMlStatement {
  static final SqlOperator OPERATOR =
      new NodeOperator("PREDICT MODEL", SqlKind.OTHER, SqlPredictModel::new);

  private SqlPredictModel(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlPredictModel(
      SqlParserPos pos,
      SqlModelName model,
      SqlNode on,
      @Nullable SqlIdentifier into,
      SqlNodeList options) {
    super(OPERATOR, pos, model, on, into, options);
  }

  public SqlModelName model() {
    return operand(0);
  }

  public SqlNode on() {
    return operand(1);
  }

  public @Nullable SqlIdentifier into() {
    return (SqlIdentifier) part(2);
  }

  public SqlNodeList options() {
    return operand(3);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.keyword("PREDICT MODEL");
    model().unparse(writer, 0, 0);
    writer.keyword("ON");
    unparseSource(writer, on());
    SqlIdentifier into = into();
    if (into != null) {
      writer.keyword("INTO");
      into.unparse(writer, 0, 0);
    }
    unparseOptions(writer, options());
  }
}
