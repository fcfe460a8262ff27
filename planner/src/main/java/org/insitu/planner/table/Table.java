/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small table of constants.
 *
 * @param rows one list per row, one value per column: null, Boolean, Long, Double, String, for a
 *     struct a List of its fields, for a struct list a List of Lists
 */
public record Table(List<Column> columns, List<List<@Nullable Object>> rows) {

  /** A column's name and type. */
  public record Column(String name, ColumnType type) {}

  public Table {
    columns = List.copyOf(columns);
    List<List<@Nullable Object>> copies = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "values: " + row.size() + " (expected: " + columns.size() + ")");
      }
      copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
    }
    rows = Collections.unmodifiableList(copies);
  }

  /** The value at a row (from 0) and a named column. */
  public @Nullable Object value(int row, String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return rows.get(row).get(i);
      }
    }
    throw new IllegalArgumentException("no column " + column);
  }
}
