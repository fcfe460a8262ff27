/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of the Higgs data's shape: {@value #FEATURES} floats, f0 to f27, drawn evenly from 0 to 1; a
 * number {@code y} that depends on some of them in curves, products and steps, with noise; and the
 * {@code label} 1 or 0, whether y is above its middle. The same rows on any machine.
 */
final class Higgs {
  static final int FEATURES = 28;

  /** The table's name. */
  static final String TABLE = "higgs";

  private static final int HASH_VALUES = 1 << 24;

  private Higgs() {}

  /** Rows asked for by {@code -Drows=N}, or else the case's own number. */
  static int rows(int usual) {
    return Integer.getInteger("rows", usual);
  }

  /** Makes the table. */
  static void create(Lab lab, int rows) {
    String noise = "(" + even(FEATURES) + " - 0.5) * 0.8";
    lab.run(
        """
        CREATE TABLE %s AS
        SELECT *, CAST(y > 0.35 AS INTEGER) AS label
        FROM (SELECT *, CAST(sin(6 * f0) * f1 + 1.5 * (f2 - 0.5) * (f3 - 0.5)
            + CASE WHEN f4 > 0.7 THEN f5 ELSE 0.3 * f6 END + 0.2 * f7 - 0.4 * f8 * f8
            + noise AS FLOAT) AS y
          FROM (SELECT %s, %s AS noise FROM range(%d) AS r(i)))
        """
            .formatted(TABLE, list(k -> "CAST(" + even(k) + " AS FLOAT) AS f" + k), noise, rows));
    lab.run("ALTER TABLE " + TABLE + " DROP noise");
  }

  private static String even(int column) {
    return "(hash(i * %d + %d) %% %d) / %d.0"
        .formatted(FEATURES + 1, column, HASH_VALUES, HASH_VALUES);
  }

  /** Something of every feature, with commas between. */
  static String list(IntFunction<String> item) {
    return IntStream.range(0, FEATURES).mapToObj(item).collect(Collectors.joining(", "));
  }

  /** {@code f0, f1, ...}. */
  static String features() {
    return list(k -> "f" + k);
  }

  /** Reads features and label into Java arrays, as a peer wants them. */
  static FloatRows read(Lab lab, int rows) {
    return FloatRows.read(lab, "SELECT " + features() + ", label FROM " + TABLE, FEATURES, rows);
  }
}
