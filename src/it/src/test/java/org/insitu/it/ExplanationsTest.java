/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.insitu.it.testing.TestingInsitu;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ML.EXPLAIN_PREDICT and ML.GLOBAL_EXPLAIN through the driver. */
class ExplanationsTest {
  private static final String SUM =
      "list_sum(list_transform(top_feature_attributions, lambda a: a.attribution))";

  private static TestingInsitu insitu;
  private static Connection connection;

  @BeforeAll
  static void fit() throws SQLException {
    insitu = TestingInsitu.inMemory();
    connection = insitu.connect();
    TestingInsitu.run(
        connection,
        """
        CREATE TABLE people AS SELECT i AS id, i % 60 + 0.5 AS age,
          CASE WHEN i % 7 = 0 THEN NULL ELSE (i * 13) % 100 END AS income,
          CASE WHEN i % 11 = 0 THEN NULL ELSE 'g' || (i % 3) END AS grp,
          i % 2 = 0 AS member,
          (i % 60) * 3.0 + (i * 13) % 100 + i % 3 AS y,
          CASE WHEN (i * 7) % 60 + i % 3 > 30 THEN 'y' ELSE 'n' END AS buys,
          (i % 60 + 5 * (i % 3)) // 25 AS class
        FROM range(1200) r(i)
        """,
        """
        CREATE TABLE odd AS SELECT * FROM (VALUES
          (1, 30.5, 50, 'g1', TRUE), (2, NULL, NULL, NULL, NULL), (3, 30.5, 50, 'unseen', FALSE),
          (4, 'nan'::DOUBLE, 1, 'g0', TRUE), (5, 'inf'::DOUBLE, 1, 'g0', TRUE),
          (6, '-inf'::DOUBLE, 1, 'g2', NULL), (7, 1e300, -5, 'g2', TRUE)
        ) AS v(id, age, income, grp, member)
        """);
    model("linear", "LINEAR_REG", "y", "");
    model("logistic", "LOGISTIC_REG", "buys", ", l2_reg = 1");
    model("multinomial", "LOGISTIC_REG", "class", ", l2_reg = 1");
    model("trees", "BOOSTED_TREE_REGRESSOR", "y", ", max_iterations = 30");
    model("dear", "BOOSTED_TREE_CLASSIFIER", "buys", ", max_iterations = 12");
    model("counts", "GLM", "y", ", family = 'POISSON'");
    model("discriminant", "LDA", "class", "");
    model("bayes", "NAIVE_BAYES", "class", "");
    model("bayes_of_two", "NAIVE_BAYES", "buys", "");
    model("quadratic", "QDA", "class", ", reg_param = 0.01");
    model("quadratic_of_two", "QDA", "buys", ", reg_param = 0.01");
    model("forest", "RANDOM_FOREST_CLASSIFIER", "class", ", num_parallel_tree = 10");
    model("tree", "DECISION_TREE_CLASSIFIER", "buys", "");
    model("many", "BOOSTED_TREE_CLASSIFIER", "class", ", max_iterations = 8");
    TestingInsitu.run(
        connection,
        "CREATE MODEL groups OPTIONS (model_type = 'KMEANS', num_clusters = 3) AS SELECT age,"
            + " income FROM people",
        "CREATE MODEL plain OPTIONS (model_type = 'LINEAR_REG', input_label_cols = ['y']) AS SELECT"
            + " age, y FROM people");
  }

  private static void model(String name, String type, String label, String more)
      throws SQLException {
    TestingInsitu.run(
        connection,
        "CREATE MODEL %s OPTIONS (model_type = '%s', input_label_cols = ['%s'],"
                .formatted(name, type, label)
            + " enable_global_explain = TRUE%s) AS SELECT age, income, grp, member, %s FROM people"
                .formatted(more, label));
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
    insitu.close();
  }

