/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.tree;

import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.insitu.parser.text.Lines;
import org.jspecify.annotations.Nullable;

/** Text in the warehouse's own language, word for word; the grammar never looks inside. */
public final class SqlIsland extends SqlMlNode {
  static final SqlOperator OPERATOR = new NodeOperator("ISLAND", SqlKind.OTHER, SqlIsland::new);

  private SqlIsland(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  /** The island that covers these positions of the text. */
  public static SqlIsland at(SqlParserPos pos, String text) {
    Lines lines = new Lines(text);
    int start = lines.offset(pos.getLineNum(), pos.getColumnNum());
    int end = lines.offset(pos.getEndLineNum(), pos.getEndColumnNum()) + 1;
    SqlNode literal = SqlLiteral.createCharString(text.substring(start, end), pos);
    return new SqlIsland(pos, new @Nullable SqlNode[] {literal});
  }

  public String text() {
    return ((SqlLiteral) operand(0)).getValueAs(String.class);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.print(text());
    writer.setNeedWhitespace(true);
  }
}
