/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * Turns wall-clock times of a zone into the {@code java.sql} types, which are instants. Remembers
 * the span of the last time's offset, since the {@code valueOf} methods of those types cost more
 * than reading the row.
 *
 * <p><b>Threads:</b> not safe.
 */
public final class LocalClock {
  /**
   * 1902 to 2037, in seconds: there {@code java.util.TimeZone}, by which the {@code java.sql} types
   * go, and {@code java.time} know the same offsets. Before 1582 it even counts in the Julian
   * calendar.
   */
  private static final long SETTLED_FROM = LocalDate.of(1902, 1, 1).toEpochDay() * 86_400L;

  private static final long SETTLED_TO = LocalDate.of(2037, 1, 1).toEpochDay() * 86_400L;

  private final ZoneId zone;
  private final ZoneRules rules;
  private final boolean isDefaultZone;
  private long spanStart = 1;
  private long spanEnd;
  private int spanOffset;

  public LocalClock(ZoneId zone) {
    this.zone = zone;
    this.rules = zone.getRules();
    this.isDefaultZone = zone.equals(ZoneId.systemDefault());
  }

  /** The clock of the machine the driver runs on. */
  public static LocalClock ofMachine() {
    return new LocalClock(ZoneId.systemDefault());
  }

  Date date(LocalDate date) {
    return date(date.toEpochDay());
  }

  Date date(long epochDay) {
    long second = epochDay * 86_400L;
    if (!inSpan(second)) {
      return isDefaultZone
          ? Date.valueOf(LocalDate.ofEpochDay(epochDay))
          : new Date(LocalDate.ofEpochDay(epochDay).atStartOfDay(zone).toInstant().toEpochMilli());
    }
    return new Date((second - spanOffset) * 1000);
  }

  Time time(LocalTime time) {
    return time(time.toNanoOfDay() / 1_000_000);
  }

  /** A time of 1970-01-01, to the millisecond. */
  Time time(long milliOfDay) {
    LocalDateTime moment =
        LocalDateTime.ofEpochSecond(
            milliOfDay / 1000, (int) (milliOfDay % 1000) * 1_000_000, ZoneOffset.UTC);
    return new Time(moment.atZone(zone).toInstant().toEpochMilli());
  }

  Timestamp timestamp(LocalDateTime moment) {
    return timestamp(moment.toEpochSecond(ZoneOffset.UTC), moment.getNano());
  }

  /** The wall clock's seconds since 1970-01-01T00:00. */
  Timestamp timestamp(long second, int nano) {
    if (!inSpan(second)) {
      LocalDateTime moment = LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC);
      return isDefaultZone
          ? Timestamp.valueOf(moment)
          : Timestamp.from(moment.atZone(zone).toInstant());
    }
    Timestamp timestamp = new Timestamp((second - spanOffset) * 1000);
    timestamp.setNanos(nano);
    return timestamp;
  }

  /** The wall clock at an instant. */
  LocalDateTime local(OffsetDateTime instant) {
    return instant.atZoneSameInstant(zone).toLocalDateTime();
  }

  /** Whether the offset of this local second is known and the only one. */
  private boolean inSpan(long second) {
    return (second >= spanStart && second < spanEnd)
        || (second >= SETTLED_FROM && second < SETTLED_TO && findSpan(second));
  }

  private boolean findSpan(long second) {
    LocalDateTime moment = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    List<ZoneOffset> offsets = rules.getValidOffsets(moment);
    if (offsets.size() != 1) {
      return false;
    }
    Instant instant = moment.toInstant(offsets.get(0));
    ZoneOffsetTransition before = rules.previousTransition(instant.plusSeconds(1));
    ZoneOffsetTransition after = rules.nextTransition(instant);
    spanOffset = offsets.get(0).getTotalSeconds();
    spanStart = before == null ? SETTLED_FROM : Math.max(SETTLED_FROM, later(before));
    spanEnd = after == null ? SETTLED_TO : Math.min(SETTLED_TO, earlier(after));
    return second >= spanStart && second < spanEnd;
  }

  private static long later(ZoneOffsetTransition transition) {
    return Math.max(
        transition.getDateTimeBefore().toEpochSecond(ZoneOffset.UTC),
        transition.getDateTimeAfter().toEpochSecond(ZoneOffset.UTC));
  }

  private static long earlier(ZoneOffsetTransition transition) {
    return Math.min(
        transition.getDateTimeBefore().toEpochSecond(ZoneOffset.UTC),
        transition.getDateTimeAfter().toEpochSecond(ZoneOffset.UTC));
  }
}
