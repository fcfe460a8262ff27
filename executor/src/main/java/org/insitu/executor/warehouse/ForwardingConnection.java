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
 * A connection that hands everything on to another; a subclass adds what it is for.
 *
 * <p><b>Ownership:</b> {@link #close} leaves the other connection open, its owner closes it.
 */
public abstract class ForwardingConnection implements WarehouseConnection {
  private final WarehouseConnection connection;

  protected ForwardingConnection(WarehouseConnection connection) {
    this.connection = connection;
  }

  @Override
  public Answer execute(String sql, List<Object> parameters) {
    return connection.execute(sql, parameters);
  }

  @Override
  public void tidy(String sql) {
    connection.tidy(sql);
  }

  @Override
  public Schema describe(String sql) {
    return connection.describe(sql);
  }

  @Override
  public double estimatedRows(String sql) {
    return connection.estimatedRows(sql);
  }

  @Override
  public Prepared prepare(String sql) {
    return connection.prepare(sql);
  }

  @Override
  public Snapshot snapshot() {
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
  public void close() {}
}
