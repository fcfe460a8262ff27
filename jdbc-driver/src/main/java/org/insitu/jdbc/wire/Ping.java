/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

/** Asks for a sign of life. */
public final class Ping extends Message {
  private final long token;

  public Ping(long token) {
    this.token = token;
  }

  /** Reads the payload. */
  public static Ping read(WireReader in) {
    return new Ping(in.i64());
  }

  @Override
  void write(WireWriter out) {
    out.i64(token);
  }

  @Override
  public Tag tag() {
    return Tag.PING;
  }

  /** Comes back in PONG. */
  public long token() {
    return token;
  }
}
