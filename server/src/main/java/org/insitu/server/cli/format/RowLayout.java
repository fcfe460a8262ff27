/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.format;

import java.io.PrintWriter;
import java.util.List;

/** How the rows of one answer are laid out. */
sealed interface RowLayout permits TableLayout, RecordLayout {

  /** What stands before the rows, if anything. */
  void header(PrintWriter out);

  void row(PrintWriter out, List<String> cells);
}
