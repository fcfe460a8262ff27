/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insitu.jdbc.NamedStruct;

/** Values as the driver gives them, in plain Java collections that can be compared. */
final class Values {
  private Values() {}

  /** All rows of what the testing engine was given, in batches of so many rows at most. */
  static List<List<Object>> given(Connection connection, int batchRows) throws SQLException {
    List<List<Object>> all = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(batchRows);
      try (ResultSet rows = statement.executeQuery("given")) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          List<Object> row = new ArrayList<>();
          for (int i = 1; i <= columns; i++) {
            row.add(plain(rows.getObject(i)));
          }
          all.add(row);
        }
      }
    }
    return all;
  }

  private static Object plain(Object value) throws SQLException {
    return switch (value) {
      case Array array -> list((Object[]) array.getArray());
      case Object[] array -> list(array);
      case byte[] bytes -> Arrays.toString(bytes);
      case NamedStruct struct -> map(struct);
      case Map<?, ?> map -> map(map);
      case null -> null;
      default -> value;
    };
  }

  private static List<Object> list(Object[] values) throws SQLException {
    List<Object> list = new ArrayList<>();
    for (Object value : values) {
      list.add(plain(value));
    }
    return list;
  }

  private static Map<String, Object> map(NamedStruct struct) throws SQLException {
    Map<String, Object> map = new LinkedHashMap<>();
    for (String name : struct.getAttributeNames()) {
      map.put(name, plain(struct.getAttribute(name)));
    }
    return map;
  }

  private static Map<String, Object> map(Map<?, ?> values) throws SQLException {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : values.entrySet()) {
      map.put(String.valueOf(entry.getKey()), plain(entry.getValue()));
    }
    return map;
  }
}
