/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import java.util.List;

/** The columns of a result; stands before its batches. */
public final class ResultSchema extends Message {
  private final List<Column> columns;

  public ResultSchema(List<Column> columns) {
    this.columns = columns;
  }

  /** Reads the payload. */
  public static ResultSchema read(WireReader in) {
    return new ResultSchema(Column.readAll(in));
  }

  @Override
  void write(WireWriter out) {
    out.list(columns, Column::write);
  }

  @Override
  public Tag tag() {
    return Tag.SCHEMA;
  }

  /** At least one. */
  public List<Column> columns() {
    return columns;
  }
}
