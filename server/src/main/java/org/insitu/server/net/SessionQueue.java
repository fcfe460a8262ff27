/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs the jobs of one connection on workers, one at a time, in order.
 *
 * <p><b>Threads:</b> everything here belongs to the connection's event loop.
 */
final class SessionQueue {
  private final Executor loop;
  private final Executor workers;
  private final Deque<Job> waiting = new ArrayDeque<>();
  private @Nullable Job current;
  private boolean stepping;

  SessionQueue(Executor loop, Executor workers) {
    this.loop = loop;
    this.workers = workers;
  }

  void add(Job job) {
    waiting.add(job);
    if (current == null) {
      next();
    } else {
      current.hurry();
      wake(current);
    }
  }

  /** Takes a job out that has not begun; false when it has. */
  boolean remove(Job job) {
    return waiting.remove(job);
  }

  /** Whether a worker is at this job now. */
  boolean isStepping(Job job) {
    return stepping && job.equals(current);
  }

  /** Something changed: lets a job that paused look again. */
  void wake(Job job) {
    if (job.equals(current) && !stepping && job.mayGoOn()) {
      step(job);
    }
  }

  private void next() {
    current = waiting.poll();
    if (current != null) {
      if (!waiting.isEmpty()) {
        current.hurry();
      }
      step(current);
    }
  }

  private void step(Job job) {
    stepping = true;
    workers.execute(
        () -> {
          boolean last = job.step();
          loop.execute(() -> stepped(job, last));
        });
  }

  private void stepped(Job job, boolean last) {
    stepping = false;
    if (last) {
      job.over();
      next();
    } else {
      wake(job);
    }
  }
}
