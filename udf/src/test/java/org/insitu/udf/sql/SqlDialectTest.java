/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user or a data set contains never becomes syntax. */
class SqlDialectTest {
  private static final SqlDialect DIALECT = new DuckDbDialect();
  private static TestingDuckDb db;

  @BeforeAll
  static void open() {
    db = new TestingDuckDb();
  }

  @AfterAll
  static void close() {
    db.close();
  }

  static List<String> hostile() {
    return List.of(
        "'",
        "''",
        "\"",
        "\"\"; DROP TABLE t; --",
        "'; DROP TABLE t; --",
        "\\'",
        "\\",
        "$$",
        "E'\\n'",
        "/* */ --",
        "a\nb\r\tc",
        "?",
        "$1 :name {}",
        "%s %n",
        "select",
        "ä 名 \uD83D\uDE00 \u202E \uFEFF",
        " leading and trailing ",
        "x".repeat(65_536),
        "'".repeat(65_536),
        "\"".repeat(65_536));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void keepsStringsCharacterByCharacter(String text) {
    assertThat(db.query("SELECT " + DIALECT.string(text))).isEqualTo(List.of(List.of(text)));
  }

  @Test
  void keepsStringsWithNul() {
    for (String text : List.of("\0", "a\0b", "\0'\0", "''\0")) {
      assertThat(db.query("SELECT " + DIALECT.string(text))).isEqualTo(List.of(List.of(text)));
    }
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void keepsIdentifiersCharacterByCharacter(String name) {
    SqlWriter writer = new SqlWriter(DIALECT, TreeForm.AUTO);
    Program program =
        new Program(List.of(), List.of(new Named(name + "2", new Column(name, ValueType.DOUBLE))));
    String source = "SELECT 1.5 AS " + DIALECT.quoteIdentifier(name);

    String sql = writer.select(program, source, List.of(name), Map.of()).sql();

    assertThat(db.query("SELECT column_name FROM (DESCRIBE " + sql + ")"))
        .isEqualTo(List.of(List.of(name), List.of(name + "2")));
  }

  @Test
  void refusesNamesThatCannotBe() {
    for (String name : List.of("", "a\0b", "\uD83D", "x\uDE00y")) {
      assertThatThrownBy(() -> DIALECT.quoteIdentifier(name))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> DIALECT.string("\uD83D"))
        .hasMessage("text: unpaired surrogate at character 0");
  }

  @Test
  void readsEveryDoubleBackBitForBit() {
    Random random = new Random(1);
    StringBuilder sql = new StringBuilder("SELECT unnest([");
    double[] values = new double[3000];
    for (int i = 0; i < values.length; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      values[i] = i % 3 == 0 ? random.nextGaussian() : value;
      sql.append(i == 0 ? "" : ", ").append(DIALECT.number(values[i]));
    }
    List<List<Object>> read = db.query(sql.append("])").toString());
    for (int i = 0; i < values.length; i++) {
      assertThat(Double.doubleToLongBits((Double) read.get(i).getFirst()))
          .isEqualTo(Double.doubleToLongBits(values[i]));
    }
  }

  @Test
  void typesEveryLiteral() {
    assertThat(typeOf(Literal.of(1.0))).isEqualTo("DOUBLE");
    assertThat(typeOf(Literal.of(1L))).isEqualTo("BIGINT");
    assertThat(typeOf(Literal.of("1"))).isEqualTo("VARCHAR");
    assertThat(typeOf(new Literal(1.5f, ValueType.FLOAT))).isEqualTo("FLOAT");
    for (ValueType type : ValueType.values()) {
      if (type != ValueType.STRUCT_LIST && type != ValueType.DOUBLE_LIST) {
        assertThat(typeOf(new Literal(null, type))).isEqualTo(type.name());
      }
    }
  }

  private static Object typeOf(Literal literal) {
    return db.query("SELECT typeof(" + DIALECT.literal(literal) + ")").getFirst().getFirst();
  }

  @Test
  void findsNumbersByKeyThatArePlacesOrAnyOthers() {
    List<String> keys = List.of("a", "it's", "", "ü");
    String rows = "(VALUES ('ü'), ('a'), (NULL), ('it''s'), ('A'), ('')) AS r(k)";
    for (double first : new double[] {0, 7.5}) {
      List<String> numbers =
          IntStream.range(0, 4).mapToObj(i -> DIALECT.number(first + i)).toList();
      String found = DIALECT.numberByKey("k", keys, numbers, DIALECT.number(-1.0)).orElseThrow();
      assertThat(db.query("SELECT " + found + " FROM " + rows).stream().map(List::getFirst))
          .containsExactly(first + 3, first, -1.0, first + 1, -1.0, first + 2);
      assertThat(found.startsWith("coalesce([")).isEqualTo(first > 0);
    }
  }
}
