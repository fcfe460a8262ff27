/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.jspecify.annotations.Nullable;

/** Small questions to a warehouse: statements without an answer, and answers of a few values. */
public final class Scalars {
  private Scalars() {}

  /** Runs a statement and drops its answer. */
  public static void run(WarehouseConnection connection, String sql, @Nullable Object... values) {
    connection.execute(sql, java.util.Arrays.asList(values)).close();
  }

  /** All rows as Java values; for answers known to be small. */
  public static List<List<@Nullable Object>> rows(
      WarehouseConnection connection, String sql, @Nullable Object... values) {
    try (Answer answer = connection.execute(sql, java.util.Arrays.asList(values))) {
      return rows(answer);
    }
  }

  /** All rows of an answer as Java values; the caller closes it. */
  public static List<List<@Nullable Object>> rows(Answer answer) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    while (answer.next()) {
      VectorSchemaRoot batch = answer.batch();
      for (int i = 0; i < batch.getRowCount(); i++) {
        List<@Nullable Object> row = new ArrayList<>();
        for (FieldVector vector : batch.getFieldVectors()) {
          Object value = vector.getObject(i);
          row.add(value instanceof org.apache.arrow.vector.util.Text t ? t.toString() : value);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** The only value of a query, a whole number. */
  public static long count(WarehouseConnection connection, String sql) {
    return rows(connection, sql).getFirst().getFirst() instanceof Number n ? n.longValue() : 0;
  }

  /** A column (from 0) of the only row, as text. */
  public static String text(WarehouseConnection connection, String sql, int column) {
    return String.valueOf(rows(connection, sql).getFirst().get(column));
  }
}
