/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.insitu.it.testing.TestingSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fit that is cancelled leaves the version before it, and the connection goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CancelledFitTest {
  @RegisterExtension final TestingSession session = new TestingSession();

  @BeforeAll
  void makeData() throws SQLException {
    session.run(
        "CREATE TABLE t AS SELECT i * 7919 % 10007 / 100.0 AS a, sin(i) AS b, 'k' || (i % 5) AS c,"
            + " CASE WHEN hash(i) % 3 = 0 THEN 'yes' ELSE 'no' END AS label"
            + " FROM range(2000) AS r(i)");
  }

  @ParameterizedTest
  @CsvSource({
    "GLM, label, ', FAMILY = ''BINOMIAL'''",
    "NAIVE_BAYES, label, ''",
    "NAIVE_BAYES, label, ', EXECUTION = ''LOCAL'''",
    "LDA, label, ''",
    "QDA, label, ', EXECUTION = ''WAREHOUSE'''",
    "PCA, , ', NUM_PRINCIPAL_COMPONENTS = 1'",
    "RANDOM_FOREST_CLASSIFIER, label, ', NUM_PARALLEL_TREE = 5'",
    "ISOLATION_FOREST, , ''"
  })
  void theOldVersionServesOn(String type, String label, String more) throws SQLException {
    String columns = "a, b, c" + (label == null ? "" : ", " + label);
    String create =
        "CREATE OR REPLACE MODEL m OPTIONS (MODEL_TYPE = '%s'%s) AS SELECT %s FROM "
            .formatted(type, more, columns);
    session.run("DROP MODEL IF EXISTS m", create + "t");
    String answer = "SELECT * FROM ML.PREDICT(MODEL m, (SELECT 3.5 AS a, 0.25 AS b, 'k2' AS c))";
    List<List<Object>> before = session.rows(answer);
    SQLException error = cancelled(create + "t CROSS JOIN range(4000)");
    assertThat((Throwable) error).hasMessageContaining("INS-402");
    assertThat(session.rows(answer)).isNotEmpty().isEqualTo(before);
    session.run(create + "t");
    assertThat(session.rows(answer)).hasSize(1);
  }

  /** Runs a statement that takes long and cancels it until it ends. */
  private SQLException cancelled(String sql) throws SQLException {
    AtomicBoolean ended = new AtomicBoolean();
    try (Statement statement = session.connection().createStatement()) {
      Thread canceller =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      Thread.sleep(100);
                      while (!ended.get()) {
                        statement.cancel();
                        Thread.sleep(20);
                      }
                    } catch (SQLException | InterruptedException e) {
                      throw new IllegalStateException(e);
                    }
                  });
      SQLException error = catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
      ended.set(true);
      canceller.join();
      return error;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
