/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Accepted;
import org.insitu.udf.expression.Expression.Arithmetic;
import org.insitu.udf.expression.Expression.ArithmeticOperator;
import org.insitu.udf.expression.Expression.Call;
import org.insitu.udf.expression.Expression.Case;
import org.insitu.udf.expression.Expression.Cast;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Comparison;
import org.insitu.udf.expression.Expression.ComparisonOperator;
import org.insitu.udf.expression.Expression.Interpolation;
import org.insitu.udf.expression.Expression.IsMissing;
import org.insitu.udf.expression.Expression.Joined;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Expression.Logic;
import org.insitu.udf.expression.Expression.LogicOperator;
import org.insitu.udf.expression.Expression.Lookup;
import org.insitu.udf.expression.Expression.MathFunction;
import org.insitu.udf.expression.Expression.Ordering;
import org.insitu.udf.expression.Expression.Refusal;
import org.insitu.udf.expression.Expression.StructList;
import org.insitu.udf.expression.Expression.TreeSum;
import org.insitu.udf.expression.Expression.When;
import org.insitu.udf.expression.PiecewiseLinear;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.TestingModels;
import org.insitu.udf.sql.InputColumn;
import org.insitu.udf.sql.TestingDuckDb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every node means the same in DuckDB and in the kernel, over every pair of odd values. */
class ExpressionParityTest {
  private static final String QUERY = "SELECT * FROM odd ORDER BY id";
  private static final Column A = new Column("a", ValueType.DOUBLE);
  private static final Column B = new Column("b", ValueType.DOUBLE);
  private static final Column F = new Column("f", ValueType.FLOAT);
  private static final Column N = new Column("n", ValueType.BIGINT);
  private static final Column M = new Column("m", ValueType.BIGINT);
  private static final Column S = new Column("s", ValueType.VARCHAR);
  private static final Column R = new Column("r", ValueType.VARCHAR);
  private static final Column T = new Column("t", ValueType.BOOLEAN);
  private static final Column U = new Column("u", ValueType.BOOLEAN);
  private static final Column D = new Column("d", ValueType.DATE);
  private static final Column E = new Column("e", ValueType.DATE);
  private static final Column TS = new Column("ts", ValueType.TIMESTAMP);
  private static final Map<String, InputColumn> KNOWN =
      Stream.of(A, B, F, N, M, S, R, T, U, D, E, TS)
          .collect(
              java.util.stream.Collectors.toMap(
                  Column::name, c -> InputColumn.of('"' + c.name() + '"', c.type())));

  private static TestingDuckDb db;

  @BeforeAll
  static void open() {
    db = new TestingDuckDb();
    db.run(
        """
        CREATE TABLE odd AS
        SELECT row_number() OVER () AS id, x.v AS a, y.v AS b, TRY_CAST(x.v AS FLOAT) AS f,
          x.n, y.n AS m, x.s, y.s AS r, x.t, y.t AS u, x.d, y.d AS e, x.ts
        FROM kinds x, kinds y
        """
            .replace("kinds x, kinds y", KINDS + " x, " + KINDS + " y"));
  }

  private static final String KINDS =
      """
      (FROM (VALUES
        (NULL, NULL, NULL, NULL, NULL, NULL),
        (CAST('NaN' AS DOUBLE), 0, '', true, DATE '1970-01-01', TIMESTAMP '1970-01-01 00:00:00'),
        (CAST('Infinity' AS DOUBLE), 1, 'a', false, DATE '0001-01-01',
          TIMESTAMP '1969-12-31 23:59:59.999999'),
        (CAST('-Infinity' AS DOUBLE), -1, 'A', NULL, DATE '9999-12-31',
          TIMESTAMP '2024-02-29 12:30:01.5'),
        (0e0, 9223372036854775807, 'ä', true, DATE '12345-06-07', TIMESTAMP '2024-02-29 12:30:00'),
        (-0e0, -9223372036854775807, '\uFFFD', false, DATE '1582-10-15',
          TIMESTAMP '0001-01-01 00:00:00.000001'),
        (1e0, 16777217, '\uD83D\uDE00', NULL, make_date(-43, 3, 15), NULL),
        (-1e0, 9007199254740993, 'ab', true, DATE '2024-02-29', TIMESTAMP '2024-01-01 00:00:00.12'),
        (0.1e0, 5, 'true', true, NULL, NULL), (2.5e0, 6, 'false', false, NULL, NULL),
        (-3.7e0, 7, '5', true, NULL, NULL), (1e300, 8, ' ', true, NULL, NULL),
        (5e-324, 9, 'b', true, NULL, NULL), (709.9e0, 10, 'zz', true, NULL, NULL),
        (3.4028235677973366e38, 11, 'z', true, NULL, NULL),
        (3.4028235677973362e38, 12, 'y', true, NULL, NULL),
        (-3.4028235677973366e38, 13, 'x', true, NULL, NULL)) k(v, n, s, t, d, ts))\
      """;

