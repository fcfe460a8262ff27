/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.insitu.jdbc.wire.Column;

/** TIMESTAMP of any unit, of a clock without zone; the outermost two are infinite. */
final class TimestampReader extends FixedReader {
  static final long INFINITY = Long.MAX_VALUE;

  /** What java.time can say. */
  static final long SECOND_MIN = LocalDateTime.MIN.toEpochSecond(ZoneOffset.UTC);

  static final long SECOND_MAX = LocalDateTime.MAX.toEpochSecond(ZoneOffset.UTC);

  private final long perSecond;
  private final long nanosEach;
  private final LocalClock clock = LocalClock.ofMachine();

  TimestampReader(Column column) {
    super(column);
    this.perSecond = column.unit().perSecond();
    this.nanosEach = column.unit().nanosEach();
  }

  private long units(int row) {
    return Bytes.i64(bytes, data + 8 * row);
  }

  private long second(int row) {
    return Math.floorDiv(units(row), perSecond);
  }

  private int nano(int row) {
    return (int) (Math.floorMod(units(row), perSecond) * nanosEach);
  }

  @Override
  public LocalDateTime localDateTime(int row) throws SQLException {
    long second = second(row);
    within(second, SECOND_MIN, SECOND_MAX, "LocalDateTime");
    return LocalDateTime.ofEpochSecond(second, nano(row), ZoneOffset.UTC);
  }

  @Override
  public LocalDate localDate(int row) throws SQLException {
    return localDateTime(row).toLocalDate();
  }

  @Override
  public LocalTime localTime(int row) throws SQLException {
    return localDateTime(row).toLocalTime();
  }

  @Override
  public Timestamp timestamp(int row, LocalClock clock) throws SQLException {
    long second = second(row);
    within(second, SECOND_MIN, SECOND_MAX, "Timestamp");
    return clock.timestamp(second, nano(row));
  }

  @Override
  public Date date(int row, LocalClock clock) throws SQLException {
    return clock.date(localDate(row));
  }

  @Override
  public Time time(int row, LocalClock clock) throws SQLException {
    return clock.time(localTime(row));
  }

  @Override
  Object object(int row) throws SQLException {
    return timestamp(row, clock);
  }

  @Override
  public String text(int row) throws SQLException {
    long units = units(row);
    if (units == INFINITY || units == -INFINITY) {
      return units > 0 ? "infinity" : "-infinity";
    }
    LocalDateTime moment = localDateTime(row);
    StringBuilder text = new StringBuilder(26);
    SqlTime.appendDate(text, moment.toLocalDate());
    SqlTime.appendTime(text.append(' '), moment.toLocalTime().toNanoOfDay());
    return text.toString();
  }
}
