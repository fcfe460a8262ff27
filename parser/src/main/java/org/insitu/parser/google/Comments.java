/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

/**
 * What stands between tokens: white space as it is, comments behind {@code #} as those behind
 * {@code --}, and no comment in a comment, for DuckDB's nest and GoogleSQL's do not.
 */
final class Comments {
  private Comments() {}

  /** Writes white space and comments; there is nothing else between the places. */
  static void write(String text, int from, int to, Translation.Builder out) {
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      if (c == '#') {
        // A minus before it would make a longer one of it.
        out.put(at > 0 && text.charAt(at - 1) == '-' ? " --" : "--", at);
        at = copyTo(lineEnd(text, at, to), at + 1, out);
      } else if (c == '-') {
        at = copyTo(lineEnd(text, at, to), at, out);
      } else if (c == '/') {
        at = block(text, at, out);
      } else {
        at = copyTo(at + 1, at, out);
      }
    }
  }

  private static int block(String text, int start, Translation.Builder out) {
    int end = text.indexOf("*/", start + 2) + 2;
    int at = start;
    for (int i = start + 2; i < end - 2; i++) {
      if (text.charAt(i) == '/' && text.charAt(i + 1) == '*') {
        at = copyTo(i + 1, at, out);
        out.put(" ", at);
      }
    }
    return copyTo(end, at, out);
  }

  private static int copyTo(int end, int from, Translation.Builder out) {
    out.copy(from, end);
    return end;
  }

  private static int lineEnd(String text, int from, int to) {
    int i = from;
    while (i < to && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }
}
