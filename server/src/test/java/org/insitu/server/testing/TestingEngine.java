/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.testing;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.insitu.executor.warehouse.Answer;
import org.insitu.server.session.Engine;
import org.insitu.server.session.Session;

/**
 * An engine whose statements are commands of tests:
 *
 * <pre>
 *  rows N [BATCH]     N rows in batches of BATCH, see SyntheticAnswer
 *  slow N BATCH MS    the same, MS milliseconds before each batch
 *  update N           N rows changed; -1: none of that kind
 *  sleep MS           an update that takes that long, unless it is cancelled
 *  deaf MS            the same, and does not hear that it is cancelled
 *  fit N              N steps of progress, then one row
 *  notice TEXT        an update with a warning
 *  fail               an error with position and hint
 *  defect             an exception that nobody foresaw
 *  echo               one row: the parameters
 *  given              the rows of {@link #give}
 * </pre>
 */
public final class TestingEngine implements Engine {
  private final BufferAllocator allocator = new RootAllocator();
  private final AtomicInteger openSessions = new AtomicInteger();
  private final AtomicInteger openAnswers = new AtomicInteger();
  private final AtomicInteger cancels = new AtomicInteger();
  private final AtomicLong batchesMade = new AtomicLong();
  private volatile Supplier<Answer> given = () -> new CountAnswer(0);

  @Override
  public Session openSession() {
    openSessions.incrementAndGet();
    return new TestingSession(this);
  }

  public BufferAllocator allocator() {
    return allocator;
  }

  public int openSessions() {
    return openSessions.get();
  }

  /** Answers that were begun and not closed. */
  public int openAnswers() {
    return openAnswers.get();
  }

  public int cancels() {
    return cancels.get();
  }

  public long batchesMade() {
    return batchesMade.get();
  }

  AtomicLong batches() {
    return batchesMade;
  }

  /** What {@code given} answers with. */
  public void give(Supplier<Answer> answer) {
    given = answer;
  }

  Answer given() {
    return given.get();
  }

  void sessionClosed() {
    openSessions.decrementAndGet();
  }

  void cancelled() {
    cancels.incrementAndGet();
  }

  void answerOpened() {
    openAnswers.incrementAndGet();
  }

  void answerClosed() {
    openAnswers.decrementAndGet();
  }

  /** Fails when memory was not given back. */
  @Override
  public void close() {
    allocator.close();
  }
}
