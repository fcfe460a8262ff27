/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

/** Asks for the parameters and columns of a statement; nothing is run. */
public final class Describe extends Message {
  private final String sql;

  public Describe(String sql) {
    this.sql = sql;
  }

  /** Reads the payload. */
  public static Describe read(WireReader in) {
    return new Describe(in.string());
  }

  @Override
  void write(WireWriter out) {
    out.string(sql);
  }

  @Override
  public Tag tag() {
    return Tag.DESCRIBE;
  }

  public String sql() {
    return sql;
  }
}
