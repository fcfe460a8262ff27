/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import java.util.List;
import java.util.function.Predicate;
import org.insitu.parser.InsituParser;

/**
 * Statements of GoogleSQL in the words of DuckDB's SQL: strings, comments and quoted names by the
 * standard's lexical rules, types and functions under DuckDB's names. ML functions and statements
 * are the same in both and stay.
 *
 * <p>What has no equal keeps its text, where DuckDB then says that it does not know it; what DuckDB
 * would answer otherwise is refused.
 *
 * <p><b>Threads:</b> any. <b>Cost:</b> one pass. <b>Errors:</b> {@code SYNTAX}, {@code
 * NOT_AVAILABLE_YET}, {@code STATEMENT_TOO_LONG}, with places in what the user typed.
 */
public final class GoogleSql {
  private GoogleSql() {}

  /** One statement, or several, in the standard's lexical rules; every path stays whole. */
  public static Translation translate(String statement) {
    return translate(statement, path -> true);
  }

  /**
   * The same, with projects that are not known left out.
   *
   * @param known whether a table's, a model's or a dataset's path with a project is known as it is
   */
  public static Translation translate(String statement, Predicate<List<String>> known) {
    InsituParser.checkLength(statement);
    return new StatementWriter(new GoogleSource(statement), known).write();
  }
}
