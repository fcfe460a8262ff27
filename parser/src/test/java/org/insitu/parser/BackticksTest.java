/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.MlCall;
import org.insitu.parser.statement.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in backticks, for a warehouse that knows double quotes only. */
class BackticksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          SELECT `unit price` FROM `t`           | SELECT "unit price" FROM "t"
          SELECT '`a`', "`b`", `c` FROM t        | SELECT '`a`', "`b`", "c" FROM t
          SELECT /* `a` */ `b` FROM t -- `c`     | SELECT /* `a` */ "b" FROM t
          SELECT $$`a`$$, `日本` FROM `s`.`t`    | SELECT $$`a`$$, "日本" FROM "s"."t"
          SELECT `a``b`, c FROM t                | SELECT "a`b" , c FROM t
          SELECT 1 FROM `s.t`, `my-p.s.t`, `s.a b` | SELECT 1 FROM  s.t , "my-p".s.t, s."a b"
          SELECT `a-b.c d`, `x.`, `a.b.c.d`      | SELECT "a-b.c d", "x.", "a.b.c.d"
          SELECT a FROM t                        | SELECT a FROM t
          """)
  void becomeDoubleQuotesAtTheSamePlaces(String query, String expected) {
    Statement.CreateModel create =
        (Statement.CreateModel) parse("CREATE MODEL m OPTIONS(a = 1) AS " + query);
    assertThat(create.query().orElseThrow().text()).isEqualTo(expected);
    Statement.TrainModel train = (Statement.TrainModel) parse("TRAIN MODEL m ON (" + query + "\n)");
    assertThat(train.on().orElseThrow().text()).isEqualTo(expected);
  }

  @Test
  void areReadInEveryStatementWithMachineLearning() {
    Statement.MlQuery query =
        (Statement.MlQuery)
            parse("SELECT `a`, PREDICT(`m` USING `b c` + 1 AS `d`) FROM `t` WHERE `e` = '`'");
    assertThat(query.sql().text()).startsWith("SELECT \"a\", ").endsWith("\"t\" WHERE \"e\" = '`'");
    MlCall.Scalar call = (MlCall.Scalar) query.sql().calls().getFirst();
    assertThat(query.sql().text().substring(0, call.start())).isEqualTo("SELECT \"a\", ");
    assertThat(call.model().path()).containsExactly("m");
    assertThat(call.using().getFirst().expression().text()).isEqualTo("\"b c\" + 1");
    assertThat(call.using().getFirst().name()).isEqualTo("d");
    Statement.PredictModel predict =
        (Statement.PredictModel) parse("PREDICT MODEL m ON TABLE `s`.`a t` INTO `o`");
    assertThat(predict.on().text()).isEqualTo("SELECT * FROM \"s\".\"a t\"");
    assertThat(predict.into()).contains("\"o\"");
  }

  @Test
  void stayInPlainSqlAndWhereTheWarehouseKnowsThem() {
    String plain = "SELECT `a` FROM t";
    assertThat(parse(plain)).isEqualTo(new Statement.Plain(plain));
    assertThat(Parsing.parseAs(Statement.TrainModel.class, "TRAIN MODEL m ON (" + plain + ")").on())
        .hasValueSatisfying(on -> assertThat(on.text()).isEqualTo(plain));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          CREATE OR REPLACE VIEW `s.v` AS SELECT `a` FROM `my-p.s.t` | CREATE OR REPLACE VIEW  s.v  AS SELECT `a` FROM "my-p".s.t
          SELECT '`s.t`', "`s.t`" /* `s.t` */ FROM `s.t`             | SELECT '`s.t`', "`s.t`" /* `s.t` */ FROM  s.t
          SELECT `x.`, `a-b.c d`, `a.b.c.d` FROM t -- `s.t`          | SELECT `x.`, `a-b.c d`, `a.b.c.d` FROM t -- `s.t`
          """)
  void arePathsInPlainSqlToo(String sql, String expected) {
    assertThat(((Statement.Plain) parse(sql)).text().strip()).isEqualTo(expected);
    assertThat(InsituParser.parse(sql, name -> false)).isEqualTo(new Statement.Plain(sql));
  }

  @Test
  void cannotHoldADoubleQuote() {
    InsituException error =
        catchThrowableOfType(
            InsituException.class, () -> parse("TRAIN MODEL m ON (SELECT `a\"b` FROM t)"));
    assertThat(error.code()).isEqualTo(ErrorCode.SYNTAX);
    assertThat(error.position()).isEqualTo(new Position(1, 26));
    assertThat(error.hint()).isEqualTo("Write \"a\"\"b\".");
  }

  private static Statement parse(String sql) {
    return InsituParser.parse(sql, name -> false, NameQuotes.DOUBLE);
  }
}
