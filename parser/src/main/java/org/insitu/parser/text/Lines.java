/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.text;

import java.util.Arrays;
import org.insitu.parser.error.Position;

/**
 * Line and column of every character, both from 1, counted as the generated parser counts: a line
 * ends with LF, CR or CR LF, a column is one UTF-16 unit.
 */
public final class Lines {
  private final int[] starts;

  public Lines(String text) {
    int[] found = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i + 1;
      }
    }
    starts = Arrays.copyOf(found, count);
  }

  public Position position(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, offset - starts[line] + 1);
  }

  /** How many lines there are; at least one. */
  public int count() {
    return starts.length;
  }

  public int offset(int line, int column) {
    return starts[line - 1] + column - 1;
  }
}
