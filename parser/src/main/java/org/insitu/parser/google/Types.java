/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.insitu.parser.text.Kind;
import org.insitu.parser.text.Tokens;

/** GoogleSQL's types in DuckDB's words. */
final class Types {
  /** A type deeper than this is nobody's; each level is a recursion. */
  private static final int NESTING_MAX = 32;

  private static final String DECIMAL = "DECIMAL(38, 9)";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("INT64", "BIGINT"),
          Map.entry("INT", "BIGINT"),
          Map.entry("SMALLINT", "BIGINT"),
          Map.entry("INTEGER", "BIGINT"),
          Map.entry("BIGINT", "BIGINT"),
          Map.entry("TINYINT", "BIGINT"),
          Map.entry("BYTEINT", "BIGINT"),
          Map.entry("FLOAT64", "DOUBLE"),
          Map.entry("NUMERIC", DECIMAL),
          Map.entry("DECIMAL", DECIMAL),
          Map.entry("BOOL", "BOOLEAN"),
          Map.entry("BOOLEAN", "BOOLEAN"),
          Map.entry("STRING", "VARCHAR"),
          Map.entry("BYTES", "BLOB"),
          Map.entry("DATE", "DATE"),
          Map.entry("DATETIME", "TIMESTAMP"),
          Map.entry("TIMESTAMP", "TIMESTAMP"),
          Map.entry("TIME", "TIME"),
          Map.entry("INTERVAL", "INTERVAL"),
          Map.entry("JSON", "JSON"));

  private final GoogleSource source;
  private final Tokens tokens;

  Types(GoogleSource source) {
    this.source = source;
    this.tokens = source.tokens();
  }

  /**
   * A type and where it ends.
   *
   * @param next the token behind it
   * @param text in DuckDB's words
   */
  record Type(int next, String text) {}

  /**
   * The type that begins at a token; empty for a word that is none of GoogleSQL's.
   *
   * <p><b>Errors:</b> {@code NOT_AVAILABLE_YET} for one that DuckDB has not.
   */
  Optional<Type> at(int i) {
    return at(i, 0);
  }

  private Optional<Type> at(int i, int depth) {
    String word = tokens.word(i);
    if (depth > NESTING_MAX) {
      throw source.wrong(
          "Types in types: more than %d (expected: <= %d).".formatted(NESTING_MAX, NESTING_MAX),
          i,
          "Write it flatter.");
    }
    return switch (word) {
      case "ARRAY" -> tokens.is(i + 1, '<') ? Optional.of(array(i, depth)) : Optional.empty();
      case "STRUCT" -> tokens.is(i + 1, '<') ? Optional.of(struct(i, depth)) : Optional.empty();
      case "BIGNUMERIC", "BIGDECIMAL", "GEOGRAPHY", "RANGE" ->
          throw source.notYet("Type " + word, i, "DuckDB has no type of its values.");
      default -> Optional.ofNullable(NAMES.get(word)).map(name -> simple(i, word, name));
    };
  }

  private Type simple(int i, String word, String name) {
    if (!source.opensAt(i + 1, '(')) {
      return new Type(i + 1, name);
    }
    int end = source.partner(i + 1);
    if (!name.equals(DECIMAL)) {
      throw source.notYet("A length of type " + word, i, "Leave it out.");
    }
    StringBuilder text = new StringBuilder("DECIMAL(");
    for (int k = i + 2; k < end; k++) {
      if (tokens.kind(k) != Kind.NUMBER && !tokens.is(k, ',')) {
        throw source.wrong("'" + tokens.image(k) + "' is no number.", k, "NUMERIC(10, 2)");
      }
      text.append(tokens.image(k));
    }
    // DuckDB's scale of DECIMAL(p) is written out.
    return new Type(end + 1, text + (end == i + 3 ? ", 0)" : ")"));
  }

  private Type array(int i, int depth) {
    Type element = element(i + 2, depth);
    return new Type(closing(element.next()), element.text() + "[]");
  }

  private Type struct(int i, int depth) {
    StringJoiner fields = new StringJoiner(", ", "STRUCT(", ")");
    int at = i + 1;
    do {
      if (!tokens.isName(at + 1) || tokens.is(at + 2, ',') || tokens.is(at + 2, '>')) {
        throw source.notYet("A STRUCT of fields without names", i, "Name its fields.");
      }
      Type field = element(at + 2, depth);
      fields.add(Quoted.name(tokens.name(at + 1)) + " " + field.text());
      at = field.next();
    } while (tokens.is(at, ','));
    return new Type(closing(at), fields.toString());
  }

  private Type element(int i, int depth) {
    return at(i, depth + 1)
        .orElseThrow(
            () ->
                source.wrong(
                    "'" + tokens.image(i) + "' is no type.",
                    Math.min(i, tokens.size() - 1),
                    "INT64, FLOAT64, STRING and BOOL are some."));
  }

  private int closing(int i) {
    if (!tokens.is(i, '>')) {
      throw source.wrong(
          "A type's '>' is missing.", Math.min(i, tokens.size() - 1), "ARRAY<INT64>");
    }
    return i + 1;
  }
}
