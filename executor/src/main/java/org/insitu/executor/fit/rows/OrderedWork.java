/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;

/**
 * Runs pieces of work on a few threads and hands their results on in the order the pieces came, so
 * that a sum of the results is the same for every number of threads.
 *
 * <p><b>Cost:</b> at most {@code threads + 2} results exist at once; {@link #add} waits for the
 * oldest when there are more. <b>Threads:</b> one caller; results are handed on in its thread.
 *
 * @param <T> the result of a piece
 */
public final class OrderedWork<T> implements AutoCloseable {
  private final ExecutorService workers;
  private final Consumer<T> results;
  private final int pendingMax;
  private final ArrayDeque<Future<T>> pending = new ArrayDeque<>();

  /** Work on this many threads whose results go to this consumer. */
  public OrderedWork(int threads, Consumer<T> results) {
    this.workers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("insitu-fit-", 0).factory());
    this.results = results;
    this.pendingMax = threads + 2;
  }

  /** Takes one more piece. */
  public void add(Callable<T> piece) {
    while (pending.size() >= pendingMax) {
      handOn();
    }
    pending.add(workers.submit(piece));
  }

  /** Waits for every piece taken. */
  public void finish() {
    while (!pending.isEmpty()) {
      handOn();
    }
  }

  private void handOn() {
    try {
      results.accept(pending.remove().get());
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw InsituException.of(ErrorCode.CANCELLED, "The fit was interrupted.").causedBy(e);
    }
  }

  /** Drops what is not begun and waits for what is, whose memory may then be freed. */
  @Override
  public void close() {
    workers.shutdownNow();
    workers.close();
  }
}
