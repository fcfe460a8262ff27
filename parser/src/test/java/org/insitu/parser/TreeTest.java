/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.dialect.CalciteSqlDialect;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.util.Litmus;
import org.insitu.parser.text.Head;
import org.insitu.parser.text.Islands;
import org.insitu.parser.text.Skeleton;
import org.insitu.parser.text.Source;
import org.insitu.parser.text.Span;
import org.insitu.parser.tree.SqlMlStatement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The syntax tree: said again it is the same tree, and a shuttle copies it whole. */
class TreeTest {
  private static final SqlDialect DIALECT = CalciteSqlDialect.DEFAULT;

  static List<String> statements() {
    return List.of(
        "CREATE MODEL m OPTIONS (a = 'x', b = -1.5, c = TRUE, d = NULL, e = ['f', \"g\"], h = [])",
        "CREATE OR REPLACE MODEL a.b.c TRANSFORM (x + 1 AS y, *) FUNCTION f AS SELECT 1 AS z",
        "CREATE MODEL IF NOT EXISTS `a.b` OPTIONS (w = [STRUCT('x' AS label, 2.0 AS weight)])",
        "CREATE MODEL m OPTIONS (a = HPARAM_RANGE(1, 2), b = HPARAM_CANDIDATES([1, 'x']))",
        "CREATE MODEL m FROM t TARGET y FUNCTION f IAM_ROLE default AUTO OFF MODEL_TYPE XGBOOST"
            + " PROBLEM_TYPE (REGRESSION) OBJECTIVE 'o' PREPROCESSORS 'none' HYPERPARAMETERS"
            + " DEFAULT EXCEPT (ETA '0.2', K 3) SETTINGS (S3_BUCKET 'b')",
        "CREATE MODEL m FROM t TARGET 'net pay' FUNCTION f",
        "CREATE OR REPLACE MODEL m FROM (SELECT 1) HYPERPARAMETERS DEFAULT",
        "CREATE MODEL IF NOT EXISTS m FROM 's3://x' FUNCTION f",
        "TRAIN MODEL m",
        "TRAIN MODEL m ON (SELECT * FROM t WHERE a = 'b') OPTIONS (max_iterations = 3)",
        "TRAIN MODEL \"on\" ON TABLE s.t",
        "EVALUATE MODEL m VERSION champion ON TABLE t OPTIONS (threshold = 0.3)",
        "EVALUATE MODEL m@2",
        "PREDICT MODEL m@3 ON (SELECT 1) INTO s.\"T 1\" OPTIONS (threshold = 0.3)",
        "PREDICT MODEL m ON TABLE t",
        "DROP MODEL IF EXISTS m VERSION 2",
        "DROP MODEL m",
        "ALTER MODEL m SET OPTIONS (description = 'd', user = 'u')",
        "ALTER MODEL IF EXISTS m RENAME TO s.n",
        "ALTER MODEL m SET DEFAULT VERSION 2",
        "ALTER MODEL m SET ALIAS champion = VERSION 3",
        "SHOW MODELS",
        "SHOW MODELS LIKE 'a%'",
        "SHOW MODEL ALL",
        "SHOW MODEL m",
        "DESCRIBE MODEL m",
        "SHOW VERSIONS OF MODEL m",
        "EXPORT MODEL m TO 'x' FORMAT SQL DIALECT duckdb",
        "EXPORT MODEL m OPTIONS (URI = 'x')",
        "CREATE WAREHOUSE w TYPE postgresql OPTIONS (url = 'x')",
        "DROP WAREHOUSE w",
        "USE WAREHOUSE w",
        "SHOW WAREHOUSES",
        "SET insitu.x = 'y'",
        "SET insitu.x TO y",
        "RESET insitu.x",
        "SHOW insitu.x",
        "EXPLAIN ANALYZE FORMAT JSON TRAIN MODEL m",
        "EXPLAIN (FORMAT TEXT, ANALYZE) TRAIN MODEL m",
        "EXPLAIN DROP MODEL m");
  }

