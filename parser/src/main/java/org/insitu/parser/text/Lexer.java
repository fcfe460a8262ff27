/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.text;

/**
 * Cuts text into tokens in the manner that all warehouses share: strings, quoted identifiers and
 * comments are skipped whole, everything else is words, numbers and single characters. It never
 * fails: what it does not know is a symbol, what never ends is {@link Kind#UNENDED}.
 *
 * <p><b>Cost:</b> one pass.
 */
class Lexer {
  final String text;
  private final Tokens.Builder tokens = new Tokens.Builder();
  int at;
  private boolean atSemicolon;

  Lexer(String text, int from) {
    this.text = text;
    this.at = from;
  }

  /** All tokens up to the end of the text. */
  final Tokens all() {
    while (at < text.length()) {
      next();
    }
    return tokens.build(text);
  }

  /** The tokens up to the first semicolon, which is the last of them, or the end of the text. */
  final Tokens statement() {
    while (at < text.length() && !atSemicolon) {
      next();
    }
    return tokens.build(text);
  }

  void next() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (c == '-' && peek(1) == '-') {
      at = lineEnd(at);
    } else if (c == '/' && peek(1) == '*') {
      comment();
    } else if (c == '\'') {
      quoted(at, '\'', Kind.STRING, false);
    } else if (c == '"') {
      quoted(at, '"', Kind.DOUBLE_QUOTED, false);
    } else if (c == '`') {
      quoted(at, '`', Kind.BACK_QUOTED, false);
    } else if (c == '$') {
      dollar();
    } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
      number();
    } else if (isWordStart(c)) {
      word();
    } else {
      add(Kind.SYMBOL, at, at + 1);
    }
  }

  private void comment() {
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      add(Kind.UNENDED, at, text.length());
    } else {
      at = end + 2;
    }
  }

  /** A quote ends at its character unless that is doubled or, where it counts, escaped. */
  private void quoted(int start, char quote, Kind kind, boolean backslash) {
    int i = text.indexOf(quote, start) + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (backslash && c == '\\') {
        i += 2;
      } else if (c != quote) {
        i++;
      } else if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
        i += 2;
      } else {
        add(kind, start, i + 1);
        return;
      }
    }
    add(Kind.UNENDED, start, text.length());
  }

  /** {@code $$...$$} or {@code $tag$...$tag$}; any other dollar is a symbol. */
  private void dollar() {
    int i = at + 1;
    while (i < text.length() && isWordPart(text.charAt(i)) && text.charAt(i) != '$') {
      i++;
    }
    if (i == text.length() || text.charAt(i) != '$' || isDigit(peek(1))) {
      add(Kind.SYMBOL, at, at + 1);
      return;
    }
    String tag = text.substring(at, i + 1);
    int end = text.indexOf(tag, i + 1);
    if (end < 0) {
      add(Kind.UNENDED, at, text.length());
    } else {
      add(Kind.STRING, at, end + tag.length());
    }
  }

  private void number() {
    int i = at;
    while (i < text.length() && (isDigit(text.charAt(i)) || text.charAt(i) == '.')) {
      i++;
    }
    if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      int exponent = i + 1;
      if (exponent < text.length()
          && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
        exponent++;
      }
      if (exponent < text.length() && isDigit(text.charAt(exponent))) {
        i = exponent;
        while (i < text.length() && isDigit(text.charAt(i))) {
          i++;
        }
      }
    }
    add(Kind.NUMBER, at, i);
  }

  void word() {
    int i = at + 1;
    while (i < text.length() && isWordPart(text.charAt(i))) {
      i++;
    }
    boolean prefix = i == at + 1 && i < text.length() && text.charAt(i) == '\'';
    switch (prefix ? text.charAt(at) : ' ') {
      case 'e', 'E' -> quoted(at, '\'', Kind.STRING, true);
      case 'x', 'X', 'b', 'B', 'n', 'N' -> quoted(at, '\'', Kind.STRING, false);
      default -> add(Kind.WORD, at, i);
    }
  }

  final void add(Kind kind, int start, int end) {
    tokens.add(kind, start, end);
    atSemicolon = kind == Kind.SYMBOL && text.charAt(start) == ';';
    at = end;
  }

  final int lineEnd(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  final char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isWordStart(char c) {
    return Character.isLetter(c) || c == '_' || Character.isSurrogate(c);
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || Character.isDigit(c) || c == '$';
  }
}
