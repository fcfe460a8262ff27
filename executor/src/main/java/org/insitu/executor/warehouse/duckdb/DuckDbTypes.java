/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.insitu.executor.warehouse.Answer;
import org.jspecify.annotations.Nullable;

/** Between DuckDB's types, Arrow's and Java's, where DuckDB does not map them itself. */
final class DuckDbTypes {
  /** Types that reach Arrow as another one: text, a dictionary of text, a decimal number. */
  private static final Set<String> NAMELESS =
      Set.of("BIT", "ENUM", "HUGEINT", "JSON", "TIME WITH TIME ZONE", "UHUGEINT", "UUID");

  private DuckDbTypes() {}

  /** The fields of a query's columns, with DuckDB's own name where the Arrow type has lost it. */
  static List<Field> named(List<Field> fields, ResultSetMetaData columns) throws SQLException {
    List<Field> named = new ArrayList<>(fields.size());
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      String type = columns.getColumnTypeName(i + 1);
      named.add(NAMELESS.contains(type) ? named(field, type) : field);
    }
    return named;
  }

  private static Field named(Field field, String type) {
    Map<String, String> metadata = new HashMap<>(field.getMetadata());
    metadata.put(Answer.TYPE_NAME, type);
    FieldType renamed =
        new FieldType(field.isNullable(), field.getType(), field.getDictionary(), metadata);
    return new Field(field.getName(), renamed, field.getChildren());
  }

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

  /** A parameter's value as the driver takes it; a list becomes one of its first element's type. */
  static @Nullable Object parameter(Connection connection, @Nullable Object value)
      throws SQLException {
    return switch (value) {
      case List<?> list -> connection.createArrayOf(elementType(list), list.toArray());
      case null -> null;
      case BigInteger big -> new java.math.BigDecimal(big);
      case Instant instant -> OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
      case LocalDateTime time -> time;
      default -> value;
    };
  }

  private static String elementType(List<?> list) {
    Object first =
        list.stream().filter(Objects::nonNull).map(o -> (Object) o).findFirst().orElse("");
    return switch (first) {
      case Boolean b -> "BOOLEAN";
      case Byte b -> "TINYINT";
      case Short s -> "SMALLINT";
      case Integer i -> "INTEGER";
      case Long l -> "BIGINT";
      case Float f -> "FLOAT";
      case Double d -> "DOUBLE";
      case LocalDate d -> "DATE";
      case LocalDateTime t -> "TIMESTAMP";
      default -> "VARCHAR";
    };
  }
}
