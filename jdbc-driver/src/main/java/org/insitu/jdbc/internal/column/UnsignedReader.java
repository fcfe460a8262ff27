/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import org.insitu.jdbc.wire.Column;
import org.insitu.jdbc.wire.ColumnType;

/** UTINYINT, USMALLINT (an Integer) and UINTEGER (a Long). */
final class UnsignedReader extends IntegralReader {
  private final boolean isLong;

  UnsignedReader(Column column) {
    super(column);
    this.isLong = column.type() == ColumnType.UINTEGER;
  }

  @Override
  long value(int row) {
    switch (width()) {
      case 1:
        return bytes[data + row] & 0xff;
      case 2:
        return Bytes.i16(bytes, data + 2 * row) & 0xffff;
      default:
        return Bytes.i32(bytes, data + 4 * row) & 0xffff_ffffL;
    }
  }

  @Override
  Object object(int row) {
    if (isLong) {
      return value(row);
    }
    return (int) value(row);
  }
}
