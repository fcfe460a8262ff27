/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.insitu.it.testing.TestingInsitu;
import org.insitu.it.testing.TestingSession;
import org.insitu.jdbc.ServerError;
import org.insitu.udf.transform.Preprocessors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TRANSFORM: what is found at training is applied alike everywhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransformTest {
  /** Numbers, categories and lists, with NULLs in each. */
  private static final String DATA =
      """
      CREATE TABLE t AS SELECT i AS id,
        CASE WHEN i % 11 > 0 THEN (i * 37) % 101 / 4.0 END AS x,
        CASE WHEN i % 7 > 0 THEN chr(CAST(97 + (i * i) % 5 AS INT)) END AS c,
        CASE WHEN i % 13 > 0 THEN [chr(CAST(97 + i % 3 AS INT)), chr(CAST(97 + i % 4 AS INT)), NULL] END AS words,
        [i % 3, 1.0, i % 5] AS v,
        TIMESTAMP '2026-01-01 00:00:00' + INTERVAL (i * 7) HOUR AS seen_at,
        {'p': i % 9, 'q': chr(CAST(97 + i % 2 AS INT))} AS s,
        3.0 + 2 * ((i * 37) % 101) + (i * i) % 5 AS y
      FROM range(1, 601) AS r(i)\
      """;

  @RegisterExtension final TestingSession session = new TestingSession(DATA);

  private List<List<Object>> rows(String sql) throws SQLException {
    return session.rows(sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ML.STANDARD_SCALER(x) OVER ()",
        "ML.MIN_MAX_SCALER(x) OVER ()",
        "ML.MAX_ABS_SCALER(x) OVER ()",
        "ML.ROBUST_SCALER(x) OVER ()",
        "ML.ROBUST_SCALER(x, [10, 90], FALSE, TRUE) OVER ()",
        "ML.CLIP_QUANTILES(x, 0.1, 0.9) OVER ()",
        "ML.IMPUTER(x, 'mean') OVER ()",
        "ML.IMPUTER(x, 'median') OVER ()",
        "ML.IMPUTER(x, 'most_frequent') OVER ()",
        "ML.IMPUTER(c, 'most_frequent') OVER ()",
        "ML.BUCKETIZE(x, [5, 10, 20])",
        "ML.BUCKETIZE(x, GENERATE_ARRAY(0, 25, 5), 'bucket_ranges')",
        "ML.BUCKETIZE(x, [5, 10, 20], TRUE, 'bucket_ranges_json')",
        "ML.QUANTILE_BUCKETIZE(x, 4) OVER ()",
        "ML.QUANTILE_BUCKETIZE(x, 3, 'bucket_ranges') OVER ()",
        "ML.HASH_BUCKETIZE(c, 10)",
        "ML.LABEL_ENCODER(c) OVER ()",
        "ML.LABEL_ENCODER(c, 2, 1) OVER ()",
        "ML.ONE_HOT_ENCODER(c) OVER ()",
        "ML.ONE_HOT_ENCODER(c, 'most_frequent', 3, 0) OVER ()",
        "ML.MULTI_HOT_ENCODER(words) OVER ()",
        "ML.BAG_OF_WORDS(words, 3, 1) OVER ()",
        "ML.TF_IDF(words, 3, 1) OVER ()",
        "ML.NGRAMS(words, [1, 2], '#')",
        "ML.FEATURE_CROSS(STRUCT(c, ML.BUCKETIZE(x, [10]) AS b, id % 2 AS odd), 3)",
        "ML.POLYNOMIAL_EXPAND(STRUCT(x, id AS i), 3)",
        "ML.NORMALIZER(v)",
        "ML.LP_NORM(v, 1)",
        "ML.DISTANCE(v, [1, 1, 1], 'MANHATTAN')",
        "1 + 2 * ML.STANDARD_SCALER(ln(1 + abs(x))) OVER ()",
      })
  void frozenEqualsWindows(String expression) throws SQLException {
    session.run(
        "CREATE OR REPLACE MODEL f TRANSFORM (%s AS made, id) OPTIONS (MODEL_TYPE = 'TRANSFORM_ONLY')"
                .formatted(expression)
            + " AS SELECT * FROM t");
    String frozen = "SELECT made FROM ML.TRANSFORM(MODEL f, TABLE t)";
    String windows = "SELECT made FROM (SELECT id, %s AS made FROM t)".formatted(expression);
    List<List<Object>> expected = rows(windows + " ORDER BY id");
    assertThat(expected).hasSize(600).anyMatch(row -> row.getFirst() != null);
    assertThat(rows(frozen + " ORDER BY id")).isEqualTo(expected);

    // Rows never seen: NULLs, an unseen category, infinities, an empty list.
    List<List<Object>> odd =
        rows(
            "SELECT made FROM ML.TRANSFORM(MODEL f, (SELECT 1 AS id, x, c, words, v FROM (VALUES"
                + " (NULL, NULL, NULL, [0.0, 0, 0]), ('Infinity'::DOUBLE, 'never', ['never'], [1.0,"
                + " 2, 3]), (-1e6, '', [], [NULL, 1, 2])) AS odd(x, c, words, v)))");
    assertThat(odd).hasSize(3);
  }

  @Test
  void functionsOverListsStandInEachOther() throws SQLException {
    session.run(
        "CREATE OR REPLACE MODEL f TRANSFORM (ML.TF_IDF(ML.NGRAMS(words, [1, 2]), 10, 1) OVER () AS"
            + " made, id) OPTIONS (MODEL_TYPE = 'TRANSFORM_ONLY') AS SELECT * FROM t");
    assertThat(rows("SELECT made FROM ML.TRANSFORM(MODEL f, TABLE t) ORDER BY id"))
        .isEqualTo(
            rows(
                "SELECT made FROM (SELECT id, ML.TF_IDF(grams, 10, 1) OVER () AS made FROM"
                    + " (SELECT id, ML.NGRAMS(words, [1, 2]) AS grams FROM t)) ORDER BY id"));
  }

  /** What is inside is found first; in a query it takes a sub-query. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ML.STANDARD_SCALER(%s) OVER ()                    | ML.IMPUTER(x, 'mean') OVER ()
          2 * ML.MIN_MAX_SCALER(ln(1 + %s)) OVER ()         | ML.IMPUTER(x, 'median') OVER ()
          ML.ONE_HOT_ENCODER(%s, 'none', 9, 1) OVER ()      | ML.IMPUTER(c, 'most_frequent') OVER ()
          ML.STANDARD_SCALER(%s) OVER ()                    | ML.LABEL_ENCODER(c, 9, 1) OVER ()
          ML.BUCKETIZE(ML.ROBUST_SCALER(%s) OVER (), [0])   | ML.CLIP_QUANTILES(x, 0.1, 0.9) OVER ()
          ML.QUANTILE_BUCKETIZE(%s, 3) OVER ()              | ML.STANDARD_SCALER(x) OVER ()
          """)
  void functionsOverAllRowsStandInEachOther(String outer, String inner) throws SQLException {
    String create =
        "CREATE OR REPLACE MODEL f TRANSFORM (%s AS made, ML.MAX_ABS_SCALER(id) OVER () AS place)"
                .formatted(outer.formatted(inner))
            + " OPTIONS (MODEL_TYPE = 'TRANSFORM_ONLY') AS SELECT * FROM t";
    String explanation = rows("EXPLAIN " + create).toString();
    assertThat(explanation).contains("what is found first stands as NULL");
    session.run(create);
    List<List<Object>> expected =
        rows(
            "SELECT made FROM (SELECT id, %s AS made FROM (SELECT id, %s AS made FROM t)) ORDER BY id"
                .formatted(outer.formatted("made"), inner));
    List<List<Object>> made =
        rows("SELECT made FROM ML.TRANSFORM(MODEL f, TABLE t) ORDER BY place");
    assertThat(made).hasSize(600);
    for (int i = 0; i < made.size(); i++) {
      Object value = made.get(i).getFirst();
      Object right = expected.get(i).getFirst();
      if (value instanceof Double number) {
        // A window's average and an aggregate's may differ in the last bits.
        assertThat(number).isCloseTo((Double) right, within(1e-12));
      } else {
        assertThat(String.valueOf(value)).isEqualTo(String.valueOf(right));
      }
    }
  }

  @Test
  void theModelLearnsFromTheOutputs() throws SQLException {
    session.run(
        """
        CREATE OR REPLACE MODEL m
        TRANSFORM (ML.STANDARD_SCALER(x) OVER () AS z, ML.ONE_HOT_ENCODER(c) OVER () AS oh,
          ML.QUANTILE_BUCKETIZE(x, 3) OVER () AS q, x * x AS square, y)
        OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'], L2_REG = 1,
          DATA_SPLIT_METHOD = 'NO_SPLIT')
        AS SELECT x, c, y FROM t WHERE x IS NOT NULL\
        """,
        // The same by hand: the outputs as columns of the training query.
        """
        CREATE OR REPLACE MODEL by_hand
        OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'], L2_REG = 1,
          DATA_SPLIT_METHOD = 'NO_SPLIT')
        AS SELECT ML.STANDARD_SCALER(x) OVER () AS z, CAST(ML.LABEL_ENCODER(c) OVER () AS VARCHAR) AS oh,
          ML.QUANTILE_BUCKETIZE(x, 3) OVER () AS q, x * x AS square, y
        FROM t WHERE x IS NOT NULL\
        """);
    // A window's average and an aggregate's may differ in the last bits.
    assertThat(
            rows(
                "SELECT count(*), max(abs(a.weight - b.weight) / abs(b.weight)) < 1e-10 FROM"
                    + " ML.WEIGHTS(MODEL m) AS a JOIN ML.WEIGHTS(MODEL by_hand) AS b"
                    + " ON a.processed_input = b.processed_input"))
        .isEqualTo(List.of(List.of(5L, true)));
    assertThat(rows("SELECT * FROM ML.EVALUATE(MODEL m)"))
        .isEqualTo(
            rows("SELECT * FROM ML.EVALUATE(MODEL m, (SELECT * FROM t WHERE x IS NOT NULL))"));
  }

  @Test
  void everyFormOfTheCallAgrees() throws SQLException {
    session.run(
        """
        CREATE OR REPLACE MODEL forms
        TRANSFORM (ML.MIN_MAX_SCALER(x) OVER () AS z, extract(hour FROM seen_at) AS hour,
          upper(c) AS big, y)
        FUNCTION y_of
        OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'])
        AS SELECT x, c, seen_at, y FROM t\
        """);
    List<List<Object>> expected =
        rows("SELECT id, predicted_y FROM ML.PREDICT(MODEL forms, TABLE t) ORDER BY id");
    assertThat(expected).hasSize(600);
    for (String form :
        List.of(
            "PREDICT(forms)",
            "PREDICT(forms USING x, c, seen_at)",
            "PREDICT(forms USING c AS c, x + 0 AS X, seen_at)",
            "y_of(x, c, seen_at)")) {
      assertThat(rows("SELECT id, " + form + " FROM t ORDER BY id")).as(form).isEqualTo(expected);
    }
  }

  @Test
  void listsStructsAndTimesBecomeFeaturesOfThemselves() throws SQLException {
    session.run(
        "CREATE OR REPLACE MODEL auto OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'],"
            + " L2_REG = 1) AS SELECT words, v, seen_at, s, y FROM t");
    assertThat(rows("SELECT processed_input FROM ML.WEIGHTS(MODEL auto)"))
        .extracting(List::getFirst)
        .contains("words_a", "words_d", "v_1", "v_3", "seen_at_hour", "s_p", "s_q")
        .doesNotContain("words", "v", "seen_at", "s");
    assertThat(rows("SELECT count(predicted_y) FROM ML.PREDICT(MODEL auto, TABLE t)"))
        .isEqualTo(List.of(List.of(600L)));
  }

  /** Expected values by plain SQL over the raw columns. */
  @ParameterizedTest
  @ValueSource(strings = {"LOCAL", "WAREHOUSE"})
  void featureInfoDescribesTheRawColumns(String execution) throws SQLException {
    session.run(
        """
        CREATE OR REPLACE MODEL raw
        TRANSFORM (ML.MIN_MAX_SCALER(x) OVER () + id AS z, id AS plain, upper(c) AS big,
          ML.MULTI_HOT_ENCODER(words, 9, 1) OVER () AS w, y)
        OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'], L2_REG = 1,
          DATA_SPLIT_METHOD = 'NO_SPLIT', EXECUTION = '%s')
        AS SELECT * REPLACE (CASE WHEN id = 5 THEN 'NaN'::DOUBLE WHEN id = 6 THEN 'Infinity' ELSE x END AS x)
          FROM t\
        """
            .formatted(execution));
    String info =
        "SELECT input, min, max, round(mean, 9), median, round(stddev, 9), category_count,"
            + " null_count, dimension FROM ML.FEATURE_INFO(MODEL raw)";
    // NaN is missing, an infinite value is neither missing nor in any statistic.
    String number =
        "SELECT '%1$s', CAST(min(%1$s) AS DOUBLE), CAST(max(%1$s) AS DOUBLE), round(avg(%1$s), 9),"
            + " median(%1$s), round(stddev_samp(%1$s), 9), NULL, %2$s, NULL FROM t WHERE %3$s";
    String nulls =
        "SELECT '%1$s', NULL, NULL, NULL, NULL, NULL, %2$s, 600 - count(%1$s), NULL FROM t";
    List<List<Object>> expected = new ArrayList<>();
    expected.addAll(rows(number.formatted("id", "0", "TRUE")));
    expected.addAll(rows(number.formatted("x", "599 - count(x)", "id NOT IN (5, 6)")));
    expected.addAll(rows(nulls.formatted("c", "count(DISTINCT c)")));
    expected.addAll(rows(nulls.formatted("words", "NULL")));
    assertThat(rows(info).toString()).isEqualTo(expected.toString());
  }

  @Test
  void aModelThatOnlyTransformsHasFeatureInfo() throws SQLException {
    session.run(
        "CREATE OR REPLACE MODEL shaped TRANSFORM (id, lower(c) AS small) OPTIONS (MODEL_TYPE ="
            + " 'TRANSFORM_ONLY') AS SELECT * FROM t");
    assertThat(
            rows("SELECT input, min, max, null_count FROM ML.FEATURE_INFO(MODEL shaped)")
                .toString())
        .isEqualTo("[[id, 1.0, 600.0, 0], [c, null, null, 85]]");
  }

  @Test
  void showModelSaysWhatWasFound() throws SQLException {
    session.run(
        """
        CREATE OR REPLACE MODEL shown
        TRANSFORM (1 + ML.MIN_MAX_SCALER(x) OVER () AS z, ML.LABEL_ENCODER(c, 9, 1) OVER () AS code,
          ML.QUANTILE_BUCKETIZE(id, 9) OVER () AS part,
          ML.FEATURE_CROSS(STRUCT(c, ML.BUCKETIZE(x, [5, 10]) AS b)) AS cross, id)
        OPTIONS (MODEL_TYPE = 'TRANSFORM_ONLY') AS SELECT * FROM t\
        """);
    assertThat(rows("SHOW MODEL shown"))
        .filteredOn(row -> row.getFirst().equals("transform"))
        .extracting(row -> row.get(1))
        .containsExactly(
            "z = 1 + ML.MIN_MAX_SCALER(x) OVER () {min: 0, max: 25}",
            "code = ML.LABEL_ENCODER(c, 9, 1) OVER () {vocabulary: ['a', 'b', 'e']}",
            "part = ML.QUANTILE_BUCKETIZE(id, 9) OVER () {points: [67.5556, 134.111, 200.667,"
                + " 267.222, 333.778, ... 3 more]}",
            "cross = ML.FEATURE_CROSS(STRUCT(c AS c, ML.BUCKETIZE(x, [5, 10]) AS b))",
            "id = id");
    assertThat(rows("DESCRIBE MODEL shown")).isEqualTo(rows("SHOW MODEL shown"));
  }

  @Test
  void survivesARestart(@TempDir Path folder) throws SQLException {
    String ask = "SELECT predicted_y FROM ML.PREDICT(MODEL m, TABLE t) ORDER BY id";
    List<List<Object>> before;
    try (TestingInsitu first = TestingInsitu.on(folder.resolve("w.db"));
        Connection session = first.connect()) {
      TestingInsitu.run(
          session,
          DATA,
          """
          CREATE MODEL m TRANSFORM (ML.ROBUST_SCALER(x) OVER () AS z, ML.TF_IDF(words, 4, 1) OVER () AS w,
            ML.IMPUTER(c, 'most_frequent') OVER () AS c, seen_at, y)
          OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_REGRESSOR', INPUT_LABEL_COLS = ['y'], MAX_ITERATIONS = 4)
          AS SELECT * FROM t\
          """);
      before = TestingInsitu.rows(session, ask);
    }
    try (TestingInsitu again = TestingInsitu.on(folder.resolve("w.db"));
        Connection session = again.connect()) {
      assertThat(TestingInsitu.rows(session, ask)).hasSize(600).isEqualTo(before);
    }
  }

  @Test
  void columnsAreKnownBeforeTheQueryRuns() throws SQLException {
    session.run(
        "CREATE OR REPLACE MODEL k TRANSFORM (ML.STANDARD_SCALER(x) OVER () AS z, c)"
            + " OPTIONS (MODEL_TYPE = 'TRANSFORM_ONLY') AS SELECT x, c FROM t");
    try (PreparedStatement statement =
            session.connection().prepareStatement("SELECT * FROM ML.TRANSFORM(MODEL k, TABLE t)");
        ResultSet result = statement.executeQuery()) {
      assertThat(columns(statement.getMetaData())).isEqualTo(columns(result.getMetaData()));
      assertThat(columns(result.getMetaData())).containsExactly("z DOUBLE", "c VARCHAR");
    }
  }

  private static List<String> columns(ResultSetMetaData metadata) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= metadata.getColumnCount(); i++) {
      columns.add(metadata.getColumnName(i) + " " + metadata.getColumnTypeName(i));
    }
    return columns;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "216 CREATE MODEL e TRANSFORM (sum(x) AS s, y) OPTIONS (MODEL_TYPE = 'LINEAR_REG',"
            + " INPUT_LABEL_COLS = ['y']) AS SELECT x, y FROM t",
        "216 CREATE MODEL e TRANSFORM ((SELECT 1) AS s, y) OPTIONS (MODEL_TYPE = 'LINEAR_REG',"
            + " INPUT_LABEL_COLS = ['y']) AS SELECT x, y FROM t",
        "216 CREATE MODEL e TRANSFORM (x + 1, y) OPTIONS (MODEL_TYPE = 'LINEAR_REG',"
            + " INPUT_LABEL_COLS = ['y']) AS SELECT x, y FROM t",
        "216 CREATE MODEL e TRANSFORM (x, y + 1 AS y) OPTIONS (MODEL_TYPE = 'LINEAR_REG',"
            + " INPUT_LABEL_COLS = ['y']) AS SELECT x, y FROM t",
        "216 CREATE MODEL e TRANSFORM (x) OPTIONS (MODEL_TYPE = 'LINEAR_REG',"
            + " INPUT_LABEL_COLS = ['y']) AS SELECT x, y FROM t",
        "216 CREATE MODEL e OPTIONS (MODEL_TYPE = 'TRANSFORM_ONLY') AS SELECT x FROM t",
        "217 CREATE MODEL e TRANSFORM (ML.STANDARD_SCALER(x) AS z, y) OPTIONS (MODEL_TYPE ="
            + " 'LINEAR_REG', INPUT_LABEL_COLS = ['y']) AS SELECT x, y FROM t",
        "217 SELECT ML.BUCKETIZE(x, [3, 1]) FROM t",
        "217 SELECT ML.BUCKETIZE(x, id) FROM t",
        "217 SELECT ML.BUCKETIZE(x, GENERATE_ARRAY(1)) FROM t",
        "217 SELECT ML.BUCKETIZE(x, GENERATE_ARRAY(1, 2, 0)) FROM t",
        "217 SELECT ML.BUCKETIZE(x, GENERATE_ARRAY(1, id)) FROM t",
        "217 SELECT ML.BUCKETIZE(x, GENERATE_ARRAY(0, 1, 1e-9)) FROM t",
        "217 SELECT ML.BUCKETIZE(x, [1]) OVER () FROM t",
        "217 SELECT ML.IMPUTER(x, 'average') OVER () FROM t",
        "217 SELECT ML.FEATURE_CROSS(x, 2) FROM t",
        "217 SELECT ML.TF_IDF(ML.NGRAMS(words, [1, 2])) OVER () FROM t",
        "217 SELECT ML.STANDARD_SCALER(ML.MIN_MAX_SCALER(x) OVER ()) OVER () FROM t",
        "205 CREATE MODEL e TRANSFORM (* EXCEPT (nope)) OPTIONS (MODEL_TYPE = 'TRANSFORM_ONLY')"
            + " AS SELECT x FROM t",
        "207 CREATE MODEL e TRANSFORM (x, x * 2 AS X) OPTIONS (MODEL_TYPE = 'TRANSFORM_ONLY')"
            + " AS SELECT x FROM t",
      })
  void refusesWhatCannotBe(String coded) throws SQLException {
    SQLException thrown =
        catchThrowableOfType(SQLException.class, () -> session.run(coded.substring(4)));
    assertThat((Throwable) thrown).as(coded).isNotNull();
    assertThat(thrown.getErrorCode())
        .as(thrown.getMessage())
        .isEqualTo(Integer.parseInt(coded.substring(0, 3)));
    ServerError error = ServerError.of(thrown).orElseThrow();
    assertThat(error.line()).isPositive();
    assertThat(error.hint()).isNotBlank();
    assertThat(rows("SELECT count(*) FROM t")).isEqualTo(List.of(List.of(600L)));
  }

  /** What the documentation says of results is what DuckDB makes of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "BAG_OF_WORDS; words; STRUCT(\"index\" BIGINT, \"value\" DOUBLE)[]",
        "BUCKETIZE; x, [1]; VARCHAR",
        "CLIP_QUANTILES; x, 0.1, 0.9; DOUBLE",
        "DISTANCE; v, v; DOUBLE",
        "FEATURE_CROSS; STRUCT(c, id); STRUCT(c_id VARCHAR)",
        "HASH_BUCKETIZE; c, 5; BIGINT",
        "IMPUTER; id, 'mean'; DOUBLE",
        "LABEL_ENCODER; c; BIGINT",
        "LP_NORM; v, 0; DOUBLE",
        "MAX_ABS_SCALER; id; DOUBLE",
        "MIN_MAX_SCALER; id; DOUBLE",
        "MULTI_HOT_ENCODER; words; STRUCT(\"index\" BIGINT, \"value\" DOUBLE)[]",
        "NGRAMS; words, 2; VARCHAR[]",
        "NORMALIZER; v; DOUBLE[]",
        "ONE_HOT_ENCODER; c; STRUCT(\"index\" BIGINT, \"value\" DOUBLE)[]",
        "POLYNOMIAL_EXPAND; STRUCT(id); STRUCT(id DOUBLE, id_id DOUBLE)",
        "QUANTILE_BUCKETIZE; id, 2; VARCHAR",
        "ROBUST_SCALER; id; DOUBLE",
        "STANDARD_SCALER; id; DOUBLE",
        "TF_IDF; words; STRUCT(\"index\" BIGINT, \"value\" DOUBLE)[]",
      })
  void answersTheTypeThatItSays(Preprocessors function, String arguments, String type)
      throws SQLException {
    String call =
        "ML.%s(%s)%s".formatted(function, arguments, function.frozen().isEmpty() ? "" : " OVER ()");
    assertThat(rows("SELECT DISTINCT typeof(made) FROM (SELECT %s AS made FROM t)".formatted(call)))
        .isEqualTo(List.of(List.of(type)));
    String said = function.result().split(",? (by|of) ")[0];
    assertThat(type.replace("\"", "")).startsWith(said);
    assertThat(Preprocessors.values()).hasSize(20);
  }

  @Test
  void pointsMayBeGenerated() throws SQLException {
    assertThat(
            rows(
                "SELECT count(*) FROM t WHERE ML.BUCKETIZE(x, GENERATE_ARRAY(-5, 20, 2.5)) IS"
                    + " DISTINCT FROM ML.BUCKETIZE(x, [-5, -2.5, 0, 2.5, 5, 7.5, 10, 12.5, 15,"
                    + " 17.5, 20])"))
        .isEqualTo(List.of(List.of(0L)));
    assertThat(rows("SELECT ML.BUCKETIZE(3, GENERATE_ARRAY(1, 3))"))
        .isEqualTo(List.of(List.of("bin_4")));
  }

  /** NaN is no greatest number: it stays, or has no interval; infinities are kept within bounds. */
  @Test
  void numbersThatAreNotFinite() throws SQLException {
    String functions =
        "ML.MIN_MAX_SCALER(x) OVER () AS a, ML.CLIP_QUANTILES(x, 0.0, 1.0) OVER () AS b,"
            + " ML.STANDARD_SCALER(x) OVER () AS c, ML.IMPUTER(x, 'mean') OVER () AS d,"
            + " ML.BUCKETIZE(x, [2]) AS e, ML.QUANTILE_BUCKETIZE(x, 2) OVER () AS f, i";
    String values =
        "(SELECT i, CAST(t AS DOUBLE) AS x FROM (VALUES (1, '1'), (2, '3'), (3, 'NaN'), (4,"
            + " 'Infinity'), (5, '-Infinity')) AS v(i, t))";
    List<List<Object>> expected =
        List.of(
            List.of(Double.NaN, Double.NaN, Double.NaN, 2.0, "none", "none"),
            List.of(1.0, 3.0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, "bin_2", "bin_2"),
            List.of(
                0.0, 1.0, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, "bin_1", "bin_1"));
    String shown = "SELECT a, b, c, d, coalesce(e, 'none'), coalesce(f, 'none') FROM ";
    assertThat(
            rows(shown + "(SELECT " + functions + " FROM " + values + ") WHERE i > 2 ORDER BY i"))
        .isEqualTo(expected);
    session.run(
        "CREATE OR REPLACE MODEL odd_numbers TRANSFORM ("
            + functions
            + ") OPTIONS (MODEL_TYPE = 'TRANSFORM_ONLY') AS SELECT * FROM "
            + values);
    assertThat(
            rows(
                shown
                    + "ML.TRANSFORM(MODEL odd_numbers, (SELECT * FROM "
                    + values
                    + ")) WHERE i > 2 ORDER BY i"))
        .isEqualTo(expected);
  }

  /** Without a finite value there are no quantiles, and no intervals. */
  @Test
  void noQuantilesWithoutFiniteValues() throws SQLException {
    String made =
        "ML.QUANTILE_BUCKETIZE(x, 3) OVER () AS q, ML.QUANTILE_BUCKETIZE(x, 3, 'bucket_ranges')"
            + " OVER () AS r";
    String values = "(SELECT CAST('Infinity' AS DOUBLE) AS x)";
    session.run(
        "CREATE OR REPLACE MODEL none TRANSFORM (%s) OPTIONS (MODEL_TYPE = 'TRANSFORM_ONLY') AS"
                .formatted(made)
            + " SELECT * FROM "
            + values);
    String missing = "SELECT q IS NULL, r IS NULL FROM ";
    assertThat(rows(missing + "(SELECT " + made + " FROM " + values + ")"))
        .isEqualTo(rows(missing + "ML.TRANSFORM(MODEL none, " + values + ")"))
        .isEqualTo(List.of(List.of(true, true)));
  }

  @Test
  void listsOfDifferentLengthsHaveNoDistance() {
    for (String measure : List.of("EUCLIDEAN", "MANHATTAN", "COSINE")) {
      assertThatThrownBy(() -> rows("SELECT ML.DISTANCE([1, 2], [1], '%s')".formatted(measure)))
          .hasMessageContaining("ML.DISTANCE: lists of 2 and 1 numbers (expected: equally many)");
    }
  }

  /** A column that weighs rows is no feature, and one whose squares overflow has no deviation. */
  @Test
  void featureInfoOfOddColumns() throws SQLException {
    session.run(
        "CREATE OR REPLACE TABLE odd AS SELECT i::DOUBLE AS x, 1 + i % 3 AS w, i * 2.0 + i % 7 AS"
            + " y, CASE WHEN i = 5 THEN 1e200 ELSE i END AS huge FROM range(600) AS r(i)",
        """
        CREATE OR REPLACE MODEL odd TRANSFORM (ML.STANDARD_SCALER(x) OVER () AS sx,
          ML.MIN_MAX_SCALER(huge) OVER () AS sh, w, y)
        OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_REGRESSOR', MAX_ITERATIONS = 2,
          INSTANCE_WEIGHT_COL = 'w', INPUT_LABEL_COLS = ['y']) AS SELECT x, huge, w, y FROM odd\
        """);
    assertThat(
            session.rows(
                "SELECT input, stddev IS NULL, max < 1e199 FROM ML.FEATURE_INFO(MODEL odd) ORDER BY"
                    + " input"))
        .containsExactly(List.of("huge", true, false), List.of("x", false, true));
  }
}
