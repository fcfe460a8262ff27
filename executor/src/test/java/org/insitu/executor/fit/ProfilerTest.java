/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Percentage;
import org.insitu.executor.fit.rows.Source;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both roads of a profile: aggregates in the warehouse, and a pass over rows sent here. */
@ParameterizedClass(name = "rows sent here: {0}")
@ValueSource(booleans = {false, true})
class ProfilerTest {
  private static final FitResources RESOURCES = new FitResources(2, 1 << 28, 1 << 28);

  private final TestingRows rows = new TestingRows();
  private final boolean here;

  ProfilerTest(boolean here) {
    this.here = here;
  }

  @AfterEach
  void close() {
    rows.close();
  }

  private Profile unsupervised(String sql) {
    return profile(sql, "", Purpose.UNSUPERVISED);
  }

  private Profile profile(String sql, String label, Purpose purpose) {
    return here
        ? rows.profile(sql, label, purpose, RowsHere.of(RESOURCES, FitProgress.NONE))
        : rows.profile(sql, label, purpose);
  }

  private Feature.Numeric number(String values) {
    return (Feature.Numeric)
        unsupervised("SELECT unnest([" + values + "]) AS x").features().getFirst();
  }

  private static void assertFails(ThrowingCallable call, ErrorCode code, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(InsituException.class, e -> assertThat(e.code()).isEqualTo(code))
        .message()
        .contains(parts);
  }

  @Test
  void findsMeanAndSampleDeviationOfValuesPresent() {
    Profile profile = unsupervised("SELECT unnest([1.0, NULL, 4.0, 'nan'::DOUBLE, 7.0]) AS x");
    Feature.Numeric x = (Feature.Numeric) profile.features().getFirst();
    assertThat(x.mean()).isEqualTo(4);
    assertThat(x.standardDeviation()).isCloseTo(3, within(1e-9));
    assertThat(profile.columns().getFirst().missing()).isEqualTo(2);
    assertThat(profile.rows()).isEqualTo(5);
    assertThat(profile.notices()).isEmpty();
  }

  /** One pass over sums of squares would find a deviation of 0 or of thousands here. */
  @Test
  void keepsTheDeviationOfNumbersFarFromZero() {
    Feature.Numeric x =
        (Feature.Numeric)
            unsupervised("SELECT 1e9 + (i % 3) AS x FROM range(30000) r(i)").features().getFirst();
    assertThat(x.mean()).isEqualTo(1_000_000_001.0);
    assertThat(x.standardDeviation())
        .isCloseTo(Math.sqrt(2.0 / 3 * 30000 / 29999), Percentage.withPercentage(1e-7));
  }

  @Test
  void findsTheDeviationOfNumbersWhoseSquaresOverflow() {
    Feature.Numeric x = number("1e300, -1e300, 4e300, 0");
    assertThat(x.mean()).isCloseTo(1e300, Percentage.withPercentage(1e-10));
    assertThat(x.standardDeviation())
        .isCloseTo(1e300 * Math.sqrt(14.0 / 3), Percentage.withPercentage(1e-10));
    assertThat(number("1e-300, 3e-300").standardDeviation())
        .isCloseTo(Math.sqrt(2) * 1e-300, Percentage.withPercentage(1e-10));
  }

  /** All the sum of squares lies in one row here. */
  @Test
  void findsTheDeviationOfAnOutlier() {
    Feature.Numeric x =
        (Feature.Numeric)
            unsupervised(
                    "SELECT CASE WHEN i = 7 THEN 1e12 ELSE 0.1 END AS x FROM range(100000) r(i)")
                .features()
                .getFirst();
    double expected = 1e12 / Math.sqrt(100000);
    assertThat(x.standardDeviation()).isCloseTo(expected, Percentage.withPercentage(1e-7));
  }

  @Test
  void findsTheSameStatisticsWithAnyNumberOfThreads() {
    rows.run(
        "CREATE TABLE t AS SELECT sin(i) * 1e5 + i AS a, exp(-i / 1e5) AS b FROM range(500000)"
            + " r(i)");
    rows.run("SET threads = 1");
    List<Feature> one = unsupervised("FROM t").features();
    rows.run("SET threads = 4");
    for (int run = 0; run < 5; run++) {
      assertThat(unsupervised("FROM t").features()).isEqualTo(one);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TINYINT, BIGINT",
    "SMALLINT, BIGINT",
    "INTEGER, BIGINT",
    "BIGINT, BIGINT",
    "UTINYINT, BIGINT",
    "UINTEGER, BIGINT",
    "UBIGINT, DOUBLE",
    "HUGEINT, DOUBLE",
    "'DECIMAL(12,3)', DOUBLE",
    "FLOAT, DOUBLE",
    "DOUBLE, DOUBLE"
  })
  void takesEveryNumericType(String type, ValueType expected) {
    Profile profile = unsupervised("SELECT CAST(unnest([1, 2, NULL, 6]) AS " + type + ") AS x");
    Feature.Numeric x = (Feature.Numeric) profile.features().getFirst();
    assertThat(x.type()).isEqualTo(expected);
    assertThat(x.mean()).isEqualTo(3);
    assertThat(x.standardDeviation()).isCloseTo(Math.sqrt(7), within(1e-9));
    OptionalDouble median = here ? OptionalDouble.of(2) : OptionalDouble.empty();
    assertThat(profile.columns().getFirst())
        .isEqualTo(new ColumnProfile.Numeric(x, 1, 1, 6, median));
    assertThat(profile.bytesMoved() > 0).isEqualTo(here);
  }

