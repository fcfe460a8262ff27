/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import org.insitu.jdbc.wire.Column;

/** UBIGINT: a BigDecimal, since a long does not hold all of it. */
final class UbigintReader extends FixedReader {
  UbigintReader(Column column) {
    super(column);
  }

  private long bits(int row) {
    return Bytes.i64(bytes, data + 8 * row);
  }

  @Override
  public long getLong(int row) throws SQLException {
    if (isNull(row)) {
      return 0;
    }
    if (bits(row) < 0) {
      throw outOfRange(text(row), "long");
    }
    return bits(row);
  }

  @Override
  public double getDouble(int row) {
    return isNull(row) ? 0 : decimal(row).doubleValue();
  }

  @Override
  public boolean getBoolean(int row) {
    return !isNull(row) && bits(row) != 0;
  }

  @Override
  public BigDecimal decimal(int row) {
    long bits = bits(row);
    return bits >= 0
        ? BigDecimal.valueOf(bits)
        : new BigDecimal(new BigInteger(Long.toUnsignedString(bits)));
  }

  @Override
  Object object(int row) {
    return decimal(row);
  }

  @Override
  public String text(int row) {
    return Long.toUnsignedString(bits(row));
  }
}
