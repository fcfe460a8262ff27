/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * SQLSTATEs of DuckDB's errors, for its driver has none. The kind of an error says the class; where
 * the words of a Binder or Catalog Error tell more, they decide, as PostgreSQL would name it.
 *
 * <p><b>Source:</b> messages of DuckDB 2.0.0; PostgreSQL, appendix A, "PostgreSQL Error Codes".
 */
final class DuckDbSqlStates {
  private static final String UNKNOWN = "58000";

  private static final Map<String, String> BY_KIND =
      Map.ofEntries(
          Map.entry("parser", "42601"),
          Map.entry("syntax", "42601"),
          Map.entry("binder", "42000"),
          Map.entry("catalog", "42704"),
          Map.entry("constraint", "23000"),
          Map.entry("conversion", "22018"),
          Map.entry("out of range", "22003"),
          Map.entry("invalid input", "22000"),
          Map.entry("transactioncontext", "25000"),
          Map.entry("transaction", "40001"),
          Map.entry("dependency", "2BP01"),
          Map.entry("permission", "42501"),
          Map.entry("out of memory", "53200"),
          Map.entry("io", "58030"),
          Map.entry("not implemented", "0A000"));

  /** What the words of an error tell; the first that fits. */
  private record Words(Pattern pattern, String state) {
    static Words of(String regex, String state) {
      return new Words(Pattern.compile(regex), state);
    }
  }

  private static final Map<String, List<Words>> BY_WORDS =
      Map.of(
          "binder",
          List.of(
              Words.of("Referenced table .* not found", "42P01"),
              Words.of("Referenced (update )?column .* not found", "42703"),
              Words.of("does not have a column (named|with name) ", "42703"),
              Words.of("Column .* in EXCLUDE list not found", "42703"),
              Words.of("Ambiguous reference to column", "42702"),
              Words.of("must appear in the GROUP BY clause", "42803"),
              Words.of("No function matches|Could not choose a best candidate", "42883")),
          "catalog",
          List.of(
              Words.of("^(Table|View|Schema|Index|Type) with name .* already exists", "42P07"),
              Words.of("^(Table|View) with name .* does not exist", "42P01"),
              Words.of("Function with name .* does not exist", "42883")),
          "constraint",
          List.of(
              Words.of("^Duplicate key", "23505"),
              Words.of("NOT NULL constraint failed", "23502")));

  private DuckDbSqlStates() {}

  /**
   * The state of an error.
   *
   * @param kind such as {@code binder}, in lower case
   * @param message what stands behind {@code Binder Error:}
   */
  static String of(String kind, String message) {
    return BY_WORDS.getOrDefault(kind, List.of()).stream()
        .filter(words -> words.pattern().matcher(message).find())
        .map(Words::state)
        .findFirst()
        .orElseGet(() -> BY_KIND.getOrDefault(kind, UNKNOWN));
  }

  /** The state of an error that says no kind. */
  static String unknown() {
    return UNKNOWN;
  }
}
