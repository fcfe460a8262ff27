/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import org.insitu.jdbc.wire.Column;

/** INTEGER. */
final class IntegerReader extends IntegralReader {
  IntegerReader(Column column) {
    super(column);
  }

  @Override
  long value(int row) {
    return Bytes.i32(bytes, data + 4 * row);
  }

  @Override
  public int getInt(int row) {
    return isNull(row) ? 0 : Bytes.i32(bytes, data + 4 * row);
  }

  @Override
  public long getLong(int row) {
    return isNull(row) ? 0 : Bytes.i32(bytes, data + 4 * row);
  }

  @Override
  Object object(int row) {
    return Bytes.i32(bytes, data + 4 * row);
  }
}
