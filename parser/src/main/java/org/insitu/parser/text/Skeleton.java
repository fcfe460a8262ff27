/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.text;

import java.util.List;
import org.insitu.parser.error.Position;

/**
 * A part of the text as the grammar reads it: each island is a run of one character that stands in
 * no grammar, line ends excepted, so that every position in the skeleton is the position in the
 * text.
 *
 * <pre>{@code
 * TRAIN MODEL m ON (SELECT a::INT FROM t) OPTIONS (...)
 * TRAIN MODEL m ON (#####################) OPTIONS (...)
 * }</pre>
 */
public final class Skeleton {
  private static final char FILL = '\uE000';

  private final Source source;
  private final int start;
  private final String original;
  private final String text;
  private final Lines lines;

  /**
   * @param span the tokens to read
   * @param islands the tokens to hide, ascending, inside {@code span}; empty ones hide nothing
   */
  public Skeleton(Source source, Span span, List<Span> islands) {
    this.source = source;
    Tokens tokens = source.tokens();
    start = tokens.start(span.from());
    original = source.text(span.from(), span.to());
    StringBuilder hidden = new StringBuilder(original);
    for (Span island : islands) {
      if (!island.isEmpty()) {
        hide(hidden, tokens.start(island.from()) - start, tokens.end(island.to() - 1) - start);
      }
    }
    text = hidden.toString();
    lines = new Lines(text);
  }

  private static void hide(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\r') {
        text.setCharAt(i, FILL);
      }
    }
  }

  public Source source() {
    return source;
  }

  /** What the grammar reads. */
  public String text() {
    return text;
  }

  /** The same characters, nothing hidden. */
  public String original() {
    return original;
  }

  /** The character of the whole text that the grammar calls line and column. */
  public int offset(int line, int column) {
    return start + lines.offset(line, column);
  }

  /** The character of the whole text after the last one of this part. */
  public int end() {
    return start + original.length();
  }

  public Position position(int line, int column) {
    return source.position(offset(line, column));
  }
}
