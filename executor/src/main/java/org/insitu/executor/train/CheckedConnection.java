/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.List;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.warehouse.Answer;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.udf.sql.KernelFunction;

/**
 * The connection of one fit, which begins no statement once the fit is cancelled. The warehouse
 * stops a statement that runs when the cancellation comes; one that comes between two statements it
 * does not hear of.
 *
 * <p><b>Ownership:</b> {@link #close} leaves the other connection open.
 */
final class CheckedConnection implements WarehouseConnection {
  private final WarehouseConnection connection;
  private final FitProgress progress;

  CheckedConnection(WarehouseConnection connection, FitProgress progress) {
    this.connection = connection;
    this.progress = progress;
  }

  @Override
  public Answer execute(String sql, List<Object> parameters) {
    progress.checkCancelled();
    return connection.execute(sql, parameters);
  }

  /** Not checked: what was taken is given back, whatever became of the fit. */
  @Override
  public void tidy(String sql) {
    connection.tidy(sql);
  }

  @Override
  public Schema describe(String sql) {
    progress.checkCancelled();
    return connection.describe(sql);
  }

  @Override
  public double estimatedRows(String sql) {
    progress.checkCancelled();
    return connection.estimatedRows(sql);
  }

  @Override
  public Prepared prepare(String sql) {
    progress.checkCancelled();
    return connection.prepare(sql);
  }

  @Override
  public Snapshot snapshot() {
    progress.checkCancelled();
    return connection.snapshot();
  }

  @Override
  public void register(String name, ArrowReader stream) {
    connection.register(name, stream);
  }

  @Override
  public void register(String name, KernelFunction function) {
    connection.register(name, function);
  }

  @Override
  public void cancel() {
    connection.cancel();
  }

  @Override
  public double progress() {
    return connection.progress();
  }

  @Override
  public void close() {
    // the other connection's owner closes it
  }
}
