/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.isotonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.TestingRows;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.expression.PiecewiseLinear;
import org.insitu.udf.model.ModelFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Isotonic fits in both places. Reference values are scikit-learn's; {@code isotonic.py} beside
 * this test's resources prints them.
 */
class IsotonicTrainerTest {
  private static final IsotonicOptions PLAIN = IsotonicOptions.DEFAULT;
  private static final String ROWS =
      """
      SELECT (i * 37) %% 101 - 40 AS x, %s AS y%s FROM range(300) AS r(i)\
      """;
  private static final String LABEL = "((i * 37) % 101) // 10 + (i * 7919) % 13";
  private static final double[] AT = {-45, -40, -36.75, -22.5, 10, 37.125, 59.5, 60, 1000};

  private static Fitted fit(TestingRows rows, String sql, IsotonicOptions options, FitPlace place) {
    String features = "SELECT * EXCLUDE (%s) FROM (%s)";
    TrainingSet data =
        rows.training(
            options.rowWeights().isPresent() ? features.formatted("w", sql) : sql,
            "y",
            Purpose.REGRESSION);
    TrainingSet whole = new TrainingSet(rows.source(sql), data.profile(), data.evaluation());
    return new IsotonicTrainer(new FitResources(2, 1 << 30, 1 << 30))
        .fit(whole, options.withPlace(place), FitProgress.NONE);
  }

  private static PiecewiseLinear line(Fitted fitted) {
    return ((ModelFunction.Isotonic) fitted.model()).line();
  }

  private static void check(Fitted fitted, int points, double loss, double... values) {
    PiecewiseLinear line = line(fitted);
    assertThat(line.points()).isEqualTo(points);
    for (int i = 0; i < AT.length; i++) {
      assertThat(line.at(AT[i])).as("at " + AT[i]).isCloseTo(values[i], within(1e-12));
    }
    assertThat(fitted.report().iterations().getLast().loss()).isCloseTo(loss, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(
      value = FitPlace.class,
      names = {"LOCAL", "WAREHOUSE"})
  void agreesWithScikitLearn(FitPlace place) {
    try (TestingRows rows = new TestingRows()) {
      Fitted rising = fit(rows, ROWS.formatted(LABEL, ""), PLAIN, place);
      check(
          rising,
          35,
          13.600046401616577,
          2.6666666666666665,
          2.6666666666666665,
          5.8,
          7.916666666666667,
          10.385964912280702,
          12.74074074074074,
          16.444444444444443,
          16.444444444444443,
          16.444444444444443);
      assertThat(rising.report().ranIn())
          .isEqualTo(place == FitPlace.LOCAL ? "local" : "warehouse");
      check(
          fit(rows, ROWS.formatted("20 - (" + LABEL + ")", ""), PLAIN.withRising(false), place),
          35,
          13.600046401616577,
          17.333333333333332,
          17.333333333333332,
          14.2,
          12.083333333333334,
          9.614035087719298,
          7.2592592592592595,
          3.5555555555555554,
          3.5555555555555554,
          3.5555555555555554);
      check(
          fit(rows, ROWS.formatted(LABEL, ", 1 + i % 3 AS w"), PLAIN.withRowWeights("W"), place),
          29,
          13.57688698287496,
          3.8333333333333335,
          3.8333333333333335,
          6.083333333333333,
          7.8,
          10.333333333333334,
          12.716666666666667,
          16.166666666666668,
          16.166666666666668,
          16.166666666666668);
    }
  }

  /**
   * What the fit is by definition, of values in order: the greatest over their beginnings of the
   * least over their ends of the mean between (R. Barlow and others, 1972, 1.9).
   */
  @ParameterizedTest
  @EnumSource(
      value = FitPlace.class,
      names = {"LOCAL", "WAREHOUSE"})
  void isTheGreatestOfLeastMeans(FitPlace place) {
    Random random = new Random(3);
    try (TestingRows rows = new TestingRows()) {
      for (int round = 0; round < 10; round++) {
        int n = 1 + random.nextInt(25);
        double[] y = random.doubles(n, -1e3, 1e3).toArray();
        double[] w = random.doubles(n, 0, 5).toArray();
        String values =
            IntStream.range(0, n)
                .mapToObj(i -> "(%s::DOUBLE, %s::DOUBLE, %s::DOUBLE)".formatted(i, y[i], w[i]))
                .collect(Collectors.joining(", "));
        PiecewiseLinear line =
            line(
                fit(
                    rows,
                    "SELECT * FROM (VALUES " + values + ") AS t(x, y, w)",
                    PLAIN.withRowWeights("w"),
                    place));
        for (int k = 0; k < n; k++) {
          assertThat(line.at(k)).isCloseTo(greatestOfLeast(y, w, k), within(1e-9));
        }
      }
    }
  }

  private static double greatestOfLeast(double[] y, double[] w, int k) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int from = 0; from <= k; from++) {
      double least = Double.POSITIVE_INFINITY;
      double weight = 0;
      double sum = 0;
      for (int to = from; to < y.length; to++) {
        weight += w[to];
        sum += w[to] * y[to];
        least = to >= k ? Math.min(least, sum / weight) : least;
      }
      greatest = Math.max(greatest, least);
    }
    return greatest;
  }

