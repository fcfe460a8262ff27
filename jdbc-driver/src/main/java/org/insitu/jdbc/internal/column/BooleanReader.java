/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.math.BigDecimal;
import org.insitu.jdbc.wire.Column;

/** BOOLEAN: bits. As a number it is 1 or 0. */
final class BooleanReader extends ColumnReader {
  private int data;

  BooleanReader(Column column) {
    super(column);
  }

  @Override
  void bindBuffers(BatchCursor cursor) {
    data = cursor.layout.offset(cursor.nextBuffer((length() + 7L) / 8));
  }

  private boolean value(int row) {
    return (bytes[data + (row >> 3)] >> (row & 7) & 1) != 0;
  }

  @Override
  public boolean getBoolean(int row) {
    return !isNull(row) && value(row);
  }

  @Override
  public long getLong(int row) {
    return getBoolean(row) ? 1 : 0;
  }

  @Override
  public double getDouble(int row) {
    return getBoolean(row) ? 1 : 0;
  }

  @Override
  public BigDecimal decimal(int row) {
    return value(row) ? BigDecimal.ONE : BigDecimal.ZERO;
  }

  @Override
  Object object(int row) {
    return value(row);
  }

  @Override
  public String text(int row) {
    return value(row) ? "true" : "false";
  }
}
