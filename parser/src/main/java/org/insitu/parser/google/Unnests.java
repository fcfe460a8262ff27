/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import java.util.List;
import java.util.Set;
import org.insitu.parser.text.Kind;
import org.insitu.parser.text.Span;
import org.insitu.parser.text.Tokens;

/**
 * UNNEST: behind IN a query, in FROM a table of one column, of the name that the array is given;
 * with its elements' places, from 0, in a second one.
 */
final class Unnests {
  /** Words that follow a table and are no name for it. */
  private static final Set<String> AFTER_TABLES =
      Set.of(
          "WHERE",
          "JOIN",
          "LEFT",
          "RIGHT",
          "FULL",
          "INNER",
          "CROSS",
          "ON",
          "USING",
          "GROUP",
          "ORDER",
          "HAVING",
          "QUALIFY",
          "WINDOW",
          "LIMIT",
          "UNION",
          "EXCEPT",
          "INTERSECT",
          "WITH",
          "TABLESAMPLE",
          "PIVOT",
          "UNPIVOT",
          "SET");

  private static final String WITH_PLACES =
      "(SELECT insitu_u.v AS %1$s, insitu_u.i AS %2$s FROM (SELECT unnest(list_transform($1,"
          + " lambda insitu_v, insitu_i: struct_pack(v := insitu_v, i := insitu_i - 1)))"
          + " AS insitu_u)) AS %1$s";

  private final GoogleSource source;
  private final Tokens tokens;
  private final StatementWriter out;

  Unnests(GoogleSource source, StatementWriter out) {
    this.source = source;
    this.tokens = source.tokens();
    this.out = out;
  }

  /** Writes the call whose name stands here; answers with the token behind it. */
  int write(int i) {
    int end = source.partner(i + 1);
    List<Span> array = List.of(new Span(i + 2, end));
    if (tokens.is(i - 1, "IN")) {
      out.template(i, "(SELECT unnest($1))", array);
      return end + 1;
    }
    boolean inFrom = tokens.is(i - 1, "FROM") || tokens.is(i - 1, "JOIN") || tokens.is(i - 1, ',');
    int alias = alias(end + 1);
    int with = alias < 0 ? end + 1 : alias + 1;
    boolean places = inFrom && tokens.are(with, "WITH", "OFFSET");
    if (!inFrom || (alias < 0 && !places)) {
      return out.copy(i);
    }
    String name = alias < 0 ? "insitu_element" : Quoted.name(tokens.name(alias));
    int next = with;
    if (places) {
      int place = alias(with + 2);
      String column = place < 0 ? "\"offset\"" : Quoted.name(tokens.name(place));
      String template = WITH_PLACES.formatted(name.replace("$", "$$"), column.replace("$", "$$"));
      out.template(i, template, array);
      next = place < 0 ? with + 2 : place + 1;
    } else {
      out.template(i, "unnest($1)", array);
      out.put(" AS " + name + "(" + name + ")", alias);
    }
    boolean joined = tokens.is(i - 1, "JOIN") && !tokens.is(i - 2, "CROSS");
    if (joined && !tokens.is(next, "ON") && !tokens.is(next, "USING")) {
      out.put(" ON TRUE", next - 1);
    }
    return next;
  }

  /** The name at a token, with AS before it or without; -1 for none. */
  private int alias(int i) {
    int name = tokens.is(i, "AS") ? i + 1 : i;
    boolean isNamed =
        name < tokens.size()
            && (tokens.kind(name) == Kind.WORD || tokens.kind(name) == Kind.BACK_QUOTED)
            && !AFTER_TABLES.contains(tokens.word(name));
    return isNamed ? name : -1;
  }
}
