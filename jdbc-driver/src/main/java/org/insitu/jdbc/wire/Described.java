/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import java.util.List;

/** What is known of a statement before it runs. */
public final class Described extends Message {
  private final int parameterCount;
  private final List<Column> columns;

  public Described(int parameterCount, List<Column> columns) {
    this.parameterCount = parameterCount;
    this.columns = columns;
  }

  /** Reads the payload. */
  public static Described read(WireReader in) {
    return new Described(in.u32(), Column.readAll(in));
  }

  @Override
  void write(WireWriter out) {
    out.u32(parameterCount).list(columns, Column::write);
  }

  @Override
  public Tag tag() {
    return Tag.DESCRIBED;
  }

  public int parameterCount() {
    return parameterCount;
  }

  /** None for an update. */
  public List<Column> columns() {
    return columns;
  }
}
