/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.insitu.it.testing.TestingSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ML.DESCRIBE_DATA and ML.DETECT_OUTLIERS through the driver. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataFunctionsTest {
  @RegisterExtension final TestingSession session = new TestingSession();

  @BeforeAll
  void makeData() throws SQLException {
    session.run(
        """
        CREATE TABLE odd AS SELECT i, CASE WHEN i = 0 THEN 'nan'::DOUBLE WHEN i = 1 THEN NULL
            WHEN i = 2 THEN 'inf'::DOUBLE ELSE i - 3 END AS x,
          'a' || (i % 3) AS c, CASE WHEN i < 4 THEN [i, i] WHEN i < 6 THEN [] END AS l,
          {'p': i} AS s, 'b'::ENUM ('b', 'a') AS e, NULL AS nothing
        FROM range(10) AS r(i)\
        """,
        """
        CREATE TABLE every AS SELECT 1::HUGEINT AS a, 1::UHUGEINT AS b, uuid() AS c, '{}'::JSON AS d,
          '101'::BIT AS e, 'x'::BLOB AS f, TIME '01:02:03' AS g, '01:02:03+00'::TIMETZ AS h,
          INTERVAL 1 DAY AS i, TIMESTAMPTZ '2024-01-01' AS j, TIMESTAMP '2024-01-01' AS k,
          TIMESTAMP_NS '2024-01-01' AS l, [1, 2]::INT[2] AS m, [[1]] AS n, [{'a': 1}] AS o,
          MAP {'k': 1} AS p, union_value(num := 1) AS q, 99::BIGNUM AS r, 1::UBIGINT AS s,
          1.5::DECIMAL(38, 1) AS t, TRUE AS u, 1.5::FLOAT AS v, DATE '2024-01-01' AS "w x"\
        """);
  }

  private List<Object> described(String name, String columns) throws SQLException {
    return session
        .rows(
            "SELECT %s FROM ML.DESCRIBE_DATA(TABLE odd, STRUCT(2 AS top_k)) WHERE name = '%s'"
                .formatted(columns, name))
        .getFirst();
  }

  @Test
  void numbersAreDescribed() throws SQLException {
    assertThat(described("x", "num_rows, num_nulls, num_zeros, min, max, mean, median, num_values"))
        .containsExactly(10L, 2L, 1L, "0.0", "inf", 3.0, 3.0, 8L);
    // Of 0 to 6: the sum of squares about 3 is 28.
    assertThat((Double) described("x", "stdev").getFirst())
        .isCloseTo(Math.sqrt(28 / 6.0), within(1e-15));
    assertThat(described("x", "\"unique\", avg_string_length, top_values, dimension"))
        .containsOnlyNulls();
    assertThat(list("quantiles", "x")).containsExactly(0.0, 3.0, 6.0);
  }

  @Test
  void textIsDescribed() throws SQLException {
    assertThat(
            described("c", "num_nulls, min, max, \"unique\", avg_string_length, num_values, mean"))
        .isEqualTo(Arrays.asList(0L, "a0", "a2", 3L, 2.0, 10L, null));
    assertThat(
            session.rows(
                """
                SELECT top.value, top.count FROM (SELECT unnest(top_values) AS top
                  FROM ML.DESCRIBE_DATA(TABLE odd, STRUCT(2 AS top_k)) WHERE name = 'c')\
                """))
        .isEqualTo(List.of(List.of("a0", 4L), List.of("a1", 3L)));
    assertThat(described("e", "min, max, \"unique\"")).containsExactly("b", "b", 1L);
  }

  @Test
  void listsAreDescribedByLengthAndByElement() throws SQLException {
    assertThat(
            described(
                "l",
                "num_rows, num_nulls, num_values, min, max, mean, min_array_length,"
                    + " max_array_length, avg_array_length, total_array_length"))
        .containsExactly(10L, 4L, 8L, "0", "3", 1.5, 0L, 2L, 8 / 6.0, 8L);
    assertThat(list("array_length_quantiles", "l")).hasSize(11).startsWith(0L).endsWith(2L);
  }

  private List<Object> list(String column, String name) throws SQLException {
    try (Statement statement = session.connection().createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT %s FROM ML.DESCRIBE_DATA(TABLE odd) WHERE name = '%s'"
                    .formatted(column, name))) {
      assertThat(rows.next()).isTrue();
      Array array = rows.getArray(1);
      return Arrays.asList((Object[]) array.getArray());
    }
  }

  @Test
  void structsAndNullsHaveCountsOnly() throws SQLException {
    assertThat(described("s", "num_rows, num_nulls, num_values, min, \"unique\""))
        .isEqualTo(Arrays.asList(10L, 0L, 10L, null, null));
    assertThat(described("nothing", "num_rows, num_nulls, num_values, max"))
        .isEqualTo(Arrays.asList(10L, 10L, 0L, null));
  }

  @Test
  void everyTypeIsDescribedInTheTablesOrder() throws SQLException {
    List<List<Object>> rows =
        session.rows("SELECT name, num_rows, num_nulls FROM ML.DESCRIBE_DATA(TABLE every)");
    assertThat(rows).hasSize(23).allMatch(row -> row.get(1).equals(1L) && row.get(2).equals(0L));
    assertThat(rows.getFirst().getFirst()).isEqualTo("a");
    assertThat(rows.getLast().getFirst()).isEqualTo("w x");
  }

  @Test
  void noRowsAreDescribed() throws SQLException {
    assertThat(
            session.rows(
                "SELECT num_rows, num_nulls, num_values FROM ML.DESCRIBE_DATA("
                    + "(SELECT x, c, l, s FROM odd WHERE FALSE))"))
        .containsOnly(List.of(0L, 0L, 0L))
        .hasSize(4);
  }

  @Test
  void outliersByDeviations() throws SQLException {
    // 19 zeros and 10: mean 0.5, deviation sqrt(5): 10 is 4.25 of them away.
    String data = "(SELECT i, CASE WHEN i = 7 THEN 10 ELSE 0 END AS x FROM range(20) AS r(i))";
    assertThat(outliers(data, "['x'] AS columns")).containsExactly(7L);
    assertThat(outliers(data, "4.2 AS threshold, 'x' AS columns")).containsExactly(7L);
    assertThat(outliers(data, "4.3 AS threshold, 'x' AS columns")).isEmpty();
  }

  @Test
  void outliersByQuartiles() throws SQLException {
    // 1 to 8 and an odd one: quartiles 3 and 7, so that 13 is the last within 1.5 ranges.
    String data = "(SELECT i, CASE WHEN i = 9 THEN %s ELSE i END AS x FROM range(1, 10) AS r(i))";
    assertThat(outliers(data.formatted("13"), "'IQR' AS method, ['x'] AS columns")).isEmpty();
    assertThat(outliers(data.formatted("13.1"), "'IQR' AS method, ['x'] AS columns"))
        .containsExactly(9L);
    assertThat(outliers(data.formatted("'inf'::DOUBLE"), "'iqr' AS method, ['x'] AS columns"))
        .containsExactly(9L);
    assertThat(outliers(data.formatted("'nan'::DOUBLE"), "'iqr' AS method")).isEmpty();
  }

  private List<Object> outliers(String data, String options) throws SQLException {
    return session
        .rows(
            "SELECT i FROM ML.DETECT_OUTLIERS(%s, STRUCT(%s)) WHERE is_outlier AND"
                    .formatted(data, options)
                + " outlier_columns = ['x']")
        .stream()
        .map(List::getFirst)
        .toList();
  }

  /** The query's own names do not meet those of the data. */
  @Test
  void columnsMayHaveAnyName() throws SQLException {
    String data = "(SELECT i AS m0, i AS s0, 'a' AS name, i AS v, i AS n FROM range(9) AS r(i))";
    for (String call : List.of("OUTLIERS(%s)", "OUTLIERS(%s, STRUCT('iqr' AS method))")) {
      assertThat(session.rows("SELECT * FROM ML.DETECT_" + call.formatted(data))).hasSize(9);
    }
    assertThat(session.rows("SELECT * FROM ML.DESCRIBE_DATA(" + data + ")")).hasSize(5);
  }

  @Test
  void volatileRowsAreComparedWithTheirOwnStatistics() throws SQLException {
    // Numbers drawn anew for the statistics would be far from the others' mean.
    assertThat(
            session.rows(
                "SELECT count(*) FROM ML.DETECT_OUTLIERS((SELECT x * 1000 + i / 1000 AS x FROM"
                    + " (SELECT random() AS x), range(100) AS r(i))) WHERE is_outlier"))
        .isEqualTo(List.of(List.of(0L)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          DETECT_OUTLIERS(TABLE odd, STRUCT(['z'] AS columns))                  | INS-205
          DETECT_OUTLIERS(TABLE odd, STRUCT(['c'] AS columns))                  | INS-206
          DETECT_OUTLIERS((SELECT c FROM odd))                                  | INS-205
          DETECT_OUTLIERS((SELECT i, TRUE AS is_outlier FROM odd))              | INS-207
          DETECT_OUTLIERS(TABLE odd, STRUCT(0 AS threshold))                    | INS-105
          DETECT_OUTLIERS(TABLE odd, STRUCT('mad' AS method))                   | INS-105
          DESCRIBE_DATA(TABLE odd, STRUCT(0 AS top_k))                          | INS-105
          DESCRIBE_DATA(TABLE odd, TABLE odd)                                   | INS-101
          DESCRIBE_DATA(MODEL m, TABLE odd)                                     | INS-101
          DESCRIBE_DATA(TABLE nowhere)                                          | INS-401
          """)
  void wrongCallsAreRefused(String call, String code) {
    SQLException error =
        catchThrowableOfType(SQLException.class, () -> session.rows("SELECT * FROM ML." + call));
    assertThat(error.getMessage()).contains(code);
  }
}
