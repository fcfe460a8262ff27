/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.statement.TransformClause;
import org.insitu.parser.text.Commas;
import org.insitu.parser.text.Source;
import org.insitu.parser.text.Span;
import org.insitu.parser.text.Tokens;

/**
 * Reads the select list of TRANSFORM.
 *
 * <p><b>Source:</b> BigQuery ML, "TRANSFORM" of CREATE MODEL: no aggregates, no sub-queries, no
 * unnamed columns, no window functions but those of preprocessing.
 */
final class TransformReader {
  private static final Set<String> AGGREGATES =
      Set.of(
          "ANY_VALUE",
          "ARRAY_AGG",
          "AVG",
          "CORR",
          "COUNT",
          "COUNTIF",
          "MAX",
          "MEDIAN",
          "MIN",
          "MODE",
          "STDDEV",
          "STDDEV_POP",
          "STDDEV_SAMP",
          "STRING_AGG",
          "SUM",
          "VARIANCE",
          "VAR_POP",
          "VAR_SAMP");

  private final Source source;
  private final Tokens tokens;
  private final SqlReader sql;

  TransformReader(Source source, SqlReader sql) {
    this.source = source;
    this.tokens = source.tokens();
    this.sql = sql;
  }

  TransformClause read(Span list) {
    refuse(list);
    List<TransformClause.Item> items = new ArrayList<>();
    for (Span item : Commas.split(tokens, list)) {
      if (item.isEmpty()) {
        throw error(item.from(), "An item is missing in TRANSFORM.", "Take the comma out.");
      }
      items.add(tokens.is(item.from(), '*') ? star(item) : named(item));
    }
    if (items.isEmpty()) {
      throw error(list.from(), "TRANSFORM has no item.", "Write TRANSFORM (*), or leave it out.");
    }
    return new TransformClause(items, source.positionOf(list.from()));
  }

  private void refuse(Span list) {
    for (int i = list.from(); i < list.to(); i++) {
      if (tokens.is(i, "SELECT")) {
        throw error(i, "A sub-query stands in TRANSFORM.", "Put it into the training query.");
      }
      boolean called = tokens.is(i + 1, '(') && !tokens.is(i - 1, '.');
      if (called && AGGREGATES.contains(tokens.word(i))) {
        throw error(
            i,
            "The aggregate %s stands in TRANSFORM.".formatted(tokens.word(i)),
            "Aggregate in the training query; the ML functions with OVER () look at all rows.");
      }
    }
  }

  private TransformClause.Star star(Span item) {
    List<String> except = new ArrayList<>();
    List<TransformClause.Named> replace = new ArrayList<>();
    int i = item.from() + 1;
    while (i < item.to()) {
      boolean excepts = tokens.is(i, "EXCEPT") || tokens.is(i, "EXCLUDE");
      if (!(excepts || tokens.is(i, "REPLACE")) || !tokens.is(i + 1, '(')) {
        throw error(
            i, "Unexpected '%s' after *.".formatted(tokens.image(i)), "Write * EXCEPT (a).");
      }
      int closing = tokens.closing(i + 1, item.to());
      for (Span part : Commas.split(tokens, new Span(i + 2, closing))) {
        if (excepts) {
          except.add(column(part));
        } else {
          replace.add(named(part));
        }
      }
      i = closing + 1;
    }
    return new TransformClause.Star(except, replace, source.positionOf(item.from()));
  }

  private String column(Span part) {
    if (part.to() != part.from() + 1 || !tokens.isName(part.from())) {
      throw error(part.from(), "EXCEPT takes names of columns.", "Write * EXCEPT (a, b).");
    }
    return tokens.name(part.from());
  }

  private TransformClause.Named named(Span item) {
    int last = item.to() - 1;
    boolean as = last > item.from() && tokens.is(last - 1, "AS") && tokens.isName(last);
    boolean bare = tokens.afterPath(item.from()) == item.to();
    boolean juxtaposed =
        !as && last > item.from() && tokens.isName(last) && tokens.closes(last - 1);
    if (!as && !bare && !juxtaposed) {
      throw error(
          item.from(), "An expression in TRANSFORM has no name.", "Write: expression AS name.");
    }
    int end = as ? last - 1 : bare ? item.to() : last;
    return new TransformClause.Named(
        sql.read(new Span(item.from(), end)), tokens.name(last), source.positionOf(item.from()));
  }

  private InsituException error(int token, String message, String hint) {
    return InsituException.of(ErrorCode.TRANSFORM, message)
        .at(source.positionOf(Math.min(token, tokens.size() - 1)))
        .hint(hint);
  }
}
