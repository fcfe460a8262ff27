/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.format;

import java.io.PrintWriter;
import java.util.List;
import org.jline.utils.WCWidth;

/** Column widths of one table, and its lines. Widths are counted in cells of a terminal. */
final class TableLayout {
  /** No column of a narrowed table gets narrower than this. */
  private static final int NARROW = 8;

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

  /** As wide as the widest of these rows, unless the lines become longer than allowed. */
  static TableLayout measured(
      List<String> names, boolean[] toTheRight, List<List<String>> rows, int lineColumnsMax) {
    int[] widths = new int[names.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = width(names.get(i));
    }
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        for (String line : lines(row.get(i))) {
          widths[i] = Math.max(widths[i], width(line));
        }
      }
    }
    boolean cutting = lineColumnsMax > 0 && length(widths) > lineColumnsMax && widths.length > 1;
    while (cutting && length(widths) > lineColumnsMax) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= NARROW) {
        break;
      }
      widths[widest]--;
    }
    return new TableLayout(names, toTheRight, widths, cutting);
  }

  void header(PrintWriter out) {
    row(out, names);
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(i == 0 ? "" : "+").repeat("-", widths[i] + 2);
    }
    out.println(line);
  }

  /** One row; a cell of several lines takes several lines. */
  void row(PrintWriter out, List<String> cells) {
    int height = 1;
    for (String cell : cells) {
      height = Math.max(height, lines(cell).length);
    }
    for (int y = 0; y < height; y++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String[] parts = lines(cells.get(i));
        line.append(i == 0 ? " " : " | ");
        append(line, y < parts.length ? parts[y] : "", i);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private void append(StringBuilder line, String text, int column) {
    String shown = cutting ? cut(text, widths[column]) : text;
    int padding = Math.max(0, widths[column] - width(shown));
    if (toTheRight[column]) {
      line.repeat(" ", padding).append(shown);
    } else {
      line.append(shown).repeat(" ", padding);
    }
  }

  private static String cut(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      used += Math.max(0, WCWidth.wcwidth(c));
      if (used > width - 1) {
        break;
      }
      kept.appendCodePoint(c);
      at += Character.charCount(c);
    }
    return kept.append('…').toString();
  }

  private static int length(int[] widths) {
    int length = 0;
    for (int width : widths) {
      length += width + 3;
    }
    return length;
  }

  private static String[] lines(String cell) {
    return cell.indexOf('\n') < 0 ? new String[] {cell} : cell.split("\r?\n", -1);
  }

  private static int width(String text) {
    int width = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      width += Math.max(0, WCWidth.wcwidth(c));
      at += Character.charCount(c);
    }
    return width;
  }
}
