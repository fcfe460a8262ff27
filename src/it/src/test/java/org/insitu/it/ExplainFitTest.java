/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.insitu.it.testing.TestingSession;
import org.insitu.jdbc.ServerError;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EXPLAIN of a fit announces the queries that the fit then sends, and refuses what it refuses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainFitTest {
  private static final String SQL = "     | ";

  @RegisterExtension final TestingSession session = new TestingSession();

  @BeforeAll
  void makeData() throws SQLException {
    session.run(
        """
        CREATE TABLE t AS SELECT i AS id, CAST(i AS DOUBLE) AS x, i % 7 AS z,
          CASE WHEN i % 3 = 0 THEN 'a' ELSE 'b' END AS c, 2.0 * i + i % 5 AS y,
          CASE WHEN (i * 7919) % 100 < 30 THEN 'yes' ELSE 'no' END AS answer
        FROM range(800) AS r(i)\
        """,
        "CREATE MODEL taken OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'])"
            + " AS SELECT x, y FROM t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y']) AS SELECT x, z, c, y FROM t",
        "MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'], execution = 'warehouse')"
            + " AS SELECT x, z, c, y FROM t",
        "MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['answer'])"
            + " AS SELECT x, z, c, answer FROM t",
        "MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['answer']) AS SELECT c, answer FROM t",
        "MODEL_TYPE = 'BOOSTED_TREE_REGRESSOR', INPUT_LABEL_COLS = ['y'], MAX_ITERATIONS = 2,"
            + " DATA_SPLIT_METHOD = 'SEQ', DATA_SPLIT_COL = 'id') AS SELECT id, x, z, c, y FROM t",
        "MODEL_TYPE = 'BOOSTED_TREE_CLASSIFIER', INPUT_LABEL_COLS = ['z'], MAX_ITERATIONS = 2,"
            + " DATA_SPLIT_METHOD = 'NO_SPLIT') AS SELECT x, c, z FROM t",
        "MODEL_TYPE = 'NAIVE_BAYES', INPUT_LABEL_COLS = ['answer'])"
            + " AS SELECT x, z, c, answer FROM t",
        "MODEL_TYPE = 'NAIVE_BAYES', INPUT_LABEL_COLS = ['answer'], execution = 'local')"
            + " AS SELECT x, z, c, answer FROM t",
        "MODEL_TYPE = 'LDA', INPUT_LABEL_COLS = ['answer'], execution = 'warehouse')"
            + " AS SELECT x, z, c, answer FROM t",
        "MODEL_TYPE = 'QDA', INPUT_LABEL_COLS = ['answer'], execution = 'local')"
            + " AS SELECT x, z, c, answer FROM t",
        "MODEL_TYPE = 'PCA', NUM_PRINCIPAL_COMPONENTS = 2, execution = 'local')"
            + " AS SELECT x, z, c FROM t",
        "MODEL_TYPE = 'LINEAR_SVM', INPUT_LABEL_COLS = ['answer'])"
            + " AS SELECT x, z, c, answer FROM t",
        "MODEL_TYPE = 'LINEAR_SVM', INPUT_LABEL_COLS = ['answer'], execution = 'warehouse')"
            + " AS SELECT x, z, c, answer FROM t",
        "MODEL_TYPE = 'GLM', INPUT_LABEL_COLS = ['y']) AS SELECT x, z, c, y FROM t",
        "MODEL_TYPE = 'GLM', INPUT_LABEL_COLS = ['y'], execution = 'warehouse')"
            + " AS SELECT x, z, c, y FROM t",
        "MODEL_TYPE = 'ISOTONIC', INPUT_LABEL_COLS = ['y']) AS SELECT x, y FROM t",
        "MODEL_TYPE = 'ISOTONIC', INPUT_LABEL_COLS = ['y'], execution = 'warehouse')"
            + " AS SELECT x, y FROM t",
        "MODEL_TYPE = 'ISOLATION_FOREST', NUM_TREES = 5) AS SELECT x, z, c FROM t",
        "MODEL_TYPE = 'KMEANS', NUM_CLUSTERS = 2) AS SELECT x, z, c FROM t",
        "MODEL_TYPE = 'KNN', INPUT_LABEL_COLS = ['answer']) AS SELECT x, z, c, answer FROM t",
        "MODEL_TYPE = 'GAUSSIAN_PROCESS', INPUT_LABEL_COLS = ['y'], LENGTH_SCALE = 1, NOISE_RATIO ="
            + " 1) AS SELECT x, z, c, y FROM t",
        "MODEL_TYPE = 'LINEAR_SVM', INPUT_LABEL_COLS = ['z'], execution = 'warehouse')"
            + " AS SELECT x, c, z FROM t",
        "MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['answer'], NUM_TRIALS = 3)"
            + " AS SELECT x, z, c, answer FROM t"
      })
  void announcesWhatIsSent(String fit) throws SQLException {
    List<List<String>> stages = stages("EXPLAIN ANALYZE CREATE OR REPLACE MODEL m OPTIONS (" + fit);
    List<String> sent =
        stages.stream().filter(s -> s.getFirst().contains("Sent")).map(this::sql).toList();
    List<String> announced =
        stages.stream()
            .filter(s -> s.getFirst().contains("WarehouseQuery") || s.getFirst().contains("Fit"))
            .filter(s -> !s.getFirst().contains("metrics"))
            .filter(s -> !s.getFirst().contains("the training rows"))
            .map(this::sql)
            .filter(sql -> !sql.isEmpty())
            .toList();
    assertThat(announced).isNotEmpty();
    assertThat(sent).containsAll(announced);
  }

  @Test
  void announcesThatTheRowsOfABoundedModelAreCounted() throws SQLException {
    String fit =
        "CREATE MODEL m3 OPTIONS (MODEL_TYPE = 'KNN', INPUT_LABEL_COLS = ['answer'],"
            + " DATA_SPLIT_METHOD = 'NO_SPLIT') AS SELECT x, answer FROM t";
    assertThat(stages("EXPLAIN " + fit))
        .anySatisfy(stage -> assertThat(sql(stage)).startsWith("SELECT count(*) FROM"));
  }

  @Test
  void announcesTheCopyOfRowsThatAreNotStable() throws SQLException {
    String fit =
        "CREATE OR REPLACE MODEL m OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'])"
            + " AS SELECT x, sum(y) AS y FROM t GROUP BY x";
    assertThat(stages("EXPLAIN " + fit))
        .anySatisfy(stage -> assertThat(sql(stage)).startsWith("CREATE TEMPORARY TABLE"));
  }

  @Test
  void metricsAreAnnouncedWithTheModelAsACall() throws SQLException {
    String fit =
        "CREATE MODEL m2 OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'])"
            + " AS SELECT x, y FROM t";
    assertThat(stages("EXPLAIN " + fit))
        .anySatisfy(stage -> assertThat(sql(stage)).contains("PREDICT(m2) AS prediction"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "208 CREATE MODEL n OPTIONS (MODEL_TYPE = 'LINEAR_REG') AS SELECT x, y FROM t",
        "305 CREATE MODEL n OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['c'])"
            + " AS SELECT x, c FROM t",
        "206 CREATE MODEL n OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'])"
            + " AS SELECT TIME '10:00:00' AS xs, y FROM t",
        "202 CREATE MODEL taken OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'])"
            + " AS SELECT x, y FROM t"
      })
  void refusesWhatTheFitRefuses(String coded) {
    String fit = coded.substring(4);
    int code = Integer.parseInt(coded.substring(0, 3));
    for (String statement : List.of(fit, "EXPLAIN " + fit)) {
      SQLException thrown = catchThrowableOfType(SQLException.class, () -> session.run(statement));
      assertThat((Throwable) thrown).as(statement).isNotNull();
      assertThat(thrown.getErrorCode()).as(thrown.getMessage()).isEqualTo(code);
    }
  }

  @Test
  void complaintAboutATableIsPlacedAtIt() {
    SQLException thrown =
        catchThrowableOfType(
            SQLException.class,
            () -> session.run("SELECT *\nFROM ML.PREDICT(MODEL taken, TABLE nowhere)"));
    ServerError error = ServerError.of(thrown).orElseThrow();
    assertThat(error.line()).isEqualTo(2);
    assertThat(error.column()).isEqualTo(36);
  }

  /** The plan's stages, each its lines. */
  private List<List<String>> stages(String explain) throws SQLException {
    List<List<String>> stages = new ArrayList<>();
    for (List<Object> row : session.rows(explain)) {
      String line = String.valueOf(row.getFirst());
      if (line.matches("  \\d+\\. .*")) {
        stages.add(new ArrayList<>());
      }
      if (!stages.isEmpty()) {
        stages.getLast().add(line);
      }
    }
    return stages;
  }

  private String sql(List<String> stage) {
    return stage.stream()
        .filter(line -> line.startsWith(SQL))
        .map(line -> line.substring(SQL.length()))
        .collect(Collectors.joining("\n"));
  }
}
