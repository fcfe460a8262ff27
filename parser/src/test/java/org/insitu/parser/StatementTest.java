/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insitu.parser.Parsing.parse;
import static org.insitu.parser.Parsing.parseAs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.ModelName;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;
import org.insitu.parser.statement.SqlText;
import org.insitu.parser.statement.Statement;
import org.insitu.parser.statement.Statement.Change;
import org.insitu.parser.statement.TransformClause;
import org.junit.jupiter.api.Test;

/** Each statement of the language as its record. */
class StatementTest {

  @Test
  void createModelHasEveryPart() {
    String sql =
        """
        CREATE OR REPLACE MODEL shop.churn
          TRANSFORM (age, income * 12 AS annual, churned)
          FUNCTION churn_of
          OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', l2_reg = 0.5)
          AS SELECT * FROM customers\
        """;
    Statement.CreateModel create = parseAs(Statement.CreateModel.class, sql);
    assertThat(create.model())
        .isEqualTo(new ModelName(List.of("shop", "churn"), Optional.empty(), new Position(1, 25)));
    assertThat(create.orReplace()).isTrue();
    assertThat(create.ifNotExists()).isFalse();
    assertThat(create.transform().orElseThrow().items())
        .extracting(item -> ((TransformClause.Named) item).name())
        .containsExactly("age", "annual", "churned");
    assertThat(create.transform().orElseThrow().position()).isEqualTo(new Position(2, 14));
    assertThat(create.function()).contains("churn_of");
    assertThat(create.options())
        .containsExactly(
            new Option("model_type", new OptionValue.Text("LOGISTIC_REG"), new Position(4, 12)),
            new Option(
                "l2_reg", new OptionValue.Numeric(new BigDecimal("0.5")), new Position(4, 41)));
    assertThat(create.query())
        .contains(new SqlText("SELECT * FROM customers", new Position(5, 6), List.of()));
    assertThat(create.notices()).isEmpty();
  }

  @Test
  void createModelWithoutQueryDefinesOnly() {
    Statement.CreateModel create =
        parseAs(
            Statement.CreateModel.class,
            "create model if not exists m options(model_type='KMEANS')");
    assertThat(create.ifNotExists()).isTrue();
    assertThat(create.query()).isEmpty();
  }

