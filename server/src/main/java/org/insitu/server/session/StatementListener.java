/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

/**
 * Told what happens while a statement runs.
 *
 * <p><b>Threads:</b> progress may come from another thread than the running one.
 */
public interface StatementListener {

  /**
   * Progress.
   *
   * @param phase such as {@code query}, {@code profile}, {@code fit}
   * @param fraction 0 to 1, -1 when unknown
   * @param message one line for people, may be empty
   */
  default void progress(String phase, double fraction, String message) {}

  /** A warning that does not stop the statement: becomes an SQLWarning. */
  default void notice(String message) {}

  StatementListener SILENT = new StatementListener() {};
}
