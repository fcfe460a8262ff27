/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.format;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a result set, all of its columns or some. */
public final class AnswerRows {
  private final ResultSet rows;
  private final List<AnswerColumn> columns;

  /**
   * A column.
   *
   * @param index in the result set, from 1
   * @param sqlType of {@code java.sql.Types}
   */
  public record AnswerColumn(int index, String label, int sqlType, String typeName) {}

  private AnswerRows(ResultSet rows, List<AnswerColumn> columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /** All columns. */
  public static AnswerRows of(ResultSet rows) throws SQLException {
    int count = rows.getMetaData().getColumnCount();
    List<AnswerColumn> columns = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      columns.add(column(rows.getMetaData(), i));
    }
    return new AnswerRows(rows, columns);
  }

  /** The columns of these labels, in this order. */
  public static AnswerRows of(ResultSet rows, String... labels) throws SQLException {
    List<AnswerColumn> columns = new ArrayList<>(labels.length);
    for (String label : labels) {
      columns.add(column(rows.getMetaData(), rows.findColumn(label)));
    }
    return new AnswerRows(rows, columns);
  }

  private static AnswerColumn column(ResultSetMetaData metaData, int i) throws SQLException {
    return new AnswerColumn(
        i, metaData.getColumnLabel(i), metaData.getColumnType(i), metaData.getColumnTypeName(i));
  }

  List<AnswerColumn> columns() {
    return columns;
  }

  List<String> labels() {
    return columns.stream().map(AnswerColumn::label).toList();
  }

  boolean next() throws SQLException {
    return rows.next();
  }

  /** The result set at the current row. */
  ResultSet row() {
    return rows;
  }

  /** The current row's value as text, null for NULL. */
  @Nullable String text(AnswerColumn column) throws SQLException {
    return rows.getString(column.index);
  }
}
