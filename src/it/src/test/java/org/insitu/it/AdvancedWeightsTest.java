/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.insitu.it.testing.TestingInsitu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ML.ADVANCED_WEIGHTS through the driver, before and after a restart, and what it refuses. */
class AdvancedWeightsTest {
  private static final String ROWS =
      " AS SELECT i AS x, ['a', 'b'][i % 2 + 1] AS c, i + i * i % 7 AS y, i * i % 7 > 2 AS z"
          + " FROM range(100) r(i)";

  private static String create(String options) {
    return "CREATE OR REPLACE MODEL m OPTIONS (" + options + ", CALCULATE_P_VALUES = TRUE" + ")";
  }

  private static final String DUMMY = ", CATEGORY_ENCODING_METHOD = 'DUMMY_ENCODING'";

  @Test
  void isKeptWithTheModel(@TempDir Path folder) throws SQLException {
    Path database = folder.resolve("warehouse.db");
    String query = "SELECT * FROM ML.ADVANCED_WEIGHTS(MODEL m)";
    List<List<Object>> before;
    try (TestingInsitu insitu = TestingInsitu.on(database);
        Connection connection = insitu.connect()) {
      TestingInsitu.run(
          connection,
          create("MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y']" + DUMMY)
              + ROWS.replace(", i * i % 7 > 2 AS z", ""));
      before = TestingInsitu.rows(connection, query);
    }
    // R: summary(lm(i + i * i %% 7 ~ i + factor(i %% 2), data.frame(i = 0:99))).
    assertThat(before).hasSize(4);
    assertThat((double) before.getFirst().get(2)).isCloseTo(0.999411764705882888, within(1e-9));
    assertThat((double) before.getFirst().get(3)).isCloseTo(0.0049859789855701882, within(1e-12));
    assertThat((double) before.get(2).get(4)).isCloseTo(0.94312808903439715, within(1e-9));
    assertThat(before.get(1)).containsExactly("c", "a", 0.0, null, null);
    try (TestingInsitu insitu = TestingInsitu.on(database);
        Connection connection = insitu.connect()) {
      assertThat(TestingInsitu.rows(connection, query)).isEqualTo(before);
    }
  }

  @Test
  void refusesAndSaysWhatToDo() throws SQLException {
    try (TestingInsitu insitu = TestingInsitu.inMemory();
        Connection connection = insitu.connect()) {
      String linear = "MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y']";
      refused(connection, create(linear) + ROWS, "INS-106", "'DUMMY_ENCODING'.", "Hint: Set");
      refused(connection, create(linear + DUMMY + ", L1_REG = 1") + ROWS, "INS-106", "L1_REG = 0");
      refused(connection, create(linear + DUMMY + ", L2_REG = 1") + ROWS, "INS-106", "L2_REG = 0");
      String logistic = "MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['k']" + DUMMY;
      refused(
          connection,
          create(logistic) + " AS SELECT i, i % 3 AS k FROM range(99) r(i)",
          "INS-106",
          "needs a label of two classes; 'k' has 3",
          "Hint: Leave CALCULATE_P_VALUES out");
      refused(
          connection,
          create(linear + DUMMY + ", DATA_SPLIT_METHOD = 'NO_SPLIT'")
              + " AS SELECT 'c' || i AS c, i AS y FROM range(1000) r(i)",
          "INS-310",
          "allowed with CALCULATE_P_VALUES: <= 999");
      TestingInsitu.run(connection, "CREATE MODEL plain OPTIONS (" + linear + ")" + ROWS);
      refused(
          connection,
          "SELECT * FROM ML.ADVANCED_WEIGHTS(MODEL plain)",
          "INS-209",
          "model 'plain', a LINEAR_REG, was not",
          "Hint: Train it with CALCULATE_P_VALUES = TRUE");
    }
  }

  private static void refused(Connection connection, String sql, String... parts) {
    assertThatThrownBy(() -> TestingInsitu.rows(connection, sql))
        .isInstanceOf(SQLException.class)
        .hasMessageContainingAll(parts);
  }
}
