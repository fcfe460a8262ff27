/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;

/**
 * What stands in a quote of GoogleSQL, and how the standard writes it.
 *
 * <p><b>Source:</b> GoogleSQL, "Lexical structure and syntax", the tables of quoted literals and of
 * escape sequences, read in November 2026.
 */
final class Quoted {
  private static final int CODE_POINT_MAX = 0x10FFFF;

  private final GoogleSource source;
  private final int token;
  private final String image;
  private final StringBuilder value = new StringBuilder();
  private boolean bytes;
  private int at;

  private Quoted(GoogleSource source, int token) {
    this.source = source;
    this.token = token;
    this.image = source.tokens().image(token);
  }

  /**
   * What a string, a bytes literal or a quoted name means; of bytes each character is one.
   *
   * <p><b>Errors:</b> {@code SYNTAX} for an escape that there is not.
   */
  static Quoted of(GoogleSource source, int token) {
    Quoted quoted = new Quoted(source, token);
    quoted.read();
    return quoted;
  }

  /** A name as the standard quotes it. */
  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  boolean isBytes() {
    return bytes;
  }

  String value() {
    return value.toString();
  }

  private void read() {
    int quote = 0;
    while (Character.isLetter(image.charAt(quote))) {
      quote++;
    }
    String prefix = image.substring(0, quote).toLowerCase(Locale.ROOT);
    boolean raw = prefix.contains("r");
    bytes = prefix.contains("b");
    boolean three =
        image.length() >= quote + 6
            && image.startsWith(image.substring(quote, quote + 1).repeat(3), quote);
    int end = image.length() - (three ? 3 : 1);
    at = quote + (three ? 3 : 1);
    while (at < end) {
      char c = image.charAt(at);
      if (c == '\r') {
        // A line ends with LF, however the file is written.
        value.append('\n');
        at += at + 1 < end && image.charAt(at + 1) == '\n' ? 2 : 1;
      } else if (c == '\\' && !raw) {
        escape(end);
      } else {
        verbatim();
      }
    }
    check();
  }

  /** A character as it is; bytes are those of UTF-8. */
  private void verbatim() {
    int code = image.codePointAt(at);
    at += Character.charCount(code);
    if (!bytes || code < 0x80) {
      value.appendCodePoint(code);
      return;
    }
    for (byte unit : Character.toString(code).getBytes(StandardCharsets.UTF_8)) {
      value.append((char) (unit & 0xFF));
    }
  }

  private void escape(int end) {
    int start = at;
    char c = at + 1 < end ? image.charAt(at + 1) : ' ';
    at += 2;
    switch (c) {
      case 'a' -> value.append('\u0007');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'v' -> value.append('\u000b');
      case '\\', '?', '"', '\'', '`' -> value.append(c);
      case '0', '1', '2', '3' -> number(start, start + 1, 3, 8, end);
      case 'x', 'X' -> number(start, start + 2, 2, 16, end);
      case 'u' -> number(start, start + 2, 4, 16, end);
      case 'U' -> number(start, start + 2, 8, 16, end);
      default -> throw wrong(start);
    }
  }

  private void number(int start, int from, int digits, int radix, int end) {
    int code = 0;
    for (at = from; at < from + digits; at++) {
      int digit = at < end ? Character.digit(image.charAt(at), radix) : -1;
      if (digit < 0 || code > CODE_POINT_MAX) {
        throw wrong(start);
      }
      code = code * radix + digit;
    }
    boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    if (surrogate || code > CODE_POINT_MAX || (bytes && digits > 3)) {
      throw wrong(start);
    }
    value.appendCodePoint(code);
  }

  private InsituException wrong(int start) {
    int end = Math.min(start + 2, image.length());
    return InsituException.of(
            ErrorCode.SYNTAX, "There is no escape '" + image.substring(start, end) + "'.")
        .at(source.position(source.tokens().start(token) + start))
        .hint("A backslash is written \\\\; r'...' is a string without escapes.");
  }

  private void check() {
    if (!bytes && value.indexOf("\0") >= 0) {
      throw source.notYet("A character NUL in a string", token, "DuckDB's text has none.");
    }
  }

  /**
   * The literal in the standard's words; a carriage return, which some count as a line's end, is
   * escaped.
   */
  String written() {
    return bytes ? hex() : text(value());
  }

  /** A text as a literal of the standard's. */
  static String text(String value) {
    String text = value.replace("'", "''");
    return text.indexOf('\r') < 0
        ? "'" + text + "'"
        : "E'" + text.replace("\\", "\\\\").replace("\r", "\\r") + "'";
  }

  private String hex() {
    StringBuilder hex = new StringBuilder("x'");
    for (int i = 0; i < value.length(); i++) {
      hex.append("%02x".formatted((int) value.charAt(i)));
    }
    return hex.append('\'').toString();
  }
}
