/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import org.insitu.jdbc.wire.Column;

/** DOUBLE. */
final class DoubleReader extends FloatingReader {
  DoubleReader(Column column) {
    super(column);
  }

  @Override
  public double getDouble(int row) {
    return isNull(row) ? 0 : Double.longBitsToDouble(Bytes.i64(bytes, data + 8 * row));
  }

  @Override
  Object object(int row) {
    return getDouble(row);
  }

  @Override
  public String text(int row) {
    return Double.toString(getDouble(row));
  }
}
