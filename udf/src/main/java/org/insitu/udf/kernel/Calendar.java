/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/** Dates and timestamps as the texts that categories are known by, and back. */
final class Calendar {
  private static final long MICROSECONDS_A_DAY = 86_400_000_000L;
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
          .toFormatter();

  private Calendar() {}

  static long days(String text) {
    return LocalDate.parse(text).toEpochDay();
  }

  static long microseconds(String text) {
    LocalDateTime time = LocalDateTime.parse(text, TIMESTAMP);
    return ChronoUnit.MICROS.between(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), time);
  }

  /** {@code YYYY-MM-DD}; years before 1 as DuckDB and PostgreSQL write them, with {@code (BC)}. */
  static String date(long days) {
    LocalDate date = LocalDate.ofEpochDay(days);
    int year = date.getYear();
    String text =
        "%04d-%02d-%02d"
            .formatted(year > 0 ? year : 1 - year, date.getMonthValue(), date.getDayOfMonth());
    return year > 0 ? text : text + " (BC)";
  }

  /** {@code YYYY-MM-DD HH:MM:SS[.ffffff]}, without trailing zeros. */
  static String timestamp(long microseconds) {
    long days = Math.floorDiv(microseconds, MICROSECONDS_A_DAY);
    long rest = Math.floorMod(microseconds, MICROSECONDS_A_DAY);
    long seconds = rest / 1_000_000;
    String time = " %02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    long fraction = rest % 1_000_000;
    String date = date(days);
    int era = date.indexOf(" (BC)");
    String digits = fraction == 0 ? "" : ".%06d".formatted(fraction).replaceAll("0+$", "");
    return era < 0
        ? date + time + digits
        : date.substring(0, era) + time + digits + date.substring(era);
  }
}
