/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.insitu.it.testing.TestingSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a tool sees through JDBC: tables, columns, models, and columns before execution. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetadataTest {
  @RegisterExtension final TestingSession session = new TestingSession();

  @BeforeAll
  void makeData() throws SQLException {
    session.run(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, x DOUBLE, c VARCHAR NOT NULL, y DECIMAL(9, 2))",
        "INSERT INTO t SELECT i, i, 'a' || (i % 2), 3 * i FROM range(50) AS r(i)",
        "CREATE VIEW v AS SELECT x FROM t",
        "CREATE MODEL m OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'])"
            + " AS SELECT x, c, y FROM t",
        "ALTER MODEL m SET OPTIONS (description = 'y by x and c')");
  }

  private static List<String> column(ResultSet rows, String name) throws SQLException {
    try (rows) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(name));
      }
      return values;
    }
  }

  @Test
  void modelsStandAmongTheTables() throws SQLException {
    DatabaseMetaData metaData = session.connection().getMetaData();
    assertThat(column(metaData.getTables(null, null, "%", null), "TABLE_NAME"))
        .containsExactlyInAnyOrder("t", "v", "m");
    assertThat(column(metaData.getTables(null, null, "%", new String[] {"MODEL"}), "TABLE_NAME"))
        .containsExactly("m");
    assertThat(column(metaData.getTables(null, null, "m", null), "REMARKS"))
        .containsExactly("LINEAR_REG: y by x and c");
    assertThat(column(metaData.getTableTypes(), "TABLE_TYPE")).contains("TABLE", "VIEW", "MODEL");
  }

  @Test
  void columnsHaveTheirTypes() throws SQLException {
    try (ResultSet rows = session.connection().getMetaData().getColumns(null, null, "t", "%")) {
      List<String> seen = new ArrayList<>();
      while (rows.next()) {
        seen.add(
            rows.getString("COLUMN_NAME")
                + " "
                + rows.getInt("DATA_TYPE")
                + " "
                + rows.getString("IS_NULLABLE"));
      }
      assertThat(seen)
          .containsExactly(
              "id " + Types.INTEGER + " NO",
              "x " + Types.DOUBLE + " YES",
              "c " + Types.VARCHAR + " NO",
              "y " + Types.DECIMAL + " YES");
    }
  }

  @Test
  void columnsOfAModelAreItsInputsAndItsPrediction() throws SQLException {
    assertThat(
            column(
                session.connection().getMetaData().getColumns(null, null, "m", "%"), "COLUMN_NAME"))
        .containsExactly("x", "c", "predicted_y");
  }

  @Test
  void primaryKeysAreFound() throws SQLException {
    assertThat(
            column(
                session.connection().getMetaData().getPrimaryKeys(null, null, "t"), "COLUMN_NAME"))
        .containsExactly("id");
  }

  @Test
  void columnsAreKnownBeforeExecution() throws SQLException {
    for (String sql :
        List.of(
            "SELECT * FROM ML.PREDICT(MODEL m, TABLE t)",
            "SELECT * FROM ML.EVALUATE(MODEL m)",
            "SELECT * FROM ML.WEIGHTS(MODEL m)",
            "SELECT * FROM ML.TRAINING_INFO(MODEL m)",
            "SELECT * FROM ML.FEATURE_INFO(MODEL m)",
            "SHOW MODELS",
            "EXPLAIN SELECT * FROM ML.PREDICT(MODEL m, TABLE t)")) {
      try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
        List<String> before = columns(statement.getMetaData());
        try (ResultSet rows = statement.executeQuery()) {
          assertThat(columns(rows.getMetaData())).as(sql).isEqualTo(before).isNotEmpty();
        }
      }
    }
  }

  @Test
  void typesThatArrowHasNoNameForKeepTheirOwn() throws SQLException {
    String sql =
        """
        SELECT uuid() AS u, 'a'::ENUM ('a', 'b') AS e, 1::HUGEINT AS h, '{}'::JSON AS j, 'a' AS v
        FROM range(2)\
        """;
    List<String> types = List.of("u UUID", "e ENUM", "h HUGEINT", "j JSON", "v VARCHAR");
    try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
      assertThat(columns(statement.getMetaData())).isEqualTo(types);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(columns(rows.getMetaData())).isEqualTo(types);
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString("e")).isEqualTo("a");
        assertThat(rows.getString("u")).hasSize(36);
      }
    }
  }

  private static List<String> columns(ResultSetMetaData metaData) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= metaData.getColumnCount(); i++) {
      columns.add(metaData.getColumnName(i) + " " + metaData.getColumnTypeName(i));
    }
    return columns;
  }

  @Test
  void parametersAreBoundInsideAndOutsideAnMlCall() throws SQLException {
    try (PreparedStatement statement =
        session
            .connection()
            .prepareStatement(
                "SELECT round(predicted_y, 6) FROM ML.PREDICT(MODEL m,"
                    + " (SELECT CAST(? AS DOUBLE) AS x, 'a0' AS c)) WHERE x > ?")) {
      assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(2);
      statement.setDouble(1, 10);
      statement.setInt(2, 5);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getDouble(1)).isEqualTo(30.0);
        assertThat(rows.next()).isFalse();
      }
    }
  }

  @Test
  void listsAreParameters() throws SQLException {
    try (PreparedStatement statement =
        session
            .connection()
            .prepareStatement("SELECT count(*) FROM t WHERE id IN (SELECT unnest(?))")) {
      statement.setArray(
          1, session.connection().createArrayOf("BIGINT", new Object[] {1L, 2L, 99L}));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        assertThat(rows.getLong(1)).isEqualTo(2);
      }
    }
  }
}
