/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.text;

import org.insitu.parser.error.Position;

/** A statement's text with its tokens and lines. */
public final class Source {
  private final Tokens tokens;
  private final Lines lines;

  public Source(String text) {
    tokens = Tokens.of(text);
    lines = new Lines(text);
  }

  public Tokens tokens() {
    return tokens;
  }

  public String text() {
    return tokens.source();
  }

  /** The place of a character. */
  public Position position(int offset) {
    return lines.position(offset);
  }

  /** The place of a token. */
  public Position positionOf(int token) {
    return lines.position(tokens.start(token));
  }

  /** The characters of the tokens {@code [from, to)}; empty when there are none. */
  public String text(int from, int to) {
    return from >= to ? "" : text().substring(tokens.start(from), tokens.end(to - 1));
  }
}
