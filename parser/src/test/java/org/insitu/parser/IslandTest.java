/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insitu.parser.Parsing.parseAs;

import java.util.List;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.MlCall;
import org.insitu.parser.statement.SqlText;
import org.insitu.parser.statement.Statement;
import org.insitu.parser.statement.TransformClause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The warehouse's own language inside our statements stays as it is. */
class IslandTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a::INT, b->>'$.x' FROM read_csv('a''b.csv', delim=';') USING SAMPLE 10%",
        "FROM t SELECT * EXCLUDE (c) QUALIFY row_number() OVER () = 1",
        "SELECT TOP 5 [a b], @v FROM #tmp",
        "SELECT * EXCEPT (a), r'\\d' FROM `p-x.d.t` WHERE _PARTITIONTIME > '2020'",
        "SELECT {'a': [1, 2]}, x -> x + 1, $$ ) $$, '日本 ' AS \"größe\"\n\tFROM t -- )\r\nWHERE 1=1",
        "WITH x AS (SELECT 1 AS a) SELECT a AS \"AS\" FROM x",
        "(SELECT 1) UNION ALL (SELECT 2)"
      })
  void everyDialectIsASource(String query) {
    Statement.CreateModel create =
        parseAs(Statement.CreateModel.class, "CREATE MODEL m OPTIONS(a = 1) AS " + query);
    assertThat(create.query().orElseThrow().text()).isEqualTo(query);
    Statement.TrainModel train =
        parseAs(Statement.TrainModel.class, "TRAIN MODEL m ON (" + query + ") OPTIONS (b = 2)");
    assertThat(train.on().orElseThrow().text()).isEqualTo(query);
    assertThat(train.options().getFirst().name()).isEqualTo("b");
    Statement.MlQuery select =
        parseAs(
            Statement.MlQuery.class,
            "SELECT * FROM ML.PREDICT(MODEL m, (" + query + ")) WHERE z::INT = 1");
    MlCall.TableFunction call = (MlCall.TableFunction) select.sql().calls().getFirst();
    assertThat(call.sources().getFirst().text()).isEqualTo(query);
  }

  @Test
  void positionsAfterAnIslandAreThoseOfTheText() {
    Statement.TrainModel train =
        parseAs(
            Statement.TrainModel.class,
            "TRAIN MODEL m ON (SELECT a\n  FROM t\r\n  WHERE x ~ 1)\n OPTIONS (b = 2)");
    assertThat(train.options().getFirst().position()).isEqualTo(new Position(4, 11));
  }

  @Test
  void lineEndsAroundAnIslandAreNotPartOfIt() {
    Statement.TrainModel train =
        parseAs(Statement.TrainModel.class, "TRAIN MODEL m ON (\n  SELECT a FROM t -- )\n\n)");
    assertThat(train.on().orElseThrow().text()).isEqualTo("SELECT a FROM t");
  }

  @Test
  void aModelMayBeCalledAsOurWords() {
    Statement.TrainModel train =
        parseAs(Statement.TrainModel.class, "TRAIN MODEL \"on\" ON (SELECT x ~ 1)");
    assertThat(train.model()).hasToString("on");
    Statement.CreateModel create =
        parseAs(
            Statement.CreateModel.class,
            "CREATE MODEL transform TRANSFORM (a::INT AS b) AS SELECT 1");
    assertThat(create.model()).hasToString("transform");
    assertThat(create.transform().orElseThrow().items())
        .containsExactly(
            new TransformClause.Named(
                new SqlText("a::INT", new Position(1, 35), List.of()), "b", new Position(1, 35)));
  }

  @Test
  void aTransformMayHoldAnyExpression() {
    Statement.CreateModel create =
        parseAs(
            Statement.CreateModel.class,
            "CREATE MODEL m TRANSFORM (* EXCEPT (a), b->>'x' AS c, (d ~ 'e') AS f) AS SELECT 1");
    assertThat(create.transform().orElseThrow().items())
        .containsExactly(
            new TransformClause.Star(List.of("a"), List.of(), new Position(1, 27)),
            new TransformClause.Named(
                new SqlText("b->>'x'", new Position(1, 41), List.of()), "c", new Position(1, 41)),
            new TransformClause.Named(
                new SqlText("(d ~ 'e')", new Position(1, 55), List.of()),
                "f",
                new Position(1, 55)));
  }
}
