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

/** {@code TRAIN MODEL m [ON source] [OPTIONS (...)]}. */
public final class SqlTrainModel extends SqlMlStatement {
  static final SqlOperator OPERATOR =
      new NodeOperator("TRAIN MODEL", SqlKind.OTHER_DDL, SqlTrainModel::new);

  private SqlTrainModel(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlTrainModel(
      SqlParserPos pos, SqlModelName model, @Nullable SqlNode on, SqlNodeList options) {
    super(OPERATOR, pos, model, on, options);
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
    writer.keyword("TRAIN MODEL");
    model().unparse(writer, 0, 0);
    SqlNode on = on();
    if (on != null) {
      writer.keyword("ON");
      unparseSource(writer, on);
    }
    unparseOptions(writer, options());
  }
}