  private static List<List<Object>> rows(String sql) throws SQLException {
    return TestingInsitu.rows(connection, sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linear",
        "logistic",
        "multinomial",
        "counts",
        "discriminant",
        "bayes",
        "bayes_of_two",
        "quadratic",
        "quadratic_of_two",
        "trees",
        "dear",
        "many",
        "forest",
        "tree"
      })
  void addsUpForEveryRow(String model) throws SQLException {
    assertThat(
            rows(
                """
                SELECT count(*), max(abs(baseline_prediction_value + %s - prediction_value)
                    / greatest(1, abs(prediction_value))) < 1e-9,
                  min(len(top_feature_attributions)), max(approximation_error)
                FROM ML.EXPLAIN_PREDICT(MODEL %s, TABLE people, STRUCT(99 AS top_k_features))
                """
                    .formatted(SUM, model)))
        .isEqualTo(List.of(List.of(1200L, true, 4L, 0.0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"trees", "dear", "many"})
  void addsUpForOddInputOfTrees(String model) throws SQLException {
    assertThat(
            rows(
                "SELECT bool_and(abs(baseline_prediction_value + %s - prediction_value) < 1e-9)"
                        .formatted(SUM)
                    + " FROM ML.EXPLAIN_PREDICT(MODEL %s, TABLE odd)".formatted(model)))
        .isEqualTo(List.of(List.of(true)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linear",
        "logistic",
        "multinomial",
        "trees",
        "dear",
        "many",
        "bayes",
        "quadratic_of_two"
      })
  void predictsWhatPredictDoes(String model) throws SQLException {
    String label =
        switch (model) {
          case "linear", "trees" -> "predicted_y";
          case "logistic", "dear", "quadratic_of_two" -> "predicted_buys";
          default -> "predicted_class";
        };
    for (String rows : List.of("people", "odd")) {
      String from = "(MODEL %s, (SELECT id, age, income, grp, member FROM %s)) ORDER BY id";
      assertThat(
              rows(("SELECT id, %s FROM ML.EXPLAIN_PREDICT" + from).formatted(label, model, rows)))
          .isEqualTo(rows(("SELECT id, %s FROM ML.PREDICT" + from).formatted(label, model, rows)));
    }
  }

  @Test
  void givesTheProbabilityOfThePredictedClass() throws SQLException {
    for (String model : List.of("logistic", "dear", "bayes_of_two", "quadratic_of_two")) {
      assertThat(
              rows(
                  """
                  SELECT count(*) FROM ML.EXPLAIN_PREDICT(MODEL %1$s, TABLE people,
                    STRUCT(0.7 AS threshold)) e
                  JOIN ML.PREDICT(MODEL %1$s, (SELECT id AS other, * EXCLUDE (id) FROM people),
                    STRUCT(0.7 AS threshold, TRUE AS flat_probs)) p ON e.id = p.other
                  WHERE e.predicted_buys <> p.predicted_buys
                    OR e.probability <> CASE p.predicted_buys WHEN 'y' THEN p.predicted_buys_prob_y
                      ELSE p.predicted_buys_prob_n END
                    OR abs(e.prediction_value - ln(e.probability / (1 - e.probability))) > 1e-6
                  """
                      .formatted(model)))
          .isEqualTo(List.of(List.of(0L)));
    }
  }

  /** Softmax of what is explained, of all classes, is the probability: of one class by the rest. */
  @ParameterizedTest
  @ValueSource(strings = {"bayes", "quadratic"})
  void ofMoreClassesExplainsAScoreThatTellsThemApart(String model) throws SQLException {
    assertThat(
            rows(
                """
                SELECT max(abs(prediction_value - (ln(probs[1]) - list_avg([ln(p) FOR p IN probs])))
                    / greatest(1, abs(prediction_value))) < 1e-6, count(*)
                FROM (SELECT id, prediction_value FROM ML.EXPLAIN_PREDICT(MODEL %1$s, TABLE people))
                JOIN (SELECT id, [p.prob FOR p IN predicted_class_probs] AS probs
                  FROM ML.PREDICT(MODEL %1$s, TABLE people)) USING (id)
                WHERE list_min(probs) > 1e-200
                """
                    .formatted(model)))
        .first()
        .satisfies(
            row -> {
              assertThat(row.getFirst()).isEqualTo(true);
              assertThat((Long) row.get(1)).isGreaterThan(1000);
            });
  }

  /** By hand from ML.WEIGHTS and the mean of ML.FEATURE_INFO. */
  @Test
  void ofLinearModelsIsWeightTimesDistanceFromTheMean() throws SQLException {
    double mean =
        (double) rows("SELECT mean FROM ML.FEATURE_INFO(MODEL plain)").getFirst().getFirst();
    double weight =
        (double)
            rows("SELECT weight FROM ML.WEIGHTS(MODEL plain) WHERE processed_input = 'age'")
                .getFirst()
                .getFirst();
    Object share =
        rows("SELECT top_feature_attributions[1].attribution FROM ML.EXPLAIN_PREDICT(MODEL plain,"
                + " (SELECT 50 AS age))")
            .getFirst()
            .getFirst();
    assertThat((double) share).isCloseTo(weight * (50 - mean), within(1e-12));
  }

  @Test
  void takesOddInputAsPredictDoes() throws SQLException {
    List<List<Object>> rows =
        rows(
            """
            SELECT id, list_filter(top_feature_attributions, lambda a: a.feature = 'age')[1].attribution
            FROM ML.EXPLAIN_PREDICT(MODEL linear, TABLE odd) ORDER BY id
            """);
    assertThat(rows.get(1)).isEqualTo(List.of(2, 0.0));
    assertThat(rows.get(3)).isEqualTo(List.of(4, 0.0));
    assertThat(rows.get(4)).isEqualTo(List.of(5, Double.POSITIVE_INFINITY));
    assertThat(rows.get(5)).isEqualTo(List.of(6, Double.NEGATIVE_INFINITY));
    assertThat(
            rows(
                "SELECT isinf(prediction_value) FROM ML.EXPLAIN_PREDICT(MODEL linear, TABLE odd)"
                    + " WHERE id = 5"))
        .isEqualTo(List.of(List.of(true)));
  }

  @Test
  void listsTheGreatestAndCutsTheList() throws SQLException {
    assertThat(
            rows(
                """
                SELECT count(*) FROM ML.EXPLAIN_PREDICT(MODEL trees, TABLE people,
                  STRUCT(3 AS top_k_features, FALSE AS approx_feature_contrib,
                    15 AS integrated_gradients_num_steps))
                WHERE len(top_feature_attributions) <> 3
                  OR abs(top_feature_attributions[1].attribution)
                    < abs(top_feature_attributions[2].attribution)
                  OR abs(top_feature_attributions[2].attribution)
                    < abs(top_feature_attributions[3].attribution)
                """))
        .isEqualTo(List.of(List.of(0L)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"linear", "multinomial", "trees", "dear", "many"})
  void describesItselfAsItAnswers(String model) throws SQLException {
    String sql = "SELECT * FROM ML.EXPLAIN_PREDICT(MODEL %s, TABLE odd)".formatted(model);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      List<String> described = columns(statement.getMetaData());
      try (ResultSet result = statement.executeQuery()) {
        assertThat(columns(result.getMetaData())).isEqualTo(described);
      }
      assertThat(described).hasSize(5 + (model.equals("linear") || model.equals("trees") ? 5 : 6));
      assertThat(described.subList(described.size() - 4, described.size()))
          .containsExactly(
              "top_feature_attributions STRUCT(feature VARCHAR, attribution DOUBLE)[]",
              "baseline_prediction_value DOUBLE",
              "prediction_value DOUBLE",
              "approximation_error DOUBLE");
    }
  }

  private static List<String> columns(ResultSetMetaData data) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= data.getColumnCount(); i++) {
      columns.add(data.getColumnLabel(i) + " " + data.getColumnTypeName(i));
    }
    return columns;
  }

  /** The means of what ML.EXPLAIN_PREDICT says of the training rows. */
  @Test
  void globalIsTheMeanOfTheMagnitudes() throws SQLException {
    TestingInsitu.run(
        connection,
        "CREATE MODEL all_rows OPTIONS (model_type = 'BOOSTED_TREE_CLASSIFIER', max_iterations = 5,"
            + " input_label_cols = ['class'], enable_global_explain = TRUE, data_split_method ="
            + " 'NO_SPLIT') AS SELECT age, income, grp, class FROM people");
    String explained =
        "(SELECT predicted_class AS class, unnest(top_feature_attributions) AS a FROM"
            + " ML.EXPLAIN_PREDICT(MODEL all_rows, (SELECT age, income, grp FROM people)))";
    assertThat(rows("SELECT feature, round(attribution, 9) FROM ML.GLOBAL_EXPLAIN(MODEL all_rows)"))
        .isEqualTo(
            rows(
                "SELECT a.feature, round(avg(abs(a.attribution)), 9) AS m FROM %s GROUP BY 1 ORDER BY m DESC"
                    .formatted(explained)));
    assertThat(
            rows(
                "SELECT class, feature, round(attribution, 9) FROM ML.GLOBAL_EXPLAIN(MODEL"
                    + " all_rows, STRUCT(TRUE AS class_level_explain))"))
        .isEqualTo(
            rows(
                "SELECT class, a.feature, round(avg(abs(a.attribution)), 9) AS m FROM %s GROUP BY 1, 2 ORDER BY class, m DESC"
                    .formatted(explained)));
  }

  @Test
  void globalOfTreesIsOfTheSameShareOfManyRowsAtEachFit() throws SQLException {
    TestingInsitu.run(
        connection,
        "CREATE TABLE rows80 AS SELECT i AS a, i % 13 AS b, i // 1000 + i % 13 AS y"
            + " FROM range(80000) r(i)");
    for (String model : List.of("first_fit", "second_fit")) {
      TestingInsitu.run(
          connection,
          "CREATE MODEL %s OPTIONS (model_type = 'BOOSTED_TREE_REGRESSOR', max_iterations = 2,"
                  .formatted(model)
              + " input_label_cols = ['y'], enable_global_explain = TRUE, data_split_method ="
              + " 'NO_SPLIT') AS SELECT a, b, y FROM rows80");
    }
    List<List<Object>> share =
        rows("SELECT feature, round(attribution, 10) FROM ML.GLOBAL_EXPLAIN(MODEL first_fit)");
    assertThat(share)
        .isEqualTo(
            rows(
                "SELECT feature, round(attribution, 10) FROM ML.GLOBAL_EXPLAIN(MODEL second_fit)"));
    double all =
        (double)
            rows("SELECT avg(abs(top_feature_attributions[1].attribution)) FROM"
                    + " ML.EXPLAIN_PREDICT(MODEL first_fit, TABLE rows80)")
                .getFirst()
                .getFirst();
    assertThat((double) share.getFirst().get(1))
        .isNotEqualTo(all)
        .isCloseTo(all, within(0.05 * all));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linear",
        "logistic",
        "multinomial",
        "trees",
        "dear",
        "many",
        "bayes",
        "quadratic"
      })
  void globalIsThereForEveryKind(String model) throws SQLException {
    List<List<Object>> rows = rows("SELECT * FROM ML.GLOBAL_EXPLAIN(MODEL %s)".formatted(model));
    assertThat(rows).hasSize(4);
    assertThat((double) rows.getFirst().get(1)).isPositive();
    assertThat(rows.stream().map(row -> -(double) row.get(1)).toList()).isSorted();
  }

