/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.insitu.it.testing.TestingInsitu;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expressions of GoogleSQL answer here what they answer there.
 *
 * <p><b>Source:</b> examples and rules of GoogleSQL's reference (functions, operators, conversion
 * rules; cloud.google.com/bigquery/docs/reference/standard-sql), read in November 2026.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoogleSqlAnswersTest {
  private final TestingInsitu insitu = TestingInsitu.inMemory();
  private Connection session;

  @BeforeAll
  void setLex() throws SQLException {
    session = insitu.connect();
    TestingInsitu.run(session, "SET insitu.lex = 'bigquery'");
  }

  @AfterAll
  void close() throws SQLException {
    session.close();
    insitu.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      nullValues = "NULL",
      value = {
        "1/2 => 0.5",
        "0.1 + 0.2 => 0.30000000000000004",
        "CAST(1.5 AS INT64) => 2",
        "CAST(2.5 AS INT64) => 3",
        "CAST(-0.5 AS INT64) => -1",
        "CAST('0x87a' AS INT64) => 2170",
        "CAST(9007199254740993 AS INT64) => 9007199254740993",
        "CAST(TRUE AS INT64) => 1",
        "SAFE_CAST('apple' AS INT64) => NULL",
        "SAFE_CAST('1.5' AS INT64) => NULL",
        "SAFE_CAST('yes' AS BOOL) => NULL",
        "SAFE_CAST('TRUE' AS BOOL) => true",
        "SAFE_CAST('x' AS FLOAT64) => NULL",
        "CAST(1.0 AS STRING) => 1",
        "CAST(2.5 AS STRING) => 2.5",
        "CAST(NUMERIC '123.450' AS STRING) => 123.45",
        "CAST(NUMERIC '100' AS STRING) => 100",
        "CAST(CAST('100' AS NUMERIC(3)) AS STRING) => 100",
        "CAST(NUMERIC '2.5' AS INT64) => 3",
        "CAST(TRUE AS STRING) => true",
        "CAST(CAST('7' AS INT64) AS STRING) => 7",
        "CAST(NULL AS STRING) => NULL",
        "CAST('2020-01-01 00:00:00+02' AS TIMESTAMP) => 2019-12-31 22:00:00",
        "TIMESTAMP '2020-06-01 00:00:00 America/Los_Angeles' => 2020-06-01 07:00:00",
        "CAST('123.456' AS NUMERIC) => 123.456000000",
        "DIV(20, 4) + DIV(12, -7) => 4",
        "MOD(25, 12) => 1",
        "LOG(EXP(2)) => 2.0",
        "LOG(100, 10) => 2.0",
        "SAFE_DIVIDE(20, 4) => 5.0",
        "SAFE_DIVIDE(20, 0) => NULL",
        "GREATEST(3, 5, 1) => 5",
        "GREATEST(3, NULL) => NULL",
        "LEAST(3, 5, 1) => 1",
        "ROUND(2.5) => 3.0",
        "ROUND(-2.5) => -3.0",
        "CONCAT('Hello', ' ', 'World') => Hello World",
        "CONCAT('a', NULL) => NULL",
        "SUBSTR('apple', 2) => pple",
        "SUBSTR('apple', 2, 2) => pp",
        "SUBSTR('apple', -2) => le",
        "SUBSTR('apple', 0, 2) => ap",
        "SUBSTR('apple', -20, 2) => ap",
        "SUBSTR('apple', 1, 123) => apple",
        "'[' || TRIM('\\t   apple \\n ') || ']' => [apple]",
        "'[' || RTRIM('***apple***', '*') || ']' => [***apple]",
        "'[' || LPAD('abc', 5) => [  abc",
        "SPLIT('b,a')[OFFSET(1)] => a",
        "STARTS_WITH('bar', 'b') => true",
        "STRPOS('foo@example.com', '@') => 4",
        "REGEXP_CONTAINS('foo@example.com', r'@[a-zA-Z0-9-]+\\.[a-zA-Z0-9-.]+') => true",
        "REGEXP_CONTAINS('www.example.net', r'@') => false",
        "REGEXP_EXTRACT('foo@example.com', r'^[a-zA-Z0-9_.+-]+') => foo",
        "REGEXP_EXTRACT('foo@example.com',"
            + " r'^[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+\\.([a-zA-Z0-9-.]+$)') => com",
        "REGEXP_EXTRACT('foo', r'x') => NULL",
        "REGEXP_EXTRACT_ALL('Try `func(x)` or `func(y)`', '`(.+?)`')[ORDINAL(2)] => func(y)",
        "REGEXP_REPLACE('# Heading # two', r'# ([a-zA-Z]+)', r'<\\1>') => <Heading> <two>",
        "TO_HEX(b'\\x00\\x01\\x02\\x03\\xAA\\xEE\\xEF\\xFF') => 00010203aaeeefff",
        "FARM_FINGERPRINT('1footrue') => -1541654101129638711",
        "FARM_FINGERPRINT('2applefalse') => 2794438866806483259",
        "FARM_FINGERPRINT('3true') => -4880158226897771312",
        "FARM_FINGERPRINT(NULL) => NULL",
        "TO_HEX(MD5('a')) => 0cc175b9c0f1b6a831c399e269772661",
        "EXTRACT(DAYOFWEEK FROM DATE '2020-02-02') => 1",
        "EXTRACT(DAYOFWEEK FROM DATE '2020-02-08') => 7",
        "EXTRACT(WEEK FROM DATE '2016-01-01') => 0",
        "EXTRACT(WEEK FROM DATE '2016-01-03') => 1",
        "EXTRACT(WEEK FROM DATE '2015-12-27') => 52",
        "EXTRACT(ISOWEEK FROM DATE '2016-01-03') => 53",
        "EXTRACT(ISOYEAR FROM DATE '2016-01-03') => 2015",
        "EXTRACT(MILLISECOND FROM TIMESTAMP '2020-01-01 00:00:05.123456') => 123",
        "DATE_DIFF(DATE '2010-07-07', DATE '2008-12-25', DAY) => 559",
        "DATE_DIFF(DATE '2017-10-15', DATE '2017-10-14', WEEK) => 1",
        "DATE_DIFF(DATE '2017-12-18', DATE '2017-12-17', WEEK) => 0",
        "DATE_DIFF(DATE '2017-12-18', DATE '2017-12-17', WEEK(MONDAY)) => 1",
        "DATE_DIFF(DATE '2017-12-18', DATE '2017-12-17', ISOWEEK) => 1",
        "DATE_DIFF(DATE '2017-12-30', DATE '2014-12-30', YEAR) => 3",
        "DATETIME_DIFF(DATETIME '2017-10-15 00:00:00', DATETIME '2017-10-14 23:59:59', HOUR) => 1",
        "TIMESTAMP_DIFF(TIMESTAMP '2010-07-07 10:20:00', TIMESTAMP '2008-12-25 15:30:00',"
            + " HOUR) => 13410",
        "TIMESTAMP_DIFF(TIMESTAMP '2018-08-14', TIMESTAMP '2018-10-14', DAY) => -61",
        "TIMESTAMP_DIFF(TIMESTAMP '2001-02-01 01:00:00', TIMESTAMP '2001-02-01 00:00:01', HOUR) =>"
            + " 0",
        "DATE_ADD(DATE '2008-12-25', INTERVAL 5 DAY) => 2008-12-30",
        "DATE_SUB(DATE '2008-12-25', INTERVAL 2 + 3 DAY) => 2008-12-20",
        "TIMESTAMP_ADD(TIMESTAMP '2008-12-25 15:30:00', INTERVAL 10 MINUTE) => 2008-12-25 15:40:00",
        "DATE_TRUNC(DATE '2008-12-25', MONTH) => 2008-12-01",
        "DATE_TRUNC(DATE '2017-11-05', WEEK(MONDAY)) => 2017-10-30",
        "DATE_TRUNC(DATE '2017-11-07', WEEK) => 2017-11-05",
        "FORMAT_DATE('%b-%d-%Y', DATE '2008-12-25') => Dec-25-2008",
        "PARSE_DATE('%Y%m%d', '20081225') => 2008-12-25",
        "PARSE_TIMESTAMP('%Y-%m-%d %H:%M:%S', '2008-12-25 07:30:00') => 2008-12-25 07:30:00",
        "DATE(2016, 12, 25) => 2016-12-25",
        "DATE(DATETIME '2016-12-25 23:59:59') => 2016-12-25",
        "UNIX_SECONDS(TIMESTAMP '2008-12-25 15:30:00') => 1230219000",
        "ARRAY_LENGTH(GENERATE_ARRAY(0, 10, 3)) => 4",
        "ARRAY_LENGTH(GENERATE_ARRAY(10, 0, 3)) => 0",
        "ARRAY_LENGTH(GENERATE_DATE_ARRAY('2016-10-05', '2016-10-08')) => 4",
        "[10, 20, 30][SAFE_OFFSET(-3)] => NULL",
        "[10, 20, 30][SAFE_ORDINAL(3)] => 30",
        "3 IN UNNEST([1, 2, 3]) => true",
        "(SELECT COUNTIF(x < 0) FROM UNNEST([5, -2, 3, 6, -10, -7, 4, 0]) AS x) => 3",
        "(SELECT LOGICAL_AND(x < 3) FROM UNNEST([1, 2, 4]) AS x) => false",
        "(SELECT APPROX_QUANTILES(x, 2)[OFFSET(1)] FROM UNNEST([1, 1, 1, 4, 5, 6, 7, 8, 9, 10]) AS"
            + " x) => 5",
        "(SELECT STRING_AGG(x, ',' ORDER BY x) FROM UNNEST(['b', NULL, 'a']) AS x) => a,b",
        "(SELECT x FROM UNNEST([1, NULL, 2]) AS x ORDER BY x LIMIT 1) => NULL",
        "(SELECT x FROM UNNEST([1, NULL, 2]) AS x ORDER BY x DESC LIMIT 1) => 2",
        "STRUCT(1 AS a, 'x' AS b).b => x",
        "IF(1 < 2, 'true', 'false') => true",
        "IFNULL(NULL, 0) => 0",
        "'100%' LIKE '100\\\\%' => true",
        "'1000' LIKE '100\\\\%' => false",
        "SAFE.SUBSTR('foo', 0, -2) => NULL",
        "SAFE.SUBSTR('apple', 2, 3) => ppl",
        "SAFE.LEFT('abc', -1) => NULL",
        "SAFE.LEFT('abc', 2) => ab",
        "SAFE.REPEAT('a', -1) => NULL",
        "SAFE.LN(0) => NULL",
        "SAFE.LN(-1.5) => NULL",
        "SAFE.LN(1) => 0.0",
        "SAFE.LOG(8, 2) => 3.0",
        "SAFE.LOG(8, 1) => NULL",
        "SAFE.LOG10(100) => 2.0",
        "SAFE.SQRT(-1) => NULL",
        "SAFE.SQRT(4) => 2.0",
        "SAFE.EXP(1000) => NULL",
        "SAFE.EXP(CAST('-inf' AS FLOAT64)) => 0.0",
        "SAFE.POW(2, 3) => 8.0",
        "SAFE.POWER(0, -1) => NULL",
        "SAFE.DIV(1, 0) => NULL",
        "SAFE.DIV(7, 2) + SAFE.MOD(7, 4) => 6",
        "SAFE.PARSE_DATE('%Y-%m-%d', '2020-02-30') => NULL",
        "SAFE.PARSE_DATE('%Y-%m-%d', '2020-02-29') => 2020-02-29",
        "safe.parse_timestamp('%Y', 'x') => NULL",
        "SAFE.DATE(2024, 13, 1) => NULL",
        "SAFE.TIMESTAMP('none') => NULL",
        "SAFE.UPPER(SAFE.SUBSTR('abc', 1, 2)) => AB",
        "(SELECT x FROM UNNEST([4, 1, 9]) AS x ORDER BY SAFE.SQRT(-x), x LIMIT 1) => 1",
        "(SELECT x FROM UNNEST(['a%', 'b']) AS x ORDER BY x LIKE r'a\\%' LIMIT 1) => b",
        "IEEE_DIVIDE(20, 4) => 5.0",
        "IEEE_DIVIDE(25, 0) => Infinity",
        "IEEE_DIVIDE(0, 0) => NaN",
        "IEEE_DIVIDE(NULL, 0) => NULL",
        "FORMAT('%d', 10) => 10",
        "FORMAT('|%10d|', 11) => |        11|",
        "FORMAT('|%-5d|%05d|%+d|', 12, -13, 14) => |12   |-0013|+14|",
        "FORMAT('%i%%', 50) => 50%",
        "FORMAT('-%s-', 'abcd efg') => -abcd efg-",
        "FORMAT('|%6s|%-6s|%.2s|', 'é', 'é', 'épé') => |     é|é     |ép|",
        "FORMAT('%f %E', 1.1, 2.2) => 1.100000 2.200000E+00",
        "FORMAT('%.2f', 12.345678) => 12.35",
        "FORMAT('|%8.3f|%-8.1f|%08.2f|', 3.14159, 2.0, -1.5) => |   3.142|2.0     |-0001.50|",
        "FORMAT('%e %g %g', 392650.5, 392650.25, 12345678.0) => 3.926505e+05 392650 1.23457e+07",
        "FORMAT('%.2f', NUMERIC '1.5') => 1.50",
        "FORMAT(\"%'d %'.2f\", 123456789, 1234.5) => 123,456,789 1,234.50",
        "FORMAT('%t', DATE '2015-09-01') => 2015-09-01",
        "FORMAT('%t|%t|%t|%t', 1, 1.0, TRUE, 'x') => 1|1.0|true|x",
        "FORMAT('%t %t', NULL, NUMERIC '1.50') => NULL 1.5",
        "FORMAT('%s', NULL) => NULL",
        "FORMAT('it\\'s $1') => it's $1",
        "FORMAT('%d-%s', (SELECT SUM(x) FROM UNNEST([1, 2]) AS x), 'b') => 3-b",
        "(SELECT STRING_AGG(FORMAT('%d:%s', o, x), ',' ORDER BY o) FROM UNNEST(['a', 'b', 'c']) AS"
            + " x WITH OFFSET AS o) => 0:a,1:b,2:c",
        "(SELECT x FROM UNNEST([7, 8, 9]) AS x WITH OFFSET WHERE offset = 1) => 8",
        "(SELECT `x$y` FROM UNNEST([7, 8, 9]) AS `x$y` WITH OFFSET AS `o$1` WHERE `o$1` = 1) => 8",
        "CAST(STRUCT(7 AS `a$b`) AS STRUCT<`a$b` INT64>).`a$b` => 7",
        "FORMAT_DATE('%Y$1', DATE '2024-02-03') => 2024$1",
        "(SELECT MAX(offset) FROM UNNEST([7, 8, 9]) WITH OFFSET) => 2",
        "(SELECT SUM(x.a * p) FROM UNNEST([STRUCT(3 AS a), STRUCT(4 AS a)]) x WITH OFFSET p) => 4",
        "(SELECT COUNT(o) FROM UNNEST([]) AS x WITH OFFSET o) => 0",
        "(SELECT x FROM UNNEST([7, 8, 9]) AS x ORDER BY x LIMIT 1 OFFSET 1) => 8",
        "EXTRACT(HOUR FROM TIMESTAMP '2024-01-01 03:00:00' AT TIME ZONE 'America/Chicago') => 21",
        "EXTRACT(DAYOFWEEK FROM TIMESTAMP '2024-01-01 03:00:00' AT TIME ZONE 'UTC') => 2",
        "EXTRACT(WEEK(MONDAY) FROM DATE '2017-11-06') => 45",
        "EXTRACT(WEEK(TUESDAY) FROM DATE '2017-11-06') => 44",
        "EXTRACT(WEEK(TUESDAY) FROM DATE '2017-11-07') => 45",
        "EXTRACT(WEEK(SATURDAY) FROM DATE '2017-01-06') => 0",
        "DATE_TRUNC(DATE '2017-11-06', WEEK(TUESDAY)) => 2017-10-31",
        "DATE_TRUNC(DATE '2017-11-07', WEEK(TUESDAY)) => 2017-11-07",
        "DATE_DIFF(DATE '2017-11-07', DATE '2017-11-06', WEEK(TUESDAY)) => 1",
        "RAND() < 1 => true",
        "CURRENT_DATE() IS NULL OR CURRENT_TIMESTAMP() < TIMESTAMP '2020-01-01' => false",
        "'a' || '\\u00e9' || r'\\n' || \"it's\" => aé\\nit's",
      })
  void answersAsThere(String expression, String value) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet rows = statement.executeQuery("SELECT " + expression)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo(value);
    }
  }

  /** The array of each row, joined; the elements' places are those in their own array. */
  @Test
  void placesAreOfEachRowsArray() throws SQLException {
    assertThat(
            TestingInsitu.rows(
                session,
                "SELECT t.id, x, o FROM (SELECT 1 AS id, [5, 6] AS a UNION ALL SELECT 2, [7]"
                    + " UNION ALL SELECT 3, []) AS t LEFT JOIN UNNEST(t.a) AS x WITH OFFSET AS o"
                    + " ORDER BY id, o"))
        .isEqualTo(
            List.of(
                List.of(1, 5, 0L),
                List.of(1, 6, 1L),
                List.of(2, 7, 0L),
                Arrays.asList(3, null, null)));
    assertThat(
            TestingInsitu.rows(
                session,
                "SELECT id, x FROM (SELECT 1 AS id, [5, 6] AS a) AS t, UNNEST(a) AS x WITH OFFSET"
                    + " AS o WHERE o > 0"))
        .isEqualTo(List.of(List.of(1, 6)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"FORMAT('%d', 1.5)", "FORMAT('%s', 1)", "FORMAT('%f', 1)", "FORMAT('%t', [1])"})
  void aValueOfAnotherTypeIsNotFormatted(String expression) {
    assertThatThrownBy(() -> TestingInsitu.rows(session, "SELECT " + expression))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("INS-401");
  }
}
