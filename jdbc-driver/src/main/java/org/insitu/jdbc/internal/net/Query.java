/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.net;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.insitu.jdbc.ProgressListener;
import org.insitu.jdbc.wire.Column;
import org.insitu.jdbc.wire.Complete;
import org.insitu.jdbc.wire.Described;
import org.insitu.jdbc.wire.Fault;
import org.insitu.jdbc.wire.Progress;
import org.insitu.jdbc.wire.WireException;

/**
 * The client's side of one open query.
 *
 * <pre>
 * OPEN ── SCHEMA ──► ROWS ── COMPLETE / ERROR ──► ENDED       BATCH only in ROWS, and for a credit
 *   └────────── COMPLETE / DESCRIBED / ERROR ───────┘
 * </pre>
 *
 * <b>Threads:</b> one reader; {@link #cancel} from any. What arrives is put here under the line's
 * lock by whichever thread reads the line at the moment.
 */
public final class Query implements Rows {
  static final int NOTICES_MAX = 1000;

  private final Line line;
  private final int id;
  private final int readAhead;
  private final long timeoutMillis;
  private final ProgressListener listener;

  // Guarded by the line's lock.
  private final ArrayDeque<Batch> inbox = new ArrayDeque<>();
  private final List<String> notices = new ArrayList<>();
  private List<Column> columns;
  private volatile Complete complete;
  private Described described;
  private SQLException failure;
  private Progress progress;
  private int credits;
  private boolean abandoned;

  // The reader's own.
  private Batch current;
  private int usedUp;

  Query(Line line, int id, int readAhead, long timeoutMillis, ProgressListener listener) {
    this.line = line;
    this.id = id;
    this.readAhead = readAhead;
    this.timeoutMillis = timeoutMillis;
    this.listener = listener;
    this.credits = readAhead;
  }

  int id() {
    return id;
  }

  /** Waits until it is known whether there are rows; afterwards {@link #columns} tells. */
  public void awaitStart() throws SQLException {
    awaitReady(() -> columns != null || ended());
    if (failure != null) {
      throw failure;
    }
  }

  /** The result's columns, null when it answers with a count. */
  @Override
  public List<Column> columns() {
    return columns;
  }

  /** The end's report, null before. */
  public Complete complete() {
    return complete;
  }

  Described described() throws SQLException {
    awaitStart();
    if (described == null) {
      throw line.broken(
          new WireException(Fault.PROTOCOL, "DESCRIBE was answered by another message"));
    }
    return described;
  }

  /**
   * The next batch, null at the end; the one before must not be read any more.
   *
   * @throws SQLException how the query failed
   */
  @Override
  public Batch next() throws SQLException {
    giveBack();
    awaitReady(() -> !inbox.isEmpty() || ended());
    line.lock.lock();
    try {
      current = inbox.poll();
      if (current == null && failure != null) {
        throw failure;
      }
      return current;
    } finally {
      line.lock.unlock();
    }
  }

  /** Returns the buffer, and credits by halves of the read ahead. */
  private void giveBack() throws SQLException {
    if (current == null) {
      return;
    }
    int batches = 0;
    line.lock.lock();
    try {
      line.buffers.release(current.bytes());
      current = null;
      usedUp++;
      if (!ended() && !abandoned && usedUp * 2 >= readAhead) {
        batches = usedUp;
        credits += usedUp;
        usedUp = 0;
      }
    } finally {
      line.lock.unlock();
    }
    if (batches > 0) {
      line.credit(id, batches);
    }
  }

  private void awaitReady(BooleanSupplier ready) throws SQLException {
    while (true) {
      Progress news;
      boolean inTime = line.await(() -> progress != null || ready.getAsBoolean(), timeoutMillis);
      if (!inTime) {
        timeOut();
      }
      line.lock.lock();
      try {
        news = progress;
        progress = null;
      } finally {
        line.lock.unlock();
      }
      if (news == null) {
        return;
      }
      if (listener != null) {
        listener.progress(news.phase(), news.fraction(), news.message());
      }
    }
  }

  /** The server should have ended it long ago. */
  private void timeOut() throws SQLException {
    cancel();
    close();
    throw SqlErrors.of(
        Fault.TIMEOUT,
        "The statement ran out of time: " + timeoutMillis + " ms",
        "Raise the query timeout.");
  }

  /** Asks the server to stop; the reader then gets the server's error. */
  public void cancel() throws SQLException {
    if (isOpen()) {
      line.cancel(id);
    }
  }

  /** Gives up the rest. Waits for nothing. */
  @Override
  public void close() throws SQLException {
    boolean open;
    line.lock.lock();
    try {
      open = !ended() && !abandoned;
      abandoned = true;
      if (current != null) {
        line.buffers.release(current.bytes());
        current = null;
      }
      for (Batch batch : inbox) {
        line.buffers.release(batch.bytes());
      }
      inbox.clear();
    } finally {
      line.lock.unlock();
    }
    if (open && line.isUsable()) {
      line.closeQuery(id);
    }
  }

  private boolean isOpen() {
    line.lock.lock();
    try {
      return !ended() && !abandoned;
    } finally {
      line.lock.unlock();
    }
  }

  /** The warnings since the last call. */
  @Override
  public List<String> takeNotices() {
    line.lock.lock();
    try {
      List<String> taken = new ArrayList<>(notices);
      notices.clear();
      return taken;
    } finally {
      line.lock.unlock();
    }
  }

  // What arrives, under the line's lock.

  private boolean ended() {
    return complete != null || described != null || failure != null;
  }

  boolean isAbandoned() {
    return abandoned;
  }

  /** Whether a BATCH may come now. */
  void checkBatchExpected() {
    if (columns == null) {
      throw malformed("a BATCH before its SCHEMA");
    }
    if (--credits < 0) {
      throw malformed("more BATCHes than credits");
    }
  }

  void arrived(List<Column> schema) {
    if (columns != null || schema.isEmpty()) {
      throw malformed("a second or empty SCHEMA");
    }
    columns = schema;
  }

  void arrived(Batch batch) {
    inbox.add(batch);
  }

  void arrived(Progress news) {
    progress = news;
  }

  void arrived(String notice) {
    if (notices.size() < NOTICES_MAX) {
      notices.add(notice);
    }
  }

  void ended(Complete report) {
    complete = report;
  }

  void ended(Described answer) {
    described = answer;
  }

  void failed(SQLException e) {
    if (!ended()) {
      failure = e;
    }
  }

  private WireException malformed(String what) {
    return new WireException(Fault.PROTOCOL, what + " (query " + id + ")");
  }
}
