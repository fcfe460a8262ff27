/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.format;

/**
 * What a table shows beside its cells.
 *
 * @param timing whether the footer says how long it took
 * @param lineColumnsMax a terminal's width: wide tables are narrowed, or shown as one line per
 *     value; 0 for no limit
 */
public record TableStyle(boolean timing, int lineColumnsMax) {
  /** Nothing that changes from run to run, nothing cut. */
  public static final TableStyle SCRIPT = new TableStyle(false, 0);
}