  @Test
  void optionsTakeEveryConstant() {
    Statement.CreateModel create =
        parseAs(
            Statement.CreateModel.class,
            "CREATE MODEL m OPTIONS(a='it''s', b=\"two\", c=-1, d=+2.50, e=1e-3, f=TRUE, g=false,"
                + " h=NULL, i=['x', 'y'], j=[], k=[STRUCT('x', 2.0), STRUCT('y' AS label, 1 AS"
                + " weight)], l=HPARAM_RANGE(0, 1.5), m=HPARAM_CANDIDATES([1, 2]), user='u')");
    assertThat(create.options())
        .extracting(Option::name)
        .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "user");
    assertThat(create.options())
        .extracting(Option::value)
        .containsExactly(
            text("it's"),
            text("two"),
            number("-1"),
            number("2.50"),
            number("0.001"),
            new OptionValue.Bool(true),
            new OptionValue.Bool(false),
            new OptionValue.Null(),
            new OptionValue.Array(List.of(text("x"), text("y"))),
            new OptionValue.Array(List.of()),
            new OptionValue.Array(
                List.of(
                    new OptionValue.Struct(
                        List.of(
                            new Option("", text("x"), new Position(1, 122)),
                            new Option("", number("2.0"), new Position(1, 127)))),
                    new OptionValue.Struct(
                        List.of(
                            new Option("label", text("y"), new Position(1, 147)),
                            new Option("weight", number("1"), new Position(1, 159)))))),
            new OptionValue.Range(BigDecimal.ZERO, new BigDecimal("1.5")),
            new OptionValue.Candidates(List.of(number("1"), number("2"))),
            text("u"));
  }

  @Test
  void modelNamesTakePathsQuotesAndVersions() {
    assertThat(modelOf("DROP MODEL m")).isEqualTo("m");
    assertThat(modelOf("DROP MODEL a.b.c")).isEqualTo("a.b.c");
    assertThat(modelOf("DROP MODEL `a.b.c`")).isEqualTo("a.b.c");
    assertThat(modelOf("DROP MODEL \"a.b\".c@3")).isEqualTo("a.b.c@3");
    assertThat(modelOf("DROP MODEL m@champion")).isEqualTo("m@champion");
    assertThat(modelOf("DROP MODEL IF EXISTS m VERSION 3")).isEqualTo("m@3");
    Statement.DropModel drop = parseAs(Statement.DropModel.class, "DROP MODEL \"a.b\".c");
    assertThat(drop.model().path()).containsExactly("a.b", "c");
    assertThat(parseAs(Statement.DropModel.class, "DROP MODEL `a.b.c`").model().path())
        .containsExactly("a", "b", "c");
  }

  @Test
  void trainEvaluateAndPredictTakeSources() {
    Statement.TrainModel train =
        parseAs(
            Statement.TrainModel.class,
            "TRAIN MODEL m ON (SELECT * FROM t) OPTIONS (max_iterations = 3)");
    assertThat(train.on().orElseThrow().text()).isEqualTo("SELECT * FROM t");
    assertThat(train.options()).hasSize(1);
    assertThat(parseAs(Statement.TrainModel.class, "TRAIN MODEL m").on()).isEmpty();

    Statement.EvaluateModel evaluate =
        parseAs(
            Statement.EvaluateModel.class,
            "EVALUATE MODEL m VERSION champion ON TABLE s.\"T 1\" OPTIONS (threshold = 0.3)");
    assertThat(evaluate.model()).hasToString("m@champion");
    assertThat(evaluate.on()).contains(SqlText.ofTable("s.\"T 1\"", new Position(1, 44)));

    Statement.PredictModel predict =
        parseAs(
            Statement.PredictModel.class, "PREDICT MODEL m@2 ON (SELECT 1 AS x) INTO s.\"Out\"");
    assertThat(predict.model()).hasToString("m@2");
    assertThat(predict.on().text()).isEqualTo("SELECT 1 AS x");
    assertThat(predict.into()).contains("s.\"Out\"");
  }

  @Test
  void explainWrapsStatementsAndQueries() {
    Statement.Explain explain =
        parseAs(Statement.Explain.class, "EXPLAIN ANALYZE FORMAT JSON SELECT PREDICT(m) FROM t");
    assertThat(explain.analyze()).isTrue();
    assertThat(explain.json()).isTrue();
    assertThat(explain.statement()).isInstanceOf(Statement.MlQuery.class);
    Statement.Explain create =
        parseAs(Statement.Explain.class, "explain format text create model m as select 1");
    assertThat(create.json()).isFalse();
    assertThat(create.statement()).isInstanceOf(Statement.CreateModel.class);
    assertThat(((Statement.CreateModel) create.statement()).query().orElseThrow().position())
        .isEqualTo(new Position(1, 39));
  }

  @Test
  void explainTakesItsOptionsInBrackets() {
    Statement.Explain explain =
        parseAs(Statement.Explain.class, "EXPLAIN (ANALYZE, FORMAT JSON) SELECT fn(1)");
    assertThat(explain.analyze()).isTrue();
    assertThat(explain.json()).isTrue();
    assertThat(((Statement.MlQuery) explain.statement()).sql().text()).isEqualTo("SELECT fn(1)");
    assertThat(parseAs(Statement.Explain.class, "EXPLAIN (FORMAT TEXT) TRAIN MODEL m").analyze())
        .isFalse();
    assertThat(((Statement.Explain) parse("EXPLAIN (SELECT fn(1))")).statement())
        .isInstanceOf(Statement.MlQuery.class);
  }

  @Test
  void explainOfPlainSqlIsPlain() {
    assertThat(parse("EXPLAIN ANALYZE SELECT 1 FROM t"))
        .isEqualTo(new Statement.Plain("EXPLAIN ANALYZE SELECT 1 FROM t"));
  }

  @Test
  void alterModelHasFourChanges() {
    assertThat(changeOf("ALTER MODEL m RENAME TO s.n"))
        .isEqualTo(
            new Change.RenameTo(
                new ModelName(List.of("s", "n"), Optional.empty(), new Position(1, 25))));
    assertThat(changeOf("ALTER MODEL m SET DEFAULT VERSION 2"))
        .isEqualTo(new Change.SetDefaultVersion("2"));
    assertThat(changeOf("ALTER MODEL m SET ALIAS champion = VERSION 3"))
        .isEqualTo(new Change.SetAlias("champion", "3"));
    assertThat(changeOf("ALTER MODEL IF EXISTS m SET OPTIONS (description = 'd')"))
        .isEqualTo(
            new Change.SetOptions(
                List.of(new Option("description", text("d"), new Position(1, 38)))));
  }

  @Test
  void showAndDescribe() {
    assertThat(parse("SHOW MODELS")).isEqualTo(new Statement.ShowModels(Optional.empty()));
    assertThat(parse("SHOW MODEL ALL")).isEqualTo(new Statement.ShowModels(Optional.empty()));
    assertThat(parse("SHOW MODELS LIKE 'a%'"))
        .isEqualTo(new Statement.ShowModels(Optional.of("a%")));
    assertThat(parse("SHOW MODEL m")).isInstanceOf(Statement.ShowModel.class);
    assertThat(parse("DESCRIBE MODEL s.m")).isInstanceOf(Statement.ShowModel.class);
    assertThat(parse("DESC MODEL s.m")).isInstanceOf(Statement.ShowModel.class);
    assertThat(parse("SHOW VERSIONS OF MODEL m")).isInstanceOf(Statement.ShowVersions.class);
  }

  @Test
  void exportModelInBothForms() {
    Statement.ExportModel export =
        parseAs(
            Statement.ExportModel.class, "EXPORT MODEL m@1 TO 'm.sql' FORMAT SQL DIALECT duckdb");
    assertThat(export.uri()).isEqualTo("m.sql");
    assertThat(export.format()).contains("SQL");
    assertThat(export.dialect()).contains("duckdb");
    assertThat(parseAs(Statement.ExportModel.class, "EXPORT MODEL m OPTIONS(URI='gs://b')").uri())
        .isEqualTo("gs://b");
  }

  @Test
  void warehouses() {
    Statement.CreateWarehouse create =
        parseAs(
            Statement.CreateWarehouse.class,
            "CREATE WAREHOUSE w TYPE postgresql OPTIONS (url = 'x', user = 'u', password = 'p')");
    assertThat(create.name()).isEqualTo("w");
    assertThat(create.type()).isEqualTo("postgresql");
    assertThat(create.options())
        .extracting(Option::name)
        .containsExactly("url", "user", "password");
    assertThat(parse("DROP WAREHOUSE w"))
        .isEqualTo(new Statement.DropWarehouse("w", new Position(1, 16)));
    assertThat(parse("USE WAREHOUSE w"))
        .isEqualTo(new Statement.UseWarehouse("w", new Position(1, 15)));
    assertThat(parse("SHOW WAREHOUSES")).isEqualTo(new Statement.ShowWarehouses());
  }

  @Test
  void settingsOfOurs() {
    assertThat(parse("SET insitu.Execution = 'local'"))
        .isEqualTo(new Statement.SetOption("insitu.execution", text("local"), new Position(1, 5)));
    assertThat(parse("SET INSITU.execution TO local"))
        .isEqualTo(new Statement.SetOption("insitu.execution", text("local"), new Position(1, 5)));
    assertThat(parse("SET insitu.x = -1"))
        .isEqualTo(new Statement.SetOption("insitu.x", number("-1"), new Position(1, 5)));
    assertThat(parse("RESET insitu.execution"))
        .isEqualTo(new Statement.ResetOption("insitu.execution", new Position(1, 7)));
    assertThat(parse("SHOW insitu.execution"))
        .isEqualTo(new Statement.ShowOption("insitu.execution", new Position(1, 6)));
  }

  @Test
  void aSemicolonMayEndAStatement() {
    assertThat(parse("SHOW MODELS ; ; -- done")).isInstanceOf(Statement.ShowModels.class);
  }

  private static String modelOf(String sql) {
    return parseAs(Statement.DropModel.class, sql).model().toString();
  }

  private static Change changeOf(String sql) {
    return parseAs(Statement.AlterModel.class, sql).change();
  }

  private static OptionValue text(String value) {
    return new OptionValue.Text(value);
  }

  private static OptionValue number(String value) {
    return new OptionValue.Numeric(new BigDecimal(value));
  }
}
