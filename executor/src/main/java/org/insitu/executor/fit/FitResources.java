/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;

/**
 * What a local fit may use.
 *
 * @param threads that compute; the model does not depend on it
 * @param bytesMax of memory for rows and sums
 */
public record FitResources(int threads, long bytesMax) {
  public FitResources {
    if (threads < 1 || bytesMax < 1) {
      throw new IllegalArgumentException(
          "threads: %d, bytesMax: %d (expected: >= 1)".formatted(threads, bytesMax));
    }
  }

  /** All processors, and half of the heap. */
  public static FitResources ofThisMachine() {
    Runtime runtime = Runtime.getRuntime();
    return new FitResources(runtime.availableProcessors(), runtime.maxMemory() / 2);
  }

  /** Raises TOO_MUCH_DATA when something needs more than there is. */
  public void require(double bytes, String what) {
    if (bytes > bytesMax) {
      throw InsituException.of(
          ErrorCode.TOO_MUCH_DATA,
          "%s: %.0f MB (allowed: <= %d MB)".formatted(what, bytes / (1 << 20), bytesMax >> 20));
    }
  }
}
