/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.math.BigDecimal;
import java.sql.SQLException;
import org.insitu.jdbc.wire.Column;

/** A binary floating-point number. As a whole number its fraction is cut off. */
abstract class FloatingReader extends FixedReader {
  FloatingReader(Column column) {
    super(column);
  }

  @Override
  public final long getLong(int row) throws SQLException {
    double value = getDouble(row);
    // 2^63 is the first double that a long does not hold; NaN fails both comparisons.
    if (value >= -0x1p63 && value < 0x1p63) {
      return (long) value;
    }
    throw outOfRange(value, "long");
  }

  @Override
  public final boolean getBoolean(int row) throws SQLException {
    return getDouble(row) != 0;
  }

  @Override
  public final BigDecimal decimal(int row) throws SQLException {
    double value = getDouble(row);
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw outOfRange(value, "BigDecimal");
    }
    return new BigDecimal(text(row));
  }
}
