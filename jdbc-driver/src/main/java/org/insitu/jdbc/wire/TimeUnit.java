/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

/** The unit of a time or timestamp column. */
public enum TimeUnit {
  SECOND(0, 1L),
  MILLISECOND(1, 1_000L),
  MICROSECOND(2, 1_000_000L),
  NANOSECOND(3, 1_000_000_000L);

  private final int number;
  private final long perSecond;

  TimeUnit(int number, long perSecond) {
    this.number = number;
    this.perSecond = perSecond;
  }

  int number() {
    return number;
  }

  public long perSecond() {
    return perSecond;
  }

  public long nanosEach() {
    return 1_000_000_000L / perSecond;
  }

  static TimeUnit of(int number) {
    if (number > 3) {
      throw WireException.malformed("Unknown time unit " + number);
    }
    return values()[number];
  }
}
