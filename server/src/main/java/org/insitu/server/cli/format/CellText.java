/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.format;

import org.jline.utils.WCWidth;

/** Text as a terminal shows it; widths are counted in its cells. */
final class CellText {
  private CellText() {}

  static int width(String text) {
    int width = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      width += Math.max(0, WCWidth.wcwidth(c));
      at += Character.charCount(c);
    }
    return width;
  }

  /** The text, or as much of its beginning as fits and an ellipsis. */
  static String cut(String text, int width) {
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

  static String[] lines(String text) {
    return text.indexOf('\n') < 0 ? new String[] {text} : text.split("\r?\n", -1);
  }

  static void appendSpaces(StringBuilder line, int count) {
    line.repeat(" ", Math.max(0, count));
  }
}
