/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import org.insitu.jdbc.wire.Column;

/** REAL. */
final class RealReader extends FloatingReader {
  RealReader(Column column) {
    super(column);
  }

  @Override
  public float getFloat(int row) {
    return isNull(row) ? 0 : Float.intBitsToFloat(Bytes.i32(bytes, data + 4 * row));
  }

  @Override
  public double getDouble(int row) {
    return getFloat(row);
  }

  @Override
  Object object(int row) {
    return getFloat(row);
  }

  @Override
  public String text(int row) {
    return Float.toString(getFloat(row));
  }
}