  @AfterAll
  static void close() {
    db.close();
  }

  @ParameterizedTest
  @EnumSource(ArithmeticOperator.class)
  void computes(ArithmeticOperator operator) {
    check(
        new Arithmetic(operator, A, B),
        new Arithmetic(operator, A, N),
        new Arithmetic(operator, F, Literal.of(3.0)),
        new Arithmetic(operator, Literal.of(-2.5), A),
        new Arithmetic(operator, A, new Literal(null, ValueType.DOUBLE)));
  }

  @Test
  void addsChainsFromTheLeft() {
    Expression product = new Arithmetic(ArithmeticOperator.MULTIPLY, Literal.of(1e17), B);
    Expression chain = new Arithmetic(ArithmeticOperator.ADD, A, product);
    Expression right = new Arithmetic(ArithmeticOperator.ADD, product, Literal.of(1.0));
    check(
        new Arithmetic(ArithmeticOperator.ADD, chain, Literal.of(1.0)),
        new Arithmetic(ArithmeticOperator.ADD, A, right),
        new Arithmetic(ArithmeticOperator.SUBTRACT, chain, chain));
  }

  @ParameterizedTest
  @EnumSource(ComparisonOperator.class)
  void compares(ComparisonOperator operator) {
    check(
        new Comparison(operator, A, B),
        new Comparison(operator, A, Literal.of(0.1)),
        new Comparison(operator, Literal.of(Double.NaN), A),
        new Comparison(operator, A, Literal.of(Double.NaN)),
        new Comparison(operator, F, B),
        new Comparison(operator, N, M),
        new Comparison(operator, N, Literal.of(5L)),
        new Comparison(operator, S, R),
        new Comparison(operator, S, Literal.of("ab")),
        new Comparison(operator, T, U),
        new Comparison(operator, D, E),
        new Comparison(operator, D, new Literal("2024-02-29", ValueType.DATE)),
        new Comparison(operator, TS, new Literal("2024-02-29 12:30:01.5", ValueType.TIMESTAMP)));
  }

  @ParameterizedTest
  @EnumSource(LogicOperator.class)
  void reasons(LogicOperator operator) {
    Expression less = new Comparison(ComparisonOperator.LESS, A, B);
    check(
        operator == LogicOperator.NOT
            ? new Logic(operator, List.of(less))
            : new Logic(operator, List.of(T, U, less)),
        new Logic(operator, List.of(T)));
  }

  @Test
  void chooses() {
    Expression less = new Comparison(ComparisonOperator.LESS, A, B);
    Expression equal = new Comparison(ComparisonOperator.EQUAL, S, R);
    check(
        new Case(List.of(new When(less, A), new When(T, B)), Literal.of(7.0)),
        new Case(List.of(new When(less, S), new When(equal, Literal.of("x'y"))), R),
        new Case(List.of(new When(T, N)), new Literal(null, ValueType.BIGINT)),
        new Case(List.of(new When(less, T)), U),
        new Case(List.of(new When(less, D)), E),
        new Case(List.of(new When(new IsMissing(A), Literal.of(0.25))), A),
        new Case(List.of(new When(new IsMissing(A), B)), A),
        new Case(
            List.of(new When(new IsMissing(A), B)),
            new Arithmetic(ArithmeticOperator.DIVIDE, A, Literal.of(3.0))),
        new Case(List.of(), A));
  }

