/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insitu.it.testing.TestingInsitu;
import org.insitu.parser.option.MlFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The columns of every ML function: those of the reference, and the same before the execution as
 * after it. A function that becomes available needs its calls here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FunctionColumnsTest {
  private final TestingInsitu insitu = TestingInsitu.inMemory();
  private Connection connection;

  /** Calls of each function; those whose columns depend on the model have one for each kind. */
  private static List<String> calls(MlFunction function) {
    return switch (function) {
      case PREDICT ->
          List.of(
              "PREDICT(MODEL line, TABLE t)",
              "PREDICT(MODEL two, TABLE t, STRUCT(TRUE AS flat_probs))",
              "PREDICT(MODEL three, TABLE t)",
              "PREDICT(MODEL trees, TABLE t)",
              "PREDICT(MODEL clusters, TABLE t)",
              "PREDICT(MODEL components, TABLE t)");
      case EVALUATE ->
          List.of(
              "EVALUATE(MODEL line)",
              "EVALUATE(MODEL line, TABLE t)",
              "EVALUATE(MODEL two)",
              "EVALUATE(MODEL three, TABLE t)",
              "EVALUATE(MODEL clusters)",
              "EVALUATE(MODEL clusters, TABLE t)");
      case WEIGHTS -> List.of("WEIGHTS(MODEL line)", "WEIGHTS(MODEL three)");
      case CENTROIDS -> List.of("CENTROIDS(MODEL clusters)");
      case FEATURE_IMPORTANCE -> List.of("FEATURE_IMPORTANCE(MODEL trees)");
      case TRAINING_INFO -> List.of("TRAINING_INFO(MODEL line)", "TRAINING_INFO(MODEL clusters)");
      case FEATURE_INFO -> List.of("FEATURE_INFO(MODEL two)");
      case EXPLAIN_PREDICT ->
          List.of(
              "EXPLAIN_PREDICT(MODEL line, TABLE t)",
              "EXPLAIN_PREDICT(MODEL two, TABLE t)",
              "EXPLAIN_PREDICT(MODEL three, TABLE t)",
              "EXPLAIN_PREDICT(MODEL trees, TABLE t)",
              "EXPLAIN_PREDICT(MODEL transformed, (SELECT x FROM t))");
      case GLOBAL_EXPLAIN ->
          List.of(
              "GLOBAL_EXPLAIN(MODEL line)",
              "GLOBAL_EXPLAIN(MODEL three, STRUCT(TRUE AS class_level_explain))");
      case CONFUSION_MATRIX ->
          List.of("CONFUSION_MATRIX(MODEL two)", "CONFUSION_MATRIX(MODEL three, TABLE t)");
      case ROC_CURVE -> List.of("ROC_CURVE(MODEL two)", "ROC_CURVE(MODEL two, TABLE t)");
      case PR_CURVE -> List.of("PR_CURVE(MODEL two)", "PR_CURVE(MODEL two, TABLE t)");
      case LIFT -> List.of("LIFT(MODEL two)", "LIFT(MODEL two, TABLE t)");
      case CALIBRATION -> List.of("CALIBRATION(MODEL two)", "CALIBRATION(MODEL two, TABLE t)");
      case PRINCIPAL_COMPONENTS -> List.of("PRINCIPAL_COMPONENTS(MODEL components)");
      case PRINCIPAL_COMPONENT_INFO -> List.of("PRINCIPAL_COMPONENT_INFO(MODEL components)");
      case ADVANCED_WEIGHTS -> List.of("ADVANCED_WEIGHTS(MODEL tested)");
      case TRANSFORM -> List.of("TRANSFORM(MODEL transformed, (SELECT x FROM t))");
      case DETECT_ANOMALIES ->
          List.of(
              "DETECT_ANOMALIES(MODEL clusters, STRUCT(0.1 AS contamination), TABLE t)",
              "DETECT_ANOMALIES(MODEL components, STRUCT(0.1 AS contamination), TABLE t)",
              "DETECT_ANOMALIES(MODEL odd, STRUCT(0.1 AS contamination), TABLE t)");
      case TRIAL_INFO -> List.of("TRIAL_INFO(MODEL tuned)");
      case CROSS_VALIDATE ->
          List.of(
              "CROSS_VALIDATE(MODEL line, TABLE t)",
              "CROSS_VALIDATE(MODEL three, TABLE t, STRUCT(2 AS folds))");
      case DESCRIBE_DATA -> List.of("DESCRIBE_DATA(TABLE t)");
      case DETECT_OUTLIERS -> List.of("DETECT_OUTLIERS(TABLE t)");
      case PREFLIGHT -> List.of("PREFLIGHT((SELECT 1 AS one, b FROM t), STRUCT('b' AS label))");
      default -> List.of();
    };
  }

  static Stream<String> everyCall() {
    return Arrays.stream(MlFunction.values()).flatMap(function -> calls(function).stream());
  }

  @BeforeAll
  void fit() throws SQLException {
    connection = insitu.connect();
    String create = "CREATE MODEL %s OPTIONS (MODEL_TYPE = '%s'%s) AS SELECT x, z, %s FROM t";
    TestingInsitu.run(
        connection,
        "CREATE TABLE t AS SELECT i % 20 AS x, 'z' || (i % 3) AS z, 2.0 * (i % 20) + i % 7 AS y,"
            + " i * 7919 % 11 > 5 AS b, 'k' || (i * 31 % 3) AS k FROM range(200) AS r(i)",
        create.formatted(
            "line", "LINEAR_REG", ", ENABLE_GLOBAL_EXPLAIN = TRUE, INPUT_LABEL_COLS = ['y']", "y"),
        create.formatted("two", "LOGISTIC_REG", ", INPUT_LABEL_COLS = ['b']", "b"),
        create.formatted(
            "three",
            "LOGISTIC_REG",
            ", L2_REG = 1, ENABLE_GLOBAL_EXPLAIN = TRUE, INPUT_LABEL_COLS = ['k']",
            "k"),
        create.formatted(
            "trees",
            "BOOSTED_TREE_REGRESSOR",
            ", MAX_ITERATIONS = 2, INPUT_LABEL_COLS = ['y']",
            "y"),
        "CREATE MODEL transformed TRANSFORM (x * 2 AS x2, y) OPTIONS (MODEL_TYPE = 'LINEAR_REG',"
            + " INPUT_LABEL_COLS = ['y']) AS SELECT x, y FROM t",
        create.formatted(
            "tested",
            "LINEAR_REG",
            ", CALCULATE_P_VALUES = TRUE, CATEGORY_ENCODING_METHOD = 'DUMMY_ENCODING',"
                + " INPUT_LABEL_COLS = ['y']",
            "y"),
        create.formatted("tuned", "LINEAR_REG", ", NUM_TRIALS = 2, INPUT_LABEL_COLS = ['y']", "y"),
        create.formatted("components", "PCA", ", NUM_PRINCIPAL_COMPONENTS = 2", "y"),
        create.formatted("odd", "ISOLATION_FOREST", ", NUM_TREES = 10", "y"),
        create.formatted("clusters", "KMEANS", ", NUM_CLUSTERS = 2", "y"));
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
    insitu.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyFunctionThatRunsIsCalledHere(MlFunction function) {
    assertThat(calls(function).isEmpty()).isEqualTo(!function.isAvailable());
  }

  @ParameterizedTest
  @MethodSource("everyCall")
  void columnsAreTheSameBeforeExecutionAsAfter(String call) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM ML." + call)) {
      List<String> before = columns(statement.getMetaData());
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(columns(rows.getMetaData())).isNotEmpty().isEqualTo(before);
        assertThat(rows.next()).isTrue();
      }
    }
  }

  private static List<String> columns(ResultSetMetaData metaData) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= metaData.getColumnCount(); i++) {
      columns.add(
          "%s %s %d %s %d %d"
              .formatted(
                  metaData.getColumnLabel(i),
                  metaData.getColumnTypeName(i),
                  metaData.getColumnType(i),
                  metaData.getColumnClassName(i),
                  metaData.getPrecision(i),
                  metaData.getScale(i)));
    }
    return columns;
  }

  private void assertColumns(String call, String expected) throws SQLException {
    assertThat(
            TestingInsitu.rows(
                    connection,
                    "SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM ML.%s)"
                        .formatted(call))
                .stream()
                .map(row -> (String) row.getFirst())
                .collect(Collectors.joining(", ")))
        .as(call)
        .isEqualTo(expected);
  }

  /** Reference 2.3, and our own pages for the functions of ours. */
  @Test
  void columnsAreThoseOfTheReference() throws SQLException {
    assertColumns(
        "EXPLAIN_PREDICT(MODEL two, (SELECT x, z FROM t))",
        "x BIGINT, z VARCHAR, predicted_b BOOLEAN, probability DOUBLE, top_feature_attributions"
            + " STRUCT(feature VARCHAR, attribution DOUBLE)[], baseline_prediction_value DOUBLE,"
            + " prediction_value DOUBLE, approximation_error DOUBLE");
    assertColumns("GLOBAL_EXPLAIN(MODEL line)", "feature VARCHAR, attribution DOUBLE");
    assertColumns(
        "GLOBAL_EXPLAIN(MODEL three, STRUCT(TRUE AS class_level_explain))",
        "k VARCHAR, feature VARCHAR, attribution DOUBLE");
    assertColumns(
        "FEATURE_INFO(MODEL two)",
        "input VARCHAR, min DOUBLE, max DOUBLE, mean DOUBLE, median DOUBLE, stddev DOUBLE,"
            + " category_count BIGINT, null_count BIGINT, dimension BIGINT");
    for (String model : List.of("line", "two", "trees")) {
      assertColumns(
          "TRAINING_INFO(MODEL " + model + ")",
          "training_run BIGINT, iteration BIGINT, loss DOUBLE, eval_loss DOUBLE,"
              + " learning_rate DOUBLE, duration_ms BIGINT, cluster_info STRUCT(centroid_id BIGINT,"
              + " cluster_radius DOUBLE, cluster_size BIGINT)[]");
    }
    for (String data : List.of("", ", TABLE t")) {
      assertColumns(
          "CONFUSION_MATRIX(MODEL two" + data + ")",
          "expected_label BOOLEAN, false BIGINT, true BIGINT");
      assertColumns(
          "CONFUSION_MATRIX(MODEL three" + data + ")",
          "expected_label VARCHAR, k0 BIGINT, k1 BIGINT, k2 BIGINT");
      assertColumns(
          "ROC_CURVE(MODEL two" + data + ")",
          "threshold DOUBLE, recall DOUBLE, false_positive_rate DOUBLE, true_positives BIGINT,"
              + " false_positives BIGINT, true_negatives BIGINT, false_negatives BIGINT");
      assertColumns(
          "PR_CURVE(MODEL two" + data + ")",
          "threshold DOUBLE, precision DOUBLE, recall DOUBLE, true_positives BIGINT,"
              + " false_positives BIGINT, true_negatives BIGINT, false_negatives BIGINT");
      assertColumns(
          "LIFT(MODEL two" + data + ")",
          "bucket BIGINT, min_score DOUBLE, num_rows BIGINT, positives DOUBLE,"
              + " response_rate DOUBLE, lift DOUBLE, cumulative_rows BIGINT,"
              + " cumulative_positives DOUBLE, cumulative_recall DOUBLE, cumulative_lift DOUBLE");
      assertColumns(
          "CALIBRATION(MODEL two" + data + ")",
          "bucket BIGINT, min_probability DOUBLE, max_probability DOUBLE, num_rows BIGINT,"
              + " positives BIGINT, mean_probability DOUBLE, observed_frequency DOUBLE");
      assertColumns(
          "EVALUATE(MODEL two" + data + ")",
          "precision DOUBLE, recall DOUBLE, accuracy DOUBLE, f1_score DOUBLE, log_loss DOUBLE,"
              + " roc_auc DOUBLE");
    }
    assertColumns(
        "DESCRIBE_DATA(TABLE t)",
        "name VARCHAR, num_rows BIGINT, num_nulls BIGINT, num_zeros BIGINT, min VARCHAR,"
            + " max VARCHAR, mean DOUBLE, stdev DOUBLE, median DOUBLE, quantiles DOUBLE[],"
            + " unique BIGINT, avg_string_length DOUBLE, num_values BIGINT,"
            + " top_values STRUCT(\"value\" VARCHAR, count BIGINT)[], min_array_length BIGINT,"
            + " max_array_length BIGINT, avg_array_length DOUBLE, total_array_length BIGINT,"
            + " array_length_quantiles BIGINT[], dimension BIGINT");
    assertColumns(
        "DETECT_ANOMALIES(MODEL clusters, STRUCT(0.1 AS contamination), (SELECT x, z, y FROM t))",
        "is_anomaly BOOLEAN, normalized_distance DOUBLE, centroid_id BIGINT, x BIGINT, z VARCHAR,"
            + " y DECIMAL(22,1)");
    assertColumns(
        "DETECT_ANOMALIES(MODEL components, STRUCT(0.1 AS contamination), (SELECT x, z, y FROM t))",
        "is_anomaly BOOLEAN, mean_squared_error DOUBLE, x BIGINT, z VARCHAR, y DECIMAL(22,1)");
    assertColumns(
        "DETECT_ANOMALIES(MODEL odd, STRUCT(0.1 AS contamination), (SELECT x, z, y FROM t))",
        "is_anomaly BOOLEAN, anomaly_score DOUBLE, x BIGINT, z VARCHAR, y DECIMAL(22,1)");
    assertColumns(
        "DETECT_OUTLIERS((SELECT x FROM t))",
        "x BIGINT, is_outlier BOOLEAN, outlier_columns VARCHAR[]");
    assertColumns(
        "PREFLIGHT(TABLE t)",
        "severity VARCHAR, finding VARCHAR, column_name VARCHAR, value DOUBLE, message VARCHAR,"
            + " hint VARCHAR");
  }
}
