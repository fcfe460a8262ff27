/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import java.util.Set;
import org.insitu.parser.text.Tokens;

/** ORDER BY: a NULL is less than all else in GoogleSQL, and last in DuckDB unless it is told. */
final class OrderBy {
  private static final Set<String> AFTER =
      Set.of("LIMIT", "OFFSET", "ROWS", "RANGE", "GROUPS", "UNION", "INTERSECT", "EXCEPT");

  private final GoogleSource source;
  private final Tokens tokens;
  private final StatementWriter out;

  OrderBy(GoogleSource source, StatementWriter out) {
    this.source = source;
    this.tokens = source.tokens();
    this.out = out;
  }

  /** Has the items behind ORDER say where their NULLs go. */
  void mark(int order) {
    if (!tokens.is(order + 1, "BY")) {
      return;
    }
    int from = order + 2;
    int i = from;
    while (!ends(i, from)) {
      if (tokens.is(i, ',')) {
        item(from, i);
        from = i + 1;
      }
      i = source.next(i);
    }
    item(from, i);
  }

  private boolean ends(int i, int from) {
    return i >= tokens.size()
        || tokens.closes(i)
        || tokens.is(i, ';')
        || tokens.are(i, "ORDER", "BY")
        || (i > from && AFTER.contains(tokens.word(i)) && !tokens.is(i - 1, '.'));
  }

  private void item(int from, int to) {
    if (from < to && !tokens.is(to - 2, "NULLS")) {
      out.putBehind(to - 1, tokens.is(to - 1, "DESC") ? " NULLS LAST" : " NULLS FIRST");
    }
  }
}
