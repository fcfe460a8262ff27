/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

/** A sign of life. */
public final class Pong extends Message {
  private final long token;

  public Pong(long token) {
    this.token = token;
  }

  /** Reads the payload. */
  public static Pong read(WireReader in) {
    return new Pong(in.i64());
  }

  @Override
  void write(WireWriter out) {
    out.i64(token);
  }

  @Override
  public Tag tag() {
    return Tag.PONG;
  }

  /** That of the PING. */
  public long token() {
    return token;
  }
}