  @Test
  void sortsLevelsByCodePointAndCountsThem() {
    Profile profile =
        unsupervised(
            "SELECT unnest(['b', 'a', NULL, 'B', 'a', '\uFF5E', '\uD83D\uDE00', 'it''s', '']) AS"
                + " c");
    Feature.Category c = (Feature.Category) profile.features().getFirst();
    assertThat(c.levels()).containsExactly("", "B", "a", "b", "it's", "\uFF5E", "\uD83D\uDE00");
    assertThat(c.missingSeen()).isTrue();
    assertThat(profile.columns().getFirst())
        .isEqualTo(new ColumnProfile.Category(c, 1, List.of(1L, 1L, 2L, 1L, 1L, 1L, 1L)));
  }

  @Test
  void knowsCategoriesByTheirText() {
    Profile profile =
        unsupervised(
            """
            SELECT i % 2 = 0 AS b, DATE '2020-02-28' + (i % 2)::INT AS d,
              (['lo', 'hi'])[1 + i % 2]::ENUM ('lo', 'hi') AS e
            FROM range(10) r(i)\
            """);
    assertThat(profile.features())
        .containsExactly(
            new Feature.Category("b", ValueType.BOOLEAN, List.of("false", "true"), false),
            new Feature.Category("d", ValueType.DATE, List.of("2020-02-28", "2020-02-29"), false),
            new Feature.Category("e", ValueType.VARCHAR, List.of("hi", "lo"), false));
  }

  @Test
  void countsMoreCategoriesThanOneQueryTakes() {
    StringBuilder sql = new StringBuilder("SELECT ");
    for (int i = 0; i < 65; i++) {
      sql.append("'v' || (i %% %d) AS \"c %d\", ".formatted(i + 2, i));
    }
    Profile profile = unsupervised(sql + "i FROM range(200) r(i)");
    for (int i = 0; i < 65; i++) {
      assertThat(((Feature.Category) profile.features().get(i)).levels()).hasSize(i + 2);
    }
  }

  @Test
  void quotesNames() {
    Profile profile = unsupervised("SELECT 1.5 AS \"a \"\"b\"\", c\", 'x' AS \"select\" -- end");
    assertThat(profile.features())
        .extracting(Feature::name)
        .containsExactly("a \"b\", c", "select");
  }

  @Test
  void saysWhichColumnsAreConstant() {
    Profile profile = unsupervised("SELECT 0.1 AS x, 'only' AS c, i AS y FROM range(9) r(i)");
    assertThat(profile.notices())
        .containsExactly("Column 'x' is 0.1 in every row.", "Column 'c' is 'only' in every row.");
    assertThat(profile.features().getFirst())
        .isEqualTo(new Feature.Numeric("x", ValueType.DOUBLE, 0.1, 1));
  }

  @Test
  void ordersClassesAsNumbersOrTextOrTruth() {
    assertThat(classes("unnest([10, 9, -3, 9])").classes()).containsExactly("-3", "9", "10");
    assertThat(classes("unnest(['10', '9'])").classes()).containsExactly("10", "9");
    assertThat(classes("unnest([TRUE, FALSE])").classes()).containsExactly("false", "true");
    assertThat(classes("unnest([TRUE, FALSE])").type()).isEqualTo(ValueType.BOOLEAN);
  }

  private Label classes(String label) {
    return profile("SELECT " + label + " AS y, 1 AS x", "y", Purpose.CLASSIFICATION)
        .label()
        .orElseThrow()
        .label();
  }

  @Test
  void findsTheMomentsOfARegressionsLabel() {
    var label =
        (LabelProfile.Numeric)
            profile("SELECT unnest([1, 2, 6]) AS y, 'a' AS c", "y", Purpose.REGRESSION)
                .label()
                .orElseThrow();
    assertThat(label.mean()).isEqualTo(3);
    assertThat(label.deviation()).isCloseTo(Math.sqrt(7), within(1e-9));
    assertThat(label.label()).isEqualTo(new Label("y", ValueType.BIGINT, List.of()));
  }

  @Test
  void refusesAQueryWithoutRows() {
    assertFails(
        () -> unsupervised("SELECT 1 AS x WHERE FALSE"),
        ErrorCode.NO_ROWS,
        "The training query answers with no row.");
  }

  @Test
  void refusesAQueryWithoutFeatures() {
    assertFails(
        () -> profile("SELECT 1 AS y", "y", Purpose.REGRESSION),
        ErrorCode.NO_FEATURES,
        "no column but the label");
  }

