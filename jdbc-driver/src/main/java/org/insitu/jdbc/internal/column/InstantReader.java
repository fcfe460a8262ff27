/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.insitu.jdbc.wire.Column;

/** TIMESTAMP WITH TIME ZONE: an instant, shown in the session's zone. */
final class InstantReader extends FixedReader {
  private final long perSecond;
  private final long nanosEach;
  private final ZoneId zone;

  InstantReader(Column column) {
    super(column);
    this.perSecond = column.unit().perSecond();
    this.nanosEach = column.unit().nanosEach();
    this.zone = zone(column.zone());
  }

  /** UTC for a zone that this JVM's tables do not have. */
  private static ZoneId zone(String name) {
    try {
      return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  @Override
  public OffsetDateTime offsetDateTime(int row) throws SQLException {
    long units = Bytes.i64(bytes, data + 8 * row);
    long second = Math.floorDiv(units, perSecond);
    // A day of room for the zone's offset.
    within(
        second,
        TimestampReader.SECOND_MIN + 86_400,
        TimestampReader.SECOND_MAX - 86_400,
        "OffsetDateTime");
    Instant instant = Instant.ofEpochSecond(second, Math.floorMod(units, perSecond) * nanosEach);
    return OffsetDateTime.ofInstant(instant, zone);
  }

  @Override
  public LocalDateTime localDateTime(int row) throws SQLException {
    return offsetDateTime(row).toLocalDateTime();
  }

  @Override
  public LocalDate localDate(int row) throws SQLException {
    return offsetDateTime(row).toLocalDate();
  }

  @Override
  public LocalTime localTime(int row) throws SQLException {
    return offsetDateTime(row).toLocalTime();
  }

  @Override
  public Timestamp timestamp(int row, LocalClock clock) throws SQLException {
    return Timestamp.from(offsetDateTime(row).toInstant());
  }

  @Override
  public Date date(int row, LocalClock clock) throws SQLException {
    return clock.date(clock.local(offsetDateTime(row)).toLocalDate());
  }

  @Override
  public Time time(int row, LocalClock clock) throws SQLException {
    return clock.time(clock.local(offsetDateTime(row)).toLocalTime());
  }

  @Override
  Object object(int row) throws SQLException {
    return offsetDateTime(row);
  }

  @Override
  public String text(int row) throws SQLException {
    long units = Bytes.i64(bytes, data + 8 * row);
    if (units == TimestampReader.INFINITY || units == -TimestampReader.INFINITY) {
      return units > 0 ? "infinity" : "-infinity";
    }
    OffsetDateTime moment = offsetDateTime(row);
    StringBuilder text = new StringBuilder(32);
    SqlTime.appendDate(text, moment.toLocalDate());
    SqlTime.appendTime(text.append(' '), moment.toLocalTime().toNanoOfDay());
    SqlTime.appendOffset(text, moment.getOffset());
    return text.toString();
  }
}
