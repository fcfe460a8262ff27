/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.insitu.jdbc.wire.Column;

/** DATE: days since 1970-01-01; the outermost two are infinite. */
final class DateReader extends FixedReader {
  private static final int INFINITY = Integer.MAX_VALUE;

  /** The clock of {@link #object}. */
  private final LocalClock clock = LocalClock.ofMachine();

  DateReader(Column column) {
    super(column);
  }

  private int day(int row) {
    return Bytes.i32(bytes, data + 4 * row);
  }

  @Override
  public LocalDate localDate(int row) {
    return LocalDate.ofEpochDay(day(row));
  }

  @Override
  public LocalDateTime localDateTime(int row) {
    return localDate(row).atStartOfDay();
  }

  @Override
  public Date date(int row, LocalClock clock) {
    return clock.date(day(row));
  }

  @Override
  Object object(int row) {
    return clock.date(day(row));
  }

  @Override
  public String text(int row) {
    int day = day(row);
    if (day == INFINITY || day == -INFINITY) {
      return day > 0 ? "infinity" : "-infinity";
    }
    StringBuilder text = new StringBuilder(10);
    SqlTime.appendDate(text, LocalDate.ofEpochDay(day));
    return text.toString();
  }
}
