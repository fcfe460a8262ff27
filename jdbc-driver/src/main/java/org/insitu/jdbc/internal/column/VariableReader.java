/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.sql.SQLException;
import org.insitu.jdbc.internal.net.SqlErrors;
import org.insitu.jdbc.wire.Column;
import org.insitu.jdbc.wire.Fault;

/** Values of different lengths in one data buffer. */
abstract class VariableReader extends ColumnReader {
  private int offsets;
  private int data;
  private int dataBytes;

  VariableReader(Column column) {
    super(column);
  }

  @Override
  final void bindBuffers(BatchCursor cursor) {
    offsets = cursor.layout.offset(cursor.nextBuffer(4L * (length() + 1)));
    int buffer = cursor.nextBuffer(0);
    data = cursor.layout.offset(buffer);
    dataBytes = cursor.layout.bytes(buffer);
  }

  /** Where a value begins in {@link #bytes}, after a check that it lies in its buffer. */
  final int start(int row) throws SQLException {
    int start = Bytes.i32(bytes, offsets + 4 * row);
    int end = Bytes.i32(bytes, offsets + 4 * row + 4);
    if (start < 0 || end < start || end > dataBytes) {
      throw SqlErrors.of(
          Fault.PROTOCOL, "A value of '" + column.name() + "' leaves its buffer", "");
    }
    return data + start;
  }

  final int size(int row) {
    return Bytes.i32(bytes, offsets + 4 * row + 4) - Bytes.i32(bytes, offsets + 4 * row);
  }
}
