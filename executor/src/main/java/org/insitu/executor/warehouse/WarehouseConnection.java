/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse;

import java.util.List;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.udf.sql.KernelFunction;

/**
 * One session's line to its warehouse.
 *
 * <p><b>Threads:</b> one statement at a time; {@link #cancel} and {@link #progress} may be called
 * from any thread meanwhile. <b>Errors:</b> the warehouse's own become {@code InsituException} of
 * code WAREHOUSE with its SQLSTATE and text, or CANCELLED.
 */
public interface WarehouseConnection extends AutoCloseable {

  /** The columns a query would answer with; nothing is run. */
  Schema describe(String sql);

  /** How many rows the warehouse expects of a query; -1 when it does not say. Nothing is run. */
  double estimatedRows(String sql);

  /** The number of {@code ?} in a statement and its result's columns (none for an update). */
  Prepared prepare(String sql);

  /**
   * Runs a statement.
   *
   * @param parameters values of the question marks, in order; Java types as JDBC's setObject takes
   * @return the answer; the caller closes it, before the next statement
   */
  Answer execute(String sql, List<Object> parameters);

  /** Runs a statement that takes back what another made: {@link #cancel} does not stop it. */
  void tidy(String sql);

  /**
   * Until it is closed, all statements see the same rows. Inside a transaction of the user's that
   * is so already; else a transaction is begun, and rolled back at the end: it is for reading and
   * for temporary tables.
   */
  Snapshot snapshot();

  /**
   * Makes a stream readable as a table of this name for the next statement; the callee closes it.
   */
  void register(String name, ArrowReader stream);

  /** Makes a kernel callable as a scalar function of this name. */
  void register(String name, KernelFunction function);

  /** Stops what is running; that call then fails with CANCELLED. */
  void cancel();

  /** How far the running statement is, 0 to 1, or -1 when unknown. */
  double progress();

  @Override
  void close();

  /** See {@link #snapshot}. */
  interface Snapshot extends AutoCloseable {
    @Override
    void close();
  }

  /** What is known of a statement before it runs. */
  record Prepared(int parameterCount, Schema resultSchema) {}
}
