/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.insitu.executor.warehouse.WarehouseConnection;

/**
 * Asks the warehouse now and then how far a running query is, and tells the statement's listener.
 */
final class ProgressClock implements AutoCloseable {
  private static final long INTERVAL_MILLIS = 250;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("insitu-progress").factory());

  /** Tells until the answer is closed; nothing is told of what ends within the first interval. */
  Watch watch(WarehouseConnection connection, StatementListener listener) {
    ScheduledFuture<?> ticks =
        clock.scheduleAtFixedRate(
            () -> {
              double fraction = connection.progress();
              if (fraction >= 0) {
                listener.progress("query", fraction, "");
              }
            },
            INTERVAL_MILLIS,
            INTERVAL_MILLIS,
            TimeUnit.MILLISECONDS);
    return () -> ticks.cancel(false);
  }

  /** A statement that is watched. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
