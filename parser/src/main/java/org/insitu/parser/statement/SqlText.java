/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.statement;

import java.util.List;
import org.insitu.parser.error.Position;

/**
 * SQL in the warehouse's own language with our calls in it.
 *
 * @param text the text, word for word but for the quotes of names, at the same places; for {@code
 *     TABLE t} it is {@code SELECT * FROM t}
 * @param added how many characters at its begin the user did not write
 * @param position where what the user wrote begins in the statement
 * @param calls our calls, by ascending {@link MlCall#start}, not overlapping; empty for plain SQL
 */
public record SqlText(String text, int added, Position position, List<MlCall> calls) {
  private static final String TABLE = "SELECT * FROM ";

  public SqlText {
    calls = List.copyOf(calls);
  }

  /** Text that the user wrote all of. */
  public SqlText(String text, Position position, List<MlCall> calls) {
    this(text, 0, position, calls);
  }

  /** The rows of a table, {@code TABLE t}. */
  public static SqlText ofTable(String name, Position position) {
    return new SqlText(TABLE + name, TABLE.length(), position, List.of());
  }

  /** The characters {@code [from, to)} with the calls in them; no call stands across its ends. */
  public SqlText part(int from, int to) {
    int line = 0;
    int lineStart = added;
    for (int i = added; i < from; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    Position begin =
        new Position(
            position.line() + line, (line == 0 ? position.column() : 1) + from - lineStart);
    return new SqlText(
        text.substring(from, to),
        begin,
        calls.stream()
            .filter(call -> call.start() >= from && call.end() <= to)
            .map(call -> call.nearer(from))
            .toList());
  }
}
