/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.insitu.it.testing.TestingInsitu;
import org.insitu.it.testing.TestingSession;
import org.insitu.jdbc.ServerError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Redshift's PREPROCESSORS: found at training, kept, applied by every call. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedshiftPreprocessorsTest {
  private static final String DATA =
      """
      CREATE TABLE t AS SELECT i AS id, CASE WHEN i % 11 > 0 THEN (i * 37) % 101 / 4.0 END AS x,
        (i * 7) % 13 AS z, 1.0 + i % 5 AS w, (i * 3) % 17 - 8.0 AS v,
        CASE WHEN i % 7 > 0 THEN chr(CAST(97 + (i * i) % 5 AS INT)) END AS c,
        TIMESTAMP '2026-01-01 00:00:00' + INTERVAL (i * 7) HOUR AS seen_at,
        CASE WHEN i % 9 > 0 THEN DATE '2026-01-01' + CAST(i % 60 AS INT) END AS day,
        3.0 + 2 * ((i * 37) % 101) + (i * i) % 5 + (i * i) % 23 AS y
      FROM range(1, 491) AS r(i)\
      """;

  private static final String PREPROCESSORS =
      """
      [
        {"ColumnSet": ["x"], "Transformers": ["ImputerWithIndicator", "StandardScaler"]},
        {"ColumnSet": ["c"], "Transformers": ["OneHotEncoder", "Imputer"]},
        {"ColumnSet": ["z"], "Transformers": ["MinMax"]},
        {"ColumnSet": ["w", "v"], "Transformers": ["Normalizer"]}
      ]\
      """;

  private static final String ODD =
      "(SELECT * FROM (VALUES (1, NULL, 'never', 99, 0.0, 0.0), (2, 'NaN'::DOUBLE, NULL, NULL,"
          + " NULL, 2.0), (3, -1e6, '', -5, 1.0, NULL)) AS odd(id, x, c, z, w, v))";

  @RegisterExtension final TestingSession session = new TestingSession(DATA);

  private List<List<Object>> rows(String sql) throws SQLException {
    return session.rows(sql);
  }

  private static String create(String model, String columns, String type, String preprocessors) {
    return "CREATE MODEL %s FROM (SELECT %s, y FROM t) TARGET y FUNCTION %s_of %s PROBLEM_TYPE REGRESSION PREPROCESSORS '%s'"
        .formatted(model, columns, model, type, preprocessors);
  }

  /** scikit-learn 1.2, preprocessors.py beside the test resources; 1e-12 of each prediction. */
  @Test
  void predictsWhatScikitLearnPredicts() throws SQLException {
    session.run(create("reference", "x, c, z, w, v", "MODEL_TYPE LINEAR_LEARNER", PREPROCESSORS));
    List<List<Object>> predicted =
        rows(
            "SELECT reference_of(x, c, z, w, v) FROM t WHERE id IN (1, 2, 7, 11, 77, 490) ORDER BY"
                + " id");
    double[] expected = {
      86.24500482323819,
      165.60136417826828,
      128.63927323011129,
      91.87104295881534,
      97.30209765392281,
      116.5117599970507
    };
    for (int i = 0; i < expected.length; i++) {
      assertThat((Double) predicted.get(i).getFirst())
          .isCloseTo(expected[i], within(1e-12 * expected[i]));
    }
  }

  /** By position, by name and with PREDICT, of NULL, NaN, unseen categories and far numbers too. */
  @ParameterizedTest
  @CsvSource({"MODEL_TYPE LINEAR_LEARNER, linear", "MODEL_TYPE XGBOOST, trees"})
  void everyFormOfTheCallAgrees(String type, String name) throws SQLException {
    session.run(create(name, "x, c, z, w, v", type, PREPROCESSORS));
    for (String data : List.of("t", ODD)) {
      List<List<Object>> expected =
          rows(
              "SELECT id, predicted_y FROM ML.PREDICT(MODEL %s, (SELECT * FROM %s)) ORDER BY id"
                  .formatted(name, data));
      assertThat(expected).isNotEmpty().allMatch(row -> row.get(1) != null);
      for (String form : List.of("%s_of(x, c, z, w, v)", "PREDICT(%s)")) {
        String sql = "SELECT id, %s FROM %s ORDER BY id".formatted(form.formatted(name), data);
        assertThat(rows(sql)).as(sql).isEqualTo(expected);
      }
    }
    assertThat(rows("SELECT * FROM ML.EVALUATE(MODEL %s)".formatted(name)))
        .isEqualTo(rows("SELECT * FROM ML.EVALUATE(MODEL %s, TABLE t)".formatted(name)));
    assertThat(
            rows(
                "SELECT count(*), max(abs(predicted_y - baseline_prediction_value - total)) < 1e-6"
                    + " FROM (SELECT predicted_y, baseline_prediction_value,"
                    + " list_sum([a.attribution for a in top_feature_attributions]) AS total FROM"
                    + " ML.EXPLAIN_PREDICT(MODEL"
                    + " %s, TABLE t, STRUCT(100 AS top_k_features)))".formatted(name)))
        .isEqualTo(List.of(List.of(490L, true)));
  }

  /** Each transformer against plain SQL of what it means. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x       | Imputer                          | x         | coalesce(x, (SELECT avg(x) FROM t))
          c       | Imputer                          | c         | coalesce(c, (SELECT c FROM t WHERE c IS NOT NULL GROUP BY c ORDER BY count(*) DESC, c LIMIT 1))
          day     | Imputer                          | day       | coalesce(day, (SELECT day FROM t WHERE day IS NOT NULL GROUP BY day ORDER BY count(*) DESC, day LIMIT 1))
          x       | ImputerWithIndicator             | x_missing | CASE WHEN x IS NULL THEN 1.0::DOUBLE ELSE 0.0 END
          c       | ImputerWithIndicator             | c_missing | CASE WHEN c IS NULL THEN 1.0::DOUBLE ELSE 0.0 END
          c       | OrdinalEncoder                   | c         | coalesce(CASE c WHEN 'a' THEN 1 WHEN 'b' THEN 2 WHEN 'e' THEN 3 END, 0)::BIGINT
          z       | NumericPassthrough               | z         | z
          x       | Imputer,NumericPassthrough       | x         | coalesce(x, (SELECT avg(x) FROM t))
          z       | StandardScaler                   | z         | (z - (SELECT avg(z) FROM t)) / (SELECT stddev_samp(z) FROM t)
          z       | MinMax                           | z         | z / 12.0::DOUBLE
          x       | Imputer,MinMax                   | x         | coalesce(x, (SELECT avg(x) FROM t)) / 25.0::DOUBLE
          v       | Normalizer                       | normalized.v | CASE WHEN v = 0 THEN 0 ELSE sign(v) END::DOUBLE
          seen_at | DateTimeVectorizer               | seen_at_hour | date_part('hour', seen_at)::BIGINT
          day     | DateTimeVectorizer,Imputer       | day_month | coalesce(date_part('month', day), (SELECT avg(date_part('month', day)) FROM t))
          c       | OrdinalEncoder,StandardScaler    | c         | (k - (SELECT avg(k) FROM t, LATERAL (SELECT coalesce(CASE c WHEN 'a' THEN 1 WHEN 'b' THEN 2 WHEN 'e' THEN 3 END, 0) AS k))) / (SELECT stddev_samp(k) FROM t, LATERAL (SELECT coalesce(CASE c WHEN 'a' THEN 1 WHEN 'b' THEN 2 WHEN 'e' THEN 3 END, 0) AS k))
          """)
  void transformersMeanWhatTheySay(String column, String steps, String made, String meaning)
      throws SQLException {
    session.run(
        "DROP MODEL IF EXISTS one",
        create(
            "one",
            column,
            "MODEL_TYPE LINEAR_LEARNER HYPERPARAMETERS DEFAULT EXCEPT (WD '1')",
            "[{\"ColumnSet\": [\"%s\"], \"Transformers\": [\"%s\"]}]"
                .formatted(
                    column.toUpperCase(java.util.Locale.ROOT), steps.replace(",", "\", \""))));
    String k = "coalesce(CASE c WHEN 'a' THEN 1 WHEN 'b' THEN 2 WHEN 'e' THEN 3 END, 0) AS k";
    List<List<Object>> expected =
        rows("SELECT %s FROM (SELECT *, %s FROM t) ORDER BY id".formatted(meaning, k));
    List<List<Object>> found =
        rows(
            "SELECT m.%s FROM (SELECT *, row_number() OVER () AS place FROM ML.TRANSFORM(MODEL one, (SELECT * FROM t ORDER BY id))) AS m ORDER BY place"
                .formatted(made));
    assertThat(found).hasSize(490);
    for (int i = 0; i < found.size(); i++) {
      Object value = found.get(i).getFirst();
      Object right = expected.get(i).getFirst();
      if (value instanceof Double number) {
        assertThat(number).isCloseTo(((Number) right).doubleValue(), within(1e-12));
      } else {
        assertThat(value).isEqualTo(right);
      }
    }
  }

  /** A row's numbers are divided by its length; a NULL counts for nothing, and stays. */
  @Test
  void normalizerLooksAtARowOfItsSet() throws SQLException {
    session.run(
        create(
            "unit",
            "w, v, z",
            "MODEL_TYPE LINEAR_LEARNER",
            "[{\"ColumnSet\": [\"w\", \"v\", \"z\"], \"Transformers\": [\"Normalizer\"]}]"));
    assertThat(
            rows(
                "SELECT normalized.w, normalized.v, normalized.z FROM ML.TRANSFORM(MODEL unit,"
                    + " (SELECT * FROM (VALUES (3.0, 4.0, 0), (3.0, NULL, 4), (0.0, 0.0, 0)) AS"
                    + " r(w, v, z)))"))
        .isEqualTo(
            List.of(
                List.of(0.6, 0.8, 0.0),
                java.util.Arrays.asList(0.6, null, 0.8),
                List.of(0.0, 0.0, 0.0)));
  }

  @Test
  void explainAndShowModelSayWhatIsDone() throws SQLException {
    String create = create("shown", "x, c, id", "MODEL_TYPE LINEAR_LEARNER", SHOWN);
    assertThat(rows("EXPLAIN " + create).toString())
        .contains("what TRANSFORM must know of the training rows")
        .contains("what is found first stands as NULL");
    session.run(create);
    assertThat(rows("SHOW MODEL shown"))
        .filteredOn(row -> row.getFirst().equals("transform"))
        .extracting(row -> row.get(1))
        .containsExactly(
            "x = ML.STANDARD_SCALER(ML.IMPUTER(\"x\", 'mean') OVER () {value: 12.6850}) OVER ()"
                + " {mean: 12.6850, stddev: 6.91609}",
            "c = ML.ONE_HOT_ENCODER(ML.IMPUTER(\"c\", 'most_frequent') OVER () {value: 'b'},"
                + " 'none', 999999, 1) OVER () {vocabulary: ['a', 'b', 'e']}",
            "id = \"id\"",
            "y = \"y\"");
    assertThat(rows("SELECT input FROM ML.FEATURE_INFO(MODEL shown)"))
        .isEqualTo(List.of(List.of("x"), List.of("c"), List.of("id")));
  }

  private static final String SHOWN =
      "[{\"ColumnSet\": [\"x\"], \"Transformers\": [\"Imputer\", \"StandardScaler\"]},"
          + " {\"ColumnSet\": [\"c\"], \"Transformers\": [\"Imputer\", \"OneHotEncoder\"]}]";

  @Test
  void trainModelAndARestartKeepThem(@TempDir Path folder) throws SQLException {
    String ask = "SELECT kept_of(x, c, z, w, v) FROM t ORDER BY id";
    List<List<Object>> before;
    try (TestingInsitu first = TestingInsitu.on(folder.resolve("w.db"));
        Connection session = first.connect()) {
      TestingInsitu.run(
          session, DATA, create("kept", "x, c, z, w, v", "MODEL_TYPE XGBOOST", PREPROCESSORS));
      before = TestingInsitu.rows(session, ask);
      TestingInsitu.run(session, "TRAIN MODEL kept");
      assertThat(TestingInsitu.rows(session, ask)).isEqualTo(before);
    }
    try (TestingInsitu again = TestingInsitu.on(folder.resolve("w.db"));
        Connection session = again.connect()) {
      assertThat(TestingInsitu.rows(session, ask)).hasSize(490).isEqualTo(before);
    }
  }

  /** The code, the place within the statement, and something of the message. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          205 | 16 | {"ColumnSet": ["nope"], "Transformers": ["Imputer"]}                      | names column 'nope'
          206 | 39 | {"ColumnSet": ["c"], "Transformers": ["MinMax"]}                          | MinMax takes numbers; 'c' is none
          206 | 39 | {"ColumnSet": ["c"], "Transformers": ["NumericPassthrough"]}              | NumericPassthrough takes numbers
          206 | 39 | {"ColumnSet": ["c"], "Transformers": ["DateTimeVectorizer"]}              | DateTimeVectorizer takes dates
          206 | 45 | {"ColumnSet": ["seen_at"], "Transformers": ["Imputer"]}                   | Imputer takes numbers, categories and dates
          206 | 44 | {"ColumnSet": ["x", "c"], "Transformers": ["Normalizer"]}                 | 'c' is none
          206 | 39 | {"ColumnSet": ["l"], "Transformers": ["OneHotEncoder"]}                   | OneHotEncoder takes single values
          110 | 56 | {"ColumnSet": ["c"], "Transformers": ["OneHotEncoder", "StandardScaler"]} | StandardScaler after OneHotEncoder (of 'c')
          110 | 53 | {"ColumnSet": ["x"], "Transformers": ["Normalizer", "MinMax"]}            | MinMax after Normalizer
          110 | 39 | {"ColumnSet": ["x"], "Transformers": ["PCA"]}                             | Transformer PCA
          218 | 1  | {"ColumnSet": ["x"], "Transformers": ["ImputerWithIndicator"]}            | makes 'x_missing' of column 'x'
          """)
  void refusesAtItsPlace(String code, int column, String set, String message) {
    SQLException thrown =
        catchThrowableOfType(
            SQLException.class,
            () ->
                session.run(
                    "CREATE MODEL bad FROM (SELECT x, c, seen_at, [x] AS l, 1 AS x_missing, y FROM"
                        + " t) TARGET y FUNCTION bad_of\n"
                        + "PROBLEM_TYPE REGRESSION PREPROCESSORS\n"
                        + "'[\n"
                        + set
                        + "]'"));
    assertThat((Throwable) thrown).as(set).isNotNull();
    assertThat(thrown.getMessage()).contains(message);
    assertThat(thrown.getErrorCode()).as(thrown.getMessage()).isEqualTo(Integer.parseInt(code));
    ServerError error = ServerError.of(thrown).orElseThrow();
    assertThat(List.of(error.line(), error.column()))
        .isEqualTo(List.of(column == 1 ? 3 : 4, column));
    assertThat(error.hint()).isNotBlank();
  }
}
