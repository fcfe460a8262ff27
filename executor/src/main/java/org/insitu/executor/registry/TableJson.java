/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.insitu.planner.table.ColumnType;
import org.insitu.planner.table.Table;
import org.insitu.udf.expression.ValueType;
import org.jspecify.annotations.Nullable;

/** The facts of a fit as JSON: {@code {"EVALUATE": {"columns": [...], "rows": [[...]]}, ...}}. */
final class TableJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TableJson() {}

  static String write(Map<String, Table> tables) {
    ObjectNode all = JSON.createObjectNode();
    new TreeMap<>(tables).forEach((name, table) -> all.set(name, table(table)));
    return all.toString();
  }

  static Map<String, Table> read(String text) {
    Map<String, Table> tables = new TreeMap<>();
    try {
      JSON.readTree(text)
          .properties()
          .forEach(entry -> tables.put(entry.getKey(), table(entry.getValue())));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the facts of a model version are not JSON", e);
    }
    return tables;
  }

  private static ObjectNode table(Table table) {
    ObjectNode node = JSON.createObjectNode();
    ArrayNode columns = node.putArray("columns");
    for (Table.Column column : table.columns()) {
      ObjectNode one = columns.addObject().put("name", column.name());
      switch (column.type()) {
        case ColumnType.Scalar scalar -> one.put("type", scalar.type().name());
        case ColumnType.Struct struct -> put(struct.fields(), one.putArray("struct"));
        case ColumnType.StructList list -> put(list.fields(), one.putArray("fields"));
      }
    }
    ArrayNode rows = node.putArray("rows");
    for (List<@Nullable Object> row : table.rows()) {
      rows.add(value(row));
    }
    return node;
  }

  private static void put(List<ColumnType.Field> fields, ArrayNode array) {
    fields.forEach(f -> array.addObject().put("name", f.name()).put("type", f.type().name()));
  }

  private static JsonNode value(@Nullable Object value) {
    return switch (value) {
      case null -> JSON.nullNode();
      case Boolean b -> JSON.getNodeFactory().booleanNode(b);
      case Long l -> JSON.getNodeFactory().numberNode(l);
      // JSON has no NaN and no infinities: they are kept as text, which a DOUBLE column never is.
      case Double d when !Double.isFinite(d) -> JSON.getNodeFactory().textNode(d.toString());
      case Double d -> JSON.getNodeFactory().numberNode(d);
      case String s -> JSON.getNodeFactory().textNode(s);
      case List<?> list -> {
        ArrayNode array = JSON.createArrayNode();
        list.forEach(element -> array.add(value(element)));
        yield array;
      }
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    };
  }

  private static Table table(JsonNode node) {
    List<Table.Column> columns = new ArrayList<>();
    for (JsonNode column : node.get("columns")) {
      columns.add(new Table.Column(column.get("name").asText(), type(column)));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (JsonNode row : node.get("rows")) {
      List<@Nullable Object> values = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        values.add(value(row.get(i), columns.get(i).type()));
      }
      rows.add(values);
    }
    return new Table(columns, rows);
  }

  private static ColumnType type(JsonNode column) {
    if (column.has("type")) {
      return new ColumnType.Scalar(ValueType.valueOf(column.get("type").asText()));
    }
    return column.has("struct")
        ? new ColumnType.Struct(fields(column.get("struct")))
        : new ColumnType.StructList(fields(column.get("fields")));
  }

  private static List<ColumnType.Field> fields(JsonNode nodes) {
    List<ColumnType.Field> fields = new ArrayList<>();
    for (JsonNode field : nodes) {
      fields.add(
          new ColumnType.Field(
              field.get("name").asText(), ValueType.valueOf(field.get("type").asText())));
    }
    return fields;
  }

  private static @Nullable Object value(JsonNode node, ColumnType type) {
    if (node.isNull()) {
      return null;
    }
    return switch (type) {
      case ColumnType.Scalar scalar -> scalar(node, scalar.type());
      case ColumnType.Struct struct -> struct(node, struct.fields());
      case ColumnType.StructList list -> {
        List<List<@Nullable Object>> structs = new ArrayList<>();
        node.forEach(one -> structs.add(struct(one, list.fields())));
        yield structs;
      }
    };
  }

  private static List<@Nullable Object> struct(JsonNode node, List<ColumnType.Field> fields) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      JsonNode field = node.get(i);
      values.add(field.isNull() ? null : scalar(field, fields.get(i).type()));
    }
    return values;
  }

  private static Object scalar(JsonNode node, ValueType type) {
    return switch (type) {
      case BOOLEAN -> node.asBoolean();
      case BIGINT -> node.asLong();
      case FLOAT, DOUBLE -> node.isTextual() ? Double.parseDouble(node.asText()) : node.asDouble();
      case VARCHAR, DATE, TIMESTAMP -> node.asText();
      case DOUBLE_LIST, STRUCT_LIST -> throw new IllegalArgumentException("a list inside a struct");
    };
  }
}
