/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.insitu.executor.fit.CategoryEncoding;
import org.insitu.executor.fit.Estimates.Estimate;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.TestingRows;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.LinearPredictor.Term;
import org.insitu.udf.model.ModelFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that nearly determine one another, factorised by queries as by rows sent here. */
class OrthogonalQueryTest {
  private static final String POWERS =
      """
      SELECT x, x ** 2 AS x2, x ** 3 AS x3, x ** 4 AS x4, x ** 5 AS x5, x ** 6 AS x6,
        CASE WHEN i % 17 = 0 THEN NULL ELSE sin(i) END AS m, ['a', 'b', 'c'][1 + i % 3] AS c,
        1 + x + x ** 2 + x ** 6 + 1e3 * cos(i * i) + i % 3 AS y
      FROM (SELECT i, i / 50 AS x FROM range(1000) r(i))\
      """;

  private final TestingRows rows = new TestingRows();

  @AfterEach
  void close() {
    rows.close();
  }

  private Fitted fit(String sql, LinearTerms terms, FitPlace place) {
    TrainingSet data = rows.training(sql, "y", Purpose.REGRESSION);
    return new LinearTrainer(new FitResources(2, 1 << 30, 1 << 30))
        .fit(data, new LinearOptions(terms, place), FitProgress.NONE);
  }

  private static LinearPredictor predictor(Fitted fitted) {
    return ((ModelFunction.LinearRegression) fitted.model()).predictor();
  }

  private static double slope(Fitted fitted, int feature) {
    return ((Term.Slope) predictor(fitted).terms().get(feature)).weight();
  }

  /** A column twice, and a label that the columns give exactly. */
  @ParameterizedTest
  @ValueSource(strings = {"3 * i + 1", "7", "i"})
  void nothingIsLeftOfALabelThatIsFitted(String label) {
    String sql =
        "SELECT CAST(i AS DOUBLE) AS x, CAST(2 * i AS DOUBLE) AS twice, CAST(%s AS DOUBLE) AS y"
                .formatted(label)
            + " FROM (SELECT i % 2 AS i FROM range(64) AS r(i))";
    Fitted there = fit(sql, LinearTerms.DEFAULT.withPValues(), FitPlace.WAREHOUSE);
    assertThat(there.report().iterations().getLast().loss()).isLessThan(1e-20);
    assertThat(there.estimates().orElseThrow().raw().getFirst().standardError()).isLessThan(1e-10);
    assertThat(slope(there, 0))
        .isCloseTo(label.equals("7") ? 0 : label.equals("i") ? 1 : 3, within(1e-10));
  }

  /** The rounding of a label says nothing of the columns. */
  @ParameterizedTest
  @EnumSource(
      value = FitPlace.class,
      names = {"LOCAL", "WAREHOUSE"})
  void aFloatLabelDropsNoColumnOfDoubles(FitPlace place) {
    String sql =
        "SELECT x, x + 1e-8 * sin(i * i) AS near, CAST(x + sin(i) AS FLOAT) AS y"
            + " FROM (SELECT i, i / 100 AS x FROM range(500) AS r(i))";
    Fitted fitted = fit(sql, LinearTerms.DEFAULT, place);
    assertThat(fitted.report().notices()).isEmpty();
    assertThat(slope(fitted, 1)).isNotZero();
  }

