/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import org.insitu.jdbc.wire.Notice;
import org.insitu.jdbc.wire.Progress;
import org.insitu.server.session.StatementListener;

/** Sends what a statement tells while it runs, no more often than a person can read. */
final class ProgressFrames implements StatementListener {
  private static final long INTERVAL_NANOS = 100_000_000;
  private static final int NOTICES_MAX = 1_000;

  private final Client client;
  private final int queryId;
  private final boolean progressWanted;
  private String phase = "";
  private long lastSent;
  private int notices;

  ProgressFrames(Client client, int queryId, boolean progressWanted) {
    this.client = client;
    this.queryId = queryId;
    this.progressWanted = progressWanted;
  }

  @Override
  public synchronized void progress(String newPhase, double fraction, String message) {
    long now = System.nanoTime();
    boolean due = !newPhase.equals(phase) || now - lastSent >= INTERVAL_NANOS;
    if (progressWanted && due && client.isWritable()) {
      phase = newPhase;
      lastSent = now;
      double known = fraction >= 0 ? Math.min(1, fraction) : -1;
      client.send(queryId, new Progress(known, newPhase, message));
    }
  }

  /** Notices behind the thousandth are left out, which the last one says. */
  @Override
  public synchronized void notice(String message) {
    if (++notices <= NOTICES_MAX) {
      client.send(
          queryId,
          new Notice(notices < NOTICES_MAX ? message : "There are more notices than these."));
    }
  }
}
