/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli;

import java.sql.SQLException;
import org.insitu.jdbc.ServerError;
import org.insitu.parser.ScriptStatement;
import org.insitu.parser.error.Position;
import org.insitu.server.cli.format.Failure;

/** A driver's exceptions as failures, with the place in the script. */
public final class SqlFailures {
  private SqlFailures() {}

  /** The failure of a statement of a script; without a position it has the statement's line. */
  public static Failure of(SQLException thrown, ScriptStatement statement) {
    ServerError error = ServerError.of(thrown).orElseGet(() -> ownError(thrown));
    Position inStatement = new Position(error.line(), error.column());
    Position where =
        inStatement.isKnown() ? statement.inScript(inStatement) : new Position(statement.line(), 0);
    return new Failure(
        error.code() > 0 ? "INS-" + error.code() : "",
        error.sqlState(),
        where.line(),
        where.column(),
        error.text(),
        error.hint());
  }

  private static ServerError ownError(SQLException thrown) {
    String state = thrown.getSQLState() == null ? "" : thrown.getSQLState();
    String text = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
    return new ServerError(thrown.getErrorCode(), state, 0, 0, text, "");
  }
}
