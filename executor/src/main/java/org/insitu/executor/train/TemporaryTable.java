/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.UUID;
import org.insitu.executor.warehouse.Scalars;
import org.insitu.executor.warehouse.WarehouseConnection;

/**
 * The answer of a query, kept in the session's warehouse under a name nobody else has.
 *
 * <p><b>Ownership:</b> {@link #close} drops it.
 */
record TemporaryTable(WarehouseConnection connection, String name) implements AutoCloseable {

  /** Runs the query once. */
  static TemporaryTable of(WarehouseConnection connection, String prefix, String sql) {
    String name = prefix + "_" + UUID.randomUUID().toString().replace("-", "");
    Scalars.run(connection, "CREATE TEMPORARY TABLE %s AS\n%s".formatted(name, sql));
    return new TemporaryTable(connection, name);
  }

  @Override
  public void close() {
    connection.tidy("DROP TABLE IF EXISTS " + name);
  }
}
