/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

/** The unit of a time or timestamp column. */
public enum TimeUnit {
  SECOND(1L),
  MILLISECOND(1_000L),
  MICROSECOND(1_000_000L),
  NANOSECOND(1_000_000_000L);

  private final long perSecond;

  TimeUnit(long perSecond) {
    this.perSecond = perSecond;
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
