/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.net;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import org.insitu.jdbc.wire.Parameter;

/**
 * The queries of a batch, sent ahead of the answers to those before them, each to be run only if
 * the one before it goes well. <b>Threads:</b> one.
 */
public final class SentAhead implements AutoCloseable {
  /** Queries under way at once; a server admits so many of a connection and some more. */
  private static final int QUERIES_MAX = 16;

  private final Line line;
  private final int readAhead;
  private final Request first;
  private final List<List<Parameter>> rows;
  private final ArrayDeque<Query> sent = new ArrayDeque<>();
  private int next;
  private SQLException unsendable;

  /**
   * A batch of which nothing is sent yet.
   *
   * @param first the statement with the first of the rows
   * @param rows the parameters of each query
   */
  public SentAhead(Line line, int readAhead, Request first, List<List<Parameter>> rows) {
    this.line = line;
    this.readAhead = readAhead;
    this.first = first;
    this.rows = rows;
  }

  /** The next query to wait for; what cannot be sent is an error when it is its turn. */
  public Query next() throws SQLException {
    while (unsendable == null && next < rows.size() && sent.size() < QUERIES_MAX) {
      try {
        Request request = next == 0 ? first : first.next(rows.get(next));
        sent.add(line.execute(request, readAhead));
        next++;
      } catch (SQLException e) {
        unsendable = e;
      }
    }
    if (sent.isEmpty()) {
      throw unsendable;
    }
    return sent.remove();
  }

  /** Gives up those that nobody waited for. */
  @Override
  public void close() throws SQLException {
    for (Query query : sent) {
      query.close();
    }
  }
}
