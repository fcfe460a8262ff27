/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import java.time.Duration;
import org.insitu.jdbc.wire.Wire;

/**
 * What the server holds at most. Each is named in the error that it causes.
 *
 * @param connectionsMax sessions open at the same time
 * @param workersMax statements running at the same time; further ones wait
 * @param frameBytesMax payload of a frame that a client sends
 * @param batchBytesWanted payload of a BATCH above which it is split
 * @param statementBytesMax a statement's text in UTF-8
 * @param openQueriesMax queries of one connection that have not ended
 * @param heldBytesMax batches kept for one connection when a statement comes before an earlier
 *     result was read
 * @param handshakeMax time from the connection to its HELLO
 * @param unreadMax time for which a result waits for a client that takes nothing
 * @param shutdownMax time given to running statements to hear that they are cancelled
 */
public record ServerLimits(
    int connectionsMax,
    int workersMax,
    int frameBytesMax,
    int batchBytesWanted,
    int statementBytesMax,
    int openQueriesMax,
    long heldBytesMax,
    Duration handshakeMax,
    Duration unreadMax,
    Duration shutdownMax) {

  public static final ServerLimits DEFAULT =
      new ServerLimits(
          200,
          32,
          Wire.FRAME_BYTES_DEFAULT,
          1 << 20,
          4 << 20,
          100,
          256L << 20,
          Duration.ofSeconds(10),
          Duration.ofHours(1),
          Duration.ofSeconds(10));

  public ServerLimits {
    atLeast("connectionsMax", connectionsMax, 1);
    atLeast("workersMax", workersMax, 1);
    atLeast("frameBytesMax", frameBytesMax, Wire.FRAME_BYTES_FLOOR);
    atLeast("batchBytesWanted", batchBytesWanted, 1);
    atLeast("statementBytesMax", statementBytesMax, 1);
    atLeast("openQueriesMax", openQueriesMax, 1);
    atLeast("heldBytesMax", heldBytesMax, 0);
    atLeast("handshakeMax in milliseconds", handshakeMax.toMillis(), 1);
    atLeast("unreadMax in milliseconds", unreadMax.toMillis(), 1);
    atLeast("shutdownMax in milliseconds", shutdownMax.toMillis(), 0);
  }

  /** The same with another number of connections. */
  public ServerLimits withConnectionsMax(int count) {
    return new ServerLimits(
        count,
        workersMax,
        frameBytesMax,
        batchBytesWanted,
        statementBytesMax,
        openQueriesMax,
        heldBytesMax,
        handshakeMax,
        unreadMax,
        shutdownMax);
  }

  private static void atLeast(String name, long value, long floor) {
    if (value < floor) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: >= " + floor + ")");
    }
  }
}
