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

/** {@code HPARAM_CANDIDATES([value, ...])}. */
public final class SqlHparamCandidates extends SqlMlNode {
  static final SqlOperator OPERATOR =
      new NodeOperator("HPARAM_CANDIDATES", SqlKind.OTHER, SqlHparamCandidates::new);

  private SqlHparamCandidates(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlHparamCandidates(SqlParserPos pos, SqlOptionArray values) {
    super(OPERATOR, pos, values);
  }

  public SqlOptionArray values() {
    return operand(0);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.keyword("HPARAM_CANDIDATES");
    SqlWriter.Frame frame = writer.startList("(", ")");
    values().unparse(writer, 0, 0);
    writer.endList(frame);
  }
}
