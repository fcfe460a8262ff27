/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(StatementParser.isComplete(text)).isTrue();
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
    assertThat(StatementParser.isComplete(text)).isFalse();
  }
}
