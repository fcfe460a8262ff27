/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableLayoutTest {

  private static String print(
      List<String> names, boolean[] toTheRight, int lineColumnsMax, List<List<String>> rows) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    RowLayout layout = TableLayout.measured(names, toTheRight, rows, lineColumnsMax);
    layout.header(out);
    rows.forEach(row -> layout.row(out, row));
    return text.toString();
  }

  @Test
  void alignsNumbersToTheRight() {
    assertThat(
            print(
                List.of("name", "n"),
                new boolean[] {false, true},
                0,
                List.of(List.of("a", "1000"), List.of("bb", "7"))))
        .isEqualTo(
            """
             name | n
            ------+------
             a    | 1000
             bb   |    7
            """
                .replace("name | n\n", "name |    n\n"));
  }

  @Test
  void countsWideCharactersAsTwo() {
    assertThat(
            print(
                List.of("x", "y"),
                new boolean[2],
                0,
                List.of(List.of("日本", "1"), List.of("abcd", "2"))))
        .isEqualTo(
            """
             x    | y
            ------+---
             日本 | 1
             abcd | 2
            """);
  }

  @Test
  void printsACellOfSeveralLinesOnSeveralLines() {
    assertThat(
            print(
                List.of("plan", "n"),
                new boolean[] {false, true},
                0,
                List.of(List.of("Fit\n  Scan", "1"))))
        .isEqualTo(
            """
             plan   | n
            --------+---
             Fit    | 1
               Scan |
            """);
  }

  @Test
  void narrowsTheWidestColumnToTheTerminal() {
    String text =
        print(List.of("id", "text"), new boolean[2], 30, List.of(List.of("1", "a".repeat(100))));
    assertThat(text.lines()).allMatch(line -> line.length() <= 30);
    assertThat(text).contains("aaa…");
  }

  @Test
  void cutsNothingWithoutALimit() {
    assertThat(print(List.of("x"), new boolean[1], 0, List.of(List.of("a".repeat(500)))))
        .contains("a".repeat(500));
  }

  @Test
  void cutsNoNumbers() {
    String text =
        print(
            List.of("n", "text"),
            new boolean[] {true, false},
            40,
            List.of(List.of("123456789012345678", "a".repeat(100))));
    assertThat(text).contains("123456789012345678 | aaa").contains("…");
  }

  @Test
  void printsRecordsWhenNoTableFits() {
    assertThat(
            print(
                List.of("id", "value"),
                new boolean[] {true, true},
                20,
                List.of(List.of("1", "9".repeat(30)), List.of("2", "two\nlines"))))
        .isEqualTo(
            """
            -[ 1 ]---
            id    | 1
            value | 999999999999999999999999999999
            -[ 2 ]---
            id    | 2
            value | two
                  | lines
            """);
  }
}
