/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import java.util.ArrayList;
import java.util.List;
import org.insitu.executor.warehouse.Answer;
import org.insitu.jdbc.wire.Execute;
import org.insitu.jdbc.wire.Interval;
import org.insitu.jdbc.wire.Parameter;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.server.session.Session;
import org.insitu.server.session.StatementListener;

/**
 * Runs what the EXECUTEs of one connection say, and knows whether the last one went well, for those
 * that are to run only then.
 *
 * <p><b>Threads:</b> one at a time, that which works for the session.
 */
final class StatementSource {
  private volatile boolean lastFailed;

  /** What runs an EXECUTE. */
  RowsRequest.Source of(Execute execute) {
    List<Object> values = new ArrayList<>(execute.parameters().size());
    for (Parameter parameter : execute.parameters()) {
      values.add(value(parameter));
    }
    return (session, listener) -> run(execute, values, session, listener);
  }

  private Answer run(
      Execute execute, List<Object> values, Session session, StatementListener listener) {
    if (execute.isChained() && lastFailed) {
      throw InsituException.of(
              ErrorCode.CANCELLED, "It was not run: the statement before it failed.")
          .hint("See the error of that one.");
    }
    lastFailed = true;
    Answer answer = session.execute(execute.sql(), values, listener);
    lastFailed = false;
    return answer;
  }

  /** An interval travels on as its text, which the warehouse casts where it wants an INTERVAL. */
  private static Object value(Parameter parameter) {
    Object value = parameter.value();
    return value instanceof Interval interval ? interval.toString() : value;
  }
}
