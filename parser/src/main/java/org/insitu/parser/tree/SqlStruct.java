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

/** {@code STRUCT(value AS name, ...)}; its fields are {@link SqlOption}s. */
public final class SqlStruct extends SqlMlNode {
  static final SqlOperator OPERATOR = new NodeOperator("STRUCT", SqlKind.OTHER, SqlStruct::new);

  private SqlStruct(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlStruct(SqlParserPos pos, SqlNodeList fields) {
    super(OPERATOR, pos, fields);
  }

  public SqlNodeList fields() {
    return operand(0);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.keyword("STRUCT");
    SqlWriter.Frame frame = writer.startList("(", ")");
    for (SqlNode field : fields()) {
      writer.sep(",");
      SqlOption option = (SqlOption) field;
      option.value().unparse(writer, 0, 0);
      SqlIdentifier name = option.name();
      if (name != null) {
        writer.keyword("AS");
        name.unparse(writer, 0, 0);
      }
    }
    writer.endList(frame);
  }
}
