/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;

/**
 * What a local fit may use.
 *
 * @param threads that compute; the model does not depend on it
 * @param heapBytesMax of the Java heap, for rows and sums
 * @param nativeBytesMax outside it, for XGBoost's matrices
 */
public record FitResources(int threads, long heapBytesMax, long nativeBytesMax) {
  private static final long HEAP_WORTH_GIVING_BACK = 256L << 20;

  public FitResources {
    if (threads < 1 || heapBytesMax < 1 || nativeBytesMax < 1) {
      throw new IllegalArgumentException(
          "threads: %d, heap: %d, native: %d (expected: >= 1)"
              .formatted(threads, heapBytesMax, nativeBytesMax));
    }
  }

  /** All processors, half of the heap, half of the machine's memory. */
  public static FitResources ofThisMachine() {
    Runtime runtime = Runtime.getRuntime();
    long memory =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return new FitResources(runtime.availableProcessors(), runtime.maxMemory() / 2, memory / 2);
  }

  /** For each of some fits that run at once and share their rows. */
  public FitResources among(int fits) {
    return new FitResources(Math.max(1, threads / fits), heapBytesMax, nativeBytesMax);
  }

  /** Whether something fits into the part of the heap that fits may take. */
  public boolean hasHeap(double bytes) {
    return bytes <= heapBytesMax;
  }

  /**
   * Gives the heap back to the system after a fit that kept many rows in it: metrics need memory
   * next, outside of the heap where the warehouse is embedded.
   *
   * @param bytes of the rows, which nothing refers to any more
   */
  public void giveBack(long bytes) {
    if (bytes >= HEAP_WORTH_GIVING_BACK) {
      System.gc();
    }
  }

  /** Raises TOO_MUCH_DATA when something needs more of the heap than there is. */
  public void requireHeap(double bytes, String what) {
    requireHeap(bytes, what, ErrorCode.TOO_MUCH_DATA.remedy());
  }

  /** The same with a hint of what would need less. */
  public void requireHeap(double bytes, String what, String hint) {
    require(bytes, heapBytesMax, what, hint);
  }

  /** Raises TOO_MUCH_DATA when something needs more native memory than there is. */
  public void requireNative(double bytes, String what) {
    require(bytes, nativeBytesMax, what, ErrorCode.TOO_MUCH_DATA.remedy());
  }

  private static void require(double bytes, long max, String what, String hint) {
    if (bytes > max) {
      throw InsituException.of(
              ErrorCode.TOO_MUCH_DATA,
              "%s: %.0f MB (allowed: <= %d MB)".formatted(what, bytes / (1 << 20), max >> 20))
          .hint(hint);
    }
  }
}
