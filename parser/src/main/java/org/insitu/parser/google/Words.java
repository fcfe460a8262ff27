/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.insitu.parser.text.Kind;
import org.insitu.parser.text.Span;
import org.insitu.parser.text.Tokens;

/** Words and symbols that GoogleSQL means otherwise than DuckDB does. */
final class Words {
  /** Words behind which a bracket belongs to a name, not to a call. */
  private static final Set<String> BEFORE_NAMES =
      Set.of("TABLE", "INTO", "VIEW", "EXISTS", "FUNCTION", "MODEL", "AS");

  /** Words behind which a bracket is a list, not a subscript. */
  private static final Set<String> BEFORE_LISTS =
      Set.of(
          "SELECT",
          "DISTINCT",
          "ALL",
          "ARRAY",
          "IN",
          "THEN",
          "ELSE",
          "WHEN",
          "AND",
          "OR",
          "NOT",
          "CASE",
          "AS",
          "BETWEEN",
          "LIKE",
          "ON",
          "WHERE",
          "HAVING",
          "BY",
          "VALUES",
          "FROM",
          "LIMIT",
          "UNNEST",
          "SET",
          "DEFAULT",
          "RETURN",
          "QUALIFY",
          "IS");

  private final GoogleSource source;
  private final Tokens tokens;
  private final StatementWriter out;
  private final Types types;
  private final Calls calls;
  private final SafeCalls safeCalls;
  private final Intervals intervals;
  private final Set<Integer> typesAt = new HashSet<>();

  Words(GoogleSource source, StatementWriter out, Paths paths) {
    this.source = source;
    this.tokens = source.tokens();
    this.out = out;
    this.types = new Types(source);
    this.calls = new Calls(source, out, types);
    this.safeCalls = new SafeCalls(source, out, calls);
    this.intervals = new Intervals(source, out);
    TableColumns.find(source, types, paths, typesAt);
  }

  /** Whether a value is an ML function's own argument, which our grammar reads. */
  boolean isOfMl(int i) {
    return calls.isOfMl(i);
  }

  /** A symbol among options, where there are no operators. */
  int option(int i) {
    if (tokens.is(i, '$')) {
      throw source.wrong("Unexpected '$'.", i, "A name with it stands in backticks.");
    }
    return out.copy(i);
  }

  int symbol(int i) {
    switch (source.text().charAt(tokens.start(i))) {
      case '^' -> throw source.notYet("The operator ^", i, "xor(a, b).");
      case '@' -> requireVersion(i);
      case '[' -> {
        if (isSubscript(i)) {
          return subscript(i);
        }
      }
      default -> {}
    }
    return option(i);
  }

  /** {@code model@2} is ours; {@code @x} is a named parameter, and DuckDB's absolute value. */
  private void requireVersion(int i) {
    if (!tokens.isName(i - 1) || !source.touchesNext(i - 1)) {
      throw source.notYet("A named parameter", i, "A parameter is written ?.");
    }
  }

  private boolean isSubscript(int i) {
    if (i == 0 || !source.opensAt(i, '[')) {
      return false;
    }
    return tokens.isName(i - 1)
        ? !BEFORE_LISTS.contains(tokens.word(i - 1))
        : tokens.is(i - 1, ')') || tokens.is(i - 1, ']');
  }

  /** {@code a[OFFSET(0)]} is {@code a[1]}; of what is not there DuckDB makes NULL. */
  private int subscript(int i) {
    int end = source.partner(i);
    boolean called = source.opensAt(i + 2, '(') && source.partner(i + 2) == end - 1;
    Span inner = new Span(i + 3, end - 1);
    switch (called ? tokens.word(i + 1) : "") {
      case "OFFSET", "SAFE_OFFSET" -> out.template(i, "[greatest(($1) + 1, 0)]", List.of(inner));
      case "ORDINAL", "SAFE_ORDINAL" -> out.template(i, "[greatest($1, 0)]", List.of(inner));
      default -> {
        if (!source.isString(i + 1)) {
          throw source.notYet(
              "A subscript without OFFSET or ORDINAL", i, "a[OFFSET(0)] is the first element.");
        }
        return out.copy(i);
      }
    }
    return end + 1;
  }

