/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insitu.parser.Parsing.parseAs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.MlCall;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;
import org.insitu.parser.statement.SqlText;
import org.insitu.parser.statement.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our calls inside the warehouse's own language. */
class MlCallTest {

  @Test
  void tableFunctionHasModelSourcesAndOptions() {
    SqlText sql =
        query(
            """
            SELECT p.*
            FROM ML.PREDICT(MODEL s.m@2, (SELECT a::INT FROM t),
                            STRUCT(0.6 AS Threshold, TRUE AS flat_probs)) AS p
            WHERE x ~ 'y'\
            """);
    MlCall.TableFunction call = (MlCall.TableFunction) sql.calls().getFirst();
    assertThat(spelled(sql, call)).startsWith("ML.PREDICT(").endsWith("flat_probs))");
    assertThat(call.position()).isEqualTo(new Position(2, 6));
    assertThat(call.function()).isEqualTo("PREDICT");
    assertThat(call.model().orElseThrow()).hasToString("s.m@2");
    assertThat(call.sources())
        .containsExactly(new SqlText("SELECT a::INT FROM t", new Position(2, 31), List.of()));
    assertThat(call.options())
        .containsExactly(
            new Option(
                "threshold", new OptionValue.Numeric(new BigDecimal("0.6")), new Position(3, 31)),
            new Option("flat_probs", new OptionValue.Bool(true), new Position(3, 50)));
  }

  @Test
  void tableSourceIsAQueryOverTheTable() {
    MlCall.TableFunction call =
        (MlCall.TableFunction)
            query("SELECT * FROM ml.evaluate(model m, table s.`T x`)").calls().getFirst();
    assertThat(call.function()).isEqualTo("EVALUATE");
    assertThat(call.sources().getFirst().text()).isEqualTo("SELECT * FROM s.`T x`");
  }

  @Test
  void functionsNeedNoData() {
    MlCall.TableFunction call =
        (MlCall.TableFunction)
            query("SELECT * FROM ML.ROC_CURVE(MODEL m, STRUCT([0.1, 0.5] AS thresholds))")
                .calls()
                .getFirst();
    assertThat(call.sources()).isEmpty();
    assertThat(call.options()).hasSize(1);
  }

  @Test
  void callsNestInSourcesWithSpansOfTheirOwnText() {
    SqlText sql =
        query(
            "SELECT * FROM ML.EVALUATE(MODEL m, (SELECT * FROM ML.PREDICT(MODEL k, TABLE t) WHERE"
                + " PREDICT(n) > 0))");
    assertThat(sql.calls()).hasSize(1);
    SqlText source = ((MlCall.TableFunction) sql.calls().getFirst()).sources().getFirst();
    assertThat(source.calls()).hasSize(2);
    assertThat(spelled(source, source.calls().get(0))).isEqualTo("ML.PREDICT(MODEL k, TABLE t)");
    assertThat(spelled(source, source.calls().get(1))).isEqualTo("PREDICT(n)");
    assertThat(source.calls().get(1).position()).isEqualTo(new Position(1, 86));
  }

  @Test
  void scalarsBindByNameOrByUsing() {
    SqlText sql =
        query(
            "SELECT id, PREDICT(s.m USING t.age, income * 12 AS annual, CAST(x AS INT) AS x),"
                + " PROBABILITY(m@3 FOR 'yes'), PROBABILITY(m FOR -1 USING a), PROBABILITY(m)"
                + " FROM t WHERE PREDICT(m) = 'yes'");
    assertThat(sql.calls()).hasSize(5);
    MlCall.Scalar using = (MlCall.Scalar) sql.calls().get(0);
    assertThat(using.probability()).isFalse();
    assertThat(using.using())
        .extracting(MlCall.Argument::name)
        .containsExactly("age", "annual", "x");
    assertThat(using.using())
        .extracting(argument -> argument.expression().text())
        .containsExactly("t.age", "income * 12", "CAST(x AS INT)");
    MlCall.Scalar probability = (MlCall.Scalar) sql.calls().get(1);
    assertThat(probability.probability()).isTrue();
    assertThat(probability.model()).hasToString("m@3");
    assertThat(probability.forClass()).contains(new OptionValue.Text("yes"));
    assertThat(((MlCall.Scalar) sql.calls().get(2)).forClass())
        .contains(new OptionValue.Numeric(new BigDecimal("-1")));
    assertThat(((MlCall.Scalar) sql.calls().get(3)).forClass()).isEqualTo(Optional.empty());
    assertThat(spelled(sql, sql.calls().get(4))).isEqualTo("PREDICT(m)");
  }

  @Test
  void namedFunctionsArePositional() {
    SqlText sql = query("SELECT FN(age, (SELECT max(x) FROM y), fn(1)), fn() FROM t");
    MlCall.Named call = (MlCall.Named) sql.calls().getFirst();
    assertThat(call.function()).isEqualTo("FN");
    assertThat(call.arguments())
        .extracting(SqlText::text)
        .containsExactly("age", "(SELECT max(x) FROM y)", "fn(1)");
    assertThat(call.arguments().get(2).calls()).hasSize(1);
    assertThat(((MlCall.Named) sql.calls().get(1)).arguments()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE x AS SELECT PREDICT(m) FROM t",
        "CREATE OR REPLACE TEMP VIEW v AS SELECT fn(a) FROM t",
        "INSERT INTO predict (a) SELECT PREDICT(m) FROM t",
        "FROM t SELECT PREDICT(m)",
        "WITH a AS (SELECT * FROM ML.PREDICT(MODEL m, TABLE t)) SELECT * FROM a",
        "DELETE FROM t WHERE PREDICT(m) = 1",
        "UPDATE t SET p = PREDICT(m)",
        "COPY (SELECT PREDICT(m) FROM t) TO 'x.csv'",
        "(SELECT PREDICT(m) FROM t)",
        "SELECT a IS DISTINCT FROM PREDICT(m) FROM t",
        "SELECT DISTINCT ON (a) fn(b) FROM t"
      })
  void isFoundInEveryStatementThatHoldsAQuery(String sql) {
    assertThat(query(sql).calls()).hasSize(1);
  }

  @Test
  void textKeepsWhatSurroundsACall() {
    String sql = "SELECT /*+ hint */ a::INT, PREDICT(m) FROM 'x.csv' -- c\n LIMIT 1";
    assertThat(query(sql).text()).isEqualTo(sql);
  }

  private static SqlText query(String sql) {
    return parseAs(Statement.MlQuery.class, sql).sql();
  }

  private static String spelled(SqlText sql, MlCall call) {
    return sql.text().substring(call.start(), call.end());
  }
}
