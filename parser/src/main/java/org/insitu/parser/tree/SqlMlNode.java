/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.tree;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** A node of ours: an operator and its operands, of which some may be absent. */
public abstract class SqlMlNode extends SqlCall {
  private final SqlOperator operator;
  private final @Nullable SqlNode[] operands;

  SqlMlNode(SqlOperator operator, SqlParserPos pos, @Nullable SqlNode... operands) {
    super(pos);
    this.operator = operator;
    this.operands = operands.clone();
  }

  @Override
  public final SqlOperator getOperator() {
    return operator;
  }

  @Override
  public final List<SqlNode> getOperandList() {
    return Collections.unmodifiableList(Arrays.asList(operands));
  }

  @Override
  public final void setOperand(int i, @Nullable SqlNode operand) {
    operands[i] = operand;
  }

  @Override
  public abstract void unparse(SqlWriter writer, int leftPrec, int rightPrec);

  @Nullable SqlNode part(int i) {
    return operands[i];
  }

  final boolean flag(int i) {
    return ((SqlLiteral) operand(i)).booleanValue();
  }

  final SqlNodeList list(int i) {
    return operand(i);
  }

  static SqlNode flag(boolean value, SqlParserPos pos) {
    return SqlLiteral.createBoolean(value, pos);
  }

  /** {@code (a, b, ...)}. */
  static void unparseList(SqlWriter writer, SqlNodeList list) {
    SqlWriter.Frame frame = writer.startList("(", ")");
    for (SqlNode node : list) {
      writer.sep(",");
      node.unparse(writer, 0, 0);
    }
    writer.endList(frame);
  }

  /** {@code OPTIONS (...)} unless there are none. */
  static void unparseOptions(SqlWriter writer, SqlNodeList options) {
    if (!options.isEmpty()) {
      writer.keyword("OPTIONS");
      unparseList(writer, options);
    }
  }

  /** {@code TABLE t} or {@code (query)}. */
  static void unparseSource(SqlWriter writer, SqlNode source) {
    if (source.getKind() == org.apache.calcite.sql.SqlKind.EXPLICIT_TABLE) {
      source.unparse(writer, 0, 0);
      return;
    }
    SqlWriter.Frame frame = writer.startList("(", ")");
    source.unparse(writer, 0, 0);
    writer.endList(frame);
  }
}
