/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.sql.SQLException;
import org.insitu.jdbc.internal.net.SqlErrors;
import org.insitu.jdbc.wire.Column;
import org.insitu.jdbc.wire.Fault;

/** Values that are ranges of a child column. */
abstract class OffsetsReader extends ColumnReader {
  private final ColumnReader child;
  private int offsets;

  OffsetsReader(Column column, ColumnReader child) {
    super(column);
    this.child = child;
  }

  @Override
  final void bindBuffers(BatchCursor cursor) {
    offsets = cursor.layout.offset(cursor.nextBuffer(4L * (length() + 1)));
    child.bind(cursor, 0);
  }

  /** The first child row, after a check that the range lies in the child. */
  final int start(int row) throws SQLException {
    int start = Bytes.i32(bytes, offsets + 4 * row);
    int end = end(row);
    if (start < 0 || end < start || end > child.length()) {
      throw SqlErrors.of(
          Fault.PROTOCOL, "A value of '" + column.name() + "' leaves its buffer", "");
    }
    return start;
  }

  /** Behind the last child row. */
  final int end(int row) {
    return Bytes.i32(bytes, offsets + 4 * row + 4);
  }
}
