/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleSqlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT \"a\"|SELECT 'a'",
        "SELECT \"it's\"|SELECT 'it''s'",
        "SELECT 'it\\'s', 'say \"x\"'|SELECT 'it''s', 'say \"x\"'",
        "SELECT r'\\d+', R\"a\\\"b\"|SELECT '\\d+', 'a\\\"b'",
        "SELECT '\\\\ \\x41 \\101 \\u00e9 \\U0001F600 \\?\\`'|SELECT '\\ A A é 😀 ?`'",
        "SELECT '''it's'', \"x\"'''|SELECT 'it''s'''', \"x\"'",
        "SELECT '', \"\", '''''', \"\"\"\"\"\"|SELECT '', '', '', ''",
        "SELECT 'a\\rb'|SELECT E'a\\rb'",
        "SELECT b'A\\xff', rb\"\\x\"|SELECT x'41ff', x'5c78'",
        "SELECT b'é'|SELECT x'c3a9'",
        "SELECT e'a', x\"b\", DATE'2020-01-01'|SELECT e 'a', x 'b', DATE '2020-01-01'",
        "SELECT 1 # it's|SELECT 1 -- it's",
        "#standardSQL|--standardSQL",
        "SELECT 1 /* a /* b */ # '|SELECT 1 /* a / * b */ -- '",
        "SELECT 1 -- \"|SELECT 1 -- \"",
        "SELECT `a.b`, `x\\`y`, `a``b`|SELECT `a.b`, `x``y`, `a` `b`",
        "SELECT \"?\", ?|SELECT '?', ?",
        "FROM my-project-1.ds.t JOIN a-b.c|FROM \"my-project-1\".ds.t JOIN \"a-b\".c",
        "FROM a - b.c|FROM a - b.c",
        "SELECT 1.5, 2., .5, 1e3, 0xFF, 7|SELECT 1.5e0, 2.e0, .5e0, 1e3, 255, 7",
      })
  void writesInTheStandardsLex(String google, String standard) {
    assertThat(text(google)).isEqualTo(standard);
  }

  /** The catalogues here are {@code shop} and {@code my-data}; a model is called a-b.c.d. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FROM `my-project.ds.t` AS x, `my-project.ds.u`|FROM \"ds\".\"t\" AS x, \"ds\".\"u\"",
        "JOIN `my-project`.`ds`.`t` ON|JOIN \"ds\".\"t\" ON",
        "FROM `my-project`.ds.`t x`|FROM ds.\"t x\"",
        "FROM `my-project.ds`.t|FROM \"ds\".t",
        "FROM my-project-1.ds.t|FROM ds.t",
        "FROM project.ds.t|FROM ds.t",
        "FROM `shop.ds.t`, Shop.ds.t|FROM `shop.ds.t`, Shop.ds.t",
        "FROM `shop`.`ds`.`t`|FROM `shop`.`ds`.`t`",
        "FROM `my-data.my-ds.t`|FROM \"my-data\".\"my-ds\".\"t\"",
        "FROM `ds.t`, ds.t|FROM `ds.t`, ds.t",
        "CREATE MODEL IF NOT EXISTS `p.d.m` OPTIONS (a = 'x') AS SELECT 1"
            + "|CREATE MODEL IF NOT EXISTS \"d\".\"m\" OPTIONS (a = 'x') AS SELECT 1",
        "FROM ML.PREDICT(MODEL `p.d.m`, TABLE p.d.t)|FROM ML.PREDICT(MODEL \"d\".\"m\", TABLE d.t)",
        "PREDICT(`p.d.m` USING 1 AS a)|PREDICT(\"d\".\"m\" USING 1 AS a)",
        "FROM ML.WEIGHTS(MODEL `a-b.c.d`)|FROM ML.WEIGHTS(MODEL `a-b.c.d`)",
        "CREATE OR REPLACE TABLE my-project.d.t (x INT64)|CREATE OR REPLACE TABLE d.t (x BIGINT)",
        "CREATE TABLE shop.d.t (x DATE)|CREATE TABLE shop.d.t (x DATE)",
        "INSERT `p.d.t` (x) SELECT 1|INSERT INTO \"d\".\"t\" (x) SELECT 1",
        "INSERT INTO p.d.t SELECT 1|INSERT INTO d.t SELECT 1",
        "DELETE p.d.t WHERE TRUE|DELETE FROM d.t WHERE TRUE",
        "CREATE SCHEMA IF NOT EXISTS `my-project.d`|CREATE SCHEMA IF NOT EXISTS \"d\"",
        "DROP SCHEMA my-project.d|DROP SCHEMA d",
        "CREATE SCHEMA shop.d|CREATE SCHEMA shop.d",
        "SELECT a.b.c, x AS `a.b.c`, a IS DISTINCT FROM b.c.d"
            + "|SELECT a.b.c, x AS `a.b.c`, a IS DISTINCT FROM b.c.d",
        "EXTRACT(YEAR FROM a.b.c)|EXTRACT(YEAR FROM a.b.c)",
      })
  void leavesProjectsOut(String google, String standard) {
    Set<String> known = Set.of("shop", "my-data");
    Translation translation =
        GoogleSql.translate(
            google,
            path ->
                known.contains(path.getFirst().toLowerCase(Locale.ROOT))
                    || path.equals(List.of("a-b", "c", "d")));
    assertThat(translation.text()).isEqualTo(standard);
    assertThat(translation.leftOut().isEmpty())
        .isEqualTo(google.equals(standard) || google.contains("my-data"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SAFE_CAST(x AS FLOAT64)|TRY_CAST((x) AS DOUBLE)",
        "CAST(x AS NUMERIC), CAST(x AS NUMERIC(10)), CAST(x AS DECIMAL(10, 2))|CAST((x) AS"
            + " DECIMAL(38, 9)), CAST((x) AS DECIMAL(10, 0)), CAST((x) AS DECIMAL(10,2))",
        "CAST(x AS VARCHAR)|CAST(x AS VARCHAR)",
        "CAST(x AS ARRAY<STRUCT<a INT64, b STRING>>)"
            + "|CAST((x) AS STRUCT(\"a\" BIGINT, \"b\" VARCHAR)[])",
        "ARRAY<INT64>[1, 2]|CAST([1, 2] AS BIGINT[])",
        "CREATE TABLE t (string STRING NOT NULL, date DATE, float64 FLOAT64)"
            + "|CREATE TABLE t (string VARCHAR NOT NULL, date DATE, float64 DOUBLE)",
        "CREATE OR REPLACE TEMP TABLE a.t (x ARRAY<INT64>, `b c` BYTES)"
            + "|CREATE OR REPLACE TEMP TABLE a.t (x BIGINT[], `b c` BLOB)",
        "ALTER TABLE t ADD COLUMN IF NOT EXISTS c STRING, ADD COLUMN d INT64"
            + "|ALTER TABLE t ADD COLUMN IF NOT EXISTS c VARCHAR, ADD COLUMN d BIGINT",
        "SELECT string, t.int64, bool FROM date|SELECT string, t.int64, bool FROM date",
        "NUMERIC '1.5', DATETIME \"2020-01-01 00:00:00\""
            + "|DECIMAL(38, 9) '1.5', TIMESTAMP '2020-01-01 00:00:00'",
      })
  void writesTypesWhereTypesStand(String google, String standard) {
    assertThat(text(google)).isEqualTo(standard);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "REGEXP_CONTAINS(a, r'\\d')#regexp_matches(a, '\\d')",
        "SAFE_DIVIDE(a, b + 1)#((a) / nullif((b + 1), 0))",
        "SAFE_DIVIDE(SAFE_DIVIDE(a, b), c)#((((a) / nullif((b), 0))) / nullif((c), 0))",
        "CONCAT(a, ', ', b)#((a) || (', ') || (b))",
        "COUNTIF(a > 1) OVER ()#count(*) FILTER (WHERE a > 1) OVER ()",
        "RAND()#random()",
        "t.log(x), log#t.log(x), log",
        "LOG(x), LOG(x, 2)#ln(x), (ln(x) / ln(2))",
        "IF(a, b, c), IFNULL(a, 0), MOD(a, 2), ROUND(a, 1)"
            + "#IF(a, b, c), IFNULL(a, 0), MOD(a, 2), ROUND(a, 1)",
        "REGEXP_EXTRACT(a, r'(?:b)[(](c)')#regexp_extract_all(a, '(?:b)[(](c)', 1)[1]",
        "EXTRACT(DAYOFWEEK FROM t.d - 1)#(EXTRACT(DOW FROM t.d - 1) + 1)",
        "EXTRACT(YEAR FROM a-b.c)#EXTRACT(YEAR FROM a-b.c)",
        "DATE_DIFF(a, b, DAY)#(-date_diff('day', CAST(a AS DATE), CAST(b AS DATE)))",
        "DATE_ADD(a, INTERVAL n + 1 DAY)#CAST(CAST(a AS DATE) + INTERVAL (n + 1) DAY AS DATE)",
        "SELECT interval, day#SELECT interval, day",
        "INTERVAL 3 DAY#INTERVAL 3 DAY",
        "a[OFFSET(0)], a[ORDINAL(1)]#a[greatest((0) + 1, 0)], a[greatest(1, 0)]",
        "a IN UNNEST([1, 2])#a IN (SELECT unnest([1, 2]))",
        "STRUCT(t.a, 1 + 1 AS b)#struct_pack(\"a\" := t.a, \"b\" := 1 + 1)",
        "FROM UNNEST(a) AS x WHERE#FROM unnest(a) AS \"x\"(\"x\") WHERE",
        "FROM UNNEST(a) WHERE#FROM UNNEST(a) WHERE",
        "t LEFT JOIN UNNEST(t.a) AS x WHERE#t LEFT JOIN unnest(t.a) AS \"x\"(\"x\") ON TRUE WHERE",
        "JOIN UNNEST(a) AS x ON b, offset#JOIN unnest(a) AS \"x\"(\"x\") ON b, \"offset\"",
        "LIMIT 3 OFFSET 5#LIMIT 3 OFFSET 5",
        "SAFE.DIV(SAFE.ABS(a), b), safe.c#TRY(((TRY(ABS(a))) // (b))), safe.c",
        "FORMAT('%d of %s', n, x)#(printf('%d', n) || ' of ' || printf('%s', x))",
        "ORDER BY a, b DESC, c NULLS LAST LIMIT 1"
            + "#ORDER BY a NULLS FIRST, b DESC NULLS LAST, c NULLS LAST LIMIT 1",
        "OVER (ORDER BY f(a, b) ROWS 1 PRECEDING)"
            + "#OVER (ORDER BY f(a, b) NULLS FIRST ROWS 1 PRECEDING)",
        "a LIKE '10\\\\%' AND b LIKE 'x%'#a LIKE '10\\%' ESCAPE '\\' AND b LIKE 'x%'",
        "CREATE TABLE log (a INT64)#CREATE TABLE log (a BIGINT)",
        "CREATE SCHEMA s OPTIONS (location = 'US');#CREATE SCHEMA s ;",
        "CREATE TABLE t (a INT64 OPTIONS (description = 'x'), b DATE) PARTITION BY b CLUSTER BY a;"
            + "#CREATE TABLE t (a BIGINT , b DATE)  ;",
        "CREATE OR REPLACE TABLE `d.t` PARTITION BY DATE(a) CLUSTER BY b, c OPTIONS (x = 1) AS"
            + " SELECT options, cluster#CREATE OR REPLACE TABLE `d.t`    AS SELECT options,"
            + " cluster",
        "CREATE VIEW v OPTIONS (description = 'x') AS SELECT 1#CREATE VIEW v  AS SELECT 1",
        "FORMAT_DATE('%F', d)#strftime(CAST(d AS DATE), '%Y-%m-%d')",
      })
  void writesCallsInDuckDbsWords(String google, String standard) {
    assertThat(text(google)).isEqualTo(standard);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "CREATE MODEL m OPTIONS (model_type = \"linear_reg\", l1_reg = 0.5, labels = [\"y\"]) AS"
            + " SELECT 0.5|CREATE MODEL m OPTIONS (model_type = 'linear_reg', l1_reg = 0.5, labels"
            + " = ['y']) AS SELECT 0.5e0",
        "FROM ML.PREDICT(MODEL `d.m`, (SELECT 0.5 AS x), STRUCT(0.6 AS threshold))"
            + "|FROM ML.PREDICT(MODEL `d.m`, (SELECT 0.5e0 AS x), STRUCT(0.6 AS threshold))",
        "ML.BUCKETIZE(x, [0.5, 1.5])|ML.BUCKETIZE(x, [0.5, 1.5])",
        "SET insitu.lex = \"ansi\"|SET insitu.lex = 'ansi'",
        "SELECT 1 FROM ML.EVALUATE(MODEL m@2)|SELECT 1 FROM ML.EVALUATE(MODEL m@2)",
      })
  void leavesOurWordsToOurGrammar(String google, String standard) {
    assertThat(text(google)).isEqualTo(standard);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 2 ^ 3",
        "SELECT FORMAT(f, 1)",
        "SELECT FORMAT('%x', 1)",
        "SELECT FORMAT('%*d', 5, 1)",
        "SELECT FORMAT('%T', 'a')",
        "SELECT FORMAT('%.2d', 5)",
        "SELECT FORMAT('100%')",
        "SELECT AS STRUCT 1",
        "SELECT a[0]",
        "SELECT @x",
        "SELECT SAFE.GENERATE_ARRAY(1, 2, 0)",
        "SELECT SAFE.FORMAT('%d', 1)",
        "SELECT CAST(x AS BIGNUMERIC)",
        "SELECT CAST(x AS BYTES)",
        "SELECT CAST(x AS STRING FORMAT 'YYYY')",
        "SELECT EXTRACT(DAY FROM t AT TIME ZONE z)",
        "SELECT DATE(t AT TIME ZONE 'UTC')",
        "SELECT * FROM t AS x WITH OFFSET",
        "SELECT REGEXP_EXTRACT(a, b)",
        "SELECT FORMAT_DATE('%Q', d)",
        "SELECT STRUCT(1 + 1)",
        "SELECT STRUCT<a INT64>(1)",
        "SELECT TIMESTAMP_DIFF(a, b, MONTH)",
        "SELECT '\\000'",
        "CREATE TABLE t (a STRING(3))",
      })
  void refusesWhatDuckDbWouldAnswerOtherwise(String google) {
    InsituException error = error(google);
    assertThat(error.code()).isEqualTo(ErrorCode.NOT_AVAILABLE_YET);
    assertThat(error.position().isKnown()).isTrue();
    assertThat(error.hint()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT 'a\\q'|1|10",
        "SELECT '\\x4'|1|9",
        "SELECT '\\ud800'|1|9",
        "SELECT 'it''s'|1|12",
        "SELECT \"abc|1|8",
        "SELECT 1 /* abc|1|10",
        "SELECT $1|1|8",
        "SELECT ``|1|8",
        "SELECT 0xffffffffffffffff|1|8",
        "SELECT REGEXP_EXTRACT(a, '(a)(b)')|1|26",
        "SELECT FORMAT('%d')|1|15",
        "SELECT FORMAT('%d', 1, 2)|1|15",
      })
  void saysWhereItIsWrong(String google, int line, int column) {
    InsituException error = error(google);
    assertThat(error.code()).isEqualTo(ErrorCode.SYNTAX);
    assertThat(error.position()).isEqualTo(new Position(line, column));
  }

  /** A question mark in an argument stays the parameter that it was. */
  @Test
  void writesEachArgumentOnceAndInOrder() {
    assertThat(Functions.forms())
        .allSatisfy(
            form -> {
              List<String> arguments =
                  Pattern.compile("\\$[1-9*|]")
                      .matcher(form.template())
                      .results()
                      .map(MatchResult::group)
                      .toList();
              List<String> expected =
                  form.arity() < 0
                      ? List.of(form.name().equals("CONCAT") ? "$|" : "$*")
                      : IntStream.rangeClosed(1, form.arity()).mapToObj(i -> "$" + i).toList();
              assertThat(arguments).as(form.toString()).isEqualTo(expected);
            });
  }

  /**
   * Half a megabyte of what is looked for far ahead; looked for anew each time it takes minutes.
   */
  @ParameterizedTest
  @Timeout(20)
  @ValueSource(
      strings = {"ORDER BY ", "INTERVAL x ", "FROM a-b", "/*a", "CAST(x AS ", "IF(", "UNNEST(x) "})
  void readsLongTextOnce(String piece) {
    String text = piece.repeat(60_000) + "*/";
    String closed = piece.startsWith("/*") ? text : text.replace("*/", "");
    assertThat(text(closed).length()).isGreaterThanOrEqualTo(closed.length());
  }

  @Test
  void refusesCallsTooDeep() {
    String deep = "IF(a, b, ".repeat(500) + "c" + ")".repeat(500);
    assertThat(text(deep)).isEqualTo(deep);
    String written = "DIV(a, ".repeat(5_000) + "c" + ")".repeat(5_000);
    assertThat(error(written).code()).isEqualTo(ErrorCode.SYNTAX);
  }

  @Test
  void placesAreThoseOfTheUsersText() {
    String google = "SELECT \"it's\", '\\n', oops, CONCAT(a, oops2)\n# x\nFROM `t`";
    Translation translation = GoogleSql.translate(google);
    assertThat(original(translation, "oops,")).isEqualTo(new Position(1, 22));
    assertThat(original(translation, "oops2")).isEqualTo(new Position(1, 38));
    assertThat(original(translation, "||")).isEqualTo(new Position(1, 28));
    assertThat(original(translation, "FROM")).isEqualTo(new Position(3, 1));
    assertThat(translation.original(Position.NONE)).isEqualTo(Position.NONE);
    assertThat(translation.original(new Position(99, 1))).isEqualTo(new Position(3, 9));
  }

  private static Position original(Translation translation, String found) {
    String before = translation.text().substring(0, translation.text().indexOf(found));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return translation.original(new Position(line, before.length() - before.lastIndexOf('\n')));
  }

  private static String text(String google) {
    return GoogleSql.translate(google).text();
  }

  private static InsituException error(String google) {
    return catchThrowableOfType(InsituException.class, () -> GoogleSql.translate(google));
  }
}
