/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.jspecify.annotations.Nullable;

/**
 * Why a query failed. The driver hides it when a streamed query fails on its first rows, so the
 * query is run once more, unstreamed.
 *
 * <p>A transaction is of no more use after that, and what was made in it is gone. One that is ours
 * is begun anew, with the temporary tables that the query reads; in the stead of one of the user's,
 * who is to end it, another connection runs the query.
 *
 * @param sql the query
 * @param parameters of its question marks
 * @param tables made in the transaction
 * @param started told of what takes long before it runs, so that it can be cancelled
 */
record HiddenReason(
    String sql,
    List<Object> parameters,
    TransactionTables tables,
    Consumer<DuckDBPreparedStatement> started) {
  /** On a line of its own, so that the statement's columns stay what they are. */
  private static final String EXPLAIN_ANALYZE = "EXPLAIN ANALYZE\n";

  /**
   * Finds the reason.
   *
   * @param hidden the failure that does not tell
   * @param ours whether the transaction may be begun anew
   */
  InsituException find(DuckDBConnection connection, SQLException hidden, boolean ours) {
    SQLException found = explain(connection);
    if (found != null && DuckDbErrors.isAbortedTransaction(found)) {
      found = ours ? begunAnew(connection) : elsewhere(connection);
    }
    // The query was planned: that it cannot be is no reason, but that something is not there.
    return found == null || DuckDbErrors.isOfPlanning(found)
        ? DuckDbErrors.translate(hidden).hint("Run the query by itself to see its error.")
        : placed(DuckDbErrors.translate(found, EXPLAIN_ANALYZE + sql));
  }

  private static InsituException placed(InsituException found) {
    Position place = found.position();
    return place.isKnown() ? found.at(new Position(place.line() - 1, place.column())) : found;
  }

  private @Nullable SQLException begunAnew(DuckDBConnection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
      statement.execute("BEGIN TRANSACTION");
      return again(connection);
    } catch (SQLException e) {
      return e;
    }
  }

  private @Nullable SQLException elsewhere(DuckDBConnection connection) {
    try (DuckDBConnection other = connection.duplicate()) {
      return again(other);
    } catch (SQLException e) {
      return e;
    }
  }

  private @Nullable SQLException again(DuckDBConnection on) throws SQLException {
    for (String table : tables.of(sql)) {
      run(on, table);
    }
    return explain(on);
  }

  private void run(DuckDBConnection on, String statement) throws SQLException {
    try (Statement running = on.createStatement()) {
      started.accept((DuckDBPreparedStatement) running);
      running.execute(statement);
    }
  }

  private @Nullable SQLException explain(DuckDBConnection on) {
    try (var statement = on.prepareStatement(EXPLAIN_ANALYZE + sql)) {
      DuckDbTypes.bind(on, statement, parameters);
      started.accept((DuckDBPreparedStatement) statement);
      statement.execute();
      return null;
    } catch (SQLException e) {
      return e;
    }
  }
}
