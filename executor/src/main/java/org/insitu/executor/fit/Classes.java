/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import org.insitu.udf.expression.CodePointOrder;
import org.insitu.udf.expression.ValueType;

/** The classes of a label by its type. */
final class Classes {
  private Classes() {}

  /** Numbers as numbers, text by code point (false stands before true, dates ascend). */
  static Comparator<String> order(ValueType type) {
    return switch (type) {
      case BIGINT, FLOAT, DOUBLE -> Comparator.comparing(BigDecimal::new);
      case BOOLEAN, VARCHAR, DATE, TIMESTAMP, DOUBLE_LIST, STRUCT_LIST -> CodePointOrder.INSTANCE;
    };
  }

  /** How many rows have a class that is NaN or infinite. */
  static long notFinite(Map<String, Long> counts, ValueType type) {
    if (type != ValueType.DOUBLE && type != ValueType.FLOAT) {
      return 0;
    }
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().chars().noneMatch(Character::isDigit))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
