/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.net;

/** A batch's payload, from index 0 on. Belongs to its query, which uses the bytes again. */
public final class Batch {
  private final byte[] bytes;
  private final int length;

  public Batch(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  public byte[] bytes() {
    return bytes;
  }

  /** Bytes of the payload; the array may be longer. */
  public int length() {
    return length;
  }
}
