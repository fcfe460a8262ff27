/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.function.LongSupplier;
import org.insitu.executor.warehouse.Scalars;
import org.insitu.executor.warehouse.WarehouseConnection;

/** How many rows a query has, counted when it is first asked. */
final class RowCount implements LongSupplier {
  private final WarehouseConnection connection;
  private final String sql;
  private long rows = -1;

  RowCount(WarehouseConnection connection, String sql) {
    this.connection = connection;
    this.sql = sql;
  }

  /** The query that counts the rows of another. */
  static String query(String sql) {
    return "SELECT count(*) FROM (\n" + sql + "\n) AS rows";
  }

  @Override
  public long getAsLong() {
    if (rows < 0) {
      rows = Scalars.count(connection, query(sql));
    }
    return rows;
  }
}
