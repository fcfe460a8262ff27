/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import java.util.function.BiFunction;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;

/**
 * Reads JSON inside of a string literal, and knows where in the statement each character stands.
 * Quotes that SQL doubles are one.
 */
final class JsonCursor {
  private static final char END = '\0';

  private final String literal;
  private final BiFunction<String, Position, InsituException> error;
  private int at;
  private int line;
  private int column;

  /**
   * @param literal as written, its quotes included
   * @param start where it stands
   * @param error makes one of what is wrong and where
   */
  JsonCursor(String literal, Position start, BiFunction<String, Position, InsituException> error) {
    this.literal = literal;
    this.error = error;
    this.line = start.line();
    this.column = start.column();
    take(); // the opening quote
  }

  /** Where the next character that is no space stands. */
  Position position() {
    while (Character.isWhitespace(peek())) {
      take();
    }
    return new Position(line, column);
  }

  /** Takes a character if it comes next. */
  boolean accept(char wanted) {
    position();
    boolean is = peek() == wanted;
    if (is) {
      take();
    }
    return is;
  }

  /**
   * Takes a character that must come next.
   *
   * @param what to say of it
   */
  void expect(char wanted, String what) {
    Position here = position();
    if (!accept(wanted)) {
      throw wrong(what, here);
    }
  }

  /** Nothing may follow. */
  void expectEnd() {
    Position here = position();
    if (peek() != END) {
      throw wrong("its end", here);
    }
  }

  /**
   * A text.
   *
   * @param what to say of it
   */
  String text(String what) {
    expect('"', what);
    StringBuilder text = new StringBuilder();
    while (peek() != '"') {
      Position here = new Position(line, column);
      if (peek() == END) {
        throw wrong("a closing \"", here);
      }
      char c = take();
      text.append(c == '\\' ? escaped(here) : c);
    }
    take();
    return text.toString();
  }

  private char escaped(Position here) {
    char c = take();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        int code = 0;
        for (int i = 0; i < 4; i++) {
          int digit = Character.digit(take(), 16);
          if (digit < 0) {
            throw wrong("four hexadecimal digits", here);
          }
          code = code * 16 + digit;
        }
        yield (char) code;
      }
      default -> throw wrong("one of JSON's escapes", here);
    };
  }

  private InsituException wrong(String expected, Position here) {
    String found = peek() == END ? "its end" : "'" + peek() + "'";
    return error.apply("%s, where %s was expected".formatted(found, expected), here);
  }

  /** The next character; {@link #END} after the last one. */
  private char peek() {
    boolean closing = at == literal.length() - 1 || literal.startsWith("'", at) && !isDoubled();
    return at >= literal.length() || closing ? END : literal.charAt(at);
  }

  private boolean isDoubled() {
    return literal.startsWith("''", at);
  }

  private char take() {
    char taken = at < literal.length() ? literal.charAt(at) : END;
    int length = at > 0 && isDoubled() ? 2 : 1;
    at += length;
    column += length;
    if (taken == '\n') {
      line++;
      column = 1;
    }
    return taken;
  }
}
