/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.table;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.sql.SqlDialect;
import org.jspecify.annotations.Nullable;

/** A table of constants as a query. */
public final class TableSql {
  private TableSql() {}

  /** A query that answers with the table, its columns of exactly their types. */
  public static String select(Table table, SqlDialect dialect) {
    StringJoiner names = new StringJoiner(", ");
    StringJoiner typed = new StringJoiner(", ");
    List<String> nulls = new ArrayList<>();
    for (Table.Column column : table.columns()) {
      String name = dialect.quoteIdentifier(column.name());
      names.add(name);
      typed.add("CAST(%s AS %s) AS %s".formatted(name, type(column.type(), dialect), name));
      nulls.add("NULL");
    }
    if (table.rows().isEmpty()) {
      return "SELECT %s FROM (VALUES (%s)) AS constants(%s) WHERE FALSE"
          .formatted(typed, String.join(", ", nulls), names);
    }
    StringJoiner rows = new StringJoiner(",\n  ");
    for (List<@Nullable Object> row : table.rows()) {
      StringJoiner values = new StringJoiner(", ", "(", ")");
      for (int i = 0; i < row.size(); i++) {
        values.add(value(row.get(i), table.columns().get(i).type(), dialect));
      }
      rows.add(values.toString());
    }
    return "SELECT %s FROM (VALUES\n  %s) AS constants(%s)".formatted(typed, rows, names);
  }

  private static String type(ColumnType type, SqlDialect dialect) {
    return switch (type) {
      case ColumnType.Scalar scalar -> dialect.type(scalar.type());
      case ColumnType.Struct struct ->
          dialect.structType(names(struct.fields()), types(struct.fields()));
      case ColumnType.StructList list ->
          dialect.structListType(names(list.fields()), types(list.fields()));
    };
  }

  private static List<String> names(List<ColumnType.Field> fields) {
    return fields.stream().map(ColumnType.Field::name).toList();
  }

  private static List<ValueType> types(List<ColumnType.Field> fields) {
    return fields.stream().map(ColumnType.Field::type).toList();
  }

  private static String value(@Nullable Object value, ColumnType type, SqlDialect dialect) {
    return switch (type) {
      case ColumnType.Scalar scalar -> literal(value, scalar.type(), dialect);
      case ColumnType.Struct struct ->
          value instanceof List<?> values
              ? dialect.structConstant(
                  names(struct.fields()), texts(values, struct.fields(), dialect))
              : "NULL";
      case ColumnType.StructList list -> structs(value, list, dialect);
    };
  }

  private static String structs(
      @Nullable Object value, ColumnType.StructList type, SqlDialect dialect) {
    if (!(value instanceof List<?> structs) || structs.isEmpty()) {
      return "NULL";
    }
    List<List<String>> rows = new ArrayList<>();
    for (Object struct : structs) {
      rows.add(texts((List<?>) struct, type.fields(), dialect));
    }
    return dialect.structConstants(names(type.fields()), rows);
  }

  private static List<String> texts(
      List<?> values, List<ColumnType.Field> fields, SqlDialect dialect) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      texts.add(literal(values.get(i), fields.get(i).type(), dialect));
    }
    return texts;
  }

  private static String literal(@Nullable Object value, ValueType type, SqlDialect dialect) {
    return value == null ? "NULL" : dialect.literal(new Literal(value, type));
  }
}
