/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
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

/** Naive Bayes, discriminants and principal components, from CREATE MODEL to inspection. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiscriminantsTest {
  @RegisterExtension final TestingSession session = new TestingSession();

  @BeforeAll
  void makeData() throws SQLException {
    session.run(
        """
        CREATE TABLE t AS SELECT i AS id, 'k' || (i % 3) AS kind, i % 3 > 0 AS two,
          sin(i) + 1.7 * (i % 3) AS x, CASE WHEN i % 13 = 0 THEN NULL ELSE cos(i * 1.3) END AS z,
          CASE WHEN i % 7 = 0 THEN NULL WHEN (i * 31) % 10 < 4 THEN 'a' ELSE 'b' END AS c
        FROM range(600) AS r(i)\
        """);
  }

  private List<List<Object>> rows(String sql) throws SQLException {
    return session.rows(sql);
  }

  private double number(String sql) throws SQLException {
    return ((Number) rows(sql).getFirst().getFirst()).doubleValue();
  }

  private SQLException refused(String sql) {
    return catchThrowableOfType(SQLException.class, () -> rows(sql));
  }

  /**
   * As many as scikit-learn's find on the same rows; {@code moments.py} of the executor's tests.
   */
  @ParameterizedTest
  @CsvSource({"NAIVE_BAYES, 144", "LDA, 147", "QDA, 147"})
  void findsThePublishedClassesOfIris(String type, long right) throws SQLException {
    session.run(
        "CREATE MODEL iris_%s OPTIONS (MODEL_TYPE = '%s', INPUT_LABEL_COLS = ['species'])"
                .formatted(type, type)
            + " AS SELECT * FROM read_csv("
            + SharedData.file("iris.csv")
            + ")");
    assertThat(number("SELECT accuracy FROM ML.EVALUATE(MODEL iris_" + type + ")"))
        .isCloseTo(right / 150.0, within(1e-12));
    session.run("DROP MODEL iris_" + type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NAIVE_BAYES", "LDA", "QDA"})
  void fitsEvaluatesAndPredictsAtEveryPlace(String type) throws SQLException {
    for (String label : List.of("kind", "two")) {
      for (String place : List.of("AUTO", "WAREHOUSE", "LOCAL")) {
        session.run(
            "CREATE MODEL m_%s OPTIONS (MODEL_TYPE = '%s', INPUT_LABEL_COLS = ['%s'], EXECUTION = '%s')"
                    .formatted(place, type, label, place)
                + " AS SELECT x, z, c, "
                + label
                + " FROM t");
      }
      for (String place : List.of("AUTO", "WAREHOUSE")) {
        assertThat(
                number(
                    """
                    SELECT max(abs(p.predicted_%1$s_probs[1].prob - q.predicted_%1$s_probs[1].prob))
                    FROM ML.PREDICT(MODEL m_%2$s, TABLE t) p
                    JOIN ML.PREDICT(MODEL m_LOCAL, TABLE t) q ON p.id = q.id\
                    """
                        .formatted(label, place)))
            .isLessThan(1e-9);
      }
      // A split leaves training rows: the metrics are those of the rest.
      double accuracy = number("SELECT accuracy FROM ML.EVALUATE(MODEL m_LOCAL, TABLE t)");
      assertThat(accuracy).isBetween(0.5, 1.0);
      assertThat(number("SELECT accuracy FROM ML.EVALUATE(MODEL m_LOCAL)")).isBetween(0.5, 1.0);
      assertThat(rows("SELECT * FROM ML.CONFUSION_MATRIX(MODEL m_LOCAL, TABLE t)"))
          .hasSize(label.equals("two") ? 2 : 3);
      assertThat(
              rows(
                  """
                  SELECT iteration, t.loss IS NULL, t.eval_loss = e.log_loss
                  FROM ML.TRAINING_INFO(MODEL m_LOCAL) t, ML.EVALUATE(MODEL m_LOCAL) e\
                  """))
          .isEqualTo(List.of(List.of(1L, true, true)));
      assertThat(rows("SELECT input FROM ML.FEATURE_INFO(MODEL m_LOCAL)"))
          .isEqualTo(List.of(List.of("x"), List.of("z"), List.of("c")));
      assertThat(
              number(
                  "SELECT count(*) FROM ML.PREDICT(MODEL m_LOCAL, TABLE t) WHERE PREDICT(m_LOCAL)"
                      + " IS NOT DISTINCT FROM predicted_"
                      + label))
          .isEqualTo(600);
      session.run("DROP MODEL m_AUTO", "DROP MODEL m_WAREHOUSE", "DROP MODEL m_LOCAL");
    }
  }

  @Test
  void componentsReplaceTheColumnsUnlessTheseAreKept() throws SQLException {
    session.run(
        "CREATE MODEL parts OPTIONS (MODEL_TYPE = 'PCA', NUM_PRINCIPAL_COMPONENTS = 2)"
            + " AS SELECT x, z, c FROM t");
    assertThat(rows("SELECT * FROM ML.PREDICT(MODEL parts, TABLE t) LIMIT 1").getFirst())
        .hasSize(2);
    assertThat(
            rows("SELECT * FROM ML.PREDICT(MODEL parts, TABLE t,"
                    + " STRUCT(TRUE AS keep_original_columns)) LIMIT 1")
                .getFirst())
        .hasSize(8);
    // The variance of a component is its eigenvalue, and components are not correlated.
    double eigenvalue =
        number("SELECT eigenvalue FROM ML.PRINCIPAL_COMPONENT_INFO(MODEL parts) LIMIT 1");
    assertThat(
            number("SELECT var_samp(principal_component_1) FROM ML.PREDICT(MODEL parts, TABLE t)"))
        .isCloseTo(eigenvalue, within(1e-9));
    assertThat(
            number(
                "SELECT corr(principal_component_1, principal_component_2)"
                    + " FROM ML.PREDICT(MODEL parts, TABLE t)"))
        .isCloseTo(0, within(1e-9));
    assertThat(
            number(
                """
                SELECT sum(numerical_value ** 2) + sum(list_sum([v.value ** 2 FOR v IN
                  categorical_value])) FROM ML.PRINCIPAL_COMPONENTS(MODEL parts)
                WHERE principal_component_id = 1\
                """))
        .isCloseTo(1, within(1e-12));
    assertThat(rows("SELECT * FROM ML.EVALUATE(MODEL parts)"))
        .isEqualTo(
            rows(
                "SELECT max(cumulative_explained_variance_ratio)"
                    + " FROM ML.PRINCIPAL_COMPONENT_INFO(MODEL parts)"));
    assertThat(number("SELECT loss FROM ML.TRAINING_INFO(MODEL parts)")).isPositive();
    assertThat((Throwable) refused("SELECT PREDICT(parts) FROM t"))
        .hasMessageContaining("PREDICT is one value; model 'parts' is a PCA");
    assertThat((Throwable) refused("SELECT * FROM ML.EVALUATE(MODEL parts, TABLE t)"))
        .hasMessageContaining("ML.EVALUATE of a PCA model takes no data.");
    assertThat((Throwable) refused("SELECT * FROM ML.CONFUSION_MATRIX(MODEL parts)"))
        .hasMessageContaining("INS-209");
    assertThat((Throwable) refused("SELECT * FROM ML.WEIGHTS(MODEL parts)"))
        .hasMessageContaining("ML.WEIGHTS needs a linear model");
    session.run(
        "CREATE OR REPLACE MODEL parts OPTIONS (MODEL_TYPE = 'PCA', PCA_EXPLAINED_VARIANCE_RATIO ="
            + " 0.5, EXECUTION = 'WAREHOUSE') AS SELECT x, z, c FROM t",
        "DROP MODEL parts");
  }

  @Test
  void refusesBadInputWithARemedy() {
    String few =
        " AS SELECT x, z, x * x AS xx, id < 2 AS two FROM t WHERE z IS NOT NULL AND id < 20";
    SQLException error =
        refused("CREATE MODEL bad OPTIONS (MODEL_TYPE = 'QDA', INPUT_LABEL_COLS = ['two'])" + few);
    assertThat((Throwable) error)
        .hasMessageContaining("INS-312")
        .hasMessageContaining("Class 'true' has 1 row");
    assertThat((Throwable) error).hasMessageContaining("REG_PARAM");
    assertThat(
            (Throwable)
                refused(
                    "CREATE MODEL bad OPTIONS (MODEL_TYPE = 'LDA', INPUT_LABEL_COLS = ['kind'])"
                        + " AS SELECT x, length(kind) + id % 3 AS told, kind FROM t"))
        .hasMessageContaining("INS-313")
        .hasMessageContaining("Column 'told' does not vary within the classes")
        .hasMessageContaining("SHRINKAGE");
    assertThat(
            (Throwable)
                refused(
                    "CREATE MODEL bad OPTIONS (MODEL_TYPE = 'PCA', NUM_PRINCIPAL_COMPONENTS = 3)"
                        + " AS SELECT x, z FROM t"))
        .hasMessageContaining("INS-312")
        .hasMessageContaining("NUM_PRINCIPAL_COMPONENTS is 3");
    assertThat(
            (Throwable)
                refused("CREATE MODEL bad OPTIONS (MODEL_TYPE = 'PCA') AS SELECT x, z FROM t"))
        .hasMessageContaining("INS-107");
    assertThat(
            (Throwable)
                refused(
                    "CREATE MODEL bad OPTIONS (MODEL_TYPE = 'NAIVE_BAYES', VAR_SMOOTHING = 0,"
                        + " INPUT_LABEL_COLS = ['kind']) AS SELECT id % 3 AS told, x, kind FROM t"))
        .hasMessageContaining("INS-313")
        .hasMessageContaining("VAR_SMOOTHING");
  }
}
