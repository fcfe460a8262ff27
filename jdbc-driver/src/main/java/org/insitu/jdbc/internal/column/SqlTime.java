/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** SQL's spelling of times: {@code 2026-11-22 16:30:00.5+01}. */
final class SqlTime {
  private static final DateTimeFormatter DATE_TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .toFormatter();
  private static final DateTimeFormatter OFFSET_DATE_TIME =
      new DateTimeFormatterBuilder().append(DATE_TIME).appendPattern("[XXX][X]").toFormatter();

  private SqlTime() {}

  static void appendDate(StringBuilder text, LocalDate date) {
    int year = date.getYear();
    if (year >= 0 && year <= 9999) {
      text.append((char) ('0' + year / 1000)).append((char) ('0' + year / 100 % 10));
      two(text, year % 100);
    } else {
      text.append(year);
    }
    two(text.append('-'), date.getMonthValue());
    two(text.append('-'), date.getDayOfMonth());
  }

  /** Hours, minutes, seconds and as many digits of a fraction as there are. */
  static void appendTime(StringBuilder text, long nanoOfDay) {
    long seconds = nanoOfDay / 1_000_000_000L;
    int nanos = (int) (nanoOfDay % 1_000_000_000L);
    two(text, (int) (seconds / 3600));
    two(text.append(':'), (int) (seconds / 60 % 60));
    two(text.append(':'), (int) (seconds % 60));
    if (nanos != 0) {
      text.append('.');
      for (int digit = 100_000_000; nanos > 0; digit /= 10) {
        text.append((char) ('0' + nanos / digit));
        nanos %= digit;
      }
    }
  }

  /** {@code +01} or {@code +05:30}. */
  static void appendOffset(StringBuilder text, ZoneOffset offset) {
    int seconds = Math.abs(offset.getTotalSeconds());
    two(text.append(offset.getTotalSeconds() < 0 ? '-' : '+'), seconds / 3600);
    if (seconds % 3600 != 0) {
      two(text.append(':'), seconds / 60 % 60);
    }
    if (seconds % 60 != 0) {
      two(text.append(':'), seconds % 60);
    }
  }

  static LocalDateTime parseDateTime(String text) {
    if (text.length() <= 10) {
      return LocalDate.parse(text).atStartOfDay();
    }
    return LocalDateTime.parse(text.replace('T', ' '), DATE_TIME);
  }

  static OffsetDateTime parseOffsetDateTime(String text) {
    return OffsetDateTime.parse(text.replace('T', ' '), OFFSET_DATE_TIME);
  }

  private static void two(StringBuilder text, int number) {
    text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
