/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.SQLException;
import org.insitu.jdbc.wire.Column;

/** DECIMAL of 16 or 32 bytes. As a whole number its fraction is cut off. */
final class DecimalReader extends FixedReader {
  /** Powers of ten and integers up to 2^53 are exact doubles, so that a quotient rounds once. */
  private static final long EXACT_MAX = 1L << 53;

  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private final int scale;

  DecimalReader(Column column) {
    super(column);
    this.scale = column.scale();
  }

  /** Whether the value is its lowest 8 bytes, extended by sign. */
  private boolean isLong(int at) {
    long sign = Bytes.i64(bytes, at) >> 63;
    boolean isLong = Bytes.i64(bytes, at + 8) == sign;
    if (width() == 32) {
      isLong &= Bytes.i64(bytes, at + 16) == sign && Bytes.i64(bytes, at + 24) == sign;
    }
    return isLong;
  }

  @Override
  public BigDecimal decimal(int row) {
    int at = data + width() * row;
    if (isLong(at)) {
      return BigDecimal.valueOf(Bytes.i64(bytes, at), scale);
    }
    byte[] bigEndian = new byte[width()];
    for (int i = 0; i < bigEndian.length; i++) {
      bigEndian[i] = bytes[at + width() - 1 - i];
    }
    return new BigDecimal(new BigInteger(bigEndian), scale);
  }

  @Override
  public double getDouble(int row) {
    if (isNull(row)) {
      return 0;
    }
    int at = data + width() * row;
    long low = Bytes.i64(bytes, at);
    boolean exact = low <= EXACT_MAX && low >= -EXACT_MAX && isLong(at);
    if (exact && scale >= 0 && scale < EXACT_POWERS.length) {
      return low / EXACT_POWERS[scale];
    }
    return decimal(row).doubleValue();
  }

  @Override
  public long getLong(int row) throws SQLException {
    if (isNull(row)) {
      return 0;
    }
    int at = data + width() * row;
    if (scale == 0 && isLong(at)) {
      return Bytes.i64(bytes, at);
    }
    BigDecimal whole = decimal(row).setScale(0, RoundingMode.DOWN);
    if (whole.precision() > 19 || whole.toBigInteger().bitLength() > 63) {
      throw outOfRange(text(row), "long");
    }
    return whole.longValue();
  }

  @Override
  public boolean getBoolean(int row) {
    return !isNull(row) && decimal(row).signum() != 0;
  }

  @Override
  Object object(int row) {
    return decimal(row);
  }

  @Override
  public String text(int row) {
    return decimal(row).toPlainString();
  }
}
