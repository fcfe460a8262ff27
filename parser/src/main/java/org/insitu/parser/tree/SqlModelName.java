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

/** {@code path[@version]}. */
public final class SqlModelName extends SqlMlNode {
  static final SqlOperator OPERATOR =
      new NodeOperator("MODEL NAME", SqlKind.OTHER, SqlModelName::new);

  private SqlModelName(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlModelName(SqlParserPos pos, SqlIdentifier path, @Nullable SqlIdentifier version) {
    super(OPERATOR, pos, path, version);
  }

  public SqlIdentifier path() {
    return operand(0);
  }

  public @Nullable SqlIdentifier version() {
    return (SqlIdentifier) part(1);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    path().unparse(writer, 0, 0);
    SqlIdentifier version = version();
    if (version != null) {
      writer.print("@");
      writer.setNeedWhitespace(false);
      version.unparse(writer, 0, 0);
    }
  }

  /** This name with the version that a VERSION clause gave. */
  public SqlModelName withVersion(SqlIdentifier version) {
    return new SqlModelName(getParserPosition().plus(version.getParserPosition()), path(), version);
  }
}
