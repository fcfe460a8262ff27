/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.insitu.server.cli.format.Failure;
import org.junit.jupiter.api.Test;

class FailureTextTest {
  private static Failure at(int line, int column) {
    return new Failure("INS-101", "42601", line, column, "No.", "Do.");
  }

  @Test
  void pointsAtThePlace() {
    assertThat(FailureText.of(at(2, 8), "", "SELECT\nselect frm"))
        .isEqualTo(
            """
            INS-101 [42601] No.
              select frm
                     ^
            Hint: Do.\
            """);
  }

  @Test
  void showsNoLineWithoutAPlace() {
    assertThat(FailureText.of(at(0, 0), "a.sql", "SELECT"))
        .isEqualTo("a.sql: INS-101 [42601] No.\nHint: Do.");
  }

  @Test
  void namesTheLineWhenThatIsAllThatIsKnown() {
    assertThat(FailureText.of(at(2, 0), "a.sql", "SELECT\nSELECT"))
        .isEqualTo("a.sql:2: INS-101 [42601] No.\nHint: Do.");
  }

  @Test
  void showsNoLineThatIsNotThere() {
    assertThat(FailureText.of(at(9, 1), "a.sql", "SELECT")).doesNotContain("SELECT");
  }

  @Test
  void showsALongLineAroundThePlace() {
    String text = FailureText.of(at(1, 301), "", "a".repeat(300) + "X" + "b".repeat(300));
    String[] lines = text.split("\n");
    assertThat(lines[1]).hasSizeLessThan(110).startsWith("  …aaa").endsWith("bbb…");
    assertThat(lines[1].charAt(lines[2].indexOf('^'))).isEqualTo('X');
  }

  @Test
  void pointsBehindALineThatEndsTooEarly() {
    assertThat(FailureText.of(at(1, 7), "", "SELECT")).contains("\n  SELECT\n        ^\n");
  }
}
