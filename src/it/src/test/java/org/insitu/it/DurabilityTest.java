/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.insitu.it.testing.ServerProcess;
import org.insitu.it.testing.TestingInsitu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models survive a restart and a kill -9, and so does a client whose server was killed. */
class DurabilityTest {
  private static final String TRAIN =
      """
      CREATE OR REPLACE MODEL m OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'])
      AS SELECT CAST(i AS DOUBLE) AS x, 2.0 * i + 1 AS y FROM range(100) AS r(i)\
      """;
  private static final String ASK =
      "SELECT round(predicted_y, 6) FROM ML.PREDICT(MODEL m, (SELECT 10.0 AS x))";

  @TempDir Path folder;

  @Test
  void modelsAndTablesSurviveARestart() throws SQLException {
    Path file = folder.resolve("shop.db");
    try (TestingInsitu insitu = TestingInsitu.on(file);
        Connection connection = insitu.connect()) {
      TestingInsitu.run(connection, "CREATE TABLE t AS SELECT 10.0 AS x", TRAIN);
    }
    try (TestingInsitu insitu = TestingInsitu.on(file);
        Connection connection = insitu.connect()) {
      assertThat(TestingInsitu.rows(connection, ASK)).isEqualTo(List.of(List.of(21.0)));
      assertThat(TestingInsitu.rows(connection, "SELECT x FROM t")).hasSize(1);
    }
  }

  @Test
  void whatIsSaidOfAModelSurvivesFitsAndARestart() throws SQLException {
    Path file = folder.resolve("notes.db");
    try (TestingInsitu insitu = TestingInsitu.on(file);
        Connection connection = insitu.connect()) {
      TestingInsitu.run(
          connection,
          TRAIN.replace("['y'])", "['y'], DESCRIPTION = 'first')"),
          "ALTER MODEL m SET OPTIONS (labels = [STRUCT('team', 'sales'), STRUCT('a', 'b')])",
          "TRAIN MODEL m");
      assertThat(notes(connection)).containsExactly("first", "a=b, team=sales");
      TestingInsitu.run(
          connection,
          "ALTER MODEL m SET OPTIONS (description = 'second')",
          "TRAIN MODEL m",
          "ALTER MODEL m SET DEFAULT VERSION 1");
    }
    try (TestingInsitu insitu = TestingInsitu.on(file);
        Connection connection = insitu.connect()) {
      assertThat(notes(connection)).containsExactly("second", "a=b, team=sales");
      TestingInsitu.run(connection, "TRAIN MODEL m OPTIONS (description = 'third')");
      assertThat(notes(connection)).containsExactly("third", "a=b, team=sales");
      TestingInsitu.run(connection, TRAIN, "ALTER MODEL m SET OPTIONS (labels = NULL)");
      assertThat(notes(connection)).isEmpty();
    }
  }

  @Test
  void filesFromBeforeThereWereNotesAreRead() throws SQLException {
    Path file = folder.resolve("old.db");
    try (TestingInsitu insitu = TestingInsitu.on(file);
        Connection connection = insitu.connect()) {
      TestingInsitu.run(
          connection,
          TRAIN,
          "ALTER TABLE insitu.models DROP COLUMN description",
          "ALTER TABLE insitu.models DROP COLUMN labels");
    }
    try (TestingInsitu insitu = TestingInsitu.on(file);
        Connection connection = insitu.connect()) {
      TestingInsitu.run(connection, "ALTER MODEL m SET OPTIONS (description = 'old')");
      assertThat(notes(connection)).containsExactly("old");
      assertThat(TestingInsitu.rows(connection, ASK)).isEqualTo(List.of(List.of(21.0)));
    }
  }

  private static List<Object> notes(Connection connection) throws SQLException {
    return TestingInsitu.rows(connection, "DESCRIBE MODEL m").stream()
        .filter(row -> row.get(0).equals("description") || row.get(0).equals("labels"))
        .map(row -> row.get(1))
        .toList();
  }

  @Test
  void committedModelsSurviveKillMinusNine() throws Exception {
    Path file = folder.resolve("killed.db");
    try (ServerProcess server = ServerProcess.start(file)) {
      Connection connection = server.connect();
      TestingInsitu.run(connection, TRAIN, TRAIN);
      server.kill();
      SQLException thrown =
          catchThrowableOfType(SQLException.class, () -> TestingInsitu.rows(connection, ASK));
      assertThat((Throwable) thrown).isNotNull();
      assertThat(thrown.getSQLState()).startsWith("08");
      connection.close();
    }
    try (ServerProcess server = ServerProcess.start(file);
        Connection connection = server.connect()) {
      assertThat(TestingInsitu.rows(connection, ASK)).isEqualTo(List.of(List.of(21.0)));
      assertThat(TestingInsitu.rows(connection, "SHOW VERSIONS OF MODEL m")).hasSize(2);
    }
  }

  @Test
  void killedInTheMiddleOfFitsNeverLeavesHalfAModel() throws Exception {
    Path file = folder.resolve("middle.db");
    for (int round = 0; round < 3; round++) {
      try (ServerProcess server = ServerProcess.start(file)) {
        Thread trainer = server.trainForEver(TRAIN);
        TimeUnit.MILLISECONDS.sleep(700 + 331L * round);
        server.kill();
        trainer.join();
      }
    }
    try (ServerProcess server = ServerProcess.start(file);
        Connection connection = server.connect()) {
      List<List<Object>> versions = TestingInsitu.rows(connection, "SHOW VERSIONS OF MODEL m");
      assertThat(versions).isNotEmpty();
      for (List<Object> version : versions) {
        assertThat(
                TestingInsitu.rows(connection, ASK.replace("MODEL m", "MODEL m@" + version.get(1))))
            .isEqualTo(List.of(List.of(21.0)));
      }
    }
  }
}
