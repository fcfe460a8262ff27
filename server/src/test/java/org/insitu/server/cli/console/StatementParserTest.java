/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.insitu.parser.option.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementParserTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "SELECT 1;",
        "SELECT 1; ",
        "SELECT ';';",
        "SELECT 1; -- done",
        "\\d",
        "\\d x",
        "-- no more"
      })
  void isCompleteAtItsSemicolon(String text) {
    assertThat(StatementParser.isComplete(text, Choice.Lex.ANSI)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "SELECT ';",
        "SELECT \";",
        "SELECT 1 -- ;",
        "SELECT 1 /* ;",
        "SELECT $$ ;",
        "SELECT 1; SELECT 2"
      })
  void goesOnWithoutIt(String text) {
    assertThat(StatementParser.isComplete(text, Choice.Lex.ANSI)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT \";\";",
        "SELECT 'it\\'s;';",
        "SELECT r'\\';';",
        "# don't\nSELECT 1;",
        "SELECT \"\"\"a;\n\"b\"\"\"; # done"
      })
  void isCompleteInTheSessionsLex(String text) {
    assertThat(StatementParser.isComplete(text, Choice.Lex.BIGQUERY)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 'it\\'s;", "SELECT 1 # ;", "SELECT \"\"\"a;\n\";"})
  void goesOnInTheSessionsLex(String text) {
    assertThat(StatementParser.isComplete(text + " SELECT", Choice.Lex.BIGQUERY)).isFalse();
  }

  @Test
  void aStatementSetsTheLexOfTheNext() {
    String set = "SET insitu.lex = 'bigquery'; SELECT \";";
    assertThat(StatementParser.isComplete(set, Choice.Lex.ANSI)).isFalse();
    assertThat(StatementParser.isComplete(set + "\";", Choice.Lex.ANSI)).isTrue();
    assertThat(StatementParser.isComplete("RESET insitu.lex; # ;", Choice.Lex.BIGQUERY)).isTrue();
    assertThat(StatementParser.isComplete("RESET insitu.lex; SELECT 1 # ", Choice.Lex.BIGQUERY))
        .isFalse();
  }
}
