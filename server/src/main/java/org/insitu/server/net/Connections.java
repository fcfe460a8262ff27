/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.insitu.server.session.Engine;

/**
 * The open connections of a server and what they share.
 *
 * <p><b>Threads:</b> any.
 */
final class Connections {
  private final Engine engine;
  private final Executor workers;
  private final ServerLimits limits;
  private final AtomicLong sessionIds = new AtomicLong();
  private final Set<Connection> open = new HashSet<>();
  private boolean stopping;

  Connections(Engine engine, Executor workers, ServerLimits limits) {
    this.engine = engine;
    this.workers = workers;
    this.limits = limits;
  }

  Engine engine() {
    return engine;
  }

  Executor workers() {
    return workers;
  }

  ServerLimits limits() {
    return limits;
  }

  long nextSessionId() {
    return sessionIds.incrementAndGet();
  }

  /** False when there are enough. */
  synchronized boolean add(Connection connection) {
    return !stopping && open.size() < limits.connectionsMax() && open.add(connection);
  }

  synchronized void remove(Connection connection) {
    open.remove(connection);
    notifyAll();
  }

  synchronized int count() {
    return open.size();
  }

  /** Ends them all; true when the last session was closed in time. */
  boolean shutDown(Duration timeMax) throws InterruptedException {
    List<Connection> ending;
    synchronized (this) {
      stopping = true;
      ending = List.copyOf(open);
    }
    ending.forEach(Connection::shutDown);
    long end = System.nanoTime() + timeMax.toNanos();
    synchronized (this) {
      long left = timeMax.toMillis();
      while (!open.isEmpty() && left > 0) {
        wait(left);
        left = (end - System.nanoTime()) / 1_000_000;
      }
      return open.isEmpty();
    }
  }
}
