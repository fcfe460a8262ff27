/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.insitu.it.testing.TestingSession;
import org.insitu.parser.option.ModelType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A fit that is cancelled leaves the version before it, and the connection goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CancelledFitTest {
  @RegisterExtension final TestingSession session = new TestingSession();

  private int begun;
  private int cancelled;

  @BeforeAll
  void makeData() throws SQLException {
    session.run(
        "CREATE TABLE t AS SELECT i * 7919 % 10007 / 100.0 AS a, sin(i) AS b, 'k' || (i % 5) AS c,"
            + " CASE WHEN hash(i) % 3 = 0 THEN 'yes' ELSE 'no' END AS label"
            + " FROM range(2000) AS r(i)",
        "CREATE TABLE many AS SELECT a + i AS a, b, c, label FROM t CROSS JOIN range(20) AS r(i)");
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

  /** Every model type; where it is fast, by each road that it has. */
  static Stream<Arguments> everyType() {
    return ModelType.available().stream().flatMap(CancelledFitTest::fits);
  }

  private static Stream<Arguments> fits(ModelType type) {
    String some = "a, b, c";
    String number = "a, b, c, a + b AS label";
    String classes = "a, b, c, label";
    return switch (type) {
      case LINEAR_REG, GLM -> roads(type, number);
      case LOGISTIC_REG, LINEAR_SVM, NAIVE_BAYES, LDA -> roads(type, classes);
      case QDA -> roads(type, "a, b, label");
      case ISOTONIC -> roads(type, "a, b AS label");
      case KMEANS -> roads(type, "a, b");
      case PCA -> roads(type, some, ", NUM_PRINCIPAL_COMPONENTS = 1");
      case ISOLATION_FOREST -> Stream.of(fit(type, some, ""));
      case TRANSFORM_ONLY -> Stream.of(arguments(type, "TRANSFORM (a, b + 1 AS b) ", "", "a, b"));
      case KNN_CLASSIFIER -> Stream.of(fit(type, classes, ""));
      case KNN_REGRESSOR, GAUSSIAN_PROCESS -> Stream.of(fit(type, number, ""));
      case BOOSTED_TREE_CLASSIFIER -> Stream.of(fit(type, classes, ", MAX_ITERATIONS = 5"));
      case BOOSTED_TREE_REGRESSOR -> Stream.of(fit(type, number, ", MAX_ITERATIONS = 5"));
      case DECISION_TREE_CLASSIFIER -> Stream.of(fit(type, classes, ""));
      case DECISION_TREE_REGRESSOR -> Stream.of(fit(type, number, ""));
      case RANDOM_FOREST_CLASSIFIER ->
          Stream.of(fit(type, classes, ", NUM_PARALLEL_TREE = 5, MAX_TREE_DEPTH = 6"));
      case RANDOM_FOREST_REGRESSOR ->
          Stream.of(fit(type, number, ", NUM_PARALLEL_TREE = 5, MAX_TREE_DEPTH = 6"));
      default -> throw new IllegalArgumentException("a type that no fit is tried of: " + type);
    };
  }

  private static Stream<Arguments> roads(ModelType type, String columns) {
    return roads(type, columns, "");
  }

  private static Stream<Arguments> roads(ModelType type, String columns, String options) {
    return Stream.of("LOCAL", "WAREHOUSE")
        .map(place -> fit(type, columns, options + ", EXECUTION = '%s'".formatted(place)));
  }

  private static Arguments fit(ModelType type, String columns, String options) {
    return arguments(type, "", options, columns);
  }

  /** Cancelled once, sooner or later: the fit has kept its model by then, or the old one stays. */
  @ParameterizedTest
  @MethodSource("everyType")
  void isCancelledOrComplete(ModelType type, String transform, String options, String columns)
      throws SQLException {
    boolean keepsRows = type.name().startsWith("KNN") || type == ModelType.GAUSSIAN_PROCESS;
    String create =
        "CREATE OR REPLACE MODEL n %sOPTIONS (MODEL_TYPE = '%s'%s) AS SELECT %s FROM %s"
            .formatted(transform, type, options, columns, keepsRows ? "t LIMIT 400" : "many");
    long start = System.nanoTime();
    session.run("DROP MODEL IF EXISTS n", create);
    long millis = (System.nanoTime() - start) / 1_000_000;
    String answer =
        "SELECT * FROM ML.%s(MODEL n, (SELECT 3.5 AS a, 0.25 AS b, 'k2' AS c))"
            .formatted(type == ModelType.TRANSFORM_ONLY ? "TRANSFORM" : "PREDICT");
    List<List<Object>> before = session.rows(answer);
    for (int part = 1; part <= 3; part++) {
      long versions = versions();
      Optional<SQLException> error = cancelledOnce(create, millis * part / 4);
      error.ifPresent(e -> assertThat((Throwable) e).hasMessageContaining("INS-402"));
      begun++;
      cancelled += error.isPresent() ? 1 : 0;
      assertThat(versions()).isEqualTo(error.isPresent() ? versions : versions + 1);
      assertThat(session.rows(answer)).isNotEmpty().isEqualTo(before);
      assertThat(session.rows("SELECT 1 FROM duckdb_tables() WHERE table_name LIKE 'insitu%_%'"))
          .isEmpty();
    }
  }

  /** Whether the one above cancels at all: which fits it does depends on the machine. */
  @AfterAll
  void someWereCancelled() {
    assertThat(cancelled).as("of %d", begun).isGreaterThanOrEqualTo(begun / 4);
  }

  private long versions() throws SQLException {
    return (Long) session.rows("SELECT count(*) FROM insitu.model_versions").getFirst().getFirst();
  }

  /** Runs a statement and cancels it after some time: its error, none where that was too late. */
  private Optional<SQLException> cancelledOnce(String sql, long millis) throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      CompletableFuture<Void> canceller =
          CompletableFuture.runAsync(
              () -> {
                try {
                  statement.cancel();
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              },
              CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
      SQLException error = catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
      canceller.join();
      return Optional.ofNullable(error);
    }
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
