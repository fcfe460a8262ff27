/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import java.util.Map;

/** The good end of a query. */
public final class Complete extends Message {
  private final long updateCount;
  private final long rows;
  private final long elapsedNanos;
  private final Map<String, String> statistics;

  public Complete(long updateCount, long rows, long elapsedNanos, Map<String, String> statistics) {
    this.updateCount = updateCount;
    this.rows = rows;
    this.elapsedNanos = elapsedNanos;
    this.statistics = statistics;
  }

  /** Reads the payload. */
  public static Complete read(WireReader in) {
    return new Complete(in.i64(), in.i64(), in.i64(), in.map());
  }

  @Override
  void write(WireWriter out) {
    out.i64(updateCount).i64(rows).i64(elapsedNanos).map(statistics);
  }

  @Override
  public Tag tag() {
    return Tag.COMPLETE;
  }

  /** Rows changed; -1: it is not an update. */
  public long updateCount() {
    return updateCount;
  }

  /** Rows sent. */
  public long rows() {
    return rows;
  }

  public long elapsedNanos() {
    return elapsedNanos;
  }

  /** Such as {@code bytes_sent}. */
  public Map<String, String> statistics() {
    return statistics;
  }
}
