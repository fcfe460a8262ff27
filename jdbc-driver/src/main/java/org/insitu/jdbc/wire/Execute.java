/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import java.util.List;

/** Runs one statement. */
public final class Execute extends Message {
  /** Flag: the client wants to hear of progress. */
  public static final int PROGRESS = 1;

  /** Flag: to be run only if the EXECUTE before it on the connection went well. */
  public static final int CHAINED = 2;

  private final int credits;
  private final int batchRowsMax;
  private final long rowsMax;
  private final long timeoutMillis;
  private final int flags;
  private final String sql;
  private final List<Parameter> parameters;

  public Execute(
      int credits,
      int batchRowsMax,
      long rowsMax,
      long timeoutMillis,
      int flags,
      String sql,
      List<Parameter> parameters) {
    this.credits = credits;
    this.batchRowsMax = batchRowsMax;
    this.rowsMax = rowsMax;
    this.timeoutMillis = timeoutMillis;
    this.flags = flags;
    this.sql = sql;
    this.parameters = parameters;
  }

  /** Reads the payload. */
  public static Execute read(WireReader in) {
    return new Execute(
        in.u32(), in.u32(), in.i64(), in.i64(), in.u32(), in.string(), Parameter.readAll(in));
  }

  @Override
  void write(WireWriter out) {
    out.u32(credits)
        .u32(batchRowsMax)
        .i64(rowsMax)
        .i64(timeoutMillis)
        .u32(flags)
        .string(sql)
        .list(parameters, Parameter::write);
  }

  public boolean wantsProgress() {
    return (flags & PROGRESS) != 0;
  }

  public boolean isChained() {
    return (flags & CHAINED) != 0;
  }

  @Override
  public Tag tag() {
    return Tag.EXECUTE;
  }

  /** Batches the client is ready to take. */
  public int credits() {
    return credits;
  }

  /** 0: as the server likes. */
  public int batchRowsMax() {
    return batchRowsMax;
  }

  /** 0: all. */
  public long rowsMax() {
    return rowsMax;
  }

  /** 0: never. */
  public long timeoutMillis() {
    return timeoutMillis;
  }

  /** Of {@link #PROGRESS} and {@link #CHAINED}. */
  public int flags() {
    return flags;
  }

  public String sql() {
    return sql;
  }

  /** Values of the question marks, in order. */
  public List<Parameter> parameters() {
    return parameters;
  }
}
