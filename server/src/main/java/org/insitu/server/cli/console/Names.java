/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.console;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names in a database, for completion.
 *
 * @param tables tables and views
 * @param columns columns by table or model, in lower case
 */
record Names(List<String> tables, List<String> models, Map<String, List<String>> columns) {
  /** More names than this help nobody to complete one. */
  private static final int COLUMNS_MAX = 20_000;

  static final Names NONE = new Names(List.of(), List.of(), Map.of());

  static Names read(Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    List<String> tables = new ArrayList<>();
    List<String> models = new ArrayList<>();
    try (ResultSet rows = metaData.getTables(null, null, "%", null)) {
      while (rows.next()) {
        boolean model = "MODEL".equals(rows.getString("TABLE_TYPE"));
        (model ? models : tables).add(rows.getString("TABLE_NAME"));
      }
    }
    Map<String, List<String>> columns = new TreeMap<>();
    try (ResultSet rows = metaData.getColumns(null, null, "%", "%")) {
      for (int count = 0; count < COLUMNS_MAX && rows.next(); count++) {
        columns
            .computeIfAbsent(key(rows.getString("TABLE_NAME")), name -> new ArrayList<>())
            .add(rows.getString("COLUMN_NAME"));
      }
    }
    return new Names(tables, models, columns);
  }

  List<String> columnsOf(String table) {
    return columns.getOrDefault(key(table), List.of());
  }

  /** The columns of all tables, each name once. */
  List<String> allColumns() {
    TreeSet<String> all = new TreeSet<>();
    columns.values().forEach(all::addAll);
    return List.copyOf(all);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
