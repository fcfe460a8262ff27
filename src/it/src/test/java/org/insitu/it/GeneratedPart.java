/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A table of a page whose rows come from the code: what stands between {@code <!-- name:begin -->}
 * and {@code <!-- name:end -->}, below the two lines of its head.
 */
record GeneratedPart(Path page, String name) {
  private static final boolean WRITE = "write".equals(System.getProperty("insitu.docs"));
  private static final int HEAD_LINES = 2;

  /** The rows as the page has them, once these were written if that was asked for. */
  List<String> expecting(List<String> rows) throws IOException {
    List<String> lines = Files.readAllLines(page);
    int begin = lines.indexOf("<!-- " + name + ":begin -->") + 1 + HEAD_LINES;
    int end = lines.indexOf("<!-- " + name + ":end -->");
    if (begin <= HEAD_LINES || end < begin) {
      throw new IOException(page + " has no part '" + name + "' with a head of two lines");
    }
    List<String> found = lines.subList(begin, end);
    if (WRITE && !found.equals(rows)) {
      found.clear();
      lines.addAll(begin, rows);
      Files.writeString(page, String.join("\n", lines) + "\n");
      return rows;
    }
    return List.copyOf(found);
  }
}
