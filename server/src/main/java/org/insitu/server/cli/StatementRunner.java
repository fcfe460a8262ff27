/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.function.Consumer;
import org.insitu.jdbc.InsituStatement;
import org.insitu.jdbc.ProgressListener;
import org.insitu.server.cli.format.AnswerRows;
import org.insitu.server.cli.format.AnswerWriter;
import org.insitu.server.cli.format.Stopwatch;

/** Runs one statement and has its answer printed. */
public final class StatementRunner {
  private final Connection connection;
  private final Listener listener;

  /** Told what happens meanwhile. */
  public interface Listener {
    /** The statement that {@link Statement#cancel} would stop. */
    default void running(Statement statement) {}

    /** The first part of the answer is here, or the error. */
    default void answered() {}

    /** How far the statement is; called often. */
    default void progress(String phase, double fraction, String message) {}

    /** A warning, after the answer. */
    void warning(String text);
  }

  public StatementRunner(Connection connection, Listener listener) {
    this.connection = connection;
    this.listener = listener;
  }

  /**
   * Runs it.
   *
   * @param number its place in the script
   */
  public void run(String sql, int number, AnswerWriter writer) throws SQLException, IOException {
    Stopwatch watch = Stopwatch.start();
    try (Statement statement = connection.createStatement()) {
      // Braces are the warehouse's own: struct and map literals.
      statement.setEscapeProcessing(false);
      InsituStatement ours = statement.unwrap(InsituStatement.class);
      ProgressListener progress = listener::progress;
      ours.onProgress(progress);
      listener.running(statement);
      boolean hasRows = execute(statement, sql);
      if (hasRows) {
        try (ResultSet rows = statement.getResultSet()) {
          writer.rows(number, AnswerRows.of(rows), watch);
        }
      } else {
        writer.updated(number, ours.rowsChanged(), watch);
      }
      warn(statement.getWarnings(), listener::warning);
    }
  }

  private boolean execute(Statement statement, String sql) throws SQLException {
    try {
      return statement.execute(sql);
    } finally {
      listener.answered();
    }
  }

  private static void warn(SQLWarning first, Consumer<String> listener) {
    for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
      listener.accept(String.valueOf(warning.getMessage()));
    }
  }
}
