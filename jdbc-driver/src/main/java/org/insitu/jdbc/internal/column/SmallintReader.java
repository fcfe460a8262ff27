/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import org.insitu.jdbc.wire.Column;

/** SMALLINT; an Integer, as JDBC prescribes. */
final class SmallintReader extends IntegralReader {
  SmallintReader(Column column) {
    super(column);
  }

  @Override
  long value(int row) {
    return Bytes.i16(bytes, data + 2 * row);
  }

  @Override
  public int getInt(int row) {
    return isNull(row) ? 0 : Bytes.i16(bytes, data + 2 * row);
  }

  @Override
  public long getLong(int row) {
    return isNull(row) ? 0 : Bytes.i16(bytes, data + 2 * row);
  }

  @Override
  Object object(int row) {
    return (int) Bytes.i16(bytes, data + 2 * row);
  }
}
