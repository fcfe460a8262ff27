/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

/** Told how far a fit is; the fit's owner may cancel through it. */
public interface FitProgress {

  /**
   * One more step is done.
   *
   * @param phase such as {@code profile}, {@code fit}, {@code evaluate}
   * @param fraction of the phase, 0 to 1, or -1 when unknown
   * @param message one line for people, such as {@code iteration 3, loss 0.412}
   */
  void report(String phase, double fraction, String message);

  /** Throws the CANCELLED error when the statement was cancelled. */
  void checkCancelled();

  /** Silent and never cancelled: for tests and tools. */
  FitProgress NONE =
      new FitProgress() {
        @Override
        public void report(String phase, double fraction, String message) {}

        @Override
        public void checkCancelled() {}
      };
}
