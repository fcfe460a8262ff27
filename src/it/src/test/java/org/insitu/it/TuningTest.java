/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.insitu.it.testing.TestingInsitu;
import org.insitu.it.testing.TestingSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hyperparameter tuning through the driver. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TuningTest {
  private static final String DATA =
      """
      CREATE TABLE t AS SELECT i AS id, hash(i) % 1000 / 1000.0 AS a, hash(i + 7) % 1000 / 1000.0 AS b,
        ['x', 'y', 'z'][1 + (hash(i + 3) % 3)::INT] AS c,
        CASE WHEN (hash(i) % 1000 + hash(i + 7) % 1000 + hash(i + 11) % 500) > 1250 THEN 'yes'
          ELSE 'no' END AS answer,
        (hash(i) % 1000) / 100.0 + (hash(i + 13) % 100) / 100.0 AS y,
        CASE hash(i + 5) % 10 WHEN 0 THEN 'TEST' WHEN 1 THEN 'EVAL' ELSE 'TRAIN' END AS part
      FROM range(2000) AS r(i)\
      """;

  @RegisterExtension final TestingSession session = new TestingSession();

  @BeforeAll
  void makeData() throws SQLException {
    session.run(
        DATA,
        """
        CREATE MODEL tuned OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_CLASSIFIER', NUM_TRIALS = 6,
          MAX_ITERATIONS = 5, LEARN_RATE = HPARAM_RANGE(0.05, 1), MAX_TREE_DEPTH = HPARAM_RANGE(1, 5),
          BOOSTER_TYPE = HPARAM_CANDIDATES(['GBTREE', 'DART']), INPUT_LABEL_COLS = ['answer'],
          HPARAM_TUNING_OBJECTIVES = ['log_loss']) AS SELECT a, b, c, answer FROM t\
        """,
        """
        CREATE MODEL partly OPTIONS (MODEL_TYPE = 'KMEANS', NUM_TRIALS = 9,
          HPARAM_TUNING_ALGORITHM = 'GRID_SEARCH', NUM_CLUSTERS = HPARAM_CANDIDATES([2, 900, 4]))
        AS SELECT a, b FROM t LIMIT 300\
        """);
  }

  private List<List<Object>> rows(String sql) throws SQLException {
    return session.rows(sql);
  }

  private Object value(String sql) throws SQLException {
    return rows(sql).getFirst().getFirst();
  }

  @Test
  void everyTrialIsARow() throws SQLException {
    assertThat(
            rows(
                """
                SELECT count(*), min(trial_id), max(trial_id), count(*) FILTER (is_optimal),
                  count(*) FILTER (status = 'SUCCEEDED'), count(training_loss), count(eval_loss),
                  min(hyperparameters.learn_rate) >= 0.05, max(hyperparameters.max_tree_depth) <= 5,
                  count(DISTINCT hyperparameters)
                FROM ML.TRIAL_INFO(MODEL tuned)\
                """))
        .containsExactly(List.of(6L, 1L, 6L, 1L, 6L, 6L, 6L, true, true, 6L));
  }

  @Test
  void theOptimalTrialHasTheBestObjectiveAndIsTheVersion() throws SQLException {
    assertThat(
            value(
                """
                SELECT trial_id = (SELECT trial_id FROM ML.TRIAL_INFO(MODEL tuned)
                  ORDER BY hparam_tuning_evaluation_metrics.log_loss LIMIT 1)
                FROM ML.TRIAL_INFO(MODEL tuned) WHERE is_optimal\
                """))
        .isEqualTo(true);
    long best = (Long) value("SELECT trial_id FROM ML.TRIAL_INFO(MODEL tuned) WHERE is_optimal");
    for (String function : List.of("EVALUATE", "TRAINING_INFO", "ROC_CURVE", "CONFUSION_MATRIX")) {
      String name = "ML." + function;
      assertThat(rows("SELECT * FROM %s(MODEL tuned)".formatted(name)).toString())
          .isEqualTo(
              rows("SELECT * FROM %s(MODEL tuned, STRUCT(%d AS trial_id))".formatted(name, best))
                  .toString()
                  .replace("_ms", ""));
    }
  }

  /**
   * The trial's own model over the rows that judged it gives the objective that is written down.
   */
  @Test
  void theObjectiveIsThatOfTheEvaluationRows() throws SQLException {
    session.run(
        """
        CREATE OR REPLACE MODEL parted OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', NUM_TRIALS = 4,
          MAX_PARALLEL_TRIALS = 2, DATA_SPLIT_METHOD = 'CUSTOM', DATA_SPLIT_COL = 'part',
          INPUT_LABEL_COLS = ['answer']) AS SELECT a, b, c, part, answer FROM t\
        """);
    for (int trial = 1; trial <= 4; trial++) {
      double told =
          (Double)
              value(
                  "SELECT hparam_tuning_evaluation_metrics.roc_auc FROM ML.TRIAL_INFO(MODEL parted)"
                      + " WHERE trial_id = "
                      + trial);
      double seen =
          (Double)
              value(
                  "SELECT roc_auc FROM ML.EVALUATE(MODEL parted, (SELECT * FROM t WHERE part ="
                      + " 'EVAL'), STRUCT(%d AS trial_id))".formatted(trial));
      double tested =
          (Double)
              value(
                  "SELECT roc_auc FROM ML.EVALUATE(MODEL parted, STRUCT(%d AS trial_id))"
                      .formatted(trial));
      double test =
          (Double)
              value(
                  "SELECT roc_auc FROM ML.EVALUATE(MODEL parted, (SELECT * FROM t WHERE part ="
                      + " 'TEST'), STRUCT(%d AS trial_id))".formatted(trial));
      assertThat(seen).isCloseTo(told, within(1e-12));
      assertThat(test).isCloseTo(tested, within(1e-12));
    }
  }

  /** A trial is the model that CREATE MODEL makes with its values over the same rows. */
  @Test
  void aTrialIsTheModelOfItsValues() throws SQLException {
    session.run(
        """
        CREATE OR REPLACE MODEL ridges OPTIONS (MODEL_TYPE = 'LINEAR_REG', NUM_TRIALS = 3,
          L2_REG = HPARAM_CANDIDATES([0, 10, 1000]), HPARAM_TUNING_ALGORITHM = 'GRID_SEARCH',
          DATA_SPLIT_METHOD = 'NO_SPLIT', INPUT_LABEL_COLS = ['y']) AS SELECT a, b, c, y FROM t\
        """,
        """
        CREATE OR REPLACE MODEL ridge OPTIONS (MODEL_TYPE = 'LINEAR_REG', L2_REG = 10,
          DATA_SPLIT_METHOD = 'NO_SPLIT', INPUT_LABEL_COLS = ['y']) AS SELECT a, b, c, y FROM t\
        """);
    double apart =
        (Double)
            value(
                """
                SELECT max(abs(p.predicted_y - q.predicted_y))
                FROM ML.PREDICT(MODEL ridges, TABLE t, STRUCT(2 AS trial_id)) AS p
                JOIN ML.PREDICT(MODEL ridge, TABLE t) AS q USING (id)\
                """);
    assertThat(apart).isLessThan(1e-9);
    assertThat(
            (Double)
                value(
                    """
                    SELECT max(abs(p.predicted_y - q.predicted_y))
                    FROM ML.PREDICT(MODEL ridges, TABLE t, STRUCT(1 AS trial_id)) AS p
                    JOIN ML.PREDICT(MODEL ridges, TABLE t, STRUCT(3 AS trial_id)) AS q USING (id)\
                    """))
        .isGreaterThan(0.1);
  }

  @Test
  void aFailingTrialIsARow() throws SQLException {
    assertThat(
            rows(
                "SELECT trial_id, hyperparameters.num_clusters, status, error_message IS NULL,"
                    + " hparam_tuning_evaluation_metrics.davies_bouldin_index IS NULL"
                    + " FROM ML.TRIAL_INFO(MODEL partly)"))
        .containsExactly(
            List.of(1L, 2L, "SUCCEEDED", true, false),
            List.of(2L, 900L, "FAILED", false, true),
            List.of(3L, 4L, "SUCCEEDED", true, false));
    assertThat(
            catchThrowable(
                () ->
                    rows("SELECT * FROM ML.PREDICT(MODEL partly, TABLE t, STRUCT(2 AS trial_id))")))
        .hasMessageContaining("Trial 2 of model 'partly' has no model: Distinct rows: 300");
  }

  @Test
  void whenAllTrialsFailSoDoesTheStatement() throws SQLException {
    String sql =
        "CREATE MODEL none OPTIONS (MODEL_TYPE = 'KMEANS', NUM_TRIALS = 2, NUM_CLUSTERS ="
            + " HPARAM_CANDIDATES([900, 800])) AS SELECT a, b FROM t LIMIT 300";
    assertThat(catchThrowable(() -> session.run(sql)))
        .hasMessageContaining("No trial of 2 succeeded; the first: Distinct rows: 300");
    assertThat(rows("SHOW MODELS LIKE 'none'")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void theSameStatementTunesTheSame(int parallel) throws SQLException {
    String create =
        "CREATE OR REPLACE MODEL %s OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_REGRESSOR', NUM_TRIALS = 7,"
            + " MAX_ITERATIONS = 3, MAX_PARALLEL_TRIALS = "
            + parallel
            + ", INPUT_LABEL_COLS = ['y']) AS SELECT a, b, c, y FROM t";
    session.run(create.formatted("one"), create.formatted("two"));
    assertThat(rows("SELECT * FROM ML.TRIAL_INFO(MODEL one)").toString())
        .isEqualTo(rows("SELECT * FROM ML.TRIAL_INFO(MODEL two)").toString());
  }

  /** The query for the rows that the plan announces is sent once. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['answer']) AS SELECT a, b, c, answer",
        "MODEL_TYPE = 'BOOSTED_TREE_CLASSIFIER', INPUT_LABEL_COLS = ['answer'])"
            + " AS SELECT a, b, c, answer",
        "MODEL_TYPE = 'LINEAR_SVM', INPUT_LABEL_COLS = ['answer']) AS SELECT a, b, c, answer",
        "MODEL_TYPE = 'KNN', INPUT_LABEL_COLS = ['answer']) AS SELECT a, b, c, answer",
        "MODEL_TYPE = 'KMEANS') AS SELECT a, b, c"
      })
  void rowsAreReadOnceForAllTrials(String fit) throws SQLException {
    String plan =
        value(
                "EXPLAIN ANALYZE FORMAT JSON CREATE OR REPLACE MODEL often OPTIONS (NUM_TRIALS = 5,"
                    + " MAX_PARALLEL_TRIALS = 2, "
                    + fit
                    + " FROM t")
            .toString();
    String announced = plan.substring(plan.indexOf("\"kind\" : \"Fit\""));
    String sql = announced.substring(announced.indexOf("\"sql\" : "));
    String query = sql.substring(0, sql.indexOf('\n'));
    assertThat(plan.split(Pattern.quote(query), -1)).as(plan).hasSize(1 + 1 + 1);
  }

  @Test
  void trialsOutliveARestart(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("tuned.db");
    String predict =
        "SELECT * FROM ML.PREDICT(MODEL m, (SELECT * FROM t ORDER BY id LIMIT 50), STRUCT(%d AS"
            + " trial_id)) ORDER BY id";
    String before;
    try (TestingInsitu first = TestingInsitu.on(file);
        Connection session = first.connect()) {
      TestingInsitu.run(
          session,
          DATA,
          "CREATE MODEL m OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', NUM_TRIALS = 3, INPUT_LABEL_COLS ="
              + " ['answer']) AS SELECT a, b, c, answer FROM t");
      before = answers(session, predict);
    }
    try (TestingInsitu second = TestingInsitu.on(file);
        Connection session = second.connect()) {
      assertThat(answers(session, predict)).isEqualTo(before);
      TestingInsitu.run(session, "ALTER MODEL m RENAME TO n");
      assertThat(answers(session, predict.replace("MODEL m", "MODEL n"))).isEqualTo(before);
      TestingInsitu.run(session, "DROP MODEL n");
      assertThat(TestingInsitu.rows(session, "SELECT count(*) FROM insitu.model_trials").toString())
          .isEqualTo("[[0]]");
    }
  }

  private static String answers(Connection session, String sql) throws SQLException {
    StringBuilder all = new StringBuilder();
    for (int trial = 1; trial <= 3; trial++) {
      all.append(TestingInsitu.rows(session, sql.formatted(trial)));
    }
    return all.toString();
  }

  @Test
  void whatHasNoTrialsSaysSo() throws SQLException {
    session.run(
        "CREATE OR REPLACE MODEL plain OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS ="
            + " ['y']) AS SELECT a, y FROM t");
    assertThat(catchThrowable(() -> rows("SELECT * FROM ML.TRIAL_INFO(MODEL plain)")))
        .hasMessageContaining("ML.TRIAL_INFO needs a tuned model");
    assertThat(
            catchThrowable(
                () -> rows("SELECT * FROM ML.EVALUATE(MODEL plain, STRUCT(1 AS trial_id))")))
        .hasMessageContaining("'trial_id' needs a tuned model");
    assertThat(
            catchThrowable(
                () -> rows("SELECT * FROM ML.EVALUATE(MODEL tuned, STRUCT(7 AS trial_id))")))
        .hasMessageContaining("Model 'tuned' has no trial 7; it has 1 to 6.");
  }
}
