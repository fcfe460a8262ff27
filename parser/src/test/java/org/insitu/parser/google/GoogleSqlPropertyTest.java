/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.insitu.parser.ScriptStatement;
import org.insitu.parser.Scripts;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.option.Choice;
import org.insitu.parser.text.Kind;
import org.insitu.parser.text.Tokens;
import org.junit.jupiter.api.Test;

/** What holds for any text: statements stay as many, strings stay what they say. */
class GoogleSqlPropertyTest {
  private static final List<String> PIECES =
      List.of(
          "'",
          "\"",
          "'''",
          "\"\"\"",
          "`",
          "\\",
          "\\'",
          "\\\"",
          ";",
          "#",
          "--",
          "/*",
          "*/",
          "\n",
          "\r\n",
          " ",
          "r",
          "b",
          "rb",
          "e",
          "x",
          "$",
          "$$",
          "?",
          "a",
          "é",
          "1",
          "1.5",
          "0x1F",
          ".",
          ",",
          "(",
          ")",
          "[",
          "]",
          "<",
          ">",
          "@",
          "&",
          "u",
          "U&",
          "SELECT ",
          "CAST(",
          " AS ",
          "INT64",
          "STRING",
          "ORDER BY ",
          " DESC",
          "CONCAT(",
          "OPTIONS(",
          "ML.",
          "STRUCT(",
          "UNNEST(",
          "INTERVAL ",
          " DAY",
          "[OFFSET(",
          "EXTRACT(",
          " FROM ",
          "CREATE TABLE t (",
          "ARRAY<",
          "DATE_DIFF(",
          "LIKE ",
          "TIMESTAMP ",
          "-",
          "AS x",
          "IF(",
          "SET insitu.lex = 'ansi';");

  /**
   * A text that is translated has, by the standard's rules, as many statements as it has by
   * GoogleSQL's, none of them unended, and the same question marks as parameters.
   */
  @Test
  void keepsStatementsAndParameters() {
    Random random = new Random(7);
    int translated = 0;
    for (int run = 0; run < 60_000; run++) {
      String text = text(random);
      try {
        String standard = GoogleSql.translate(text).text();
        translated++;
        assertThat(counts(Tokens.of(standard)))
            .as("%s%n became%n%s", text, standard)
            .isEqualTo(counts(Tokens.ofGoogleSql(text)));
      } catch (InsituException e) {
        requireInside(e.position(), text);
      }
    }
    assertThat(translated).isGreaterThan(5_000);
  }

  /** Every string is the same value by the standard's rules. */
  @Test
  void keepsStrings() {
    Random random = new Random(11);
    for (int run = 0; run < 20_000; run++) {
      String value = value(random);
      char quote = random.nextBoolean() ? '\'' : '"';
      String literal = quote + escaped(value, random) + quote;
      String standard = GoogleSql.translate(literal).text();
      String body = standard.substring(standard.indexOf('\'') + 1, standard.length() - 1);
      body = body.replace("''", "'");
      body = standard.startsWith("E") ? body.replace("\\r", "\r").replace("\\\\", "\\") : body;
      assertThat(body).as(literal).isEqualTo(value);
    }
  }

  /** The statements of a script are those that a session would see. */
  @Test
  void cutsWhereTranslationCuts() {
    Random random = new Random(13);
    for (int run = 0; run < 20_000; run++) {
      String script = text(random).replace("SET insitu.lex = 'ansi';", "");
      try {
        String standard = GoogleSql.translate(script).text();
        List<ScriptStatement> cut = Scripts.split(script, Choice.Lex.BIGQUERY);
        assertThat(Scripts.split(standard)).as(script).hasSameSizeAs(cut);
      } catch (InsituException e) {
        requireInside(e.position(), script);
      }
    }
  }

  private static void requireInside(Position position, String text) {
    assertThat(position.isKnown()).as(text).isTrue();
    assertThat(position.line()).as(text).isLessThanOrEqualTo((int) text.lines().count() + 1);
  }

  private static List<Integer> counts(Tokens tokens) {
    int semicolons = 0;
    int parameters = 0;
    int unended = 0;
    for (int i = 0; i < tokens.size(); i++) {
      semicolons += tokens.is(i, ';') ? 1 : 0;
      parameters += tokens.is(i, '?') ? 1 : 0;
      unended += tokens.kind(i) == Kind.UNENDED ? 1 : 0;
    }
    return List.of(semicolons, parameters, unended);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(24);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static String value(Random random) {
    List<String> some = List.of("'", "\"", "\\", "\n", "\r", "a", "é", "😀", ";", "#", "`", "?");
    List<String> value = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      value.add(some.get(random.nextInt(some.size())));
    }
    return String.join("", value);
  }

  private static String escaped(String value, Random random) {
    StringBuilder text = new StringBuilder();
    value
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\n' -> text.append(random.nextBoolean() ? "\\n" : "\\x0a");
                case '\r' -> text.append(random.nextBoolean() ? "\\r" : "\\015");
                case '\'', '"', '\\', '`', '?' -> text.append('\\').appendCodePoint(c);
                default -> {
                  if (random.nextInt(4) == 0) {
                    text.append("\\U%08x".formatted(c));
                  } else {
                    text.appendCodePoint(c);
                  }
                }
              }
            });
    return text.toString();
  }
}
