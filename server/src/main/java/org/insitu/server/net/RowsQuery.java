/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.insitu.jdbc.wire.Complete;
import org.insitu.jdbc.wire.Failure;
import org.insitu.jdbc.wire.Message;
import org.insitu.server.net.batch.BatchEncoder;
import org.jspecify.annotations.Nullable;

/**
 * An EXECUTE or METADATA: a worker makes frames, the event loop sends them as credits and the
 * socket allow.
 *
 * <p>The worker pauses when {@link RowsFlow#FRAMES_AHEAD} frames wait. When another statement waits
 * for the session it goes on to the end instead, and the frames are held, up to {@code
 * heldBytesMax} for the connection.
 */
final class RowsQuery implements Job, Query {
  /** How often a session that goes on is told again to stop. */
  private static final long STOP_AGAIN_MILLIS = 100;

  private final RowsRequest request;
  private final QueryAccess access;
  private final RowsFlow flow = new RowsFlow();
  private final RowsProducer producer;
  private final Deque<BatchEncoder.Frame> held = new ArrayDeque<>();
  private final long opened = System.nanoTime();
  private long credits;
  private long rowsSent;
  private long bytesSent;
  private long lastTaken = opened;
  private @Nullable Message finale;
  private boolean stepsOver;
  private boolean ended;
  private @Nullable Future<?> deadline;
  private @Nullable Future<?> unreadCheck;

  RowsQuery(RowsRequest request, QueryAccess access) {
    this.request = request;
    this.access = access;
    this.producer = new RowsProducer(request, access, flow, this::take, this::finale);
    this.credits = request.credits();
    if (request.timeoutMillis() > 0) {
      deadline = after(request.timeoutMillis(), this::checkDeadline);
    }
    unreadCheck = after(access.limits().unreadMax().toMillis(), this::checkUnread);
  }

  @Override
  public boolean step() {
    return producer.step();
  }

  @Override
  public boolean mayGoOn() {
    return flow.wantsFrames();
  }

  @Override
  public void hurry() {
    flow.hurry();
  }

  @Override
  public void over() {
    stepsOver = true;
    cancel(deadline);
  }

  @Override
  public void credit(int batches) {
    credits = Math.min(Integer.MAX_VALUE, credits + batches);
    lastTaken = System.nanoTime();
    drain();
  }

  @Override
  public void stop(Stop reason) {
    if (flow.stop() != null || ended) {
      return;
    }
    flow.stop(reason);
    drop();
    if (access.queue().remove(this) || stepsOver) {
      finale(reason == Stop.CLOSED ? new Complete(-1, 0, 0, Map.of()) : producer.failure(reason));
    } else {
      // A client that wants no more rows must not break the transaction that it goes on with.
      long patience = reason == Stop.CLOSED && flow.isAnswering() ? 2 * STOP_AGAIN_MILLIS : 0;
      var _ = after(patience, this::cancelSession);
      access.queue().wake(this);
    }
  }

  /**
   * A session that is just before or behind its work does not hear; so it is told until it does.
   */
  private void cancelSession() {
    if (access.queue().isStepping(this)) {
      access.session().cancel();
      var _ = after(STOP_AGAIN_MILLIS, this::cancelSession);
    }
  }

  private void take(BatchEncoder.Frame frame) {
    held.add(frame);
    if (flow.stop() == null && !(finale instanceof Failure)) {
      drain();
    } else {
      drop();
    }
  }

  private void finale(Message message) {
    if (ended || finale instanceof Failure) {
      return;
    }
    finale = message;
    if (message instanceof Failure) {
      drop();
    }
    drain();
  }

  @Override
  public void drain() {
    boolean wrote = false;
    while (!held.isEmpty() && credits > 0 && access.client().isWritable()) {
      BatchEncoder.Frame frame = held.remove();
      forget(frame);
      credits--;
      rowsSent += frame.rows();
      bytesSent += frame.bytes().readableBytes();
      access.client().write(frame.bytes());
      wrote = true;
    }
    if (wrote) {
      lastTaken = System.nanoTime();
      access.client().flush();
      access.queue().wake(this);
    }
    if (held.isEmpty() && finale != null && !ended) {
      end(finale);
    }
  }

  private void end(Message last) {
    ended = true;
    cancel(deadline);
    cancel(unreadCheck);
    if (flow.stop() != Stop.GONE) {
      access.client().send(request.queryId(), last instanceof Complete c ? counted(c) : last);
    }
    access.ended().run();
  }

  private Complete counted(Complete done) {
    Map<String, String> statistics =
        bytesSent == 0 ? Map.of() : Map.of("bytes_sent", Long.toString(bytesSent));
    return new Complete(done.updateCount(), rowsSent, done.elapsedNanos(), statistics);
  }

  private void drop() {
    for (BatchEncoder.Frame frame : held) {
      forget(frame);
      frame.bytes().release();
    }
    held.clear();
  }

  private void forget(BatchEncoder.Frame frame) {
    flow.frameGone();
    access.client().heldBytes().addAndGet(-frame.bytes().readableBytes());
  }

  /** Time in which the query waited for its own client does not count. */
  private void checkDeadline() {
    long worked = System.nanoTime() - opened - flow.pausedNanos();
    long left = request.timeoutMillis() - worked / 1_000_000;
    if (left > 0) {
      deadline = after(left, this::checkDeadline);
    } else {
      stop(Stop.TIMED_OUT);
    }
  }

  private void checkUnread() {
    long unreadMillisMax = access.limits().unreadMax().toMillis();
    long left = unreadMillisMax - (System.nanoTime() - lastTaken) / 1_000_000;
    if (held.isEmpty() || left > 0) {
      unreadCheck = after(left > 0 ? left : unreadMillisMax, this::checkUnread);
    } else {
      stop(Stop.UNREAD);
    }
  }

  private Future<?> after(long millis, Runnable task) {
    return access.loop().schedule(task, millis, TimeUnit.MILLISECONDS);
  }

  private static void cancel(@Nullable Future<?> task) {
    if (task != null) {
      task.cancel(false);
    }
  }
}
