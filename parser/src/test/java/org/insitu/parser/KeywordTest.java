/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.insitu.parser.Parsing.parse;

import java.util.List;
import java.util.stream.Stream;
import org.insitu.parser.statement.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word that we add, and every word that Calcite alone reserves, is an identifier. */
class KeywordTest {

  static Stream<String> ours() {
    return List.of(
        "alias",
        "all_models",
        "analyze",
        "auto",
        "dialect",
        "evaluate",
        "export",
        "function",
        "hparam_candidates",
        "hparam_range",
        "hyperparameters",
        "iam_role",
        "if",
        "insitu",
        "ml",
        "model",
        "models",
        "model_type",
        "objective",
        "options",
        "predict",
        "preprocessors",
        "probability",
        "problem_type",
        "rename",
        "settings",
        "show",
        "struct",
        "target",
        "train",
        "transform",
        "use",
        "version",
        "versions",
        "warehouse",
        "warehouses")
        .stream();
  }

  /** Words that people name columns and models with, and that DuckDB lets them. */
  static Stream<String> words() {
    return Stream.concat(
        ours(),
        Stream.of(
            "classifier",
            "condition",
            "date",
            "day",
            "each",
            "global",
            "groups",
            "hour",
            "language",
            "large",
            "local",
            "match",
            "measures",
            "method",
            "minute",
            "month",
            "none",
            "old",
            "one",
            "open",
            "out",
            "parameter",
            "percent",
            "position",
            "procedure",
            "rank",
            "result",
            "search",
            "second",
            "start",
            "system",
            "time",
            "timestamp",
            "trigger",
            "uuid",
            "variant",
            "version",
            "year"));
  }

  @ParameterizedTest
  @MethodSource("words")
  void isAColumnATableAndAnAlias(String word) {
    for (String query :
        List.of(
            "SELECT %s FROM t",
            "SELECT a, %s, b AS %s, c %s, max(%s) FROM %s AS x WHERE %s > 1 GROUP BY %s",
            "SELECT %s.a, x.%s FROM %s JOIN b %s ON x.%s = %s.y",
            "WITH %s AS (SELECT 1 AS %s) SELECT * FROM %s ORDER BY %s",
            "SELECT * FROM ML.PREDICT(MODEL %s, TABLE %s) AS %s",
            "SELECT PREDICT(%s USING %s, a AS %s) FROM t")) {
      assertThatCode(() -> InsituParser.parseQuery(query.replace("%s", word)))
          .as(query)
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("words")
  void isAModelAWarehouseAndAnOption(String word) {
    for (String statement :
        List.of(
            "CREATE MODEL %s OPTIONS (%s = 1) AS SELECT 1",
            "CREATE MODEL s.%s FUNCTION %s",
            "CREATE MODEL m FROM %s TARGET %s FUNCTION %s PROBLEM_TYPE REGRESSION",
            "TRAIN MODEL %s.%s ON TABLE %s OPTIONS (%s = 1)",
            "EVALUATE MODEL %s@%s ON TABLE %s",
            "PREDICT MODEL m VERSION %s ON TABLE t INTO %s",
            "DROP MODEL %s VERSION %s",
            "ALTER MODEL %s RENAME TO %s",
            "ALTER MODEL m SET ALIAS %s = VERSION %s",
            "SHOW MODEL %s",
            "SHOW VERSIONS OF MODEL %s",
            "EXPORT MODEL %s TO 'x' FORMAT %s DIALECT %s",
            "CREATE WAREHOUSE %s TYPE %s OPTIONS (%s = 1)",
            "USE WAREHOUSE %s",
            "SELECT * FROM ML.PREDICT(MODEL %s, TABLE %s, STRUCT(1 AS %s))")) {
      assertThat(parse(statement.replace("%s", word)))
          .as(statement)
          .isNotInstanceOf(Statement.Plain.class);
    }
  }

  @ParameterizedTest
  @MethodSource("words")
  void isPlainInPlainSql(String word) {
    for (String statement :
        List.of(
            "SELECT a, %s FROM %s",
            "SELECT a %s FROM t",
            "CREATE TABLE %s (%s INT)",
            "INSERT INTO %s (%s) VALUES (1)",
            "DROP TABLE %s",
            "SET %s = 1",
            "USE %s")) {
      String sql = statement.replace("%s", word);
      assertThat(parse(sql)).isEqualTo(new Statement.Plain(sql));
    }
  }
}