  @Test
  void joinsTextsThatAreThere() {
    Expression word =
        new Case(List.of(new When(T, Literal.of("x: 'ä'"))), new Literal(null, ValueType.VARCHAR));
    Expression other =
        new Case(List.of(new When(U, Literal.of("y"))), new Literal(null, ValueType.VARCHAR));
    check(
        new Joined("; ", List.of(word, other)),
        new Joined("", List.of(other, new Cast(N, ValueType.VARCHAR), word)),
        new Joined("; ", List.of(word)),
        new Joined(", ", List.of(new Cast(D, ValueType.VARCHAR), new Cast(M, ValueType.VARCHAR))));
  }

  /** A list where a condition is not TRUE, and what no row is refused for. */
  @Test
  void withholdsListsAndAcceptsRows() {
    Expression key = new Case(List.of(new When(new IsMissing(A), Literal.of(0.0))), A);
    StructList list =
        new StructList(
            List.of("n", "v"),
            List.of(List.of(N, key), List.of(M, Literal.of(1.0))),
            new Ordering("v", true, 2));
    Expression never =
        new Comparison(ComparisonOperator.LESS, new Cast(N, ValueType.DOUBLE), Literal.of(-1e19));
    check(
        list.withheldWhere(T),
        list.withheldWhere(new Comparison(ComparisonOperator.LESS, A, B)),
        new Accepted(List.of(new Refusal(never, "never", Optional.of(A))), S),
        new Accepted(List.of(new Refusal(never, "never", Optional.empty())), U),
        new Accepted(List.of(), B));
  }

  @Test
  void findsWhatIsMissing() {
    check(
        new IsMissing(A),
        new IsMissing(new Cast(F, ValueType.DOUBLE)),
        new IsMissing(N),
        new IsMissing(S),
        new IsMissing(T),
        new IsMissing(new Arithmetic(ArithmeticOperator.SUBTRACT, A, B)));
  }

  @Test
  void converts() {
    check(
        new Cast(A, ValueType.FLOAT),
        new Cast(N, ValueType.DOUBLE),
        new Cast(N, ValueType.FLOAT),
        new Cast(N, ValueType.VARCHAR),
        new Cast(F, ValueType.DOUBLE),
        new Cast(T, ValueType.DOUBLE),
        new Cast(T, ValueType.BIGINT),
        new Cast(T, ValueType.FLOAT),
        new Cast(T, ValueType.VARCHAR),
        new Cast(D, ValueType.VARCHAR),
        new Cast(TS, ValueType.VARCHAR),
        new Cast(new Arithmetic(ArithmeticOperator.MULTIPLY, A, B), ValueType.FLOAT));
  }

  @ParameterizedTest
  @EnumSource(MathFunction.class)
  void calls(MathFunction function) {
    List<Expression> arguments =
        switch (function) {
          case POWER -> List.of(A, B);
          case GREATEST, LEAST -> List.of(A, B, F);
          case EXP, LN, SQRT, ABS, FLOOR -> List.of(A);
        };
    check(new Call(function, arguments));
  }

