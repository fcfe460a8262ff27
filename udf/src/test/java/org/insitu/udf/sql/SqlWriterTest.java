/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.LinearPredictor.Term;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.ModelPrograms;
import org.insitu.udf.model.PredictOptions;
import org.insitu.udf.model.TestingModels;
import org.junit.jupiter.api.Test;

class SqlWriterTest {
  private static final SqlWriter WRITER = new SqlWriter(new DuckDbDialect(), TreeForm.AUTO);

  private static final ModelFunction BINARY =
      new ModelFunction.LogisticRegression(
          List.of(
              new Feature.Numeric("x", ValueType.DOUBLE, 0.5, 1),
              new Feature.Numeric("unused", ValueType.DOUBLE, 0.5, 1),
              new Feature.Category("c", ValueType.VARCHAR, List.of("a", "it's"), true)),
          new Label("y", ValueType.VARCHAR, List.of("no", "yes")),
          List.of(
              new LinearPredictor(
                  -1,
                  List.of(
                      new Term.Slope(2),
                      new Term.Slope(0),
                      new Term.Weights(List.of(3.0, -0.25), 0.125)))));

  @Test
  void writesOneSubSelectPerLayerAndHidesTheirColumns() {
    Program program = ModelPrograms.of(BINARY, PredictOptions.DEFAULTS);

    SqlText text = WRITER.select(program, "SELECT * FROM t -- all", List.of("id", "x"), Map.of());

    assertThat(text.sql())
        .isEqualTo(
            """
            SELECT "id", "x", CASE WHEN (("__p1" > 0.5E0) AND NOT isnan("__p1")) THEN 'yes' \
            ELSE 'no' END AS "predicted_y", \
            CASE WHEN "__p1" > "__p0" THEN \
            [{'label': 'yes', 'prob': "__p1"}, {'label': 'no', 'prob': "__p0"}] ELSE \
            [{'label': 'no', 'prob': "__p0"}, {'label': 'yes', 'prob': "__p1"}] END \
            AS "predicted_y_probs"
            FROM (
            SELECT "id", "x", (1.0E0 / (1.0E0 + EXP("__s0"))) AS "__p0", \
            (1.0E0 / (1.0E0 + EXP((0.0E0 - "__s0")))) AS "__p1"
            FROM (
            SELECT "id", "x", ((-1.0E0) + (2.0E0 * "__f0") + \
            CASE WHEN "__f2" IS NULL THEN 0.125E0 ELSE \
            CASE "__f2" WHEN 'a' THEN 3.0E0 WHEN 'it''s' THEN (-0.25E0) ELSE 0.0E0 END END) AS "__s0"
            FROM (
            SELECT "id", "x", CASE WHEN (CAST("x" AS DOUBLE) IS NULL OR isnan(CAST("x" AS DOUBLE))) \
            THEN 0.5E0 ELSE CAST("x" AS DOUBLE) END AS "__f0", CAST("c" AS VARCHAR) AS "__f2"
            FROM (
            SELECT * FROM t -- all
            ) AS "__source"
            ) AS "__layer1"
            ) AS "__layer2"
            ) AS "__layer3"\
            """);
    assertThat(text.kernels()).isEmpty();
  }

  @Test
  void usesKnownTypesToSpareConversionsAndGuards() {
    ModelFunction model =
        new ModelFunction.LinearRegression(
            List.of(
                new Feature.Numeric("a", ValueType.BIGINT, 7, 1),
                new Feature.Numeric("b", ValueType.DOUBLE, 8, 1)),
            new Label("y", ValueType.DOUBLE, List.of()),
            new LinearPredictor(0, List.of(new Term.Slope(1.5), new Term.Slope(-2))));
    Program program = ModelPrograms.of(model, PredictOptions.DEFAULTS);

    SqlText text =
        WRITER.inline(
            program,
            "predicted_y",
            Map.of(
                "a", InputColumn.of("(t.n + 1)", ValueType.BIGINT),
                "b", InputColumn.of("t.b", ValueType.DOUBLE)));

    assertThat(text.sql())
        .isEqualTo(
            "((1.5E0 * COALESCE(CAST((t.n + 1) AS DOUBLE), 7.0E0)) + ((-2.0E0) * CASE WHEN (t.b IS"
                + " NULL OR isnan(t.b)) THEN 8.0E0 ELSE t.b END))");
  }

