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

/** {@code SHOW MODELS [LIKE 'pattern']}. */
public final class SqlShowModels extends SqlMlStatement {
  static final SqlOperator OPERATOR =
      new NodeOperator("SHOW MODELS", SqlKind.OTHER, SqlShowModels::new);

  private SqlShowModels(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlShowModels(SqlParserPos pos, @Nullable SqlNode like) {
    super(OPERATOR, pos, like);
  }

  public @Nullable SqlNode like() {
    return part(0);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.keyword("SHOW MODELS");
    SqlNode like = like();
    if (like != null) {
      writer.keyword("LIKE");
      like.unparse(writer, 0, 0);
    }
  }
}
