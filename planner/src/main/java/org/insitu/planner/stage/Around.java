/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.stage;

import org.insitu.parser.error.Position;

/**
 * What must stand around a piece of a statement for it to be a statement of its own: the common
 * tables that it may name.
 *
 * @param before {@code WITH a AS (...) SELECT * FROM (}, once for each WITH
 * @param after closing brackets
 */
public record Around(String before, String after) {
  public static final Around NOTHING = new Around("", "");

  /**
   * This, and inside of it one WITH more.
   *
   * @param tables its common tables, {@code a AS (...), b AS (...)}
   */
  public Around with(boolean recursive, String tables) {
    return new Around(
        before + (recursive ? "WITH RECURSIVE " : "WITH ") + tables + "\nSELECT * FROM (",
        ")" + after);
  }

  /** The piece as a statement. */
  public String sql(String piece) {
    return before.isEmpty() ? piece : before + "\n" + piece + "\n" + after;
  }

  /** A place of the statement as one of the piece; none when it lies before it. */
  public Position inPiece(Position place) {
    if (before.isEmpty() || !place.isKnown()) {
      return place;
    }
    int line = place.line() - (int) before.lines().count();
    return line < 1 ? Position.NONE : new Position(line, place.column());
  }
}
