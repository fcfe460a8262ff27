/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import java.util.List;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl.LexicalState;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.util.SourceStringReader;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.grammar.InsituGrammar;
import org.insitu.parser.grammar.TokenMgrError;
import org.insitu.parser.text.Kind;
import org.insitu.parser.text.Skeleton;
import org.insitu.parser.text.Source;
import org.insitu.parser.text.Span;
import org.insitu.parser.text.Tokens;

/** Runs the generated parser and tells its errors in our words. */
final class Grammar {
  /** Brackets within brackets; the generated parser's stack grows with them. */
  static final int NESTING_MAX = 200;

  private static final int IDENTIFIER_CHARS_MAX = 1024;

  private static final SqlParser.Config CONFIG =
      SqlParser.config()
          .withParserFactory(InsituGrammar.FACTORY)
          .withQuoting(Quoting.DOUBLE_QUOTE)
          .withUnquotedCasing(Casing.UNCHANGED)
          .withQuotedCasing(Casing.UNCHANGED)
          .withCaseSensitive(false)
          .withConformance(SqlConformanceEnum.BABEL)
          .withIdentifierMaxLength(IDENTIFIER_CHARS_MAX);

  private Grammar() {}

  /** One of the grammar's entry points. */
  @FunctionalInterface
  private interface Production {
    SqlNode read(InsituGrammar grammar) throws Exception;
  }

  static SqlNode statement(Skeleton skeleton) {
    return read(skeleton, InsituGrammar::MlStatementEof);
  }

  static SqlNode call(Skeleton skeleton) {
    return read(skeleton, InsituGrammar::CallEof);
  }

  static SqlNode query(Source source) {
    Tokens tokens = source.tokens();
    int to = tokens.size();
    while (to > 0 && tokens.is(to - 1, ';')) {
      to--;
    }
    Span all = new Span(0, to);
    if (all.isEmpty()) {
      throw InsituException.of(ErrorCode.SYNTAX, "The query is empty.");
    }
    check(source, all);
    for (int i = 0; i + 1 < to; i++) {
      // To Calcite this begins a comment, to DuckDB it divides.
      if (tokens.is(i, '/') && tokens.is(i + 1, '/') && tokens.start(i + 1) == tokens.end(i)) {
        throw InsituException.of(ErrorCode.SYNTAX, "The operator // is not known.")
            .at(source.positionOf(i));
      }
    }
    Skeleton skeleton = new Skeleton(source, all, List.of());
    try {
      SqlNode query = SqlParser.create(skeleton.text(), CONFIG).parseQuery();
      if (query.isA(SqlKind.QUERY)) {
        return query;
      }
    } catch (SqlParseException e) {
      throw SyntaxErrors.translate(e, skeleton);
    }
    throw InsituException.of(ErrorCode.SYNTAX, "A query is expected.").at(source.positionOf(0));
  }

  /** Refuses what never ends and what is nested too deep, before anything recurses into it. */
  static void check(Source source, Span span) {
    Tokens tokens = source.tokens();
    int depth = 0;
    for (int i = span.from(); i < span.to(); i++) {
      if (tokens.kind(i) == Kind.UNENDED) {
        String what = tokens.image(i).startsWith("/*") ? "comment" : "quoted text";
        throw InsituException.of(ErrorCode.SYNTAX, "The " + what + " that begins here never ends.")
            .at(source.positionOf(i))
            .hint("Close it.");
      }
      if (tokens.opens(i) && ++depth > NESTING_MAX) {
        throw InsituException.of(
                ErrorCode.SYNTAX,
                "Brackets within brackets: more than %d (expected: <= %d)."
                    .formatted(NESTING_MAX, NESTING_MAX))
            .at(source.positionOf(i));
      }
      if (tokens.closes(i)) {
        depth--;
      }
    }
  }

  private static SqlNode read(Skeleton skeleton, Production production) {
    InsituGrammar grammar =
        (InsituGrammar) InsituGrammar.FACTORY.getParser(new SourceStringReader(skeleton.text()));
    grammar.setOriginalSql(skeleton.original());
    grammar.setTabSize(1);
    grammar.setQuotedCasing(CONFIG.quotedCasing());
    grammar.setUnquotedCasing(CONFIG.unquotedCasing());
    grammar.setIdentifierMaxLength(CONFIG.identifierMaxLength());
    grammar.setConformance(CONFIG.conformance());
    grammar.switchTo(LexicalState.DQID);
    try {
      return production.read(grammar);
    } catch (Exception | TokenMgrError e) {
      throw SyntaxErrors.translate(grammar.normalizeException(e), skeleton);
    }
  }
}
