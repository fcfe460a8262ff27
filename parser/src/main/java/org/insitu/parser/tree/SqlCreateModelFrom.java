/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.tree;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * {@code CREATE MODEL m FROM source TARGET c ...}, Redshift's form; its clauses are name and value.
 */
public final class SqlCreateModelFrom extends SqlMlStatement {
  static final SqlOperator OPERATOR =
      new NodeOperator("CREATE MODEL FROM", SqlKind.OTHER_DDL, SqlCreateModelFrom::new);

  private SqlCreateModelFrom(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  public SqlCreateModelFrom(
      SqlParserPos pos,
      boolean replace,
      boolean ifNotExists,
      SqlModelName model,
      SqlNode source,
      @Nullable SqlIdentifier target,
      SqlNodeList clauses) {
    super(
        OPERATOR, pos, flag(replace, pos), flag(ifNotExists, pos), model, source, target, clauses);
  }

  public boolean replace() {
    return flag(0);
  }

  public boolean ifNotExists() {
    return flag(1);
  }

  public SqlModelName model() {
    return operand(2);
  }

  public SqlNode source() {
    return operand(3);
  }

  public @Nullable SqlIdentifier target() {
    return (SqlIdentifier) part(4);
  }

  public SqlNodeList clauses() {
    return operand(5);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    writer.keyword(replace() ? "CREATE OR REPLACE MODEL" : "CREATE MODEL");
    if (ifNotExists()) {
      writer.keyword("IF NOT EXISTS");
    }
    model().unparse(writer, 0, 0);
    writer.keyword("FROM");
    unparseFrom(writer, source());
    SqlIdentifier target = target();
    if (target != null) {
      writer.keyword("TARGET");
      target.unparse(writer, 0, 0);
    }
    for (SqlNode clause : clauses()) {
      unparseClause(writer, (SqlOption) clause);
    }
  }

  private static void unparseFrom(SqlWriter writer, SqlNode source) {
    if (source instanceof SqlLiteral) {
      source.unparse(writer, 0, 0);
    } else if (source.getKind() == SqlKind.EXPLICIT_TABLE) {
      ((SqlCall) source).operand(0).unparse(writer, 0, 0);
    } else {
      unparseSource(writer, source);
    }
  }

  private static void unparseClause(SqlWriter writer, SqlOption clause) {
    String name = clause.requiredName().getSimple();
    writer.keyword(name);
    if (!(clause.value() instanceof SqlStruct settings)) {
      clause.value().unparse(writer, 0, 0);
      return;
    }
    if (name.equals("HYPERPARAMETERS")) {
      writer.keyword(settings.fields().isEmpty() ? "DEFAULT" : "DEFAULT EXCEPT");
    }
    if (!settings.fields().isEmpty()) {
      SqlWriter.Frame frame = writer.startList("(", ")");
      for (SqlNode field : settings.fields()) {
        writer.sep(",");
        ((SqlOption) field).requiredName().unparse(writer, 0, 0);
        ((SqlOption) field).value().unparse(writer, 0, 0);
      }
      writer.endList(frame);
    }
  }
}
