/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.text;

import java.util.Arrays;
import java.util.Locale;

/** The tokens of a text, by index; an index past the end is a token that is nothing. */
public final class Tokens {
  private static final Kind[] KINDS = Kind.values();

  private final String text;
  private final byte[] kinds;
  private final int[] starts;
  private final int[] ends;

  private Tokens(String text, byte[] kinds, int[] starts, int[] ends) {
    this.text = text;
    this.kinds = kinds;
    this.starts = starts;
    this.ends = ends;
  }

  public static Tokens of(String text) {
    return new Lexer(text, 0).all();
  }

  /** Those of a text of GoogleSQL's lexical rules. */
  public static Tokens ofGoogleSql(String text) {
    return new GoogleSqlLexer(text, 0).all();
  }

  /** Those from a place up to the first semicolon, which is the last of them, or the text's end. */
  public static Tokens ofStatement(String text, int from) {
    return new Lexer(text, from).statement();
  }

  /** The same by GoogleSQL's lexical rules. */
  public static Tokens ofGoogleSqlStatement(String text, int from) {
    return new GoogleSqlLexer(text, from).statement();
  }

  public String source() {
    return text;
  }

  public int size() {
    return kinds.length;
  }

  public Kind kind(int i) {
    return KINDS[kinds[i]];
  }

  /** Where the token begins; past the last one, the end of the text. */
  public int start(int i) {
    return i < size() ? starts[i] : text.length();
  }

  public int end(int i) {
    return ends[i];
  }

  /** The token's characters, quotes included. */
  public String image(int i) {
    return i < size() ? text.substring(starts[i], ends[i]) : "";
  }

  /** Whether the token is this unquoted word, in any case. */
  public boolean is(int i, String word) {
    return i >= 0
        && i < size()
        && kinds[i] == Kind.WORD.ordinal()
        && ends[i] - starts[i] == word.length()
        && text.regionMatches(true, starts[i], word, 0, word.length());
  }

  /** Whether the tokens from {@code i} on are these words. */
  public boolean are(int i, String... words) {
    for (int k = 0; k < words.length; k++) {
      if (!is(i + k, words[k])) {
        return false;
      }
    }
    return true;
  }

  /** Whether the token is this punctuation. */
  public boolean is(int i, char symbol) {
    return i >= 0
        && i < size()
        && kinds[i] == Kind.SYMBOL.ordinal()
        && text.charAt(starts[i]) == symbol;
  }

  /** An unquoted word in upper case, or the empty string. */
  public String word(int i) {
    boolean word = i >= 0 && i < size() && kinds[i] == Kind.WORD.ordinal();
    return word ? image(i).toUpperCase(Locale.ROOT) : "";
  }

  /** Whether the token can be an identifier. */
  public boolean isName(int i) {
    if (i < 0 || i >= size()) {
      return false;
    }
    Kind kind = kind(i);
    return kind == Kind.WORD || kind == Kind.DOUBLE_QUOTED || kind == Kind.BACK_QUOTED;
  }

  /** An identifier without its quotes. */
  public String name(int i) {
    String image = image(i);
    if (kind(i) == Kind.WORD) {
      return image;
    }
    String quote = image.substring(0, 1);
    return image.substring(1, image.length() - 1).replace(quote + quote, quote);
  }

  /** The first token that ends after a character of the text; {@link #size} when none does. */
  public int after(int offset) {
    int found = Arrays.binarySearch(ends, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The index after a dotted name that begins at {@code i}; {@code i} itself when none does. */
  public int afterPath(int i) {
    if (!isName(i)) {
      return i;
    }
    int next = i + 1;
    while (is(next, '.') && isName(next + 1)) {
      next += 2;
    }
    return next;
  }

  /** The index of the bracket that closes the one at {@code i}, or {@code to} when none does. */
  public int closing(int i, int to) {
    int depth = 0;
    for (int k = i; k < to; k++) {
      if (opens(k)) {
        depth++;
      } else if (closes(k) && --depth == 0) {
        return k;
      }
    }
    return to;
  }

  public boolean opens(int i) {
    return is(i, '(') || is(i, '[') || is(i, '{');
  }

  public boolean closes(int i) {
    return is(i, ')') || is(i, ']') || is(i, '}');
  }

  /** Collects tokens in ascending order. */
  static final class Builder {
    private byte[] kinds = new byte[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;

    void add(Kind kind, int start, int end) {
      if (size == kinds.length) {
        kinds = Arrays.copyOf(kinds, size * 2);
        starts = Arrays.copyOf(starts, size * 2);
        ends = Arrays.copyOf(ends, size * 2);
      }
      kinds[size] = (byte) kind.ordinal();
      starts[size] = start;
      ends[size++] = end;
    }

    Tokens build(String text) {
      return new Tokens(
          text, Arrays.copyOf(kinds, size), Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
    }
  }
}
