/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBResultSet;
import org.insitu.server.testing.ReaderAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What DuckDB exports to Arrow, nested and not, in batches cut anywhere. */
class DuckDbTypesTest {
  private final TestingServer server = new TestingServer();
  private Connection duckDb;

  @BeforeEach
  void open() throws SQLException {
    duckDb = DriverManager.getConnection("jdbc:duckdb:");
  }

  @AfterEach
  void nothingIsLeft() throws SQLException {
    duckDb.close();
    server.close();
  }

  @Test
  void scalarsArriveAsTheyWere() throws SQLException {
    assertThat(
            read(
                """
                SELECT 12345678901234567890::HUGEINT, 'b'::ENUM('a', 'b'),
                  '00000000-0000-0000-0000-00000000002a'::UUID, '{"a": 1}'::JSON,
                  union_value(num := 2), INTERVAL 1 MONTH, NULL, 1.50::DECIMAL(4, 2)
                """,
                0))
        .singleElement()
        .asString()
        .isEqualTo(
            "[12345678901234567890, b, 00000000-0000-0000-0000-00000000002a, {\"a\": 1}, 2,"
                + " 1 month, null, 1.50]");
  }

  @Test
  void nestedValuesArriveAsTheyWere() throws SQLException {
    List<List<Object>> rows =
        read(
            """
            SELECT [1, NULL, 3], [['x'], [], NULL], {'label': 'yes', 'prob': 0.5},
              map {'k': 1, 'l': 2}, [4, 5]::INTEGER[2], [{'a': [true]}]
            """,
            0);
    assertThat(rows)
        .containsExactly(
            List.of(
                java.util.Arrays.asList(1, null, 3),
                java.util.Arrays.asList(List.of("x"), List.of(), null),
                Map.of("label", "yes", "prob", new java.math.BigDecimal("0.5")),
                Map.of("k", 1, "l", 2),
                List.of(4, 5),
                List.of(Map.of("a", List.of(true)))));
  }

  @Test
  void cuttingBatchesChangesNothing() throws SQLException {
    String sql =
        """
        SELECT i, CASE WHEN i % 3 > 0 THEN i % 2 = 0 END AS b,
          CASE WHEN i % 4 > 0 THEN repeat('é', i % 9) END AS s,
          CASE WHEN i % 5 > 0 THEN range(i % 6) END AS l,
          CASE WHEN i % 7 > 0 THEN {'x': i, 'y': CASE WHEN i % 2 = 0 THEN [i::VARCHAR] END} END AS st,
          CASE WHEN i % 2 > 0 THEN map {i: [i % 2 = 0, NULL, true]} END AS m,
          CASE WHEN i % 3 > 0 THEN [i, i + 1]::BIGINT[2] END AS f,
          ('v' || i % 3)::ENUM('v0', 'v1', 'v2') AS e
        FROM range(5000) AS t(i)
        """;
    List<List<Object>> whole = read(sql, 0);
    assertThat(whole).hasSize(5_000);
    assertThat(read(sql, 1_000_000)).isEqualTo(whole);
    assertThat(read(sql, 13)).isEqualTo(whole);
    assertThat(read(sql, 64)).isEqualTo(whole);
    assertThat(whole.get(11))
        .asString()
        .isEqualTo(
            "[11, false, éé, [0, 1, 2, 3, 4], {x=11, y=null}, {11=[false, null, true]}, [11, 12],"
                + " v2]");
  }

  private List<List<Object>> read(String sql, int batchRows) throws SQLException {
    try (Statement statement = duckDb.createStatement();
        DuckDBResultSet rows = (DuckDBResultSet) statement.executeQuery(sql);
        Connection connection = server.connect()) {
      ArrowReader reader = (ArrowReader) rows.arrowExportStream(server.engine().allocator(), 2_048);
      server.engine().give(() -> new ReaderAnswer(reader));
      return Values.given(connection, batchRows);
    }
  }
}