  int word(int i) {
    if (tokens.is(i - 1, '.')) {
      return out.copy(i);
    }
    if (typesAt.contains(i)) {
      Types.Type type = types.at(i).orElseThrow();
      out.put(type.text(), i);
      return type.next();
    }
    String word = tokens.word(i);
    String before = tokens.word(i - 1);
    if (word.equals("SAFE") && tokens.is(i + 1, '.')) {
      return safeCalls.write(i);
    }
    if (source.opensAt(i + 1, '(') && !BEFORE_NAMES.contains(before)) {
      return calls.call(i, word);
    }
    int next = out.path(i);
    return next > i ? next : plain(i, word);
  }

  private int plain(int i, String word) {
    return switch (word) {
      case "NUMERIC", "DECIMAL" ->
          source.isString(i + 1) ? out.put("DECIMAL(38, 9)", i) : out.copy(i);
      case "BIGNUMERIC", "BIGDECIMAL" -> {
        if (source.isString(i + 1)) {
          throw source.notYet("Type " + word, i, "NUMERIC has 38 digits, 9 behind the point.");
        }
        yield out.copy(i);
      }
      case "DATETIME" -> source.isString(i + 1) ? out.put("TIMESTAMP", i) : out.copy(i);
      case "TIMESTAMP" -> source.isString(i + 1) ? timestamp(i) : out.copy(i);
      case "CURRENT_DATE", "CURRENT_TIMESTAMP", "CURRENT_DATETIME" ->
          tokens.is(i - 1, "AS")
              ? out.copy(i)
              : out.put(Functions.template(word, 0).orElseThrow(), i);
      case "INTERVAL" -> intervals.interval(i);
      case "ORDER" -> {
        new OrderBy(source, out).mark(i);
        yield out.copy(i);
      }
      case "LIKE" -> like(i);
      case "OFFSET" -> offset(i);
      case "INSERT", "MERGE" -> change(i, "INTO");
      case "DELETE" -> change(i, "FROM");
      case "ARRAY" -> tokens.is(i + 1, '<') ? calls.array(i) : out.copy(i);
      default -> {
        check(i, word);
        yield out.copy(i);
      }
    };
  }

  /** A literal with a zone is the instant that it names, by UTC's clock. */
  private int timestamp(int i) {
    if (!Casts.hasZone(Quoted.of(source, i + 1).value())) {
      return out.copy(i);
    }
    out.template(i, Casts.TIMESTAMP, List.of(new Span(i + 1, i + 2)));
    return i + 2;
  }

  /** A backslash escapes in GoogleSQL's patterns, and in DuckDB's where it is told so. */
  private int like(int i) {
    if (source.isString(i + 1) && Quoted.of(source, i + 1).value().indexOf('\\') >= 0) {
      out.putBehind(i + 1, " ESCAPE '\\'");
    }
    return out.copy(i);
  }

  /** A column's name, but for LIMIT's word before a number. */
  private int offset(int i) {
    boolean ofLimit =
        i + 1 < tokens.size() && (tokens.kind(i + 1) == Kind.NUMBER || tokens.is(i + 1, '?'));
    return ofLimit || source.opensAt(i + 1, '(') ? out.copy(i) : out.put("\"offset\"", i);
  }

  /** {@code INSERT t}, whose INTO may be left out. */
  private int change(int i, String needed) {
    boolean whole = tokens.is(i + 1, needed) || tokens.is(i + 1, "OR") || !tokens.isName(i + 1);
    out.copy(i);
    if (i == 0 && !whole) {
      out.put(" " + needed, i);
    }
    return i + 1;
  }

  private void check(int i, String word) {
    switch (word) {
      case "AT" -> {
        if (tokens.are(i + 1, "TIME", "ZONE")) {
          throw source.notYet(
              "AT TIME ZONE but of a literal in EXTRACT", i, "Timestamps are of UTC's clock.");
        }
      }
      case "WITH" -> {
        if (tokens.is(i + 1, "OFFSET") && !tokens.is(i + 3, '(')) {
          throw source.notYet(
              "WITH OFFSET but behind UNNEST", i, "FROM UNNEST(list) AS x WITH OFFSET AS place.");
        }
      }
      case "SELECT" -> {
        if (tokens.are(i + 1, "AS", "STRUCT") || tokens.are(i + 1, "AS", "VALUE")) {
          throw source.notYet("SELECT AS " + tokens.word(i + 2), i, "SELECT STRUCT(...).");
        }
      }
      case "STRUCT" -> {
        if (tokens.is(i + 1, '<')) {
          throw source.notYet("STRUCT with types", i, "STRUCT(CAST(x AS INT64) AS name).");
        }
      }
      default -> {}
    }
  }
}
