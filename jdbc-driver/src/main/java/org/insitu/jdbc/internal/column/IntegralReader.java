/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.math.BigDecimal;
import org.insitu.jdbc.wire.Column;

/** A whole number that fits a long. */
abstract class IntegralReader extends FixedReader {
  IntegralReader(Column column) {
    super(column);
  }

  /** The value; anything for NULL. */
  abstract long value(int row);

  @Override
  public long getLong(int row) {
    return isNull(row) ? 0 : value(row);
  }

  @Override
  public double getDouble(int row) {
    return isNull(row) ? 0 : value(row);
  }

  @Override
  public float getFloat(int row) {
    return isNull(row) ? 0 : value(row);
  }

  @Override
  public final boolean getBoolean(int row) {
    return !isNull(row) && value(row) != 0;
  }

  @Override
  public final BigDecimal decimal(int row) {
    return BigDecimal.valueOf(value(row));
  }

  @Override
  public final String text(int row) {
    return Long.toString(value(row));
  }
}
