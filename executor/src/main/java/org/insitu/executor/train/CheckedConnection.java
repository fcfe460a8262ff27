/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.List;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.warehouse.Answer;
import org.insitu.executor.warehouse.ForwardingConnection;
import org.insitu.executor.warehouse.WarehouseConnection;

/**
 * The connection of one fit, which begins no statement once the fit is cancelled. The warehouse
 * stops a statement that runs when the cancellation comes; one that comes between two statements it
 * does not hear of. {@link #tidy} is not checked: what was taken is given back, whatever became of
 * the fit.
 */
final class CheckedConnection extends ForwardingConnection {
  private final FitProgress progress;

  CheckedConnection(WarehouseConnection connection, FitProgress progress) {
    super(connection);
    this.progress = progress;
  }

  @Override
  public Answer execute(String sql, List<Object> parameters) {
    progress.checkCancelled();
    return super.execute(sql, parameters);
  }

  @Override
  public Schema describe(String sql) {
    progress.checkCancelled();
    return super.describe(sql);
  }

  @Override
  public double estimatedRows(String sql) {
    progress.checkCancelled();
    return super.estimatedRows(sql);
  }

  @Override
  public Prepared prepare(String sql) {
    progress.checkCancelled();
    return super.prepare(sql);
  }

  @Override
  public Snapshot snapshot() {
    progress.checkCancelled();
    return super.snapshot();
  }
}
