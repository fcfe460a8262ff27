/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import java.util.function.Predicate;
import org.apache.calcite.sql.SqlNode;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.statement.Statement;
import org.insitu.parser.text.Source;

/**
 * Reads the language.
 *
 * <p>{@link #parse} makes a record of one statement. It looks at tokens first: what holds none of
 * our statements and calls becomes {@link Statement.Plain}, untouched. Of the rest, every part that
 * is the warehouse's own language is hidden from the grammar, so that no dialect is too strange for
 * it, and stands in the record as text.
 *
 * <p>{@link #parseQuery} reads a whole query by Calcite's grammar with ours in it, for those who
 * want to reason about it; it fails where the dialect is too strange.
 *
 * <p><b>Threads:</b> any. <b>Errors:</b> {@code SYNTAX}, {@code STATEMENT_TOO_LONG}, {@code
 * UNKNOWN_FUNCTION}, {@code NOT_AVAILABLE_YET}, with positions in the text given.
 */
public final class InsituParser {
  /** The longest statement, in UTF-16 units: twice its bytes in memory, and as much in tokens. */
  public static final int STATEMENT_CHARS_MAX = 16 * 1024 * 1024;

  private InsituParser() {}

  /**
   * Reads one statement, with or without a semicolon at its end.
   *
   * @param modelFunctions whether a name, as written, is one that FUNCTION gave to a model
   */
  public static Statement parse(String statement, Predicate<String> modelFunctions) {
    return parse(statement, modelFunctions, NameQuotes.AS_WRITTEN);
  }

  /**
   * Reads one statement.
   *
   * @param quotes of the names in the statement's SQL; a plain statement stays as it is
   */
  public static Statement parse(
      String statement, Predicate<String> modelFunctions, NameQuotes quotes) {
    checkLength(statement);
    return new StatementParser(new Source(statement), modelFunctions, quotes).parse();
  }

  /** Reads a query whole. */
  public static SqlNode parseQuery(String sql) {
    checkLength(sql);
    return Grammar.query(new Source(sql));
  }

  /**
   * Refuses what is too long to be read.
   *
   * <p><b>Errors:</b> {@code STATEMENT_TOO_LONG}.
   */
  public static void checkLength(String text) {
    if (text.length() > STATEMENT_CHARS_MAX) {
      throw InsituException.of(
          ErrorCode.STATEMENT_TOO_LONG,
          "Statement length: %d characters (expected: <= %d)."
              .formatted(text.length(), STATEMENT_CHARS_MAX));
    }
  }
}