  @ParameterizedTest
  @EnumSource(
      value = FitPlace.class,
      names = {"LOCAL", "WAREHOUSE"})
  void missingValuesAreTheMeanAndZerosAreAlike(FitPlace place) {
    try (TestingRows rows = new TestingRows()) {
      String sql =
          """
          SELECT * FROM (VALUES (-2.0::DOUBLE, 1.0), (-0.0, 2.0), (0.0, 4.0), (2.0, 7.0),
            (NULL, 6.0), ('NaN', 0.0)) AS t(x, y)\
          """;
      PiecewiseLinear line = line(fit(rows, sql, PLAIN, place));
      assertThat(line)
          .isEqualTo(PiecewiseLinear.of(List.of(-2.0, 0.0, 2.0), List.of(1.0, 3.0, 7.0)));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FitPlace.class,
      names = {"LOCAL", "WAREHOUSE"})
  void rowsOfNoWeightSayNothing(FitPlace place) {
    try (TestingRows rows = new TestingRows()) {
      String sql = "SELECT i AS x, i * i AS y, %s AS w FROM range(9) r(i)";
      PiecewiseLinear line =
          line(fit(rows, sql.formatted("i % 4"), PLAIN.withRowWeights("w"), place));
      assertThat(IntStream.range(0, line.points()).mapToDouble(line::x))
          .containsExactly(1.0, 2.0, 3.0, 5.0, 6.0, 7.0);
      assertThatThrownBy(() -> fit(rows, sql.formatted("0"), PLAIN.withRowWeights("w"), place))
          .isInstanceOfSatisfying(
              InsituException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_ROWS));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FitPlace.class,
      names = {"LOCAL", "WAREHOUSE"})
  void refusesOddWeights(FitPlace place) {
    try (TestingRows rows = new TestingRows()) {
      for (String odd : List.of("NULL", "-1", "'NaN'::DOUBLE", "'inf'::DOUBLE")) {
        String sql =
            "SELECT i AS x, i AS y, CASE WHEN i = 7 THEN %s ELSE 1.0::DOUBLE END AS w FROM"
                + " range(9) r(i)";
        assertThatThrownBy(() -> fit(rows, sql.formatted(odd), PLAIN.withRowWeights("w"), place))
            .as(odd)
            .isInstanceOfSatisfying(
                InsituException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ROW_WEIGHT));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FitPlace.class,
      names = {"LOCAL", "WAREHOUSE"})
  void refusesMorePointsThanAModelMayHave(FitPlace place) {
    try (TestingRows rows = new TestingRows()) {
      String sql = "SELECT i AS x, i AS y FROM range(%d) r(i)";
      assertThat(line(fit(rows, sql.formatted(Pool.POINTS_MAX), PLAIN, place)).points())
          .isEqualTo(Pool.POINTS_MAX);
      assertThatThrownBy(() -> fit(rows, sql.formatted(Pool.POINTS_MAX + 1), PLAIN, place))
          .isInstanceOf(InsituException.class)
          .hasMessageContaining("Points of the fitted function: 100001 (allowed: <= 100000)");
    }
  }

  @Test
  void givesTheSameBitsAgainAndWithOneValue() {
    try (TestingRows rows = new TestingRows()) {
      String sql =
          "SELECT (i * 37) % 1009 / 7 AS x, (i * 7919) % 499 / 3 AS y FROM range(9000) r(i)";
      assertThat(line(fit(rows, sql, PLAIN, FitPlace.LOCAL)))
          .isEqualTo(line(fit(rows, sql, PLAIN, FitPlace.LOCAL)));
      PiecewiseLinear one =
          line(fit(rows, "SELECT 5 AS x, i AS y FROM range(9) r(i)", PLAIN, FitPlace.LOCAL));
      assertThat(one).isEqualTo(PiecewiseLinear.of(List.of(5.0), List.of(4.0)));
    }
  }
}
