/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import org.insitu.jdbc.wire.Column;

/** BIGINT. */
final class BigintReader extends IntegralReader {
  BigintReader(Column column) {
    super(column);
  }

  @Override
  long value(int row) {
    return Bytes.i64(bytes, data + 8 * row);
  }

  @Override
  public long getLong(int row) {
    return isNull(row) ? 0 : Bytes.i64(bytes, data + 8 * row);
  }

  @Override
  Object object(int row) {
    return Bytes.i64(bytes, data + 8 * row);
  }
}
