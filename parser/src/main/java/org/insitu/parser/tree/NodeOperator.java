/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.tree;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** The operator of one of our nodes: rebuilds a node of its class from operands. */
final class NodeOperator extends SqlSpecialOperator {

  /** A node's constructor from its operands. */
  @FunctionalInterface
  interface Maker {
    SqlCall make(SqlParserPos pos, @Nullable SqlNode[] operands);
  }

  private final Maker maker;

  NodeOperator(String name, SqlKind kind, Maker maker) {
    super(name, kind);
    this.maker = maker;
  }

  @Override
  public SqlCall createCall(
      @Nullable SqlLiteral qualifier, SqlParserPos pos, @Nullable SqlNode... operands) {
    return maker.make(pos, operands);
  }
}