  @Test
  void looksUp() {
    List<String> keys = List.of("", "a", "A", "ä", "\uFFFD", "\uD83D\uDE00", "it's", "a");
    List<Double> values = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0);
    List<String> many = new ArrayList<>(keys);
    IntStream.range(0, 500).forEach(i -> many.add("key" + i));
    many.addAll(List.of("b", "zz", "true"));
    List<Double> numbers = IntStream.range(0, many.size()).mapToObj(i -> i / 3.0).toList();
    check(
        new Lookup(S, keys, values, -1, -2),
        new Lookup(S, keys, values, 0, 0),
        new Lookup(S, keys, values, Double.NaN, Double.POSITIVE_INFINITY),
        new Lookup(S, List.of(), List.of(), 1, 2),
        new Lookup(R, many, numbers, -1, -2),
        new Lookup(new Cast(T, ValueType.VARCHAR), List.of("true"), List.of(1.0), 2, 3));
  }

  @Test
  void interpolates() {
    PiecewiseLinear few =
        PiecewiseLinear.of(
            List.of(-1e300, -2.0, -0.0, 0.5, 1.0, Math.nextUp(1.0), 3.0),
            List.of(-7.0, -1.0, 0.25, 0.25, 1.0, 2.0, 1e10));
    PiecewiseLinear falling = PiecewiseLinear.of(List.of(0.0, 2.0), List.of(1.0, -1.0));
    PiecewiseLinear steep =
        PiecewiseLinear.of(List.of(0.0, Double.MIN_VALUE), List.of(0.0, Double.MAX_VALUE));
    PiecewiseLinear one = PiecewiseLinear.of(List.of(1.0), List.of(4.5));
    List<Double> many = IntStream.range(0, 500).mapToObj(i -> (i - 250) / 64.0).toList();
    PiecewiseLinear wide = PiecewiseLinear.of(many, many.stream().map(Math::exp).toList());
    for (PiecewiseLinear line : List.of(few, falling, steep, one, wide)) {
      check(
          new Interpolation(line, A),
          new Interpolation(line, new Cast(N, ValueType.DOUBLE)),
          new Interpolation(line, new Cast(F, ValueType.DOUBLE)),
          new Interpolation(line, Literal.of(0.75)));
    }
  }

  @Test
  void sumsTrees() {
    check(
        new TreeSum(TestingModels.forest(2, 30, 6, 1), List.of(A, B)),
        new TreeSum(TestingModels.forest(3, 10, 4, 2), List.of(F, N, B)),
        new TreeSum(
            TestingModels.forest(2, 10, 4, 3),
            List.of(new Cast(A, ValueType.FLOAT), new Cast(T, ValueType.DOUBLE))));
  }

  static Stream<StructList> lists() {
    Expression a = new Case(List.of(new When(new IsMissing(A), Literal.of(0.5))), A);
    Expression b = new Lookup(S, List.of("a"), List.of(Double.NaN), 0.5, 2);
    Expression c = new Lookup(R, List.of("a", "b"), List.of(0.5, -0.0), Double.NaN, 0);
    List<List<Expression>> rows =
        List.of(
            List.of(Literal.of("x"), a, Literal.of(1L), T),
            List.of(Literal.of("y'"), b, N, U),
            List.of(S, c, Literal.of(3L), T),
            List.of(Literal.of("z"), Literal.of(0.5), M, new Literal(null, ValueType.BOOLEAN)));
    return Stream.of(1, 2, 3, 4)
        .flatMap(
            size ->
                Stream.of(1, 2, 4, 9)
                    .flatMap(
                        limit ->
                            Stream.of(true, false)
                                .map(
                                    descending ->
                                        new StructList(
                                            List.of("name", "key", "n", "t"),
                                            rows.subList(0, size),
                                            new Ordering("key", descending, limit)))));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void sortsLists(StructList list) {
    check(list);
  }

  @Test
  void keepsConstants() {
    check(
        Literal.of(0.1),
        Literal.of(-0.0),
        Literal.of(Double.NaN),
        Literal.of(Double.NEGATIVE_INFINITY),
        Literal.of(Double.MIN_VALUE),
        Literal.of(-Double.MAX_VALUE),
        Literal.of(Long.MIN_VALUE),
        Literal.of(Long.MAX_VALUE),
        Literal.of("it's \"\\ \n ä \uD83D\uDE00 \0 ;--/*"),
        new Literal(0.1f, ValueType.FLOAT),
        new Literal(true, ValueType.BOOLEAN),
        new Literal("2024-02-29", ValueType.DATE),
        new Literal("2024-02-29 01:02:03.000004", ValueType.TIMESTAMP),
        new Literal(null, ValueType.DATE),
        new Literal(null, ValueType.VARCHAR));
  }

  @Test
  void asksEachKeyOnceHoweverManyLookupsThereAre() {
    List<Named> outputs =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    new Named(
                        "o" + i,
                        new Lookup(S, List.of("k" + i, "a"), List.of(1.0, i + 0.5), 0, -1)))
            .toList();
    TestingParity.check(db, new Program(List.of(), outputs), QUERY);
  }

  private static void check(Expression... expressions) {
    List<Named> outputs =
        IntStream.range(0, expressions.length)
            .mapToObj(i -> new Named("o" + i, expressions[i]))
            .toList();
    Program program = new Program(List.of(), outputs);
    TestingParity.check(db, program, QUERY);
    TestingParity.check(db, program, QUERY, KNOWN);
    assertThat(Arrays.asList(expressions)).isNotEmpty();
  }
}
