/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import java.util.Map;
import java.util.function.Consumer;
import org.insitu.executor.warehouse.Answer;
import org.insitu.jdbc.wire.Complete;
import org.insitu.jdbc.wire.Failure;
import org.insitu.jdbc.wire.Message;
import org.insitu.jdbc.wire.ResultSchema;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.server.net.batch.BatchEncoder;
import org.insitu.server.net.batch.BatchLimits;
import org.jspecify.annotations.Nullable;

/** The worker's half of a {@link RowsQuery}: runs the statement and makes the frames. */
final class RowsProducer {
  private final RowsRequest request;
  private final QueryAccess access;
  private final RowsFlow flow;
  private final Consumer<BatchEncoder.Frame> frames;
  private final Consumer<Message> end;
  private long began;
  private @Nullable ResultRows rows;

  /**
   * A producer that has not begun.
   *
   * @param frames takes each frame; called on the event loop
   * @param end takes the last message; called on the event loop
   */
  RowsProducer(
      RowsRequest request,
      QueryAccess access,
      RowsFlow flow,
      Consumer<BatchEncoder.Frame> frames,
      Consumer<Message> end) {
    this.request = request;
    this.access = access;
    this.flow = flow;
    this.frames = frames;
    this.end = end;
  }

  /** Makes frames as long as they are wanted; true at the end, good or bad. */
  boolean step() {
    flow.resume();
    boolean last = true;
    try {
      last = makeFrames();
    } catch (Throwable e) {
      // Throwable: whatever a statement does, its client hears of it and the worker lives on.
      boolean unwanted = flow.stop() == Stop.CLOSED && flow.isAnswering();
      finish(unwanted ? complete(-1) : failure(e));
    } finally {
      if (last) {
        close();
      } else {
        flow.pause();
      }
    }
    return last;
  }

  private boolean makeFrames() {
    if (flow.stop() != null) {
      throw cancelled();
    }
    ResultRows open = rows;
    if (open == null) {
      began = System.nanoTime();
      Answer answer = request.source().open(access.session(), request.listener());
      if (answer.schema().getFields().isEmpty()) {
        long updateCount = answer.updateCount();
        answer.close();
        finish(complete(updateCount));
        return true;
      }
      open = rows = rows(answer);
      access.client().send(request.queryId(), new ResultSchema(open.columns()));
      flow.answering();
    }
    while (flow.wantsFrames()) {
      if (flow.stop() != null) {
        throw cancelled();
      }
      BatchEncoder.Frame frame = open.next(access.client().allocator());
      if (frame == null) {
        finish(complete(-1));
        return true;
      }
      hand(frame);
    }
    return false;
  }

  private ResultRows rows(Answer answer) {
    int bytesMax = access.client().frameBytesMax();
    int wanted = Math.min(bytesMax, access.limits().batchBytesWanted());
    int rowsMax = request.batchRowsMax() == 0 ? Integer.MAX_VALUE : request.batchRowsMax();
    try {
      return new ResultRows(
          answer, request.queryId(), request.rowsMax(), new BatchLimits(bytesMax, wanted, rowsMax));
    } catch (RuntimeException e) {
      answer.close();
      throw e;
    }
  }

  private void hand(BatchEncoder.Frame frame) {
    flow.frameMade();
    long bytes = access.client().heldBytes().addAndGet(frame.bytes().readableBytes());
    access.loop().execute(() -> frames.accept(frame));
    long bytesMax = access.limits().heldBytesMax();
    if (flow.hurried() && bytes > bytesMax) {
      throw InsituException.of(
              ErrorCode.TOO_MUCH_DATA,
              "Another statement came before this result was read, and what is left of it is too"
                  + " large to be kept; heldBytes: "
                  + bytes
                  + " (expected: <= "
                  + bytesMax
                  + ").")
          .hint("Read the result to its end first, or use a second connection.");
    }
  }

  private void close() {
    ResultRows open = rows;
    rows = null;
    if (open != null) {
      try {
        open.close();
      } catch (RuntimeException e) {
        finish(failure(e));
      }
    }
  }

  private void finish(Message message) {
    access.loop().execute(() -> end.accept(message));
  }

  private Complete complete(long updateCount) {
    return new Complete(updateCount, 0, System.nanoTime() - began, Map.of());
  }

  private static InsituException cancelled() {
    return InsituException.of(ErrorCode.CANCELLED, "The statement was cancelled.");
  }

  /** Why the server stopped it explains more than that it was cancelled. */
  private Failure failure(Throwable cause) {
    Stop reason = flow.stop();
    boolean cancelled = cause instanceof InsituException e && e.code() == ErrorCode.CANCELLED;
    return cancelled && reason != null ? failure(reason) : Failures.of(cause);
  }

  /** The error of a query that was stopped. */
  Failure failure(Stop reason) {
    return switch (reason) {
      case CANCELLED, CLOSED, GONE -> Failures.of(cancelled());
      case TIMED_OUT ->
          Failures.of(
              ErrorCode.TIMEOUT,
              "The statement took more than its " + request.timeoutMillis() + " ms.");
      case UNREAD ->
          Failures.of(
              ErrorCode.TIMEOUT,
              "Nothing of the result was read for " + access.limits().unreadMax() + ".");
    };
  }
}