  @Test
  void saysWhyNot() {
    assertThatThrownBy(() -> rows("SELECT * FROM ML.EXPLAIN_PREDICT(MODEL groups, TABLE people)"))
        .hasMessageContaining("INS-209")
        .hasMessageContaining(
            "ML.EXPLAIN_PREDICT needs a supervised model; model 'groups' is a KMEANS.");
    assertThatThrownBy(() -> rows("SELECT * FROM ML.GLOBAL_EXPLAIN(MODEL plain)"))
        .hasMessageContaining("INS-209")
        .hasMessageContaining("ENABLE_GLOBAL_EXPLAIN = TRUE; model 'plain' was not.");
    assertThatThrownBy(
            () ->
                rows(
                    "SELECT * FROM ML.GLOBAL_EXPLAIN(MODEL linear, STRUCT(TRUE AS"
                        + " class_level_explain))"))
        .hasMessageContaining("Option 'class_level_explain' is for classifiers");
    assertThatThrownBy(
            () ->
                rows(
                    "SELECT * FROM ML.EXPLAIN_PREDICT(MODEL linear, TABLE people, STRUCT(0 AS"
                        + " top_k_features))"))
        .hasMessageContaining("top_k_features");
    assertThatThrownBy(
            () ->
                rows(
                    "SELECT * FROM ML.EXPLAIN_PREDICT(MODEL plain, (SELECT 1 AS age, 2 AS"
                        + " prediction_value))"))
        .hasMessageContaining("prediction_value");
    assertThatThrownBy(
            () ->
                TestingInsitu.run(
                    connection,
                    "CREATE VIEW v AS SELECT * FROM ML.EXPLAIN_PREDICT(MODEL trees, TABLE odd)"))
        .hasMessageContaining("Attributions of trees are computed by a function");
  }

  @Test
  void aViewHoldsTheExplanationsOfALinearModel() throws SQLException {
    TestingInsitu.run(
        connection,
        "CREATE VIEW explained AS SELECT * FROM ML.EXPLAIN_PREDICT(MODEL linear, TABLE odd)");
    assertThat(rows("SELECT * FROM explained ORDER BY id"))
        .hasToString(
            rows("SELECT * FROM ML.EXPLAIN_PREDICT(MODEL linear, TABLE odd) ORDER BY id")
                .toString());
  }
}
