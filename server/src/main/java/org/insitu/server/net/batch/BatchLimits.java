/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net.batch;

/**
 * How large a BATCH may be.
 *
 * @param payloadBytesMax the client's limit
 * @param payloadBytesWanted where larger ones are split, no more than the limit
 * @param rowsMax rows a batch may have
 */
public record BatchLimits(int payloadBytesMax, int payloadBytesWanted, int rowsMax) {
  static final BatchLimits NONE =
      new BatchLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  public BatchLimits {
    if (payloadBytesWanted > payloadBytesMax) {
      throw new IllegalArgumentException(
          "payloadBytesWanted: " + payloadBytesWanted + " (expected: <= " + payloadBytesMax + ")");
    }
    if (payloadBytesWanted < 1 || rowsMax < 1) {
      throw new IllegalArgumentException("rowsMax: " + rowsMax + " (expected: >= 1)");
    }
  }
}
