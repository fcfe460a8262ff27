/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.insitu.parser.Parsing.errorOf;
import static org.insitu.parser.Parsing.parse;

import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxErrorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CREATE MODLE m OPTIONS (a = 1) AS SELECT 1    | 8  | Did you mean MODEL?
          CREATE OR REPLACE MODLE m TRANSFORM (a)       | 19 | Did you mean MODEL?
          TRIAN MODEL m                                 | 1  | Did you mean TRAIN?
          TRAIN MODLE m                                 | 7  | Did you mean MODEL?
          CREATE MODEL m OPTION (a = 1) AS SELECT 1     | 16 | Did you mean OPTIONS?
          CREATE MODEL m TRANSFROM (a) AS SELECT 1      | 16 | Did you mean TRANSFORM?
          PREDICT MODEL m ON TABEL t                    | 20 | Did you mean TABLE?
          ALTER MODEL m SET OPTINS (a = 1)              | 19 | Did you mean OPTIONS?
          CREATE MODEL m OPTIONS (a = b)                | 29 | A string stands in quotes: 'b'.
          """)
  void namesTheRightWord(String sql, int column, String hint) {
    InsituException error = errorOf(sql);
    assertThat(error.code()).isEqualTo(ErrorCode.SYNTAX);
    assertThat(error.position()).isEqualTo(new Position(1, column));
    assertThat(error.hint()).isEqualTo(hint);
  }

  @Test
  void saysWhatWasFoundAndExpected() {
    assertThat(errorOf("CREATE MODEL m OPTIONS (a = 1 b = 2)"))
        .hasMessage("Unexpected 'b'; expected ')' or ','.");
    assertThat(errorOf("TRAIN MODEL m ON SELECT 1"))
        .hasMessage("Unexpected 'SELECT'; expected '(' or TABLE.");
    assertThat(errorOf("SHOW VERSIONS OF m")).hasMessage("Unexpected 'm'; expected MODEL.");
  }

  @Test
  void positionsAreThoseOfTheTextBehindIslands() {
    InsituException error =
        errorOf("TRAIN MODEL m ON (SELECT a ~ b,\n  c -- )\n FROM t)\r\n  OPTIONS (a = ])");
    assertThat(error.position()).isEqualTo(new Position(4, 16));
    InsituException inCall =
        errorOf(
            "SELECT a ~ 1,\n  (SELECT 2)\nFROM ML.PREDICT(MODEL m, (SELECT ~),\n  STRUCT(1 a))");
    assertThat(inCall.position()).isEqualTo(new Position(4, 12));
  }

  @Test
  void theEndIsNamed() {
    InsituException error = errorOf("CREATE MODEL\n  ");
    assertThat(error).hasMessage("Unexpected end of statement; expected a name.");
    assertThat(error.position()).isEqualTo(new Position(1, 13));
    assertThat(errorOf("TRAIN MODEL m ON (SELECT 1"))
        .hasMessage("Unexpected end of statement; expected ')'.");
    assertThat(errorOf("SELECT * FROM ML.PREDICT(MODEL m, (SELECT 1"))
        .hasMessage("Unexpected end of statement; expected ')'.");
  }

  @Test
  void aMissingSourceIsAnError() {
    assertThat(errorOf("TRAIN MODEL m ON ()").code()).isEqualTo(ErrorCode.SYNTAX);
    assertThat(errorOf("CREATE MODEL m AS").code()).isEqualTo(ErrorCode.SYNTAX);
    assertThat(errorOf("SELECT * FROM ML.PREDICT(MODEL m, ())").code()).isEqualTo(ErrorCode.SYNTAX);
  }

  @Test
  void whatNeverEndsIsNamed() {
    InsituException error = errorOf("CREATE MODEL m AS\nSELECT 'a");
    assertThat(error).hasMessage("The quoted text that begins here never ends.");
    assertThat(error.position()).isEqualTo(new Position(2, 8));
    assertThat(errorOf("CREATE MODEL m AS SELECT 1 /* x"))
        .hasMessage("The comment that begins here never ends.");
  }

  @Test
  void oneStatementAtATime() {
    InsituException error = errorOf("SELECT 1;\nDROP MODEL m; SELECT PREDICT(m)");
    assertThat(error).hasMessage("One statement is expected; another follows.");
    assertThat(errorOf("SELECT 1; DROP MODEL m").position()).isEqualTo(new Position(1, 9));
    assertThat(errorOf("DROP MODEL m; DROP MODEL n").position()).isEqualTo(new Position(1, 13));
  }

  @Test
  void anEmptyStatementIsAnError() {
    assertThat(errorOf(" ; -- nothing")).hasMessage("The statement is empty.");
  }

  @Test
  void nestingAndLengthAreBounded() {
    String deep = "(".repeat(Grammar.NESTING_MAX + 1);
    assertThat(errorOf("CREATE MODEL m AS SELECT " + deep).code()).isEqualTo(ErrorCode.SYNTAX);
    String explains = "EXPLAIN ".repeat(StatementParser.EXPLAIN_MAX + 1) + "SHOW MODELS";
    assertThat(errorOf(explains).code()).isEqualTo(ErrorCode.SYNTAX);
    InsituException error = errorOf(" ".repeat(InsituParser.STATEMENT_CHARS_MAX + 1));
    assertThat(error.code()).isEqualTo(ErrorCode.STATEMENT_TOO_LONG);
    assertThat(error).hasMessageContaining("(expected: <= 16777216)");
  }

  @Test
  void manyNestedCallsAreBounded() {
    String deep = "fn(".repeat(100_000) + "1" + ")".repeat(100_000);
    assertThat(errorOf("SELECT " + deep)).hasMessageContaining("Brackets within brackets");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CREATE MODEL m OPTIONS (l2_reg = ?) AS SELECT 1                     | 34
          SELECT * FROM ML.PREDICT(MODEL m, TABLE t, STRUCT($1 AS threshold)) | 51
          SELECT * FROM ML.PREDICT(MODEL m, TABLE t, STRUCT(? AS threshold))  | 51
          SELECT PROBABILITY(m FOR ?) FROM t                                  | 26
          DROP MODEL ?                                                        | 12
          """)
  void parametersStandOnlyInTheWarehousesLanguage(String sql, int column) {
    InsituException error = errorOf(sql);
    assertThat(error.code()).isEqualTo(ErrorCode.PARAMETER_NOT_ALLOWED);
    assertThat(error.position()).isEqualTo(new Position(1, column));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DROP MODEL end                                 | end    | 12
          CREATE MODEL m FROM Table TARGET y FUNCTION f PROBLEM_TYPE REGRESSION | Table | 21
          CREATE MODEL left OPTIONS (a = 1)              | left   | 14
          TRAIN MODEL m ON TABLE order                   | order  | 24
          ALTER MODEL m RENAME TO select                 | select | 25
          SELECT * FROM ML.PREDICT(MODEL case, TABLE t)  | case   | 32
          """)
  void reservedWordsAreToldFromMisplacedOnes(String sql, String word, int column) {
    InsituException error = errorOf(sql);
    assertThat(error.code()).isEqualTo(ErrorCode.SYNTAX);
    assertThat(error)
        .hasMessage("\"" + word + "\" is a reserved word here; write it in backticks.");
    assertThat(error.position()).isEqualTo(new Position(1, column));
    assertThat(error.hint()).isEqualTo("Or a name is missing before it.");
    String quoted =
        sql.substring(0, column - 1) + '"' + word + '"' + sql.substring(column - 1 + word.length());
    assertThatCode(() -> parse(quoted)).doesNotThrowAnyException();
  }

  @Test
  void unknownFunctionsAreNamed() {
    InsituException error = errorOf("SELECT * FROM ML.PREDCT(MODEL m, TABLE t)");
    assertThat(error.code()).isEqualTo(ErrorCode.UNKNOWN_FUNCTION);
    assertThat(error.position()).isEqualTo(new Position(1, 15));
    assertThat(error.hint()).isEqualTo("Did you mean ML.PREDICT?");
  }

  @Test
  void namesAreNeededWhereNothingGivesThem() {
    assertThat(errorOf("SELECT PREDICT(m USING a + 1) FROM t"))
        .hasMessage("An expression after USING needs a name: expression AS name.");
    assertThat(errorOf("SELECT * FROM ML.PREDICT(MODEL m, TABLE t, STRUCT(0.6))"))
        .hasMessage("A value in STRUCT(...) needs a name: value AS name.");
    assertThat(errorOf("SELECT * FROM ML.PREDICT(MODEL m, TABLE t, STRUCT(a AS threshold))"))
        .hasMessage("An option's value is a constant.");
    assertThat(errorOf("DROP MODEL a.b.c.d"))
        .hasMessage("A model's name has at most three parts; this one has 4.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT s FROM PREDICT(MODEL = m, DATA = t AS d) WITH (s FLOAT) AS p | 15
          CREATE MODEL m INPUT (a INT64) OUTPUT (b INT64) OPTIONS (a = 1)     | 16
          CREATE MODEL m REMOTE WITH CONNECTION DEFAULT OPTIONS (a = 1)       | 16
          CREATE MODEL m AS (training_data AS (SELECT 1), h AS (SELECT 2))    | 16
          CREATE MODEL m FROM 's3://x' FUNCTION f IAM_ROLE default            | 21
          CREATE MODEL m FROM t TARGET y FUNCTION f (int) RETURNS int         | 32
          CREATE MODEL m FROM t TARGET y FUNCTION f SAGEMAKER 'e'             | 43
          EXPORT MODEL m OPTIONS (TRIAL_ID = 2, URI = 'x')                    | 25
          """)
  void laterVersionsAreNamed(String sql, int column) {
    InsituException error = errorOf(sql);
    assertThat(error.code()).isEqualTo(ErrorCode.NOT_AVAILABLE_YET);
    assertThat(error).hasMessageContaining("not available yet in this version");
    assertThat(error.position()).isEqualTo(new Position(1, column));
  }
}
