/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.udf.sql.KernelFunction;
import org.jspecify.annotations.Nullable;

/**
 * A connection that several threads use: a statement waits until the one before is over, its answer
 * closed by the thread that asked.
 */
public final class ExclusiveConnection extends ForwardingConnection {
  private final ReentrantLock lock = new ReentrantLock();

  public ExclusiveConnection(WarehouseConnection connection) {
    super(connection);
  }

  private <T> T locked(Supplier<T> use) {
    lock.lock();
    try {
      return use.get();
    } finally {
      lock.unlock();
    }
  }

  /** The lock is held until the answer is closed. */
  @Override
  public Answer execute(String sql, List<Object> parameters) {
    lock.lock();
    try {
      return new ExclusiveAnswer(super.execute(sql, parameters));
    } catch (RuntimeException | Error e) {
      lock.unlock();
      throw e;
    }
  }

  @Override
  public void tidy(String sql) {
    locked(
        () -> {
          super.tidy(sql);
          return sql;
        });
  }

  @Override
  public Schema describe(String sql) {
    return locked(() -> super.describe(sql));
  }

  @Override
  public double estimatedRows(String sql) {
    return locked(() -> super.estimatedRows(sql));
  }

  @Override
  public Prepared prepare(String sql) {
    return locked(() -> super.prepare(sql));
  }

  @Override
  public Snapshot snapshot() {
    return locked(super::snapshot);
  }

  @Override
  public void register(String name, ArrowReader stream) {
    locked(
        () -> {
          super.register(name, stream);
          return name;
        });
  }

  @Override
  public void register(String name, KernelFunction function) {
    locked(
        () -> {
          super.register(name, function);
          return name;
        });
  }

  /** An answer that lets the next statement go when it is closed. */
  private final class ExclusiveAnswer implements Answer {
    private final Answer answer;
    private boolean closed;

    ExclusiveAnswer(Answer answer) {
      this.answer = answer;
    }

    @Override
    public Schema schema() {
      return answer.schema();
    }

    @Override
    public long updateCount() {
      return answer.updateCount();
    }

    @Override
    public boolean next() {
      return answer.next();
    }

    @Override
    public VectorSchemaRoot batch() {
      return answer.batch();
    }

    @Override
    public @Nullable Dictionary dictionary(long id) {
      return answer.dictionary(id);
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        try {
          answer.close();
        } finally {
          lock.unlock();
        }
      }
    }
  }
}
