/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.data;

import java.util.Optional;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;

/** What can be asked of a column, by its type. */
enum ColumnShape {
  /** Integers, decimals. */
  EXACT_NUMBER,
  /** Floats, which may be NaN or infinite. */
  FLOAT,
  /** Text and what the warehouse shows as text: ENUM, UUID, JSON, BIT. */
  TEXT,
  /** Booleans, dates, times, intervals: with an order, but no numbers. */
  ORDERED,
  /** Lists and arrays. */
  LIST,
  MAP,
  /** Structs, unions, blobs, NULL without a type. */
  OTHER;

  static ColumnShape of(Field field) {
    if (field.getDictionary() != null) {
      return TEXT;
    }
    return switch (field.getType()) {
      case ArrowType.Int t -> EXACT_NUMBER;
      case ArrowType.Decimal t -> EXACT_NUMBER;
      case ArrowType.FloatingPoint t -> FLOAT;
      case ArrowType.Utf8 t -> TEXT;
      case ArrowType.LargeUtf8 t -> TEXT;
      case ArrowType.Utf8View t -> TEXT;
      case ArrowType.Bool t -> ORDERED;
      case ArrowType.Date t -> ORDERED;
      case ArrowType.Time t -> ORDERED;
      case ArrowType.Timestamp t -> ORDERED;
      case ArrowType.Interval t -> ORDERED;
      case ArrowType.List t -> LIST;
      case ArrowType.LargeList t -> LIST;
      case ArrowType.ListView t -> LIST;
      case ArrowType.LargeListView t -> LIST;
      case ArrowType.FixedSizeList t -> LIST;
      case ArrowType.Map t -> MAP;
      default -> OTHER;
    };
  }

  boolean isNumber() {
    return this == EXACT_NUMBER || this == FLOAT;
  }

  /** Whether its values are counted rather than averaged. */
  boolean isCategory() {
    return this == TEXT || this == ORDERED;
  }

  /** The shape of a list's elements. */
  static Optional<ColumnShape> ofElements(Field list) {
    return list.getChildren().isEmpty()
        ? Optional.empty()
        : Optional.of(of(list.getChildren().getFirst()));
  }

  /** A number as a DOUBLE, NULL for NaN. */
  String number(String column) {
    String number = "CAST(" + column + " AS DOUBLE)";
    return this == FLOAT
        ? "CASE WHEN NOT isnan(%1$s) THEN %2$s END".formatted(column, number)
        : number;
  }
}