  @Test
  void refusesMissingLabels() {
    assertFails(
        () -> profile("SELECT 1 AS x, unnest([1, NULL, NULL]) AS y", "y", Purpose.REGRESSION),
        ErrorCode.LABEL_NULL,
        "'y' is NULL in 2 of 3 rows");
    assertFails(
        () -> profile("SELECT 1 AS x, unnest(['a', NULL, 'b']) AS y", "y", Purpose.CLASSIFICATION),
        ErrorCode.LABEL_NULL,
        "'y' is NULL in 1 of 3 rows");
  }

  @Test
  void refusesLabelsThatAreNoNumber() {
    String rows = "SELECT 1 AS x, unnest([1, 'nan'::DOUBLE, 'inf'::DOUBLE]) AS y";
    assertFails(
        () -> profile(rows, "y", Purpose.REGRESSION),
        ErrorCode.LABEL_NOT_FINITE,
        "'y' is NaN or infinite in 2 of 3 rows");
    assertFails(
        () -> profile(rows, "y", Purpose.CLASSIFICATION),
        ErrorCode.LABEL_TYPE,
        "The label 'y' has type DOUBLE");
  }

  @Test
  void refusesOneClass() {
    assertFails(
        () -> profile("SELECT 1 AS x, 'yes' AS y", "y", Purpose.CLASSIFICATION),
        ErrorCode.LABEL_ONE_CLASS,
        "'y' is 'yes' in all 1 rows");
  }

  @Test
  void refusesMoreClassesThanTheLimit() {
    assertFails(
        () -> profile("SELECT 1 AS x, i AS y FROM range(300) r(i)", "y", Purpose.CLASSIFICATION),
        ErrorCode.TOO_MANY_CLASSES,
        "'y' has more than 256 classes (allowed: <= 256)");
  }

  @Test
  void refusesLabelsOfTheWrongType() {
    assertFails(
        () -> profile("SELECT 1 AS x, 'a' AS y", "y", Purpose.REGRESSION),
        ErrorCode.LABEL_TYPE,
        "'y' has type VARCHAR");
    assertFails(
        () -> profile("SELECT 1 AS x, now() AS y", "y", Purpose.CLASSIFICATION),
        ErrorCode.LABEL_TYPE,
        "'y' has type TIMESTAMP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NULL::INT", "NULL::VARCHAR", "'nan'::DOUBLE"})
  void refusesAColumnWithoutValues(String value) {
    assertFails(
        () -> unsupervised("SELECT " + value + " AS x, i FROM range(7) r(i)"),
        ErrorCode.FEATURE_ALL_NULL,
        "Column 'x' is NULL in all 7 rows.");
  }

  @Test
  void refusesInfiniteFeatures() {
    assertFails(
        () -> unsupervised("SELECT unnest([1, 'inf'::DOUBLE, '-inf'::DOUBLE, 'nan'::DOUBLE]) AS x"),
        ErrorCode.FEATURE_NOT_FINITE,
        "'x' is infinite in 2 of 4 rows");
    assertFails(
        () -> number("1.7e308, -1.7e308"),
        ErrorCode.FEATURE_NOT_FINITE,
        "'x' has values from -1.7E308 to 1.7E308");
  }

  @ParameterizedTest
  @MethodSource("otherTypes")
  void refusesOtherTypesNamingACast(String value, String hint) {
    assertThatThrownBy(() -> unsupervised("SELECT " + value + " AS x"))
        .isInstanceOfSatisfying(
            InsituException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.COLUMN_TYPE);
              assertThat(e.hint()).contains(hint);
            });
  }

  static Stream<Arguments> otherTypes() {
    return Stream.of(
        Arguments.of("now()::TIMESTAMP", "CAST(x AS DATE)"),
        Arguments.of("now()", "CAST(x AS DATE)"),
        Arguments.of("[1, 2]", "x[1]"),
        Arguments.of("{'a': 1}", "x.field"),
        Arguments.of("INTERVAL 1 DAY", "epoch(x)"),
        Arguments.of("TIME '10:00'", "extract(hour FROM x)"),
        Arguments.of("'a'::BLOB", "Leave it out"));
  }

  @Test
  void refusesTooManyCategories() {
    Source source = rows.source("SELECT 'v' || i AS c, i AS x FROM range(5000) r(i)");
    var request =
        new ProfileRequest(
            source, source.describe().getFields(), Optional.empty(), Purpose.UNSUPERVISED);
    assertFails(
        () -> {
          Profiler profiler = new Profiler(new ProfileLimits(1000, 10));
          if (here) {
            profiler.profile(request, RowsHere.of(RESOURCES, FitProgress.NONE));
          } else {
            profiler.profile(request);
          }
        },
        ErrorCode.TOO_MANY_CATEGORIES,
        "Column 'c' has more than 1000 distinct values (allowed: <= 1000).");
  }
}
