/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import org.insitu.jdbc.wire.Column;

/** A column that is NULL in every row. */
final class NullReader extends ColumnReader {
  NullReader(Column column) {
    super(column);
  }

  @Override
  void bindBuffers(BatchCursor cursor) {}

  @Override
  Object object(int row) {
    throw new IllegalStateException("always NULL");
  }

  @Override
  public String text(int row) {
    throw new IllegalStateException("always NULL");
  }
}
