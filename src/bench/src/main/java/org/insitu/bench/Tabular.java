/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of a table as people have them: {@value #NUMBERS} doubles, x0 to x14, that share three
 * hidden causes, and {@value #CATEGORIES} texts of {@value #LEVELS} levels each, c0 to c4, of
 * unequal frequency. A number {@code y}, the {@code label} 1 or 0 and the {@code kind}, one of five
 * texts, depend on some of them, with noise. {@code gap} is a number that every twentieth row
 * lacks; it is no feature. The same rows on any machine.
 */
final class Tabular {
  static final int NUMBERS = 15;
  static final int CATEGORIES = 5;
  static final int FEATURES = NUMBERS + CATEGORIES;
  static final int LEVELS = 50;

  /** The table's name. */
  static final String TABLE = "tabular";

  private static final int CAUSES = 3;
  private static final int HASH_VALUES = 1 << 24;

  private Tabular() {}

  /** Makes the table. */
  static void create(Lab lab, int rows) {
    String causes = list(CAUSES, k -> even(k) + " AS u" + k);
    String numbers =
        list(
            NUMBERS,
            k ->
                "%d + %d * (0.%d * u%d + %s) AS x%d"
                    .formatted(k, k + 1, 2 + k % 7, k % CAUSES, even(CAUSES + k), k));
    String levels =
        list(
            CATEGORIES,
            k ->
                "CAST(floor(%d * pow(%s, 1.5)) AS INTEGER) AS l%d"
                    .formatted(LEVELS, even(CAUSES + NUMBERS + k), k));
    String noise = even(CAUSES + FEATURES);
    lab.run(
        """
        CREATE TABLE %s AS
        SELECT %s, %s, gap, y, CAST(y > 1.1 AS INTEGER) AS label,
          'kind ' || CAST(floor(least(greatest(2 * y, 0), 4)) AS INTEGER) AS kind
        FROM (SELECT *, 0.9 * u0 - 0.7 * u1 * u1 + 0.1 * x1 - 0.04 * x4 + 0.5 * u2 * (x2 - 2) / 3
            + 0.05 * (l0 %% 7) + 0.02 * (l1 %% 11) - 0.2 * CAST(l2 < 9 AS INTEGER)
            + 0.8 * noise AS y
          FROM (SELECT *, %s FROM (SELECT i, %s, %s, %s AS noise,
            CASE WHEN i %% 20 > 0 THEN %s END AS gap FROM range(%d) AS r(i))))
        """
            .formatted(
                TABLE,
                list(NUMBERS, k -> "x" + k),
                list(CATEGORIES, k -> "format('level {:02d}', l%d) AS c%d".formatted(k, k)),
                numbers,
                causes,
                levels,
                noise,
                even(CAUSES + FEATURES + 1),
                rows));
  }

  private static String even(int column) {
    return "(hash(i * %d + %d) %% %d) / %d.0::DOUBLE"
        .formatted(CAUSES + FEATURES + 2, column, HASH_VALUES, HASH_VALUES);
  }

  private static String list(int count, IntFunction<String> item) {
    return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(", "));
  }

  /** {@code x0, x1, ..., c0, ...}. */
  static List<String> featureList() {
    List<String> names = new ArrayList<>();
    IntStream.range(0, NUMBERS).forEach(k -> names.add("x" + k));
    IntStream.range(0, CATEGORIES).forEach(k -> names.add("c" + k));
    return names;
  }

  /** {@code x0, x1, ..., c0, ...}, as one text. */
  static String features() {
    return String.join(", ", featureList());
  }
}
