/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.text.Skeleton;

/** Where nodes of a tree stand in the text that they were read from. */
record Tree(Skeleton skeleton) {

  Position position(SqlNode node) {
    SqlParserPos pos = node.getParserPosition();
    return skeleton.position(pos.getLineNum(), pos.getColumnNum());
  }

  /** The first character of a node. */
  int start(SqlNode node) {
    SqlParserPos pos = node.getParserPosition();
    return skeleton.offset(pos.getLineNum(), pos.getColumnNum());
  }

  /** The character after a node. */
  int end(SqlNode node) {
    SqlParserPos pos = node.getParserPosition();
    return skeleton.offset(pos.getEndLineNum(), pos.getEndColumnNum()) + 1;
  }

  /** A node word for word. */
  String text(SqlNode node) {
    return skeleton.source().text().substring(start(node), end(node));
  }

  InsituException syntax(SqlNode node, String message) {
    return InsituException.of(ErrorCode.SYNTAX, message).at(position(node));
  }
}
