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

/** {@code name = value} of OPTIONS, or {@code value [AS name]} of a STRUCT. */
public final class SqlOption extends SqlMlNode {
  static final SqlOperator OPERATOR = new NodeOperator("OPTION", SqlKind.OTHER, SqlOption::new);

  private SqlOption(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlOption(SqlParserPos pos, @Nullable SqlIdentifier name, SqlNode value) {
    super(OPERATOR, pos, name, value);
  }

  public @Nullable SqlIdentifier name() {
    return (SqlIdentifier) part(0);
  }

  public SqlNode value() {
    return operand(1);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    SqlIdentifier name = name();
    if (name != null) {
      // As an identifier, always quoted: USER and its like would come out as keywords.
      writer.identifier(name.getSimple(), true);
      writer.print("=");
    }
    value().unparse(writer, 0, 0);
  }

  /** The name, where the grammar demands one. */
  public SqlIdentifier requiredName() {
    return operand(0);
  }
}
