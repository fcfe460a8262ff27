/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlEscapesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "SELECT {d '2026-11-22'}|SELECT DATE '2026-11-22'",
        "SELECT { t'10:00:00'}|SELECT TIME '10:00:00'",
        "SELECT {ts '2026-11-22 10:00:00'}, 1|SELECT TIMESTAMP '2026-11-22 10:00:00', 1",
        "SELECT {fn upper(concat(a, {fn lower(b)}))}|SELECT upper(concat(a, lower(b)))",
        "SELECT * FROM {oj a LEFT JOIN b ON a.x = b.x}|SELECT * FROM a LEFT JOIN b ON a.x = b.x",
        "a LIKE 'x\\%' {escape '\\'}|a LIKE 'x\\%' ESCAPE '\\'",
        "SELECT {fn f({'a': 1})}|SELECT f({'a': 1})",
      })
  void rewrites(String escaped, String sql) {
    assertThat(SqlEscapes.translate(escaped)).isEqualTo(sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "SELECT {'a': 1, 'd': {'t': 2}}",
        "SELECT {d: 1, fn: 2, ts : 3}",
        "SELECT '{d ''2026-11-22''}'",
        "SELECT \"{d '1'}\", `{d '1'}`",
        "SELECT 1 -- {d '1'}",
        "SELECT 1 /* {d '1'} */",
        "SELECT $$ {d '1'} $$",
        "SELECT MAP {'k': 1}",
        "SELECT '{d",
        "SELECT {",
        "SELECT }",
      })
  void leavesAlone(String sql) {
    assertThat(SqlEscapes.translate(sql)).isEqualTo(sql);
  }

  @Test
  void keepsTheSameStringWithoutBraces() {
    String sql = "SELECT 1";
    assertThat(SqlEscapes.translate(sql)).isSameAs(sql);
  }
}
