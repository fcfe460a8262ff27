/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc;

/** Hears how far a statement is. Called on a thread that waits for the statement; keep it short. */
@FunctionalInterface
public interface ProgressListener {

  /**
   * The latest state.
   *
   * @param phase what is being done, such as {@code fit}
   * @param fraction 0 to 1, or -1 when unknown
   * @param message one line for people, may be empty
   */
  void progress(String phase, double fraction, String message);
}
