/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.Optional;
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
  /** What the copy's name begins with. */
  static final String NAME = "insitu_rows";

  /** The physical operators that keep a table's order under any number of threads. */
  private static final Pattern OPERATOR = Pattern.compile("\"name\":\\s*\"([A-Z_]+)\\s*\"");

  private static final Pattern ORDER_KEEPING =
      Pattern.compile("PROJECTION|FILTER|SEQ_SCAN|TABLE_SCAN|STREAMING_LIMIT|COLUMN_DATA_SCAN");
  private static final Pattern VOLATILE =
      Pattern.compile("(?i)random\\(|uuid|nextval\\(|read_|arrow_scan");

  private final String sql;
  private final Optional<TemporaryTable> copy;

  private TrainingRows(String sql, Optional<TemporaryTable> copy) {
    this.sql = sql;
    this.copy = copy;
  }

  static TrainingRows of(WarehouseConnection connection, String sql) {
    if (areStable(connection, sql)) {
      return new TrainingRows(sql, Optional.empty());
    }
    TemporaryTable copy = TemporaryTable.of(connection, NAME, sorted(sql));
    return new TrainingRows("SELECT * FROM " + copy.name(), Optional.of(copy));
  }

  /** Whether the query answers with the same rows in the same order each time. Nothing is run. */
  static boolean areStable(WarehouseConnection connection, String sql) {
    return keepsOrder(Scalars.text(connection, "EXPLAIN (FORMAT JSON) " + sql, 1));
  }

  /** The query that is copied where they are not. */
  static String sorted(String sql) {
    return "SELECT * FROM (\n%s\n) AS rows ORDER BY ALL".formatted(sql);
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

  @Override
  public void close() {
    copy.ifPresent(TemporaryTable::close);
  }
}
