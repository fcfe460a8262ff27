/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.console;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.insitu.parser.Scripts;
import org.insitu.parser.option.Choice;
import org.insitu.parser.option.Setting;
import org.insitu.server.cli.UrlLex;
import org.jspecify.annotations.Nullable;

/** The console's connection, opened again when it has broken. */
final class Link implements AutoCloseable {
  private final String url;
  private @Nullable Connection connection;
  private Choice.Lex lex = Setting.LEX.defaultValue();

  Link(String url) {
    this.url = url;
  }

  /** The connection; its session is a new one when the old one was lost. */
  Connection get() throws SQLException {
    Connection open = connection;
    if (open == null || open.isClosed()) {
      open = DriverManager.getConnection(url);
      connection = open;
      lex = UrlLex.of(url);
    }
    return open;
  }

  /** The lexical rules of the session. */
  Choice.Lex lex() {
    return lex;
  }

  /** Notes a statement that went well: it may have set the lexical rules. */
  void ran(String statement) {
    lex = Scripts.lexAfter(statement, lex);
  }

  @Override
  public void close() throws SQLException {
    if (connection != null) {
      connection.close();
    }
  }
}
