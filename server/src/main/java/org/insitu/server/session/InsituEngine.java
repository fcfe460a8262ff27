/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.insitu.executor.registry.ModelRegistry;
import org.insitu.executor.warehouse.duckdb.DuckDbWarehouse;
import org.insitu.planner.WarmUp;

/** The engine over the embedded warehouse, its models in the same file. */
public final class InsituEngine implements Engine {
  private final EngineConfig config;
  private final DuckDbWarehouse warehouse;
  private final ModelRegistry registry;
  private final BufferAllocator allocator = new RootAllocator();
  private final ProgressClock progressClock = new ProgressClock();
  private final AtomicLong definitions = new AtomicLong();

  private InsituEngine(EngineConfig config, DuckDbWarehouse warehouse, ModelRegistry registry) {
    this.config = config;
    this.warehouse = warehouse;
    this.registry = registry;
  }

  /** Opens the database, made when absent, and the registry in it. */
  public static InsituEngine open(EngineConfig config) {
    Thread.ofPlatform().daemon().name("insitu-warm-up").start(WarmUp::run);
    DuckDbWarehouse warehouse = DuckDbWarehouse.open(config.database());
    try {
      return new InsituEngine(config, warehouse, ModelRegistry.open(warehouse.connect()));
    } catch (RuntimeException e) {
      warehouse.close();
      throw e;
    }
  }

  @Override
  public Session openSession() {
    return new InsituSession(this, warehouse.connect());
  }

  EngineConfig config() {
    return config;
  }

  ModelRegistry registry() {
    return registry;
  }

  ProgressClock progressClock() {
    return progressClock;
  }

  BufferAllocator allocator() {
    return allocator;
  }

  /** Grows when tables, views or models may have changed: older plans are then stale. */
  long catalogVersion() {
    return definitions.get() + registry.changes();
  }

  /** Says that tables or views may have changed. */
  void definitionsChanged() {
    definitions.incrementAndGet();
  }

  @Override
  public void close() {
    try (allocator;
        warehouse;
        progressClock) {
      registry.close();
    }
  }
}
