/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.util.List;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.warehouse.Answer;

/**
 * One client's session: settings, transaction, temporary tables.
 *
 * <p><b>Threads:</b> one statement at a time; {@link #cancel} from any thread. <b>Errors:</b>
 * {@code InsituException}; the session stays usable.
 */
public interface Session extends AutoCloseable {

  /** What a statement would answer with; nothing is run. */
  Description describe(String sql);

  /**
   * Runs one statement.
   *
   * @param sql one statement, without a semicolon or with one at its end
   * @param parameters values of the question marks
   * @param listener told of progress and notices
   */
  Answer execute(String sql, List<Object> parameters, StatementListener listener);

  /** What a tool lists: see {@link Catalogs}. */
  Catalogs catalogs();

  /** Cancels the running statement, if any. */
  void cancel();

  @Override
  void close();

  /**
   * What is known of a statement before it runs.
   *
   * @param parameterCount the number of question marks
   * @param result the result's columns, none for an update
   */
  record Description(int parameterCount, Schema result) {}
}
