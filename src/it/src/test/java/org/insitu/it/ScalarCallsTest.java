/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.insitu.it.testing.TestingInsitu;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** PREDICT and PROBABILITY in expressions: parameters, names of columns, models of many classes. */
class ScalarCallsTest {
  private static TestingInsitu insitu;
  private static Connection connection;

  @BeforeAll
  static void fit() throws SQLException {
    insitu = TestingInsitu.inMemory();
    connection = insitu.connect();
    TestingInsitu.run(
        connection,
        """
        CREATE TABLE people AS SELECT i AS id, i % 60 AS age, 'g' || (i % 3) AS grp,
          CASE WHEN (i * 7) % 60 > 30 THEN 'y' ELSE 'n' END AS buys,
          'class ' || (i % 60 // 12) AS class FROM range(900) r(i)
        """,
        "CREATE MODEL m FUNCTION will_buy OPTIONS (model_type = 'LOGISTIC_REG', l2_reg = 1,"
            + " input_label_cols = ['buys']) AS SELECT age, grp, buys FROM people",
        "CREATE MODEL many OPTIONS (model_type = 'BOOSTED_TREE_CLASSIFIER', early_stop = FALSE,"
            + " input_label_cols = ['class']) AS SELECT age, grp, class FROM people");
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
    insitu.close();
  }

  private static List<Object> row(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        assertThat(result.next()).isTrue();
        return List.of(result.getObject(1), result.getMetaData().getColumnLabel(1));
      }
    }
  }

  @Test
  void takesParametersAsArguments() throws SQLException {
    Object expected = row("SELECT PROBABILITY(m USING 41 AS age, 'g1' AS grp) AS p").getFirst();
    assertThat(row("SELECT PROBABILITY(m USING ? AS age, 'g1' AS grp) AS p", 41).getFirst())
        .isEqualTo(expected);
    assertThat(row("SELECT PROBABILITY(m USING ? AS grp, ? AS age) AS p", "g1", 41).getFirst())
        .isEqualTo(expected);
    assertThat(
            row(
                    "SELECT PROBABILITY(m USING age + ? AS age, grp) AS p FROM people WHERE id = ?",
                    1,
                    40)
                .getFirst())
        .isEqualTo(expected);
    assertThat(row("SELECT will_buy(?, ?) AS p", 41, "g1").getFirst())
        .isEqualTo(row("SELECT PREDICT(m USING 41 AS age, 'g1' AS grp)").getFirst());
  }

  @Test
  void namesAColumnAsItIsWritten() throws SQLException {
    assertThat(row("SELECT round(PROBABILITY(m), 2) FROM people WHERE id = 40").getLast())
        .isEqualTo("round(PROBABILITY(m), 2)");
    assertThat(row("SELECT max(PROBABILITY(m)) FROM people").getLast())
        .isEqualTo("max(PROBABILITY(m))");
    assertThat(row("SELECT PREDICT(m) FROM people").getLast()).isEqualTo("predicted_buys");
  }

  @Test
  void predictsAmongManyClasses() throws SQLException {
    assertThat(
            TestingInsitu.rows(
                connection,
                "SELECT PREDICT(many) AS p, count(*) FROM people GROUP BY p ORDER BY p"))
        .hasSize(5)
        .isEqualTo(
            TestingInsitu.rows(
                connection,
                "SELECT predicted_class, count(*) FROM ML.PREDICT(MODEL many, TABLE people)"
                    + " GROUP BY predicted_class ORDER BY predicted_class"));
  }
}
