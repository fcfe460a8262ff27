/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import java.util.List;
import org.insitu.it.testing.TestingSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tree models through the driver: what each option does, and what is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TreeModelsTest {
  @RegisterExtension final TestingSession session = new TestingSession();

  @BeforeAll
  void makeData() throws SQLException {
    session.run(
        """
        CREATE TABLE t AS SELECT i AS id, hash(i) % 1000 / 100.0 AS x, hash(i + 5) % 100 AS z,
          CASE WHEN i % 40 = 0 THEN NULL ELSE chr(97 + (hash(i + 1) % 4)::INT) END AS c,
          i % 3 AS w, x * 3 + z / 10 + CASE WHEN c = 'b' THEN 7 ELSE 0 END AS y,
          CASE WHEN x > 7 THEN 'high' WHEN c = 'a' THEN 'mid' ELSE 'low' END AS kind,
          x + z / 20 > 7 AS yes
        FROM range(2000) AS r(i)\
        """);
  }

  private List<List<Object>> rows(String sql) throws SQLException {
    return session.rows(sql);
  }

  private void fit(String options, String columns) throws SQLException {
    session.run(
        "CREATE OR REPLACE MODEL m OPTIONS (" + options + ") AS SELECT " + columns + " FROM t");
  }

  /** Whether a model of few nodes, written out as CASEs, answers as its kernel does. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "MODEL_TYPE = 'DECISION_TREE_REGRESSOR', INPUT_LABEL_COLS = ['y']",
        "MODEL_TYPE = 'RANDOM_FOREST_REGRESSOR', INPUT_LABEL_COLS = ['y'], NUM_PARALLEL_TREE = 5,"
            + " MAX_TREE_DEPTH = 4",
        "MODEL_TYPE = 'BOOSTED_TREE_REGRESSOR', INPUT_LABEL_COLS = ['y'], MAX_ITERATIONS = 8,"
            + " BOOSTER_TYPE = 'DART', RATE_DROP = 0.3, EARLY_STOP = FALSE, MAX_TREE_DEPTH = 4"
      })
  void answersTheSameWrittenOutAndCalled(String options) throws SQLException {
    fit(options, "x, z, c, y");
    String inline = rows("EXPLAIN SELECT * FROM ML.PREDICT(MODEL m, TABLE t)").toString();
    assertThat(inline).contains("CASE");
    session.run(
        "CREATE OR REPLACE TABLE written AS SELECT id, predicted_y FROM ML.PREDICT(MODEL m, (SELECT"
            + " * REPLACE (CASE WHEN id % 9 = 0 THEN 'new' ELSE c END AS c) FROM t))",
        "CREATE OR REPLACE TABLE called AS SELECT avg((p.predicted_y - t.y) ** 2) AS e FROM"
            + " ML.PREDICT(MODEL m, TABLE t) AS p JOIN t USING (id)");
    double error =
        ((Number)
                rows("SELECT mean_squared_error FROM ML.EVALUATE(MODEL m, TABLE t)")
                    .getFirst()
                    .getFirst())
            .doubleValue();
    double expected = ((Number) rows("SELECT e FROM called").getFirst().getFirst()).doubleValue();
    assertThat(error).isCloseTo(expected, within(1e-9));
    assertThat(rows("SELECT count(*) FROM written WHERE predicted_y IS NULL"))
        .isEqualTo(List.of(List.of(0L)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RANDOM_FOREST_CLASSIFIER", "DECISION_TREE_CLASSIFIER"})
  void tellsThreeClassesApart(String type) throws SQLException {
    fit("MODEL_TYPE = '" + type + "', INPUT_LABEL_COLS = ['kind']", "x, z, c, kind");
    assertThat(rows("SELECT accuracy > 0.97 FROM ML.EVALUATE(MODEL m, TABLE t)"))
        .isEqualTo(List.of(List.of(true)));
    assertThat(
            rows(
                """
                SELECT max(abs(list_sum([p.prob FOR p IN predicted_kind_probs]) - 1)) < 1e-12
                FROM ML.PREDICT(MODEL m, TABLE t)\
                """))
        .isEqualTo(List.of(List.of(true)));
    assertThat(
            rows(
                "SELECT feature, importance_weight > 0, importance_gain > 0, importance_cover > 0"
                    + " FROM ML.FEATURE_IMPORTANCE(MODEL m) WHERE feature <> 'z'"))
        .isEqualTo(List.of(List.of("x", true, true, true), List.of("c", true, true, true)));
    assertThat(rows("SELECT iteration, loss > 0, eval_loss > 0 FROM ML.TRAINING_INFO(MODEL m)"))
        .isEqualTo(List.of(List.of(1L, true, true)));
  }

  /** XGBoost's loss of a forest, where rows are held out, and the metrics' where none are. */
  @ParameterizedTest
  @CsvSource({"RANDOM_FOREST_CLASSIFIER, kind", "RANDOM_FOREST_REGRESSOR, y"})
  void theLossOfAForestIsTheOneOfItsMetrics(String type, String label) throws SQLException {
    String metric = type.endsWith("REGRESSOR") ? "mean_squared_error" : "log_loss";
    String options = "MODEL_TYPE = '%s', INPUT_LABEL_COLS = ['%s']".formatted(type, label);
    fit(options + ", DATA_SPLIT_METHOD = 'NO_SPLIT'", "x, z, c, " + label);
    assertThat(
            rows(
                "SELECT eval_loss IS NULL, abs(loss / e.%1$s - 1) < 1e-12".formatted(metric)
                    + " FROM ML.TRAINING_INFO(MODEL m), ML.EVALUATE(MODEL m, TABLE t) e"))
        .isEqualTo(List.of(List.of(true, true)));
    fit(options + ", DATA_SPLIT_METHOD = 'RANDOM'", "x, z, c, " + label);
    assertThat(
            rows(
                "SELECT loss > 0, abs(eval_loss / e.%1$s - 1) < 1e-5".formatted(metric)
                    + " FROM ML.TRAINING_INFO(MODEL m), ML.EVALUATE(MODEL m) e"))
        .isEqualTo(List.of(List.of(true, true)));
  }

  @Test
  void aWeightColumnIsNoFeature() throws SQLException {
    fit(
        "MODEL_TYPE = 'BOOSTED_TREE_REGRESSOR', INPUT_LABEL_COLS = ['y'], INSTANCE_WEIGHT_COL ="
            + " 'W'",
        "x, z, c, w, y");
    assertThat(rows("SELECT input FROM ML.FEATURE_INFO(MODEL m)"))
        .isEqualTo(List.of(List.of("x"), List.of("z"), List.of("c")));
    List<List<Object>> weighted = rows("SELECT sum(PREDICT(m)) FROM t");
    fit("MODEL_TYPE = 'BOOSTED_TREE_REGRESSOR', INPUT_LABEL_COLS = ['y']", "x, z, c, y");
    assertThat(rows("SELECT sum(PREDICT(m)) FROM t")).isNotEqualTo(weighted);
  }

  @Test
  void stopsEarlyByTheHeldOutRows() throws SQLException {
    fit(
        "MODEL_TYPE = 'BOOSTED_TREE_CLASSIFIER', INPUT_LABEL_COLS = ['yes'], MAX_ITERATIONS = 200,"
            + " MIN_REL_PROGRESS = 0.05, DATA_SPLIT_METHOD = 'RANDOM'",
        "x, z, yes");
    List<List<Object>> losses = rows("SELECT eval_loss FROM ML.TRAINING_INFO(MODEL m)");
    int rounds = losses.size();
    assertThat(rounds).isBetween(3, 199);
    for (int i = 1; i < rounds; i++) {
      double before = ((Number) losses.get(i - 1).getFirst()).doubleValue();
      double after = ((Number) losses.get(i).getFirst()).doubleValue();
      assertThat((before - after) / before < 0.05).isEqualTo(i == rounds - 1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'RANDOM_FOREST_REGRESSOR', MAX_ITERATIONS = 5       | INS-106 | Option 'max_iterations' belongs to
          'RANDOM_FOREST_REGRESSOR', NUM_PARALLEL_TREE = 1    | INS-105 | Option 'num_parallel_tree' is 1 (allowed: 2 to 1000).
          'RANDOM_FOREST_REGRESSOR', BOOSTER_TYPE = 'DART'    | INS-106 | Option 'booster_type' belongs to
          'DECISION_TREE_REGRESSOR', SUBSAMPLE = 0.5          | INS-106 | Option 'subsample' belongs to
          'DECISION_TREE_REGRESSOR', MAX_TREE_DEPTH = 50      | INS-105 | Option 'max_tree_depth' is 50 (allowed: 1 to 20).
          'BOOSTED_TREE_REGRESSOR', RATE_DROP = 2             | INS-105 | Option 'rate_drop' is 2 (allowed: 0 to 1).
          'BOOSTED_TREE_REGRESSOR', MONOTONE_CONSTRAINTS = [STRUCT('q', 1)] | INS-205 | MONOTONE_CONSTRAINTS names 'q', which is no feature; the features are x, z, c
          'BOOSTED_TREE_REGRESSOR', MONOTONE_CONSTRAINTS = [STRUCT('c', 1)] | INS-206 | MONOTONE_CONSTRAINTS names 'c', a category
          'BOOSTED_TREE_REGRESSOR', MONOTONE_CONSTRAINTS = [STRUCT('x', 2)] | INS-105 | Option 'monotone_constraints'
          'BOOSTED_TREE_REGRESSOR', MONOTONE_CONSTRAINTS = 'x' | INS-104 | Option 'monotone_constraints'
          'BOOSTED_TREE_REGRESSOR', INSTANCE_WEIGHT_COL = 'q' | INS-205 | INSTANCE_WEIGHT_COL 'q' is not in the training query
          'BOOSTED_TREE_REGRESSOR', INSTANCE_WEIGHT_COL = 'c' | INS-206 | INSTANCE_WEIGHT_COL 'c' has type VARCHAR (allowed: numbers).
          'BOOSTED_TREE_REGRESSOR', INSTANCE_WEIGHT_COL = 'y' | INS-106 | INSTANCE_WEIGHT_COL 'y' is the label.
          'BOOSTED_TREE_REGRESSOR', INSTANCE_WEIGHT_COL = 'n' | INS-315 | The weight 'n' is -1.0 in a row (allowed: >= 0, finite).
          """)
  void refuses(String options, String code, String text) {
    Throwable error =
        catchThrowable(
            () ->
                fit(
                    "INPUT_LABEL_COLS = ['y'], MODEL_TYPE = " + options,
                    "x, z, c, y" + (options.contains("'n'") ? ", -1 AS n" : "")));
    assertThat(error).hasMessageContaining(code).hasMessageContaining(text);
  }

  /** XGBoost would divide by their sum. */
  @ParameterizedTest
  @CsvSource({
    "BOOSTED_TREE_REGRESSOR, y, 0, The weight 'w' is 0 in every row.",
    "RANDOM_FOREST_REGRESSOR, y, 0, The weight 'w' is 0 in every row.",
    "BOOSTED_TREE_CLASSIFIER, x > 3, 0, The weight 'w' is 0 in every row.",
    "BOOSTED_TREE_CLASSIFIER, x > 3, (x > 3)::INT, The weight 'w' is above 0 in rows of one class",
    "RANDOM_FOREST_CLASSIFIER, x > 3, (x > 3)::INT, The weight 'w' is above 0 in rows of one class"
  })
  void refusesWeightsThatLeaveNothingToLearnFrom(
      String type, String label, String weight, String text) {
    Throwable error =
        catchThrowable(
            () ->
                fit(
                    "INPUT_LABEL_COLS = ['k'], INSTANCE_WEIGHT_COL = 'w', MODEL_TYPE = '%s'"
                        .formatted(type),
                    "z, c, %s AS k, %s AS w".formatted(label, weight)));
    assertThat(error).hasMessageContaining("INS-315").hasMessageContaining(text);
  }
}
