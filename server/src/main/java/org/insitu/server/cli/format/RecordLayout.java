/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.format;

import java.io.PrintWriter;
import java.util.List;

/**
 * A line per value, for rows that are too wide for their terminal:
 *
 * <pre>
 * -[ 1 ]-----
 * model | m
 * loss  | 0.4
 * </pre>
 */
final class RecordLayout implements RowLayout {
  private final List<String> names;
  private final int nameWidth;
  private long number;

  RecordLayout(List<String> names) {
    this.names = names;
    this.nameWidth = names.stream().mapToInt(CellText::width).max().orElse(0);
  }

  @Override
  public void header(PrintWriter out) {}

  @Override
  public void row(PrintWriter out, List<String> cells) {
    String title = "-[ " + ++number + " ]";
    out.println(title + "-".repeat(Math.max(3, nameWidth + 2 - title.length())));
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      for (String value : CellText.lines(cells.get(i))) {
        StringBuilder line = new StringBuilder(name);
        CellText.appendSpaces(line, nameWidth - CellText.width(name));
        out.println(line.append(" | ").append(value).toString().stripTrailing());
        name = "";
      }
    }
  }
}
