/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.statement.SqlText;
import org.insitu.parser.statement.Statement;
import org.insitu.parser.text.Head;
import org.insitu.parser.text.Islands;
import org.insitu.parser.text.Skeleton;
import org.insitu.parser.text.Source;
import org.insitu.parser.text.Span;
import org.insitu.parser.text.Tokens;
import org.insitu.parser.tree.SqlMlStatement;

/** Decides whose a statement is, and has ours read. */
final class StatementParser {
  /** EXPLAIN of EXPLAIN; each is a recursion. */
  static final int EXPLAIN_MAX = 8;

  private final Source source;
  private final Tokens tokens;
  private final NameQuotes quotes;
  private final SqlReader sql;

  StatementParser(Source source, Predicate<String> modelFunctions, NameQuotes quotes) {
    this.source = source;
    this.tokens = source.tokens();
    this.quotes = quotes;
    this.sql = new SqlReader(source, modelFunctions, quotes);
  }

  Statement parse() {
    int to = tokens.size();
    while (to > 0 && tokens.is(to - 1, ';')) {
      to--;
    }
    if (to == 0) {
      throw InsituException.of(ErrorCode.SYNTAX, "The statement is empty.")
          .hint("Write a statement before the semicolon.");
    }
    Span span = new Span(0, to);
    Statement statement = parse(span);
    if (!(statement instanceof Statement.Plain) || isFollowedByOurs(span)) {
      checkOne(span);
    }
    return statement;
  }

  private Statement parse(Span span) {
    int inner = Head.afterExplain(tokens, span);
    if (inner > span.from() && inner < span.to()) {
      return explain(span, new Span(inner, span.to()));
    }
    if (Head.isOurs(tokens, span)) {
      return ours(span, Islands.ofStatement(tokens, span));
    }
    checkSpelling(span);
    SqlText text = sql.readStatement(span);
    return text.calls().isEmpty() ? plain(span) : new Statement.MlQuery(text);
  }

  /**
   * All of the text up to the semicolon at its end, comments included; a dotted name in backticks
   * is a path here too, as it is beside our calls.
   */
  private Statement plain(Span span) {
    int end = span.to() < tokens.size() ? tokens.start(span.to()) : source.text().length();
    return new Statement.Plain(
        switch (quotes) {
          case AS_WRITTEN -> source.text().substring(0, end);
          case DOUBLE -> Backticks.paths(source, end);
        });
  }

  private Statement explain(Span whole, Span inner) {
    checkExplains(whole);
    Statement explained = parse(inner);
    if (explained instanceof Statement.Plain) {
      return plain(whole);
    }
    return ours(whole, List.of(inner));
  }

  private void checkExplains(Span span) {
    int depth = 0;
    int i = span.from();
    for (int next = Head.afterExplain(tokens, span);
        next > i;
        next = Head.afterExplain(tokens, new Span(i, span.to()))) {
      i = next;
      if (++depth > EXPLAIN_MAX) {
        throw InsituException.of(
                ErrorCode.SYNTAX,
                "EXPLAIN of EXPLAIN: more than %d (expected: <= %d)."
                    .formatted(EXPLAIN_MAX, EXPLAIN_MAX))
            .at(source.positionOf(i));
      }
    }
  }

  private Statement ours(Span span, List<Span> islands) {
    checkOne(span);
    Grammar.check(source, span);
    LaterClauses.check(source, span);
    Skeleton skeleton = new Skeleton(source, span, islands);
    SqlMlStatement node = (SqlMlStatement) Grammar.statement(skeleton);
    return new StatementReader(new Tree(skeleton), sql, this::parse).read(node);
  }

  /**
   * Whether a statement of ours stands behind a semicolon; a warehouse's procedure may hold any.
   */
  private boolean isFollowedByOurs(Span span) {
    for (int i = span.from(); i < span.to(); i++) {
      if (tokens.is(i, ';') && Head.isOurs(tokens, new Span(i + 1, span.to()))) {
        return true;
      }
    }
    return false;
  }

  /** A semicolon inside would hide a second statement. */
  private void checkOne(Span span) {
    for (int i = span.from(); i < span.to(); i++) {
      if (tokens.is(i, ';')) {
        throw InsituException.of(ErrorCode.SYNTAX, "One statement is expected; another follows.")
            .at(source.positionOf(i))
            .hint("Send them one by one, or as a script.");
      }
    }
  }

  private void checkSpelling(Span span) {
    Optional<Head.Misspelling> misspelling = Head.misspelling(tokens, span);
    if (misspelling.isPresent()) {
      Head.Misspelling found = misspelling.get();
      throw InsituException.of(
              ErrorCode.SYNTAX,
              "Unexpected '" + tokens.image(found.token()) + "'; expected " + found.meant() + ".")
          .at(source.positionOf(found.token()))
          .hint("Did you mean " + found.meant() + "?");
    }
  }
}
