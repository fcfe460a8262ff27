/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import org.insitu.jdbc.wire.Column;

/** TINYINT; an Integer, as JDBC prescribes. */
final class TinyintReader extends IntegralReader {
  TinyintReader(Column column) {
    super(column);
  }

  @Override
  long value(int row) {
    return bytes[data + row];
  }

  @Override
  public int getInt(int row) {
    return isNull(row) ? 0 : bytes[data + row];
  }

  @Override
  public long getLong(int row) {
    return isNull(row) ? 0 : bytes[data + row];
  }

  @Override
  Object object(int row) {
    return (int) bytes[data + row];
  }
}
