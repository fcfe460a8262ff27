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
 * @param position where the text begins in the statement
 * @param calls our calls, by ascending {@link MlCall#start}, not overlapping; empty for plain SQL
 */
public record SqlText(String text, Position position, List<MlCall> calls) {
  public SqlText {
    calls = List.copyOf(calls);
  }
}
