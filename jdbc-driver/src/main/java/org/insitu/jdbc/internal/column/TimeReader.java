/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.sql.SQLException;
import java.sql.Time;
import java.time.LocalTime;
import org.insitu.jdbc.wire.Column;

/** TIME of any unit. 24:00:00 is a value of some warehouses, but not of LocalTime. */
final class TimeReader extends FixedReader {
  private static final long DAY_NANOS = 86_400_000_000_000L;

  private final long nanosEach;
  private final LocalClock clock = LocalClock.ofMachine();

  TimeReader(Column column) {
    super(column);
    this.nanosEach = column.unit().nanosEach();
  }

  private long nanoOfDay(int row) throws SQLException {
    long units = Bytes.i64(bytes, data + 8 * row);
    if (units < 0 || units > DAY_NANOS / nanosEach) {
      throw outOfRange(units, "TIME");
    }
    return units * nanosEach;
  }

  @Override
  public LocalTime localTime(int row) throws SQLException {
    long nanos = nanoOfDay(row);
    if (nanos == DAY_NANOS) {
      throw outOfRange("24:00:00", "LocalTime");
    }
    return LocalTime.ofNanoOfDay(nanos);
  }

  @Override
  public Time time(int row, LocalClock clock) throws SQLException {
    return clock.time(nanoOfDay(row) / 1_000_000);
  }

  @Override
  Object object(int row) throws SQLException {
    return time(row, clock);
  }

  @Override
  public String text(int row) throws SQLException {
    StringBuilder text = new StringBuilder(15);
    SqlTime.appendTime(text, nanoOfDay(row));
    return text.toString();
  }
}
