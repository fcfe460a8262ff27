/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.warehouse.Answer;
import org.jspecify.annotations.Nullable;

/** Between DuckDB's types, Arrow's and Java's, where DuckDB does not map them itself. */
final class DuckDbTypes {
  private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),(\\d+)\\)");

  /** DuckDB exports decimals of every precision so wide. */
  private static final int DECIMAL_BITS = 128;

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

  /** The schema of columns whose types' names say all; empty when one is of another type. */
  static Optional<Schema> plainSchema(ResultSetMetaData columns) throws SQLException {
    List<Field> fields = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      Optional<ArrowType> type = plain(columns.getColumnTypeName(i));
      if (type.isEmpty()) {
        return Optional.empty();
      }
      fields.add(new Field(columns.getColumnName(i), FieldType.nullable(type.get()), null));
    }
    return Optional.of(new Schema(fields));
  }

  /** A column known by its type's name only; what is not plain is text. */
  static Field field(String name, String typeName) {
    return new Field(
        name, FieldType.nullable(plain(typeName).orElse(ArrowType.Utf8.INSTANCE)), null);
  }

  /** What DuckDB exports a type as that its name says all of. */
  private static Optional<ArrowType> plain(String typeName) {
    return Optional.ofNullable(
        switch (typeName) {
          case "BOOLEAN" -> ArrowType.Bool.INSTANCE;
          case "TINYINT" -> new ArrowType.Int(8, true);
          case "SMALLINT" -> new ArrowType.Int(16, true);
          case "INTEGER" -> new ArrowType.Int(32, true);
          case "BIGINT" -> new ArrowType.Int(64, true);
          case "UTINYINT" -> new ArrowType.Int(8, false);
          case "USMALLINT" -> new ArrowType.Int(16, false);
          case "UINTEGER" -> new ArrowType.Int(32, false);
          case "UBIGINT" -> new ArrowType.Int(64, false);
          case "FLOAT" -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
          case "DOUBLE" -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
          case "VARCHAR" -> ArrowType.Utf8.INSTANCE;
          case "DATE" -> new ArrowType.Date(DateUnit.DAY);
          case "TIMESTAMP" -> new ArrowType.Timestamp(TimeUnit.MICROSECOND, null);
          default -> decimal(typeName);
        });
  }

  private static @Nullable ArrowType decimal(String typeName) {
    Matcher decimal = DECIMAL.matcher(typeName);
    return decimal.matches()
        ? new ArrowType.Decimal(
            Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)), DECIMAL_BITS)
        : null;
  }

  /** Sets a statement's parameters, in order. */
  static void bind(Connection connection, PreparedStatement statement, List<Object> parameters)
      throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      statement.setObject(i + 1, parameter(connection, parameters.get(i)));
    }
  }

  /** A parameter's value as the driver takes it; a list becomes one of its first element's type. */
  private static @Nullable Object parameter(Connection connection, @Nullable Object value)
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
