/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

/**
 * The errors of connection and protocol: those codes of the engine's {@code ErrorCode} (5xx, and
 * 4xx for time) that a client can find out by itself.
 */
public enum Fault {
  CANCELLED(402, "57014"),
  TIMEOUT(403, "57014"),
  PROTOCOL(501, "08P01"),
  PROTOCOL_VERSION(502, "08004"),
  CONNECTION_LOST(503, "08006"),
  CONNECTION_REFUSED(504, "08001"),
  CONNECTION_CLOSED(505, "08003"),
  FRAME_TOO_LARGE(506, "54000");

  private final int code;
  private final String sqlState;

  Fault(int code, String sqlState) {
    this.code = code;
    this.sqlState = sqlState;
  }

  public int code() {
    return code;
  }

  public String sqlState() {
    return sqlState;
  }
}
