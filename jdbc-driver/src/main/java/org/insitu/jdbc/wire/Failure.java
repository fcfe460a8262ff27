/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

/** An ERROR: the bad end of a query, or of the connection when its frame has query id 0. */
public final class Failure extends Message {
  private final int code;
  private final String sqlState;
  private final int line;
  private final int column;
  private final String message;
  private final String hint;

  public Failure(int code, String sqlState, int line, int column, String message, String hint) {
    this.code = code;
    this.sqlState = sqlState;
    this.line = line;
    this.column = column;
    this.message = message;
    this.hint = hint;
  }

  /** Reads the payload. */
  public static Failure read(WireReader in) {
    return new Failure(in.u32(), in.string(), in.u32(), in.u32(), in.string(), in.string());
  }

  @Override
  void write(WireWriter out) {
    out.u32(code).string(sqlState).u32(line).u32(column).string(message).string(hint);
  }

  @Override
  public Tag tag() {
    return Tag.ERROR;
  }

  public int code() {
    return code;
  }

  public String sqlState() {
    return sqlState;
  }

  /** From 1; 0: unknown. */
  public int line() {
    return line;
  }

  /** From 1; 0: unknown. */
  public int column() {
    return column;
  }

  /** Without code and position. */
  public String message() {
    return message;
  }

  /** May be empty. */
  public String hint() {
    return hint;
  }
}