  static Stream<Arguments> terms() {
    LinearTerms plain = LinearTerms.DEFAULT;
    return Stream.of(
        Arguments.of("plain", plain),
        Arguments.of("ridge", plain.withRegularization(0, 1e-6)),
        Arguments.of("no intercept", plain.withFitIntercept(false)),
        Arguments.of("dummy", plain.withCategoryEncoding(CategoryEncoding.DUMMY)),
        Arguments.of("p-values", plain.withPValues()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("terms")
  void agreesWithHouseholder(String name, LinearTerms terms) {
    Fitted here = fit(POWERS, terms, FitPlace.LOCAL);
    Fitted there = fit(POWERS, terms, FitPlace.WAREHOUSE);
    assertThat(here.report().method()).startsWith("Householder QR (condition ");
    assertThat(there.report().method()).startsWith("Cholesky QR, 2 queries (condition ");
    assertThat(there.report().ranIn()).isEqualTo("warehouse");
    assertThat(there.report().bytesMoved()).isZero();
    assertThat(there.report().notices()).isEmpty();
    Percentage eight = Percentage.withPercentage(1e-6);
    assertThat(predictor(there).intercept()).isCloseTo(predictor(here).intercept(), eight);
    for (int f = 0; f < 7; f++) {
      assertThat(slope(there, f)).as("%s %d", name, f).isCloseTo(slope(here, f), eight);
    }
    Term.Weights expected = (Term.Weights) predictor(here).terms().get(7);
    Term.Weights found = (Term.Weights) predictor(there).terms().get(7);
    for (int level = 0; level < 3; level++) {
      double weight = expected.weights().get(level);
      assertThat(found.weights().get(level)).isCloseTo(weight, within(1e-9 * 1e3));
    }
    assertThat(there.report().iterations().getFirst().loss())
        .isCloseTo(here.report().iterations().getFirst().loss(), eight);
    here.estimates()
        .ifPresent(
            e -> {
              List<Estimate> others = there.estimates().orElseThrow().raw();
              for (int i = 0; i < others.size(); i++) {
                double error = e.raw().get(i).standardError();
                if (error > 0) { // the reference has none
                  assertThat(others.get(i).standardError()).isCloseTo(error, eight);
                }
              }
            });
  }

  /** What the products cannot tell from 0 is found by the next query, however small. */
  @ParameterizedTest
  @MethodSource("places")
  void tellsANearlyDependentColumnFromADependentOne(FitPlace place) {
    String sql =
        """
        SELECT a, b, a + b * 3 + 1e-8 * s AS near, a - 2 * b + 1 AS depends, 5 AS one,
          a + 1e8 * (1e-8 * s) + 2 * b AS y
        FROM (SELECT i::DOUBLE AS a, (i * i % 11)::DOUBLE AS b, sin(i) AS s FROM range(200) r(i))\
        """;
    Fitted fitted = fit(sql, LinearTerms.DEFAULT, place);
    assertThat(fitted.report().notices())
        .containsExactly(
            "Columns that depend on those before them have the weight 0: depends, one.");
    // y is a + s + 2b, and s is 1e8 of what near has beyond a + 3b.
    assertThat(slope(fitted, 2)).isCloseTo(1e8, Percentage.withPercentage(1e-4));
    assertThat(slope(fitted, 0)).isCloseTo(1 - 1e8, Percentage.withPercentage(1e-4));
    assertThat(slope(fitted, 1)).isCloseTo(2 - 3e8, Percentage.withPercentage(1e-4));
    assertThat(slope(fitted, 3)).isZero();
  }

  static Stream<FitPlace> places() {
    return Stream.of(FitPlace.values());
  }

  /** A sum of floats is off by their rounding, which is not to be taken for a column's own say. */
  @ParameterizedTest
  @MethodSource("places")
  void theRoundingOfFloatsIsNoColumn(FitPlace place) {
    String sql =
        """
        SELECT a, b, (a + b)::FLOAT AS both, a - b AS y
        FROM (SELECT (sin(i) + 3)::FLOAT AS a, (cos(i * i) + 3)::FLOAT AS b FROM range(500) r(i))\
        """;
    Fitted fitted = fit(sql, LinearTerms.DEFAULT, place);
    assertThat(fitted.report().notices())
        .containsExactly("Columns that depend on those before them have the weight 0: both.");
    assertThat(slope(fitted, 0)).isCloseTo(1, within(1e-6));
  }

  @Test
  void wellConditionedColumnsCostOneQuery() {
    String sql = "SELECT i AS a, i * i % 97 AS b, i % 7 AS y FROM range(500) r(i)";
    assertThat(fit(sql, LinearTerms.DEFAULT, FitPlace.WAREHOUSE).report().method())
        .startsWith("normal equations");
  }

  /** A layer of SQL for each column: as many as the aggregates of a query allow. */
  @Test
  void takesAsManyColumnsAsOneQueryBears() {
    StringBuilder columns = new StringBuilder("SELECT t");
    for (int k = 1; k < 60; k++) {
      columns.append(", cos(%d * t) + 100 * sin(t) AS c%d".formatted(k, k));
    }
    String sql = columns + ", cos(59 * t) AS y FROM (SELECT i / 500 AS t FROM range(3000) r(i))";
    Fitted here = fit(sql, LinearTerms.DEFAULT, FitPlace.LOCAL);
    Fitted there = fit(sql, LinearTerms.DEFAULT, FitPlace.WAREHOUSE);
    assertThat(there.report().method()).startsWith("Cholesky QR");
    for (int f = 0; f < 60; f++) {
      assertThat(slope(there, f)).as("c%d", f).isCloseTo(slope(here, f), within(1e-8));
    }
  }
}
