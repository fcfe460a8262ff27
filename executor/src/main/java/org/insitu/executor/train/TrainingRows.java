/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.UUID;
import java.util.regex.Pattern;
import org.insitu.executor.warehouse.Scalars;
import org.insitu.executor.warehouse.WarehouseConnection;

/**
 * The training query as rows that stay the same and in the same order however often they are read.
 *
 * <p>A fit reads its rows several times (profile, fit, evaluation), and its sums and seeds depend
 * on their order. A plain scan of tables gives both by itself; anything else (joins, aggregates,
 * files, random values) is run once into a temporary table, sorted by all its columns.
 *
 * <p><b>Ownership:</b> {@link #close} drops the temporary table.
 */
final class TrainingRows implements AutoCloseable {
  /** The physical operators that keep a table's order under any number of threads. */
  private static final Pattern OPERATOR = Pattern.compile("\"name\":\\s*\"([A-Z_]+)\\s*\"");

  private static final Pattern ORDER_KEEPING =
      Pattern.compile("PROJECTION|FILTER|SEQ_SCAN|TABLE_SCAN|STREAMING_LIMIT|COLUMN_DATA_SCAN");
  private static final Pattern VOLATILE =
      Pattern.compile("(?i)random\\(|uuid|nextval\\(|read_|arrow_scan");

  private final WarehouseConnection connection;
  private final String sql;
  private final String temporaryTable;

  private TrainingRows(WarehouseConnection connection, String sql, String temporaryTable) {
    this.connection = connection;
    this.sql = sql;
    this.temporaryTable = temporaryTable;
  }

  static TrainingRows of(WarehouseConnection connection, String sql) {
    String plan = Scalars.text(connection, "EXPLAIN (FORMAT JSON) " + sql, 1);
    if (keepsOrder(plan)) {
      return new TrainingRows(connection, sql, "");
    }
    String table = "insitu_rows_" + UUID.randomUUID().toString().replace("-", "");
    Scalars.run(
        connection,
        "CREATE TEMPORARY TABLE %s AS SELECT * FROM (\n%s\n) AS rows ORDER BY ALL"
            .formatted(table, sql));
    return new TrainingRows(connection, "SELECT * FROM " + table, table);
  }

  private static boolean keepsOrder(String plan) {
    return OPERATOR
            .matcher(plan)
            .results()
            .allMatch(match -> ORDER_KEEPING.matcher(match.group(1)).matches())
        && !VOLATILE.matcher(plan).find();
  }

  /** A query over the rows. */
  String sql() {
    return sql;
  }

  boolean isCopied() {
    return !temporaryTable.isEmpty();
  }

  @Override
  public void close() {
    if (isCopied()) {
      Scalars.run(connection, "DROP TABLE IF EXISTS " + temporaryTable);
    }
  }
}
