/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import org.insitu.jdbc.wire.Column;

/** A column whose values are all of one width. */
abstract class FixedReader extends ColumnReader {
  private final int width;

  /** Where the values begin in {@link #bytes}. */
  int data;

  FixedReader(Column column) {
    super(column);
    this.width = column.valueBytes();
  }

  @Override
  final void bindBuffers(BatchCursor cursor) {
    data = cursor.layout.offset(cursor.nextBuffer((long) length() * width));
  }

  final int width() {
    return width;
  }
}
