/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import org.insitu.jdbc.wire.Column;
import org.insitu.jdbc.wire.Interval;

/** INTERVAL: months, days, nanoseconds. */
final class IntervalReader extends FixedReader {
  IntervalReader(Column column) {
    super(column);
  }

  @Override
  Object object(int row) {
    int at = data + 16 * row;
    return new Interval(Bytes.i32(bytes, at), Bytes.i32(bytes, at + 4), Bytes.i64(bytes, at + 8));
  }

  @Override
  public String text(int row) {
    return object(row).toString();
  }
}
