/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The times of one contender's rounds.
 *
 * @param name the contender
 * @param sorted nanoseconds of an operation, ascending
 */
record Samples(String name, List<Double> sorted) {

  static Samples of(String name, double[] nanos) {
    double[] copy = nanos.clone();
    Arrays.sort(copy);
    return new Samples(name, Arrays.stream(copy).boxed().toList());
  }

  double min() {
    return sorted.getFirst();
  }

  double max() {
    return sorted.getLast();
  }

  double median() {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** A line of a Markdown table: name, min, median, max and, given rows, rows a second. */
  String line(long rows) {
    String rate = rows == 0 ? "" : String.format(Locale.ROOT, " %.2f |", rows / median() * 1_000);
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s |%s",
        name,
        time(min()),
        time(median()),
        time(max()),
        rate);
  }

  static String time(double nanos) {
    if (Math.abs(nanos) < 1e6) {
      return String.format(Locale.ROOT, "%.1f µs", nanos / 1e3);
    }
    return nanos < 1e9
        ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6)
        : String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
  }
}
