/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.tree;

import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** {@code EVALUATE MODEL m [ON source] [OPTIONS (...)]}. */
public final class SqlEvaluateModel extends SqlModelOnSource {
  static final SqlOperator OPERATOR =
      new NodeOperator("EVALUATE MODEL", SqlKind.OTHER, SqlEvaluateModel::new);

  private SqlEvaluateModel(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlEvaluateModel(
      SqlParserPos pos, SqlModelName model, @Nullable SqlNode on, SqlNodeList options) {
    super(OPERATOR, pos, model, on, options);
  }
}
