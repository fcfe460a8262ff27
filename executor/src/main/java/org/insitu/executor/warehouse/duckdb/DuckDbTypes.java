/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.jspecify.annotations.Nullable;

/** Between DuckDB's types, Arrow's and Java's, where DuckDB does not map them itself. */
final class DuckDbTypes {
  private DuckDbTypes() {}

  /** A column known by its type's name only; what is not a plain number is text. */
  static Field field(String name, String typeName) {
    ArrowType type =
        switch (typeName) {
          case "BOOLEAN" -> ArrowType.Bool.INSTANCE;
          case "BIGINT" -> new ArrowType.Int(64, true);
          case "INTEGER" -> new ArrowType.Int(32, true);
          case "DOUBLE" -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
          default -> ArrowType.Utf8.INSTANCE;
        };
    return new Field(name, FieldType.nullable(type), null);
  }

  /** A parameter's value as the driver takes it. */
  static @Nullable Object parameter(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case BigInteger big -> new java.math.BigDecimal(big);
      case Instant instant -> OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
      case LocalDateTime time -> time;
      default -> value;
    };
  }
}
