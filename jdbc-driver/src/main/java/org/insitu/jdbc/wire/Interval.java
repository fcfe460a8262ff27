/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import java.time.Duration;
import java.time.Period;

/** A calendar interval: its three parts do not convert into one another. */
public final class Interval {
  private final int months;
  private final int days;
  private final long nanos;

  public Interval(int months, int days, long nanos) {
    this.months = months;
    this.days = days;
    this.nanos = nanos;
  }

  public int months() {
    return months;
  }

  public int days() {
    return days;
  }

  public long nanos() {
    return nanos;
  }

  /** Years, months and days. */
  public Period period() {
    return Period.of(months / 12, months % 12, days);
  }

  /** The time part. */
  public Duration duration() {
    return Duration.ofNanos(nanos);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Interval
        && months == ((Interval) other).months
        && days == ((Interval) other).days
        && nanos == ((Interval) other).nanos;
  }

  @Override
  public int hashCode() {
    return (months * 31 + days) * 31 + Long.hashCode(nanos);
  }

  /** As SQL writes it: {@code 1 year 2 months 3 days 04:05:06.789}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    part(text, months / 12, "year");
    part(text, months % 12, "month");
    part(text, days, "day");
    if (nanos != 0 || text.length() == 0) {
      text.append(text.length() == 0 ? "" : " ").append(nanos < 0 ? "-" : "").append(clock());
    }
    return text.toString();
  }

  private static void part(StringBuilder text, int value, String unit) {
    if (value != 0) {
      text.append(text.length() == 0 ? "" : " ").append(value).append(' ').append(unit);
      text.append(Math.abs(value) == 1 ? "" : "s");
    }
  }

  private String clock() {
    Duration time = duration().abs();
    String seconds =
        String.format("%02d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    if (time.toNanosPart() == 0) {
      return seconds;
    }
    return seconds + "." + String.format("%09d", time.toNanosPart()).replaceAll("0+$", "");
  }
}
