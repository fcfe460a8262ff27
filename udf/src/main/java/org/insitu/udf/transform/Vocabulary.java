/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import java.util.List;
import java.util.Optional;
import org.insitu.udf.sql.SqlDialect;

/**
 * Which values an encoder tells apart: those that stand in enough rows, the most frequent of them
 * where there are too many (of equally frequent ones the first by code point), in the order of code
 * points. Their codes count from 1; 0 is NULL and every other value.
 *
 * @param topK the most values, the constant {@code top_k}
 * @param rowsMin the fewest rows of a value, the constant {@code frequency_threshold}
 */
record Vocabulary(int topK, int rowsMin) {
  private static final int TOP_K = 32_000;
  private static final int TOP_K_MAX = 1_000_000;
  private static final int ROWS_MIN = 5;

  /** The constants [top_k [, frequency_threshold]], from a place on. */
  static Vocabulary of(Constants constants, int place) {
    return new Vocabulary(
        constants.integer(place, 1, TOP_K_MAX - 1, TOP_K),
        constants.integer(place + 1, 0, Integer.MAX_VALUE, ROWS_MIN));
  }

  /** The values, of a map from value to number of rows. */
  String of(String histogram) {
    String frequent =
        "list_filter(map_entries(%s), lambda __e: __e.value >= %d)".formatted(histogram, rowsMin);
    String ranked =
        "list_sort(list_transform(%s, lambda __e: {'n': -CAST(__e.value AS BIGINT), 'k': __e.key}))"
            .formatted(frequent);
    return "list_sort(list_transform(list_slice(%s, 1, %d), lambda __e: __e.k))"
        .formatted(ranked, topK);
  }

  /** The code of a text. */
  static String code(String text, Known values, SqlDialect dialect) {
    Optional<List<String>> known = values.texts();
    if (known.isEmpty()) {
      return "CAST(coalesce(list_position(%s, %s), 0) AS BIGINT)"
          .formatted(values.sql(dialect), text);
    }
    if (known.get().isEmpty()) {
      return dialect.number(0L);
    }
    // A cast to an enumeration is one look-up by hash, whatever the number of values.
    String type =
        "ENUM (%s)"
            .formatted(String.join(", ", known.get().stream().map(dialect::string).toList()));
    return "coalesce(CAST(enum_code(TRY_CAST(%s AS %s)) AS BIGINT) + 1, 0)".formatted(text, type);
  }
}
