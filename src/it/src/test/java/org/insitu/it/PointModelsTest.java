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
import java.util.Arrays;
import java.util.List;
import org.insitu.it.testing.TestingInsitu;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Models that keep their training rows, through the driver. References: scikit-learn 1.2.1, by
 * {@code points.py} beside this test's resources.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PointModelsTest {
  private static final String[] SETUP = {
    "CREATE TABLE iris AS SELECT *, row_number() OVER () AS place FROM read_csv(%s)",
    """
    CREATE TABLE asked AS SELECT place, sepal_length + 0.07 AS sepal_length,
      sepal_width - 0.03 AS sepal_width, petal_length + 0.11 AS petal_length,
      petal_width + 0.02 AS petal_width FROM iris\
    """,
    model("uniform", "MODEL_TYPE = 'KNN', NUM_NEIGHBORS = 7", "species", "place"),
    model(
        "weighed",
        "MODEL_TYPE = 'KNN_CLASSIFIER', NUM_NEIGHBORS = 7, NEIGHBOR_WEIGHTS = 'distance'",
        "species",
        "place"),
    model(
        "turned",
        "MODEL_TYPE = 'KNN', NUM_NEIGHBORS = 7, DISTANCE_TYPE = 'cosine', STANDARDIZE_FEATURES ="
            + " FALSE",
        "species",
        "place"),
    model(
        "number",
        "MODEL_TYPE = 'KNN_REGRESSOR', NUM_NEIGHBORS = 4, NEIGHBOR_WEIGHTS = 'distance'",
        "petal_width",
        "place, species"),
    model(
        "process",
        "MODEL_TYPE = 'GAUSSIAN_PROCESS', LENGTH_SCALE = 1.5, NOISE_RATIO = 0.05",
        "petal_width",
        "place, species")
  };

  private final TestingInsitu insitu = TestingInsitu.inMemory();
  private Connection connection;

  private static String model(String name, String options, String label, String without) {
    return "CREATE MODEL %s OPTIONS (%s, DATA_SPLIT_METHOD = 'NO_SPLIT', INPUT_LABEL_COLS = ['%s'])"
            .formatted(name, options, label)
        + " AS SELECT * EXCLUDE (%s) FROM iris".formatted(without);
  }

  private static String[] setUp() {
    String file = SharedData.file("iris.csv");
    return Arrays.stream(SETUP)
        .map(statement -> statement.replace("%s", file))
        .toArray(String[]::new);
  }

  @BeforeAll
  void makeData() throws SQLException {
    connection = insitu.connect();
    TestingInsitu.run(connection, setUp());
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
    insitu.close();
  }

  private List<List<Object>> rows(String sql) throws SQLException {
    return TestingInsitu.rows(connection, sql);
  }

  @ParameterizedTest
  @CsvSource({
    "PROBABILITY(uniform FOR 'versicolor'), 3915.4285714285716",
    "PROBABILITY(weighed FOR 'versicolor'), 3826.326208909675",
    "PROBABILITY(turned FOR 'versicolor'), 3596.714285714286",
    "PREDICT(number), 18061.628731267865",
    "PREDICT(process), 18158.08589069888"
  })
  void answersAsTheReference(String call, double expected) throws SQLException {
    List<Object> row = rows("SELECT sum(place * %s) FROM asked".formatted(call)).getFirst();
    assertThat((Double) row.getFirst()).isCloseTo(expected, within(1e-12 * expected));
  }

  @Test
  void isEvaluatedAsAnyModel() throws SQLException {
    assertThat(rows("SELECT accuracy > 0.9 FROM ML.EVALUATE(MODEL uniform, TABLE iris)"))
        .containsExactly(List.of(true));
    assertThat(rows("SELECT count(*) FROM ML.TRAINING_INFO(MODEL process)"))
        .containsExactly(List.of(1L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"weighed", "number", "process"})
  void isExplainedExactly(String model) throws SQLException {
    assertThat(
            rows(
                """
                SELECT max(abs(baseline_prediction_value
                  + list_sum([a.attribution for a in top_feature_attributions])
                  - prediction_value)) < 1e-9, max(approximation_error) < 1e-9
                FROM ML.EXPLAIN_PREDICT(MODEL %s, (SELECT * FROM asked LIMIT 20))\
                """
                    .formatted(model)))
        .containsExactly(List.of(true, true));
  }

  @Test
  void isTheSameAfterARestart(@TempDir Path folder) throws SQLException {
    TestingInsitu.assertSameAfterRestart(
        folder.resolve("points.db"),
        "SELECT place, PREDICT(weighed), PREDICT(number), PREDICT(process) FROM asked ORDER BY"
            + " place",
        setUp());
  }

  @Test
  void aMissingNumberIsTheMeanAndAnUnseenCategoryLikeNone() throws SQLException {
    TestingInsitu.run(
        connection,
        "CREATE TABLE few AS SELECT i AS x, chr(97 + (i % 2)::INT) AS c, (i * i) % 7 AS y"
            + " FROM range(20) AS r(i)",
        "CREATE MODEL near OPTIONS (MODEL_TYPE = 'KNN_REGRESSOR', NUM_NEIGHBORS = 2,"
            + " INPUT_LABEL_COLS = ['y']) AS SELECT x, c, y FROM few",
        "CREATE MODEL bells OPTIONS (MODEL_TYPE = 'GAUSSIAN_PROCESS', LENGTH_SCALE = 0.5,"
            + " NOISE_RATIO = 0.1, INPUT_LABEL_COLS = ['y']) AS SELECT x, c, y FROM few");
    for (String model : List.of("near", "bells")) {
      String predict = "SELECT PREDICT(" + model + ") FROM (SELECT %s AS x, %s AS c)";
      Object mean = rows(predict.formatted("9.5", "'b'"));
      assertThat(rows(predict.formatted("NULL::DOUBLE", "'b'"))).isEqualTo(mean);
      assertThat(rows(predict.formatted("'NaN'::DOUBLE", "'b'"))).isEqualTo(mean);
      assertThat(rows(predict.formatted("3", "'new'")))
          .isEqualTo(rows(predict.formatted("3", "NULL::VARCHAR")));
    }
    // Without a category, rows 3 and 4 are as near to 3.4 as their numbers are.
    assertThat(rows("SELECT PREDICT(near) FROM (SELECT 3.4 AS x, 'new' AS c)"))
        .containsExactly(List.of((2 + 2) / 2.0));
  }

  /** Views outlive the process and its functions. */
  @Test
  void aViewHoldsASmallProcessWrittenOutAndNothingElse(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("views.db");
    String expected;
    try (TestingInsitu first = TestingInsitu.on(file);
        Connection session = first.connect()) {
      TestingInsitu.run(session, setUp());
      TestingInsitu.run(session, "CREATE VIEW v AS SELECT place, PREDICT(process) AS p FROM asked");
      assertThat(
              TestingInsitu.rows(
                  session,
                  "SELECT max(abs(v.p - a.p)) < 1e-12, count(*) FROM v JOIN (SELECT place,"
                      + " PREDICT(process) AS p FROM asked) AS a USING (place)"))
          .containsExactly(List.of(true, 150L));
      expected = TestingInsitu.rows(session, "SELECT * FROM v ORDER BY place").toString();
      assertThat(
              catchThrowable(
                  () ->
                      TestingInsitu.run(
                          session, "CREATE VIEW w AS SELECT PREDICT(number) AS p FROM asked")))
          .hasMessageContaining("INS-215")
          .hasMessageContaining("Nearest neighbours are searched by a function");
      TestingInsitu.run(
          session,
          "CREATE MODEL large OPTIONS (MODEL_TYPE = 'GAUSSIAN_PROCESS', LENGTH_SCALE = 1,"
              + " NOISE_RATIO = 1, DATA_SPLIT_METHOD = 'NO_SPLIT', INPUT_LABEL_COLS = ['y'])"
              + " AS SELECT i AS x, i % 10 AS z, i % 3 AS y FROM range(1001) AS r(i)");
      assertThat(
              catchThrowable(
                  () ->
                      TestingInsitu.run(
                          session,
                          "CREATE VIEW w AS SELECT PREDICT(large) AS p FROM (SELECT 1 AS x, 2 AS"
                              + " z)")))
          .hasMessageContaining("INS-215")
          .hasMessageContaining("rows times features that a model keeps: 2002 (expected: <= 2000)");
    }
    try (TestingInsitu second = TestingInsitu.on(file);
        Connection session = second.connect()) {
      assertThat(TestingInsitu.rows(session, "SELECT * FROM v ORDER BY place").toString())
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          KNN, L2_REG = 1                          | y | INS-106 | Option 'l2_reg' belongs to
          KNN, NUM_NEIGHBORS = 0                   | y | INS-105 | Option 'num_neighbors' is 0 (allowed: 1 to 1000).
          KNN_REGRESSOR, LENGTH_SCALE = 1          | y | INS-106 | Option 'length_scale' belongs to GAUSSIAN_PROCESS
          GAUSSIAN_PROCESS, NUM_NEIGHBORS = 3      | y | INS-106 | Option 'num_neighbors' belongs to
          GAUSSIAN_PROCESS, NOISE_RATIO = -1       | y | INS-105 | Option 'noise_ratio' is -1
          GAUSSIAN_PROCESS, execution = 'warehouse'| y | INS-110 | execution = 'warehouse' is not available yet for GAUSSIAN_PROCESS.
          KNN                                      | n | INS-303 | The label 'n' is NULL in 1 of 9 rows
          GAUSSIAN_PROCESS                         | n | INS-303 | The label 'n' is NULL in 1 of 9 rows
          GAUSSIAN_PROCESS                         | t | INS-305 | The label 't' has type
          """)
  void refuses(String type, String label, String code, String text) {
    String options = type.replaceFirst("^(\\w+)", "MODEL_TYPE = '$1'");
    Throwable error =
        catchThrowable(
            () ->
                TestingInsitu.run(
                    connection,
                    "CREATE MODEL refused OPTIONS (%s, INPUT_LABEL_COLS = ['%s'])"
                            .formatted(options, label)
                        + " AS SELECT i AS x, i % 2 AS y, nullif(i % 4, 3 + i // 4 * 9) AS n,"
                        + " 'text ' || i % 2 AS t FROM range(9) AS r(i)"));
    assertThat(error).hasMessageContaining(code).hasMessageContaining(text);
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeItIsRead() {
    assertThat(
            catchThrowable(
                () ->
                    TestingInsitu.run(
                        connection,
                        "CREATE MODEL many OPTIONS (MODEL_TYPE = 'GAUSSIAN_PROCESS',"
                            + " INPUT_LABEL_COLS = ['y']) AS SELECT a.petal_width AS x,"
                            + " b.petal_width AS y FROM iris AS a, iris AS b")))
        .hasMessageContaining("(allowed for GAUSSIAN_PROCESS: <= 2000)");
    assertThat(
            catchThrowable(
                () ->
                    TestingInsitu.run(
                        connection,
                        "CREATE MODEL many OPTIONS (MODEL_TYPE = 'KNN', INPUT_LABEL_COLS = ['y'])"
                            + " AS SELECT i AS x, i + 1 AS z, i % 2 AS y FROM range(3000000) AS"
                            + " r(i)")))
        .hasMessageContaining("keeps them: <= 4000000");
    assertThat(
            catchThrowable(
                () ->
                    TestingInsitu.run(
                        connection,
                        "CREATE MODEL few OPTIONS (MODEL_TYPE = 'KNN', NUM_NEIGHBORS = 9,"
                            + " INPUT_LABEL_COLS = ['y']) AS SELECT i AS x, i % 2 AS y FROM"
                            + " range(8) AS r(i)")))
        .hasMessageContaining("NUM_NEIGHBORS is 9 (allowed: <= the training rows, 8)");
  }
}
