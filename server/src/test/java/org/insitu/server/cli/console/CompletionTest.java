/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompletionTest {
  private static final Names NAMES =
      new Names(
          List.of("flowers", "orders"),
          List.of("guess"),
          Map.of("flowers", List.of("id", "petal"), "orders", List.of("id", "total")));

  private static List<String> after(String text) {
    List<String> words = StatementParser.WordAtCursor.of(text, text.length()).words();
    return new Completion(() -> NAMES).candidates(words);
  }

  @Test
  void offersTablesBehindFrom() {
    assertThat(after("SELECT * FROM fl")).contains("flowers", "orders", "ML.PREDICT(");
    assertThat(after("select * from ")).doesNotContain("guess", "petal");
  }

  @Test
  void offersModelsBehindModel() {
    assertThat(after("SELECT * FROM ML.PREDICT(MODEL g")).containsExactly("guess");
    assertThat(after("drop model ")).containsExactly("guess");
    assertThat(after("\\m ")).containsExactly("guess");
  }

  @Test
  void offersColumnsBehindATablesDot() {
    assertThat(after("SELECT flowers.p")).containsExactly("flowers.id", "flowers.petal");
  }

  @Test
  void offersColumnsBehindAnAliasDot() {
    assertThat(after("SELECT * FROM orders AS o JOIN flowers f ON o."))
        .containsExactly("o.id", "o.total");
    assertThat(after("SELECT * FROM orders AS o JOIN flowers f ON f."))
        .containsExactly("f.id", "f.petal");
  }

  @Test
  void offersFunctionsBehindMl() {
    assertThat(after("SELECT * FROM ML.")).contains("ML.PREDICT(", "ML.EVALUATE(");
  }

  @Test
  void offersKeywordsAndNamesElsewhere() {
    assertThat(after("SEL"))
        .contains("SELECT", "flowers", "guess", "petal")
        .doesNotContain("select");
    assertThat(after("sel")).contains("select");
  }

  @Test
  void offersCommands() {
    assertThat(after("\\")).contains("\\d", "\\m", "\\q");
    assertThat(after("\\d f")).containsExactly("flowers", "orders", "guess");
    assertThat(after("\\format ")).containsExactly("table", "csv", "json");
  }
}
