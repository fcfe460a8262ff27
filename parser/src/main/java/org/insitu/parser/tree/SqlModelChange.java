/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.tree;

import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** What ALTER MODEL changes: its kind and, by kind, a name, options, an alias, a version. */
public final class SqlModelChange extends SqlMlNode {
  static final SqlOperator OPERATOR =
      new NodeOperator("MODEL CHANGE", SqlKind.OTHER, SqlModelChange::new);

  /** The kinds of change. */
  public enum Kind {
    SET_OPTIONS,
    RENAME_TO,
    SET_DEFAULT_VERSION,
    SET_ALIAS
  }

  private SqlModelChange(SqlParserPos pos, @Nullable SqlNode[] operands) {
    super(OPERATOR, pos, operands);
  }

  private static SqlModelChange of(
      SqlParserPos pos, Kind kind, @Nullable SqlNode what, @Nullable SqlNode version) {
    return new SqlModelChange(
        pos, new @Nullable SqlNode[] {SqlLiteral.createSymbol(kind, pos), what, version});
  }

  public static SqlModelChange setOptions(SqlParserPos pos, SqlNodeList options) {
    return of(pos, Kind.SET_OPTIONS, options, null);
  }

  public static SqlModelChange renameTo(SqlParserPos pos, SqlModelName name) {
    return of(pos, Kind.RENAME_TO, name, null);
  }

  public static SqlModelChange setDefaultVersion(SqlParserPos pos, SqlIdentifier version) {
    return of(pos, Kind.SET_DEFAULT_VERSION, null, version);
  }

  public static SqlModelChange setAlias(
      SqlParserPos pos, SqlIdentifier alias, SqlIdentifier version) {
    return of(pos, Kind.SET_ALIAS, alias, version);
  }

  public Kind kind() {
    return ((SqlLiteral) operand(0)).getValueAs(Kind.class);
  }

  public SqlNodeList options() {
    return operand(1);
  }

  public SqlModelName newName() {
    return operand(1);
  }

  public SqlIdentifier alias() {
    return operand(1);
  }

  public SqlIdentifier version() {
    return operand(2);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
    switch (kind()) {
      case SET_OPTIONS -> {
        writer.keyword("SET OPTIONS");
        unparseList(writer, options());
      }
      case RENAME_TO -> {
        writer.keyword("RENAME TO");
        newName().unparse(writer, 0, 0);
      }
      case SET_DEFAULT_VERSION -> {
        writer.keyword("SET DEFAULT VERSION");
        version().unparse(writer, 0, 0);
      }
      case SET_ALIAS -> {
        writer.keyword("SET ALIAS");
        alias().unparse(writer, 0, 0);
        writer.print("=");
        writer.keyword("VERSION");
        version().unparse(writer, 0, 0);
      }
    }
  }
}
