/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectItemsTest {
  private static boolean isBare(String text) {
    int start = text.indexOf("P(m)");
    return SelectItems.of(text).isBare(start, start + "P(m)".length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT P(m) FROM t",
        "SELECT a, P(m), b FROM t",
        "SELECT P(m)",
        "SELECT DISTINCT P(m) FROM t",
        "SELECT a, round(b, 2), P(m) FROM t WHERE x IN (1, 2)",
        "CREATE TABLE u AS SELECT id, P(m) FROM t",
        "SELECT * FROM (SELECT P(m) FROM t) AS s",
        "SELECT x, (SELECT max(y) FROM u WHERE a > 1), P(m) FROM t"
      })
  void namesAnItemOfASelectList(String text) {
    assertThat(isBare(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT P(m) AS p FROM t",
        "SELECT P(m) p FROM t",
        "SELECT P(m) + 1 FROM t",
        "SELECT round(P(m), 2) FROM t",
        "SELECT coalesce(a, P(m), b) FROM t",
        "SELECT a FROM t WHERE P(m) > 1",
        "SELECT a FROM t WHERE b IN (1, P(m))",
        "SELECT a FROM t GROUP BY a, P(m)",
        "SELECT a FROM t ORDER BY a, P(m)",
        "SELECT a FROM t ORDER BY P(m) LIMIT 3",
        "SELECT -P(m) FROM t",
        "SELECT [a, P(m)] FROM t"
      })
  void leavesEverythingElseAlone(String text) {
    assertThat(isBare(text)).isFalse();
  }
}