  static List<String> queries() {
    return List.of(
        "SELECT * FROM ML.PREDICT(MODEL s.m@3, (SELECT * FROM t), STRUCT(0.6 AS threshold, [0.1] AS"
            + " x))",
        "SELECT * FROM ML.EVALUATE(MODEL m, TABLE t)",
        "SELECT PREDICT(m USING a, b * 2 AS c), PROBABILITY(m@champion FOR 'yes'), PROBABILITY(m)"
            + " FROM t",
        "SELECT STRUCT(a + 1 AS b, 'x') FROM t");
  }

  @ParameterizedTest
  @MethodSource("statements")
  void aStatementSaidAgainIsTheSameTree(String sql) {
    SqlNode tree = whole(sql);
    assertSameTree(tree, whole(tree.toSqlString(DIALECT).getSql()));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void islandsSaidAgainAreTheSameTree(String sql) {
    SqlNode tree = withIslands(sql);
    assertSameTree(tree, withIslands(tree.toSqlString(DIALECT).getSql()));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void aQuerySaidAgainIsTheSameTree(String sql) {
    SqlNode tree = InsituParser.parseQuery(sql);
    assertSameTree(tree, InsituParser.parseQuery(tree.toSqlString(DIALECT).getSql()));
  }

  static Stream<SqlNode> trees() {
    return Stream.of(
            statements().stream().map(TreeTest::whole),
            statements().stream().map(TreeTest::withIslands),
            queries().stream().map(InsituParser::parseQuery))
        .flatMap(trees -> trees);
  }

  @ParameterizedTest
  @MethodSource("trees")
  void aShuttleCopiesEveryNode(SqlNode tree) {
    SqlNode copy = tree.accept(new Copier());
    assertThat(copy).isNotSameAs(tree).hasSameClassAs(tree);
    assertSameTree(tree, copy);
  }

  @ParameterizedTest
  @MethodSource("trees")
  void aCloneIsTheSameTree(SqlNode tree) {
    SqlNode copy = tree.clone(SqlParserPos.ZERO);
    assertThat(copy).hasSameClassAs(tree);
    assertSameTree(tree, copy);
  }

  @ParameterizedTest
  @MethodSource("trees")
  void aChangedOperandIsAnotherTree(SqlNode tree) {
    for (int i = 0; i < ((SqlCall) tree).operandCount(); i++) {
      SqlCall changed = (SqlCall) tree.clone(SqlParserPos.ZERO);
      SqlNode operand = changed.getOperandList().get(i);
      if (operand != null && tree instanceof SqlMlStatement) {
        changed.setOperand(i, null);
        assertThat(tree.equalsDeep(changed, Litmus.IGNORE)).isFalse();
      }
    }
  }

  /** Copies nodes even when nothing in them changes, and checks each copy's class. */
  private static final class Copier extends SqlShuttle {
    @Override
    public @Nullable SqlNode visit(SqlCall call) {
      CallCopyingArgHandler handler = new CallCopyingArgHandler(call, true);
      call.getOperator().acceptCall(this, call, false, handler);
      SqlNode copy = handler.result();
      assertThat(copy).hasSameClassAs(call);
      return copy;
    }
  }

  private static void assertSameTree(SqlNode expected, SqlNode actual) {
    assertThat(expected.equalsDeep(actual, Litmus.IGNORE))
        .as("expected %s\nactual   %s", expected, actual)
        .isTrue();
  }

  /** The statement read by the grammar alone. */
  private static SqlNode whole(String sql) {
    Source source = new Source(sql);
    Span all = new Span(0, source.tokens().size());
    return Grammar.statement(new Skeleton(source, all, List.of()));
  }

  /** The statement as it is read in life. */
  private static SqlNode withIslands(String sql) {
    Source source = new Source(sql);
    Span all = new Span(0, source.tokens().size());
    int inner = Head.afterExplain(source.tokens(), all);
    List<Span> islands =
        inner > 0 ? List.of(new Span(inner, all.to())) : Islands.ofStatement(source.tokens(), all);
    return Grammar.statement(new Skeleton(source, all, islands));
  }
}