  @Test
  void looksForNaNOncePerSum() {
    List<Feature> features =
        List.of(
            new Feature.Numeric("a", ValueType.DOUBLE, 7, 1),
            new Feature.Numeric("b", ValueType.DOUBLE, 8, 1),
            new Feature.Numeric("c", ValueType.DOUBLE, 9, 1),
            new Feature.Numeric("n", ValueType.BIGINT, 6, 1));
    ModelFunction model =
        new ModelFunction.LinearRegression(
            features,
            new Label("y", ValueType.DOUBLE, List.of()),
            new LinearPredictor(
                0,
                List.of(
                    new Term.Slope(1), new Term.Slope(2), new Term.Slope(3), new Term.Slope(4))));
    Program program = ModelPrograms.of(model, PredictOptions.DEFAULTS);

    SqlText text =
        WRITER.select(
            program,
            "FROM t",
            List.of(),
            Map.of(
                "b", InputColumn.of("b", ValueType.FLOAT),
                "n", InputColumn.of("n", ValueType.BIGINT)));

    String plain =
        "((1.0E0 * \"__f0\") + (2.0E0 * \"__f1\") + (3.0E0 * \"__f2\") + (4.0E0 * \"__f3\"))";
    assertThat(text.sql())
        .contains(
            "SELECT CASE WHEN isnan("
                + plain
                + ") THEN ((1.0E0 * CASE WHEN isnan(\"__f0\") THEN 7.0E0 ELSE \"__f0\" END) + ",
            " + (4.0E0 * \"__f3\")) ELSE " + plain + " END AS \"predicted_y\"",
            "SELECT COALESCE(CAST(\"a\" AS DOUBLE), 7.0E0) AS \"__f0\","
                + " COALESCE(CAST(b AS DOUBLE), 8.0E0) AS \"__f1\"",
            "COALESCE(CAST(n AS DOUBLE), 6.0E0) AS \"__f3\"");
  }

  @Test
  void namesLayerColumnsApartFromKeptOnes() {
    Program program = ModelPrograms.of(BINARY, PredictOptions.DEFAULTS);

    SqlText text = WRITER.select(program, "SELECT * FROM t", List.of("__F0", "__p1"), Map.of());

    assertThat(text.sql()).contains("AS \"__f0_\"", "AS \"__p1_\"", "SELECT \"__F0\", \"__p1\"");
  }

  @Test
  void callsLargeForestsUnderTheNameOfTheirContent() {
    Program program = ModelPrograms.of(TestingModels.boostedRegression(), PredictOptions.DEFAULTS);
    SqlWriter calling = new SqlWriter(new DuckDbDialect(), TreeForm.CALL);
    Map<String, InputColumn> inputs =
        Map.of("income", InputColumn.of("\"income\"", ValueType.FLOAT));

    SqlText text = calling.select(program, "SELECT * FROM t", List.of(), inputs);
    SqlText again = calling.select(program, "SELECT * FROM t", List.of(), inputs);

    assertThat(text).isEqualTo(again);
    assertThat(text.kernels()).hasSize(1);
    String name = text.kernels().keySet().iterator().next();
    assertThat(name).matches("insitu_forest_[0-9a-f]{32}");
    assertThat(text.sql())
        .contains(
            name + "(\"__f0\", \"__f1\", \"__f2\", \"__f3\", \"__f4\")",
            "THEN 1234.5E0 ELSE CAST(\"income\" AS DOUBLE) END AS \"__f1\"");
  }

  @Test
  void refusesAForestBeyondTheLimitWhenItMayNotCall() {
    Program program = ModelPrograms.of(TestingModels.boostedRegression(), PredictOptions.DEFAULTS);
    SqlWriter writer = new SqlWriter(new DuckDbDialect(), TreeForm.inline(10));

    assertThatThrownBy(() -> writer.inline(program, "predicted_price", Map.of()))
        .isInstanceOf(SqlTooLargeException.class)
        .hasMessageMatching("nodes of trees: \\d+ \\(expected: <= 10\\)");
  }

  @Test
  void refusesTextBeyondTheLimit() {
    Program program = ModelPrograms.of(BINARY, PredictOptions.DEFAULTS);
    SqlWriter writer = new SqlWriter(new DuckDbDialect(), TreeForm.AUTO, 100);

    assertThatThrownBy(() -> writer.inline(program, "predicted_y", Map.of()))
        .isInstanceOf(SqlTooLargeException.class)
        .hasMessageContaining("characters of SQL");
  }
}
