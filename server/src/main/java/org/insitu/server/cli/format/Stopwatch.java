/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.format;

import java.time.Duration;
import java.util.Locale;

/** Time since a statement was sent. */
public final class Stopwatch {
  private final long began = System.nanoTime();

  private Stopwatch() {}

  public static Stopwatch start() {
    return new Stopwatch();
  }

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** Milliseconds with three digits, such as {@code 12.345}. */
  public double millis() {
    return Math.round(elapsed().toNanos() / 1e3) / 1e3;
  }

  /** For people: {@code 12 ms}, {@code 3.4 s}, {@code 2 min 5 s}. */
  public String text() {
    double seconds = elapsed().toNanos() / 1e9;
    if (seconds < 1) {
      return Math.round(seconds * 1e3) + " ms";
    }
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole / 60 + " min " + whole % 60 + " s";
  }
}
