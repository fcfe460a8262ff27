/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.insitu.it.testing.TestingSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which rows are held out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SplitTest {
  @RegisterExtension final TestingSession session = new TestingSession();

  @BeforeAll
  void makeData() throws SQLException {
    session.run(
        """
        CREATE TABLE t AS SELECT i AS id, i % 400 AS who, i / 7.0 AS x, i % 3 = 0 AS b,
          CASE WHEN i % 9 > 0 THEN 'c' || (i % 13) END AS c, CAST(i % 7 AS DECIMAL(9, 2)) AS d,
          DATE '2026-01-01' + CAST(i % 100 AS INT) AS day,
          CASE i % 50 WHEN 0 THEN 'NaN'::DOUBLE WHEN 1 THEN NULL ELSE sqrt(i) END AS odd,
          2.0 * i AS y
        FROM range(1, 20001) AS r(i)\
        """);
  }

  private long trained(String options, String query) throws SQLException {
    List<List<Object>> rows =
        session.rows(
            "CREATE OR REPLACE MODEL m OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS ="
                + " ['y'],"
                + " L2_REG = 1, %s) AS %s".formatted(options, query));
    return (Long) rows.getFirst().get(3);
  }

  @Test
  void aShareOfTheRowsIsHeldOutWhateverTheOrderOfColumns() throws SQLException {
    String random = "DATA_SPLIT_METHOD = 'RANDOM', DATA_SPLIT_EVAL_FRACTION = 0.3";
    long trained = trained(random, "SELECT id, x, b, c, d, day, odd, y FROM t");
    // 14,000 of 20,000, five standard deviations of a binomial around.
    assertThat(trained).isBetween(14_000L - 325, 14_000L + 325);
    assertThat(trained(random, "SELECT y, odd, day, d, c, b, x, id FROM t")).isEqualTo(trained);
    assertThat(trained("DATA_SPLIT_METHOD = 'AUTO_SPLIT'", "SELECT id, x, y FROM t"))
        .isBetween(16_000L - 285, 16_000L + 285);
  }

  @Test
  void noEntityIsOnBothSides() throws SQLException {
    long trained =
        trained(
            "DATA_SPLIT_METHOD = 'GROUP', DATA_SPLIT_COL = 'who', DATA_SPLIT_EVAL_FRACTION = 0.25",
            "SELECT who, x, y FROM t");
    // 400 entities of 50 rows each go to a side whole.
    assertThat(trained % 50).isZero();
    assertThat(trained / 50).isBetween(300L - 44, 300L + 44);
    // The entity is no feature.
    assertThat(session.rows("SELECT processed_input FROM ML.WEIGHTS(MODEL m)"))
        .isEqualTo(List.of(List.of("x"), List.of("__INTERCEPT__")));
  }

  /** The definition of decision 0006, by hand for one row: what other warehouses must find too. */
  @Test
  void theFingerprintIsTheOneThatIsDocumented() throws SQLException {
    List<List<Object>> explained =
        session.rows(
            "EXPLAIN CREATE MODEL e OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['b'],"
                + " DATA_SPLIT_METHOD = 'RANDOM', DATA_SPLIT_EVAL_FRACTION = 0.5)"
                + " AS SELECT id AS a, id AS b FROM t");
    assertThat(explained.toString())
        .contains(
            "substr(md5(CAST((coalesce((CAST(\"a\" AS BIGINT) % 2147483647), 97) * "
                + multiplier("a")
                + " + coalesce((CAST(\"b\" AS BIGINT) % 2147483647), 97) * "
                + multiplier("b")
                + ") AS VARCHAR)), 1, 8) < '80000000'");
  }

  private static long multiplier(String name) {
    int hash = 0x811C9DC5;
    for (char c : name.toCharArray()) {
      hash = (hash ^ c) * 0x01000193;
    }
    return (hash & 0xFFFFF) | 1;
  }
}
