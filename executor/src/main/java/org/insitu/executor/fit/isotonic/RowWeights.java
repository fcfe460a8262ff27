/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.isotonic;

import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.rows.Source;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;

/** The column that weighs rows. */
final class RowWeights {
  private RowWeights() {}

  /** The column's name as the query spells it. */
  static String nameIn(Source source, String column) {
    return source.describe().getFields().stream()
        .map(Field::getName)
        .filter(column::equalsIgnoreCase)
        .findFirst()
        .orElse(column);
  }

  /** What is said of a weight that is none. */
  static InsituException refused(String column, String seen) {
    return InsituException.of(
        ErrorCode.ROW_WEIGHT,
        "The weight '%s' is %s in a row (allowed: >= 0, finite).".formatted(column, seen));
  }
}
