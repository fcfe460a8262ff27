/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.insitu.parser.option.MlFunction;
import org.insitu.parser.option.Preprocessing;
import org.jspecify.annotations.Nullable;

/**
 * Finds our calls in text that no grammar of ours reads. A word is a call only where a function can
 * be called: {@code INSERT INTO predict (a)}, {@code WITH predict(a) AS (...)} and {@code
 * s.predict(a)} are the warehouse's own.
 */
public final class CallFinder {
  /** After these a name with brackets is a table, a view or a function being made. */
  private static final Set<String> NAMING =
      Set.of(
          "INTO",
          "TABLE",
          "VIEW",
          "EXISTS",
          "FROM",
          "JOIN",
          "COPY",
          "REFERENCES",
          "WITH",
          "RECURSIVE",
          "UPDATE",
          "FUNCTION",
          "MACRO",
          "INDEX",
          "PROCEDURE",
          "ANALYZE",
          "AS");

  /** Statements that hold a query; other ones never hold a call by a bare name. */
  private static final Set<String> QUERIES =
      Set.of(
          "SELECT",
          "WITH",
          "FROM",
          "VALUES",
          "INSERT",
          "UPDATE",
          "DELETE",
          "MERGE",
          "COPY",
          "CREATE",
          "EXPLAIN",
          "DESCRIBE",
          "SUMMARIZE",
          "PIVOT",
          "UNPIVOT",
          "EXPORT",
          "");

  private final Tokens tokens;
  private final Span span;
  private final boolean bareNames;
  private final Predicate<String> modelFunctions;

  private CallFinder(
      Tokens tokens, Span span, boolean bareNames, Predicate<String> modelFunctions) {
    this.tokens = tokens;
    this.span = span;
    this.bareNames = bareNames;
    this.modelFunctions = modelFunctions;
  }

  /**
   * The outermost calls of a query or an expression, in order.
   *
   * @param modelFunctions whether a name was given by FUNCTION to a model
   */
  public static List<CallSite> find(Tokens tokens, Span span, Predicate<String> modelFunctions) {
    return new CallFinder(tokens, span, true, modelFunctions).find();
  }

  /** The outermost calls of a whole statement, in order. */
  public static List<CallSite> findInStatement(
      Tokens tokens, Span span, Predicate<String> modelFunctions) {
    return new CallFinder(tokens, span, holdsQuery(tokens, span), modelFunctions).find();
  }

  private static boolean holdsQuery(Tokens tokens, Span span) {
    String first = tokens.word(span.from());
    if (!first.equals("CREATE")) {
      return QUERIES.contains(first);
    }
    for (int i = span.from() + 1; i < Math.min(span.from() + 6, span.to()); i++) {
      if (tokens.is(i, "TABLE") || tokens.is(i, "VIEW")) {
        return true;
      }
    }
    return false;
  }

  private List<CallSite> find() {
    List<CallSite> calls = new ArrayList<>();
    int i = span.from();
    while (i < span.to()) {
      CallSite.Kind kind = kindAt(i);
      if (kind == null) {
        i++;
        continue;
      }
      int name = tokens.is(i + 1, '.') ? i + 2 : i;
      int end = tokens.closing(name + 1, span.to());
      Span arguments = new Span(name + 2, end);
      if (kind == CallSite.Kind.PREPROCESSING && tokens.is(end + 1, "OVER")) {
        end = tokens.is(end + 2, '(') ? tokens.closing(end + 2, span.to()) : end + 2;
      }
      calls.add(new CallSite(kind, name, new Span(i, Math.min(end + 1, span.to())), arguments));
      i = end + 1;
    }
    return calls;
  }

  private CallSite.@Nullable Kind kindAt(int i) {
    if (isOfMl(i) && Preprocessing.NAMES.contains(tokens.word(i + 2))) {
      return CallSite.Kind.PREPROCESSING;
    }
    if (isTableFunction(i)) {
      return CallSite.Kind.TABLE_FUNCTION;
    }
    if (isTransactSql(i)) {
      return CallSite.Kind.TRANSACT_SQL;
    }
    if (!bareNames || !tokens.isName(i) || !tokens.is(i + 1, '(')) {
      return null;
    }
    if (isScalar(i)) {
      return isCallable(i) ? CallSite.Kind.SCALAR : null;
    }
    return modelFunctions.test(tokens.name(i)) && isCallable(i) ? CallSite.Kind.NAMED : null;
  }

  /** ML with a known function, or with any function whose first argument is a model. */
  private boolean isTableFunction(int i) {
    return isOfMl(i)
        && (MlFunction.of(tokens.word(i + 2)).isPresent()
            || (tokens.is(i + 4, "MODEL") && tokens.isName(i + 5)));
  }

  /** {@code ML.NAME(}. */
  private boolean isOfMl(int i) {
    return tokens.is(i, "ML")
        && tokens.is(i + 1, '.')
        && tokens.is(i + 3, '(')
        && !tokens.is(i - 1, '.');
  }

  private boolean isCallable(int i) {
    String before = i > span.from() ? tokens.word(i - 1) : "";
    boolean compares = before.equals("FROM") && tokens.is(i - 2, "DISTINCT");
    if (tokens.is(i - 1, '.') || (NAMING.contains(before) && !compares)) {
      return false;
    }
    int after = tokens.closing(i + 1, span.to()) + 1;
    boolean commonTable =
        tokens.is(after, "AS")
            && (tokens.is(after + 1, '(')
                || tokens.are(after + 1, "MATERIALIZED")
                || tokens.are(after + 1, "NOT", "MATERIALIZED"));
    return !commonTable;
  }

  private boolean isScalar(int i) {
    if (!tokens.is(i, "PREDICT") && !tokens.is(i, "PROBABILITY")) {
      return false;
    }
    int next = tokens.afterPath(i + 2);
    if (next == i + 2 || isConstant(i + 2)) {
      return false;
    }
    if (tokens.is(next, '@')) {
      next += 2;
    }
    return tokens.is(next, ')')
        || tokens.is(next, "USING")
        || (tokens.is(next, "FOR") && tokens.is(i, "PROBABILITY"));
  }

  private boolean isConstant(int i) {
    return tokens.is(i, "NULL") || tokens.is(i, "TRUE") || tokens.is(i, "FALSE");
  }

  /** {@code PREDICT(MODEL = ..., DATA = ...)}. */
  private boolean isTransactSql(int i) {
    if (!tokens.are(i, "PREDICT")
        || !tokens.is(i + 1, '(')
        || !tokens.is(i + 2, "MODEL")
        || !tokens.is(i + 3, '=')) {
      return false;
    }
    Span arguments = new Span(i + 2, tokens.closing(i + 1, span.to()));
    return Commas.split(tokens, arguments).stream()
        .anyMatch(a -> tokens.is(a.from(), "DATA") && tokens.is(a.from() + 1, '='));
  }
}
