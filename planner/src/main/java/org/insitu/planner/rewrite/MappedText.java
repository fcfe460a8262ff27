/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.SqlText;

/**
 * A rewritten text that knows which of its characters the user wrote, so that the warehouse's
 * complaint about the new text can point into the old one.
 */
public final class MappedText {
  private final String original;
  private final Position origin;
  private final int added;
  private final StringBuilder text = new StringBuilder();
  private final List<Segment> segments = new ArrayList<>();

  /**
   * Characters {@code [from, from + length)} of the original stand at {@code at} in the new text.
   */
  private record Segment(int at, int from, int length) {}

  private final List<Written> written = new ArrayList<>();

  /** Characters that stand for a call of the user's. */
  private record Written(int at, int length, Position call) {}

  /**
   * Starts an empty text.
   *
   * @param origin where the original begins in the user's statement
   */
  public MappedText(String original, Position origin) {
    this(original, 0, origin);
  }

  private MappedText(String original, int added, Position origin) {
    this.original = original;
    this.added = added;
    this.origin = origin;
  }

  /** An empty text that is to be made of this one. */
  static MappedText from(SqlText sql) {
    return new MappedText(sql.text(), sql.added(), sql.position());
  }

  /** Copies characters of the original. */
  public MappedText copy(int from, int to) {
    segments.add(new Segment(text.length(), from, to - from));
    text.append(original, from, to);
    return this;
  }

  /** Adds text that the user did not write. */
  public MappedText add(String written) {
    text.append(written);
    return this;
  }

  /**
   * Adds text that stands for a call of the user's.
   *
   * @param call where it is
   */
  public MappedText add(String text, Position call) {
    written.add(new Written(this.text.length(), text.length(), call));
    return add(text);
  }

  /** The call that a place of the new text stands for; empty when it stands for none. */
  public Optional<Position> call(Position place) {
    if (!place.isKnown()) {
      return Optional.empty();
    }
    int offset = offset(text, place);
    return written.stream()
        .filter(part -> offset >= part.at() && offset < part.at() + part.length())
        .map(Written::call)
        .findFirst();
  }

  public String text() {
    return text.toString();
  }

  /**
   * The place in the user's statement of a place in the new text, of a call for the text that
   * stands for it; NONE when the user has no such.
   */
  public Position original(Position place) {
    if (!place.isKnown()) {
      return Position.NONE;
    }
    int offset = offset(text, place);
    for (Segment segment : segments) {
      if (offset >= segment.at() && offset < segment.at() + segment.length()) {
        return place(original, Math.max(added, segment.from() + offset - segment.at()));
      }
    }
    return call(place).orElse(Position.NONE);
  }

  private static int offset(CharSequence text, Position place) {
    int line = 1;
    int at = 0;
    while (line < place.line() && at < text.length()) {
      if (text.charAt(at++) == '\n') {
        line++;
      }
    }
    return at + place.column() - 1;
  }

  private Position place(String text, int offset) {
    int line = 0;
    int lineStart = added;
    for (int i = added; i < offset; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    int column = offset - lineStart;
    return line == 0
        ? new Position(origin.line(), origin.column() + column)
        : new Position(origin.line() + line, column + 1);
  }
}
