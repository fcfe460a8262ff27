/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.dialect.AnsiSqlDialect;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.tree.SqlModelArgument;
import org.insitu.parser.tree.SqlScalarCall;
import org.insitu.parser.tree.SqlStruct;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole query as a tree. */
class QueryTest {

  @Test
  void ourCallsAreNodesOfTheTree() {
    SqlNode query =
        InsituParser.parseQuery(
            """
            SELECT id, PREDICT(m USING age, income * 12 AS annual) AS p
            FROM ML.PREDICT(MODEL s.m@3, (SELECT * FROM t), STRUCT(0.6 AS threshold)) AS q
            JOIN ML.EVALUATE(MODEL n, TABLE t) AS e ON TRUE
            WHERE PROBABILITY(m FOR 'yes') > 0.5;\
            """);
    assertThat(query.getKind()).isEqualTo(SqlKind.SELECT);
    assertThat(all(query, SqlModelArgument.class))
        .extracting(argument -> argument.model().path().toString())
        .containsExactly("s.m", "n");
    assertThat(all(query, SqlScalarCall.class))
        .extracting(SqlScalarCall::probability)
        .containsExactly(false, true);
    assertThat(all(query, SqlStruct.class)).hasSize(1);
  }

  @Test
  void bothQuotesQuoteAndCaseIsKept() {
    assertThat(sql("SELECT \"a \"\"b\", `c \"d`, `e``f`, gH FROM `x.y`"))
        .isEqualTo("SELECT `a \"b`, `c \"d`, `e``f`, `gH`\nFROM `x.y`");
  }

  @Test
  void stringsAreUnicode() {
    assertThat(sql("SELECT 'größe 日本 😀'")).isEqualTo("SELECT 'größe 日本 😀'");
  }

  @Test
  void colonsCast() {
    assertThat(sql("SELECT a::INT + 1 FROM t")).isEqualTo("SELECT (`a` :: INTEGER) + 1\nFROM `t`");
  }

  @Test
  void predictIsAnOrdinaryFunctionWithoutAModel() {
    SqlNode query = InsituParser.parseQuery("SELECT predict(a, 1), probability(2), s.predict(m)");
    assertThat(all(query, SqlScalarCall.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT model m FROM t",
        "SELECT a, model m, b FROM t",
        "SELECT f(model) FROM t",
        "SELECT (model) m FROM t",
        "SELECT struct FROM t",
        "SELECT lag(model) IGNORE NULLS OVER (ORDER BY a) FROM t",
        "SELECT STRUCT(a + 1 AS b, -c AS d, -1 AS e, [1, 2] AS f, 'x', t.g) FROM t"
      })
  void wordsOfOursMeanNothingElsewhere(String query) {
    SqlNode tree = InsituParser.parseQuery(query);
    assertThat(all(tree, SqlModelArgument.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 7 // 2 FROM t",
        "SELECT a b c FROM t",
        "SELECT 'x",
        "",
        "INSERT INTO t VALUES (1)",
        "DROP MODEL m",
        "SELECT * EXCLUDE (a) FROM t",
        "SELECT 1; SELECT 2"
      })
  void whatTheGrammarDoesNotKnowIsASyntaxError(String query) {
    assertThatThrownBy(() -> InsituParser.parseQuery(query))
        .isInstanceOfSatisfying(
            InsituException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SYNTAX));
  }

  @Test
  void errorsHavePositions() {
    assertThatThrownBy(() -> InsituParser.parseQuery("SELECT a,\n  b c d FROM t"))
        .isInstanceOfSatisfying(
            InsituException.class, e -> assertThat(e.position()).isEqualTo(new Position(2, 7)));
  }

  @Test
  void identifiersKeepTheirQuoting() {
    SqlNode query = InsituParser.parseQuery("SELECT \"a\" FROM t");
    List<SqlIdentifier> names = new ArrayList<>();
    query.accept(
        new SqlBasicVisitor<@Nullable Void>() {
          @Override
          public @Nullable Void visit(SqlIdentifier id) {
            names.add(id);
            return null;
          }
        });
    assertThat(names).extracting(id -> id.isComponentQuoted(0)).containsExactly(true, false);
  }

  private static String sql(String query) {
    return InsituParser.parseQuery(query).toSqlString(AnsiSqlDialect.DEFAULT).getSql();
  }

  private static <N extends SqlNode> List<N> all(SqlNode tree, Class<N> type) {
    List<N> found = new ArrayList<>();
    tree.accept(
        new SqlBasicVisitor<@Nullable Void>() {
          @Override
          public @Nullable Void visit(SqlCall call) {
            if (type.isInstance(call)) {
              found.add(type.cast(call));
            }
            return super.visit(call);
          }
        });
    return found;
  }
}
