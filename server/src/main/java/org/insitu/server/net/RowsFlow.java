/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the worker and the event loop of one query tell each other. */
final class RowsFlow {
  /** Enough that neither side waits for the other's every frame. */
  static final int FRAMES_AHEAD = 4;

  private final AtomicInteger framesWaiting = new AtomicInteger();
  private volatile boolean hurried;
  private volatile boolean answering;
  private volatile @Nullable Stop stop;
  private volatile long pausedSince;
  private volatile long pausedNanos;

  /** Whether the worker should make another frame. */
  boolean wantsFrames() {
    return hurried || stop != null || framesWaiting.get() < FRAMES_AHEAD;
  }

  void frameMade() {
    framesWaiting.incrementAndGet();
  }

  void frameGone() {
    framesWaiting.decrementAndGet();
  }

  /** Another statement waits: make the rest without waiting for the client. */
  void hurry() {
    hurried = true;
  }

  boolean hurried() {
    return hurried;
  }

  /** The columns were sent. */
  void answering() {
    answering = true;
  }

  boolean isAnswering() {
    return answering;
  }

  void stop(Stop reason) {
    stop = reason;
  }

  @Nullable Stop stop() {
    return stop;
  }

  /** The worker goes away, for the client has enough to read. */
  void pause() {
    pausedSince = System.nanoTime();
  }

  /** It comes back. */
  void resume() {
    pausedNanos = pausedNanos();
    pausedSince = 0;
  }

  /** For how long the query has waited for its client so far. */
  long pausedNanos() {
    long since = pausedSince;
    return since == 0 ? pausedNanos : pausedNanos + System.nanoTime() - since;
  }
}
