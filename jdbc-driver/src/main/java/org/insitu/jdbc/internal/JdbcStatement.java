/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.insitu.jdbc.ConnectionProperty;
import org.insitu.jdbc.InsituStatement;
import org.insitu.jdbc.ProgressListener;
import org.insitu.jdbc.internal.net.Query;
import org.insitu.jdbc.internal.net.Request;
import org.insitu.jdbc.internal.net.Rows;
import org.insitu.jdbc.internal.net.SentAhead;
import org.insitu.jdbc.internal.net.SqlErrors;
import org.insitu.jdbc.wire.Complete;
import org.insitu.jdbc.wire.Parameter;

/** Runs statements, one at a time; {@link #cancel} from any thread. */
class JdbcStatement extends StatementSettings implements InsituStatement {
  /** First words of statements that are asked for their rows, after comments and brackets. */
  private static final Set<String> QUERY_WORDS =
      Collections.unmodifiableSet(
          new HashSet<>(
              Arrays.asList(
                  "SELECT",
                  "WITH",
                  "FROM",
                  "VALUES",
                  "TABLE",
                  "SHOW",
                  "DESCRIBE",
                  "EXPLAIN",
                  "EVALUATE",
                  "SUMMARIZE",
                  "PIVOT",
                  "UNPIVOT")));

  private final JdbcConnection connection;
  private final Warnings warnings = new Warnings();
  private final List<String> batch = new ArrayList<>();

  private volatile Query query;
  private JdbcResultSet result;
  private long updateCount = -1;
  private ProgressListener listener;
  private boolean closeOnCompletion;
  private volatile boolean closed;

  JdbcStatement(JdbcConnection connection) throws SQLException {
    this.connection = connection;
    this.fetchSize = connection.url().number(ConnectionProperty.FETCH_SIZE);
    this.timeoutSeconds = connection.url().number(ConnectionProperty.QUERY_TIMEOUT);
  }

  final JdbcConnection connection() {
    return connection;
  }

  // Running

  /** Runs it; true when it answers with rows. */
  final boolean run(String sql, List<Parameter> parameters) throws SQLException {
    checkOpen();
    closeResult();
    updateCount = -1;
    warnings.clear();
    connection.beginIfNeeded();
    Request request =
        new Request(sql, parameters, fetchSize, rowsMax, timeoutSeconds * 1000L, listener);
    Query running = connection.line().execute(request, connection.readAhead());
    query = running;
    try {
      running.awaitStart();
    } finally {
      warnings.add(running.takeNotices());
    }
    if (running.columns() != null) {
      result = new JdbcResultSet(this, running, rowsMax);
      return true;
    }
    updateCount = Math.max(0, running.complete().updateCount());
    return false;
  }

  final ResultSet runQuery(String sql, List<Parameter> parameters) throws SQLException {
    if (!run(sql, parameters)) {
      throw new SQLException("The statement answers with a count, not with rows", "02000");
    }
    return result;
  }

  /**
   * Runs what is not asked for rows. A query is refused; the rows of anything else, such as the one
   * row of TRAIN MODEL, are passed over: the statement has done its work by then.
   */
  final long runUpdate(String sql, List<Parameter> parameters) throws SQLException {
    if (!run(sql, parameters)) {
      return updateCount;
    }
    if (isQuery(sql)) {
      closeResult();
      throw new SQLException("The statement answers with rows: use executeQuery", "0100E");
    }
    while (result.next()) {
      // Passed over.
    }
    Complete complete = query.complete();
    closeResult();
    updateCount = complete == null ? 0 : Math.max(0, complete.updateCount());
    return updateCount;
  }

  /**
   * Runs a statement with each of these parameters, sent ahead of the answers, so that the network
   * is waited for once and not for each. The server runs none behind one that failed.
   */
  final long[] runAhead(String sql, List<List<Parameter>> rows) throws SQLException {
    checkOpen();
    closeResult();
    updateCount = -1;
    warnings.clear();
    connection.beginIfNeeded();
    Request first =
        new Request(sql, rows.get(0), fetchSize, rowsMax, timeoutSeconds * 1000L, listener);
    try (SentAhead sent = new SentAhead(connection.line(), connection.readAhead(), first, rows)) {
      return runBatch(
          rows.size(),
          i -> {
            query = sent.next();
            return awaitCount(query);
          });
    }
  }

  /** Reads a query to its end; rows are passed over. */
  private long awaitCount(Query running) throws SQLException {
    try {
      running.awaitStart();
      while (running.columns() != null && running.next() != null) {
        // Passed over.
      }
    } finally {
      warnings.add(running.takeNotices());
    }
    return Math.max(0, running.complete().updateCount());
  }

  /** Whether a statement is one that is asked for its rows. */
  static boolean isQuery(String sql) {
    return QUERY_WORDS.contains(firstWord(sql));
  }

