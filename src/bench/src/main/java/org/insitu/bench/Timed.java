/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.util.function.Supplier;

/**
 * The result of a contender that knows its own time better than the clock around it: a peer in
 * another process, or work whose quality is looked up afterwards.
 *
 * @param nanos what counts
 * @param result as printed
 */
record Timed(double nanos, String result) {

  /** Times work, then asks for its result, which does not count. */
  static Timed of(Runnable work, Supplier<String> result) {
    long start = System.nanoTime();
    work.run();
    double nanos = System.nanoTime() - start;
    return new Timed(nanos, result.get());
  }

  @Override
  public String toString() {
    return result;
  }
}
