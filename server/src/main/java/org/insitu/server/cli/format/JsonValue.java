/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.insitu.jdbc.NamedStruct;
import org.jspecify.annotations.Nullable;

/**
 * Writes a column's values: numbers and booleans as such, lists as arrays, structs and maps as
 * objects, everything else as text. JSON has no NaN and no infinity: they are text too.
 */
@FunctionalInterface
interface JsonValue {

  void write(JsonGenerator json, ResultSet rows, int column) throws SQLException, IOException;

  /** Chosen once per column. */
  static JsonValue of(int sqlType) {
    return switch (sqlType) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> JsonValue::integer;
      case Types.REAL, Types.FLOAT, Types.DOUBLE, Types.BOOLEAN, Types.BIT -> JsonValue::object;
      case Types.DECIMAL, Types.NUMERIC -> JsonValue::object;
      case Types.ARRAY, Types.STRUCT, Types.JAVA_OBJECT, Types.OTHER -> JsonValue::object;
      default -> JsonValue::text;
    };
  }

  private static void integer(JsonGenerator json, ResultSet rows, int column)
      throws SQLException, IOException {
    long value = rows.getLong(column);
    if (rows.wasNull()) {
      json.writeNull();
    } else {
      json.writeNumber(value);
    }
  }

  private static void text(JsonGenerator json, ResultSet rows, int column)
      throws SQLException, IOException {
    json.writeString(rows.getString(column));
  }

  private static void object(JsonGenerator json, ResultSet rows, int column)
      throws SQLException, IOException {
    write(json, rows.getObject(column));
  }

  private static void write(JsonGenerator json, @Nullable Object value)
      throws SQLException, IOException {
    switch (value) {
      case null -> json.writeNull();
      case Boolean b -> json.writeBoolean(b);
      case Double d when Double.isFinite(d) -> json.writeNumber(d);
      case Float f when Float.isFinite(f) -> json.writeNumber(f);
      case Byte b -> json.writeNumber(b);
      case Short s -> json.writeNumber(s);
      case Integer i -> json.writeNumber(i);
      case Long l -> json.writeNumber(l);
      case BigDecimal d -> json.writeNumber(d);
      case Array a -> array(json, (Object[]) a.getArray());
      case Object[] a -> array(json, a);
      case List<?> l -> array(json, l.toArray());
      case NamedStruct s -> struct(json, s);
      case Struct s -> array(json, s.getAttributes());
      case Map<?, ?> m -> map(json, m);
      default -> json.writeString(value.toString());
    }
  }

  private static void array(JsonGenerator json, @Nullable Object[] elements)
      throws SQLException, IOException {
    json.writeStartArray();
    for (Object element : elements) {
      write(json, element);
    }
    json.writeEndArray();
  }

  private static void struct(JsonGenerator json, NamedStruct struct)
      throws SQLException, IOException {
    json.writeStartObject();
    Object[] values = struct.getAttributes();
    for (int i = 0; i < values.length; i++) {
      json.writeFieldName(struct.getAttributeNames().get(i));
      write(json, values[i]);
    }
    json.writeEndObject();
  }

  private static void map(JsonGenerator json, Map<?, ?> map) throws SQLException, IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.writeFieldName(String.valueOf(entry.getKey()));
      write(json, entry.getValue());
    }
    json.writeEndObject();
  }
}