  private static String firstWord(String sql) {
    String text = sql.replaceAll("\\A(?:\\s|\\(|--[^\\n]*(?:\\n|\\z)|/\\*(?s:.*?)\\*/)+", "");
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end).toUpperCase(Locale.ROOT);
  }

  @Override
  public boolean execute(String sql) throws SQLException {
    return run(translated(sql), Collections.emptyList());
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    return runQuery(translated(sql), Collections.emptyList());
  }

  @Override
  public long executeLargeUpdate(String sql) throws SQLException {
    return runUpdate(translated(sql), Collections.emptyList());
  }

  @Override
  public int executeUpdate(String sql) throws SQLException {
    return toInt(executeLargeUpdate(sql));
  }

  @Override
  public void cancel() throws SQLException {
    checkOpen();
    Query running = query;
    if (running != null) {
      running.cancel();
    }
  }

  // Batches

  @Override
  public void addBatch(String sql) throws SQLException {
    checkOpen();
    batch.add(translated(sql));
  }

  @Override
  public void clearBatch() throws SQLException {
    checkOpen();
    batch.clear();
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    List<String> statements = new ArrayList<>(batch);
    batch.clear();
    return runBatch(statements.size(), i -> runUpdate(statements.get(i), Collections.emptyList()));
  }

  /** One element of a batch. */
  interface BatchElement {
    long run(int index) throws SQLException;
  }

  /** Stops at the first failure; the exception tells the counts so far. */
  final long[] runBatch(int size, BatchElement element) throws SQLException {
    checkOpen();
    long[] counts = new long[size];
    for (int i = 0; i < size; i++) {
      try {
        counts[i] = element.run(i);
      } catch (SQLException e) {
        throw new BatchUpdateException(
            "Element " + (i + 1) + " of " + size + ": " + e.getMessage(),
            e.getSQLState(),
            e.getErrorCode(),
            Arrays.copyOf(counts, i),
            e);
      }
    }
    return counts;
  }

  @Override
  public final int[] executeBatch() throws SQLException {
    return Arrays.stream(executeLargeBatch()).mapToInt(JdbcStatement::toInt).toArray();
  }

  // Results

  @Override
  public ResultSet getResultSet() throws SQLException {
    checkOpen();
    return result;
  }

  @Override
  public long getLargeUpdateCount() throws SQLException {
    checkOpen();
    return updateCount;
  }

  @Override
  public int getUpdateCount() throws SQLException {
    return toInt(getLargeUpdateCount());
  }

  /** A statement has one result. */
  @Override
  public boolean getMoreResults() throws SQLException {
    return getMoreResults(CLOSE_CURRENT_RESULT);
  }

  @Override
  public boolean getMoreResults(int current) throws SQLException {
    checkOpen();
    if (current == KEEP_CURRENT_RESULT) {
      result = null;
    } else {
      closeResult();
    }
    updateCount = -1;
    return false;
  }

  private void closeResult() throws SQLException {
    JdbcResultSet open = result;
    result = null;
    if (open != null) {
      open.close();
    }
  }

  /** A result set was closed by whoever read it. */
  void resultClosed(JdbcResultSet closedResult) throws SQLException {
    if (result == closedResult) {
      result = null;
      if (closeOnCompletion) {
        close();
      }
    }
  }

  @Override
  public ResultSet getGeneratedKeys() throws SQLException {
    checkOpen();
    return new JdbcResultSet(this, Rows.of(Collections.emptyList(), Collections.emptyList()), 0);
  }

  // What Insitu adds

  @Override
  public void onProgress(ProgressListener newListener) throws SQLException {
    checkOpen();
    listener = newListener;
  }

  private Complete complete() throws SQLException {
    checkOpen();
    Query last = query;
    return last == null ? null : last.complete();
  }

  @Override
  public Map<String, String> statistics() throws SQLException {
    Complete complete = complete();
    return complete == null ? Collections.emptyMap() : complete.statistics();
  }

  @Override
  public long elapsedNanos() throws SQLException {
    Complete complete = complete();
    return complete == null ? -1 : complete.elapsedNanos();
  }

  @Override
  public long rowsChanged() throws SQLException {
    Complete complete = complete();
    return complete == null ? -1 : complete.updateCount();
  }

  // Closing

  @Override
  final void checkOpen() throws SQLException {
    if (closed) {
      throw SqlErrors.closed("statement");
    }
    connection.checkOpen();
  }

  @Override
  public void close() throws SQLException {
    if (closed) {
      return;
    }
    closed = true;
    closeResult();
    Query last = query;
    if (last != null) {
      last.close();
    }
  }

  @Override
  public boolean isClosed() {
    return closed || connection.isClosed();
  }

  @Override
  public void closeOnCompletion() throws SQLException {
    checkOpen();
    closeOnCompletion = true;
  }

  @Override
  public boolean isCloseOnCompletion() throws SQLException {
    checkOpen();
    return closeOnCompletion;
  }

  @Override
  public Connection getConnection() throws SQLException {
    checkOpen();
    return connection;
  }

  @Override
  public SQLWarning getWarnings() throws SQLException {
    checkOpen();
    if (query != null && result == null) {
      warnings.add(query.takeNotices());
    }
    return warnings.first();
  }

  @Override
  public void clearWarnings() throws SQLException {
    checkOpen();
    warnings.clear();
  }
}
