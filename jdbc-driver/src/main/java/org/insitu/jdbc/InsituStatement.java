/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc;

import java.sql.SQLException;
import java.util.Map;

/**
 * What an Insitu statement knows beyond {@link java.sql.Statement}; reached by {@code
 * statement.unwrap(InsituStatement.class)}.
 */
public interface InsituStatement {

  /** Sets who hears of progress from the next execution on; null: nobody. */
  void onProgress(ProgressListener listener) throws SQLException;

  /**
   * What the server reported at the end of the last execution, {@code bytes_sent} of a query with
   * rows; empty before its last row was read.
   */
  Map<String, String> statistics() throws SQLException;

  /** The server's own time for the last execution, -1 before its last row was read. */
  long elapsedNanos() throws SQLException;

  /**
   * Rows changed by the last execution; -1 for a query, and for a statement that changes none, such
   * as CREATE TABLE, where {@link java.sql.Statement#getUpdateCount} has to answer 0.
   */
  long rowsChanged() throws SQLException;
}
