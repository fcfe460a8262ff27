/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

/** The client is ready to take further batches of a query. */
public final class Credit extends Message {
  private final int batches;

  public Credit(int batches) {
    this.batches = batches;
  }

  /** Reads the payload. */
  public static Credit read(WireReader in) {
    return new Credit(in.u32());
  }

  @Override
  void write(WireWriter out) {
    out.u32(batches);
  }

  @Override
  public Tag tag() {
    return Tag.CREDIT;
  }

  public int batches() {
    return batches;
  }
}
