/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  private static String unnamed(String text) {
    int start = text.indexOf("P(m)");
    return SelectItems.of(text)
        .unnamed(start, start + "P(m)".length())
        .map(item -> text.substring(item.start(), item.end()))
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT round(P(m), 2), b FROM t | round(P(m), 2)",
        "SELECT a, 1 + P(m) | 1 + P(m)",
        "SELECT DISTINCT P(m) = 'x' FROM t | P(m) = 'x'",
        "SELECT CASE WHEN P(m) > 1 THEN 1 ELSE 0 END FROM t | CASE WHEN P(m) > 1 THEN 1 ELSE 0 END",
        "SELECT * FROM (SELECT max(f(a, P(m))) FROM t) AS s | max(f(a, P(m)))",
        "SELECT a AND P(m) > b FROM t | a AND P(m) > b",
        "SELECT avg(P(m)) OVER (ORDER BY a), b FROM t | avg(P(m)) OVER (ORDER BY a)"
      })
  void findsTheItemThatHasNoName(String text, String item) {
    assertThat(unnamed(text)).isEqualTo(item);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT round(P(m), 2) AS r FROM t",
        "SELECT round(P(m), 2) r FROM t",
        "SELECT P(m) + a \"the sum\" FROM t",
        "SELECT a FROM t WHERE round(P(m)) > 1",
        "SELECT a FROM t GROUP BY a, round(P(m))",
        "SELECT * REPLACE (round(P(m)) AS a) FROM t",
        "SELECT t.* REPLACE (round(P(m)) AS a) FROM t",
        "SELECT a FROM t JOIN u ON round(P(m)) = b"
      })
  void leavesItemsWithNamesAndOtherClausesAlone(String text) {
    assertThat(unnamed(text)).isEmpty();
  }
}
