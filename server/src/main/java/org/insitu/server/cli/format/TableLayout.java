/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.format;

import java.io.PrintWriter;
import java.util.List;

/** Column widths of one table, and its lines. */
final class TableLayout implements RowLayout {
  /** No column of text gets narrower than this; numbers are never cut. */
  private static final int TEXT_WIDTH_MIN = 16;

  private final List<String> names;
  private final boolean[] toTheRight;
  private final int[] widths;
  private final boolean cutting;

  private TableLayout(List<String> names, boolean[] toTheRight, int[] widths, boolean cutting) {
    this.names = names;
    this.toTheRight = toTheRight;
    this.widths = widths;
    this.cutting = cutting;
  }

  /**
   * As wide as the widest of these rows. Where lines may not become that long, columns of text are
   * cut; where that does not help, the rows become records.
   */
  static RowLayout measured(
      List<String> names, boolean[] toTheRight, List<List<String>> rows, int lineColumnsMax) {
    int[] widths = widths(names, rows);
    if (lineColumnsMax <= 0 || widths.length < 2 || length(widths) <= lineColumnsMax) {
      return new TableLayout(names, toTheRight, widths, false);
    }
    boolean fits = narrow(widths, toTheRight, lineColumnsMax);
    return fits ? new TableLayout(names, toTheRight, widths, true) : new RecordLayout(names);
  }

  private static int[] widths(List<String> names, List<List<String>> rows) {
    int[] widths = new int[names.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = CellText.width(names.get(i));
      for (List<String> row : rows) {
        for (String line : CellText.lines(row.get(i))) {
          widths[i] = Math.max(widths[i], CellText.width(line));
        }
      }
    }
    return widths;
  }

  /** Makes the widest column of text narrower until the lines fit; false when they cannot. */
  private static boolean narrow(int[] widths, boolean[] toTheRight, int lineColumnsMax) {
    while (length(widths) > lineColumnsMax) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        boolean wider = widest < 0 || widths[i] > widths[widest];
        if (!toTheRight[i] && widths[i] > TEXT_WIDTH_MIN && wider) {
          widest = i;
        }
      }
      if (widest < 0) {
        return false;
      }
      widths[widest]--;
    }
    return true;
  }

  @Override
  public void header(PrintWriter out) {
    row(out, names);
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(i == 0 ? "" : "+").repeat("-", widths[i] + 2);
    }
    out.println(line);
  }

  /** One row; a cell of several lines takes several lines. */
  @Override
  public void row(PrintWriter out, List<String> cells) {
    int height = 1;
    for (String cell : cells) {
      height = Math.max(height, CellText.lines(cell).length);
    }
    for (int y = 0; y < height; y++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String[] parts = CellText.lines(cells.get(i));
        line.append(i == 0 ? " " : " | ");
        append(line, y < parts.length ? parts[y] : "", i);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private void append(StringBuilder line, String text, int column) {
    String shown = cutting && !toTheRight[column] ? CellText.cut(text, widths[column]) : text;
    int padding = widths[column] - CellText.width(shown);
    if (toTheRight[column]) {
      CellText.appendSpaces(line, padding);
      line.append(shown);
    } else {
      line.append(shown);
      CellText.appendSpaces(line, padding);
    }
  }

  private static int length(int[] widths) {
    int length = 0;
    for (int width : widths) {
      length += width + 3;
    }
    return length;
  }
}
