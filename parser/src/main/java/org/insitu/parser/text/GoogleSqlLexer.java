/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.text;

/**
 * Cuts text of GoogleSQL into tokens: strings in double quotes too, three quotes, prefixes {@code
 * r} and {@code b}, backslashes, comments behind {@code #}. A quote that is not closed on its line
 * is {@link Kind#UNENDED} up to the line's end, for no string of one quote goes on.
 *
 * <p><b>Source:</b> GoogleSQL, "Lexical structure and syntax", read in November 2026.
 */
final class GoogleSqlLexer extends Lexer {
  GoogleSqlLexer(String text, int from) {
    super(text, from);
  }

  @Override
  void next() {
    char c = text.charAt(at);
    switch (c) {
      case '#' -> at = lineEnd(at);
      case '\'', '"' -> string(at);
      case '`' -> quoted(at, 1, Kind.BACK_QUOTED);
      case '$' -> add(Kind.SYMBOL, at, at + 1);
      case '0' -> zero();
      default -> super.next();
    }
  }

  private void string(int quote) {
    String three = text.substring(quote, quote + 1).repeat(3);
    quoted(quote, text.startsWith(three, quote) ? 3 : 1, Kind.STRING);
  }

  /**
   * A quote ends at as many of its characters as it began with; behind a backslash none counts, be
   * the string raw or not.
   */
  private void quoted(int quote, int length, Kind kind) {
    String closing = text.substring(quote, quote + length);
    int i = quote + length;
    while (i < text.length()) {
      if (text.startsWith(closing, i)) {
        add(kind, at, i + length);
        return;
      }
      if (length == 1 && isLineEnd(text.charAt(i))) {
        add(Kind.UNENDED, at, i);
        return;
      }
      boolean escapes =
          text.charAt(i) == '\\'
              && i + 1 < text.length()
              && (length > 1 || !isLineEnd(text.charAt(i + 1)));
      i += escapes ? 2 : 1;
    }
    add(Kind.UNENDED, at, text.length());
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  /** {@code 0x1F} is one number. */
  private void zero() {
    int i = at + 2;
    if (peek(1) == 'x' || peek(1) == 'X') {
      while (i < text.length() && Character.digit(text.charAt(i), 16) >= 0) {
        i++;
      }
    }
    if (i > at + 2) {
      add(Kind.NUMBER, at, i);
    } else {
      super.next();
    }
  }

  @Override
  void word() {
    int i = at + 1;
    while (i < text.length()
        && (isWordStart(text.charAt(i)) || Character.isDigit(text.charAt(i)))) {
      i++;
    }
    boolean quote = i < text.length() && (text.charAt(i) == '\'' || text.charAt(i) == '"');
    if (quote && isPrefix(text.substring(at, Math.min(i, at + 3)))) {
      string(i);
    } else {
      add(Kind.WORD, at, i);
    }
  }

  private static boolean isPrefix(String word) {
    return switch (word) {
      case "r", "R", "b", "B", "rb", "rB", "Rb", "RB", "br", "bR", "Br", "BR" -> true;
      default -> false;
    };
  }
}
