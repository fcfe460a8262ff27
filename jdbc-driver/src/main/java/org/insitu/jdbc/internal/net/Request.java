/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.net;

import java.util.Collections;
import java.util.List;
import org.insitu.jdbc.ProgressListener;
import org.insitu.jdbc.wire.Parameter;

/** A statement to be run, with its limits. */
public final class Request {
  final String sql;
  final List<Parameter> parameters;
  final int batchRowsMax;
  final long rowsMax;
  final long timeoutMillis;
  final ProgressListener listener;
  final boolean chained;

  /**
   * A statement.
   *
   * @param batchRowsMax 0: the server's choice
   * @param rowsMax 0: all
   * @param timeoutMillis 0: never
   * @param listener hears of progress, or null
   */
  public Request(
      String sql,
      List<Parameter> parameters,
      int batchRowsMax,
      long rowsMax,
      long timeoutMillis,
      ProgressListener listener) {
    this(sql, parameters, batchRowsMax, rowsMax, timeoutMillis, listener, false);
  }

  private Request(
      String sql,
      List<Parameter> parameters,
      int batchRowsMax,
      long rowsMax,
      long timeoutMillis,
      ProgressListener listener,
      boolean chained) {
    this.sql = sql;
    this.parameters = parameters;
    this.batchRowsMax = batchRowsMax;
    this.rowsMax = rowsMax;
    this.timeoutMillis = timeoutMillis;
    this.listener = listener;
    this.chained = chained;
  }

  /** The same with other parameters, to be run only if the statement before it goes well. */
  public Request next(List<Parameter> others) {
    return new Request(sql, others, batchRowsMax, rowsMax, timeoutMillis, listener, true);
  }

  /** A statement without parameters and limits. */
  public static Request of(String sql) {
    return new Request(sql, Collections.emptyList(), 0, 0, 0, null);
  }
}
