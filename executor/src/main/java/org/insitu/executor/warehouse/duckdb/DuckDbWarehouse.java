/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.insitu.executor.warehouse.Warehouse;
import org.insitu.udf.sql.KernelFunction;

/**
 * DuckDB in this process.
 *
 * <p><b>Ownership:</b> owns the database (open while this is), the Arrow allocator and the
 * functions registered in it; a leaked buffer fails {@link #close}.
 */
public final class DuckDbWarehouse implements Warehouse {
  /**
   * How far a query may run ahead of its reader. DuckDB's own 976 KiB let the process grow by 35 to
   * 50 MiB for a long result, and were not faster.
   */
  private static final String STREAM_BUFFER = "256KiB";

  private final DuckDBConnection anchor;
  private final BufferAllocator allocator = new RootAllocator();

  /** Whether a function was made for good; if not, in a transaction, maybe rolled back since. */
  private final ConcurrentHashMap<String, Boolean> functions = new ConcurrentHashMap<>();

  private DuckDbWarehouse(DuckDBConnection anchor) {
    this.anchor = anchor;
  }

  /**
   * Opens a database.
   *
   * @param file made when absent; empty for one in memory
   */
  public static DuckDbWarehouse open(Optional<Path> file) {
    Properties properties = new Properties();
    // Without it a result is materialised before its first row is read.
    properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
    String url = "jdbc:duckdb:" + file.map(Path::toString).orElse("");
    try {
      DuckDBConnection anchor = (DuckDBConnection) new DuckDBDriver().connect(url, properties);
      FarmFingerprint.register(anchor);
      return new DuckDbWarehouse(anchor);
    } catch (SQLException e) {
      throw DuckDbErrors.translate(e);
    }
  }

  @Override
  public DuckDbConnection connect() {
    try {
      DuckDBConnection connection = anchor.duplicate();
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET streaming_buffer_size = '" + STREAM_BUFFER + "'");
      }
      return new DuckDbConnection(this, connection, allocator);
    } catch (SQLException e) {
      throw DuckDbErrors.translate(e);
    }
  }

  /** Makes a kernel callable under this name in the whole database; a second time does nothing. */
  void register(String name, KernelFunction function) {
    if (Boolean.TRUE.equals(functions.get(name))) {
      return;
    }
    functions.compute(
        name,
        (n, forGood) -> {
          if (forGood == null || (!forGood && !isFunction(n))) {
            KernelFunctions.register(anchor, n, function);
          }
          return true;
        });
  }

  private boolean isFunction(String name) {
    try (DuckDbConnection probe = connect()) {
      return probe.isFunction(name);
    }
  }

  /** Whether there may be such a function: DuckDB takes 25 ms to say whether there is one. */
  boolean mayHave(String function) {
    return functions.containsKey(function);
  }

  void madeInTransaction(String function) {
    functions.putIfAbsent(function, false);
  }

  @Override
  public void close() {
    try (allocator) {
      anchor.close();
    } catch (SQLException e) {
      throw DuckDbErrors.translate(e);
    }
  }
}
