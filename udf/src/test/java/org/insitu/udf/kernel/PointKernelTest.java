/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.insitu.udf.model.ModelFunction.Distance;
import org.insitu.udf.model.PointFunction;
import org.insitu.udf.model.Points;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kernel over more points than a run and more rows than a tile, against the plain search. */
class PointKernelTest {
  private static final int ROWS = 131;

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, EUCLIDEAN",
    "3, 1023, 5, EUCLIDEAN",
    "4, 1024, 3, EUCLIDEAN",
    "5, 1025, 9, EUCLIDEAN",
    "9, 2500, 40, EUCLIDEAN",
    "6, 2500, 2500, EUCLIDEAN",
    "5, 1025, 9, COSINE"
  })
  void findsWhatAPlainSearchFinds(int inputs, int points, int count, Distance distance) {
    Random random = new Random(points);
    double[] targets = random.doubles(points, -5, 5).toArray();
    var nearest =
        new PointFunction.Nearest(
            points(random, inputs, points), distance, count, true, 0, targets);
    check(nearest, random);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 63", "3, 64", "4, 1025", "6, 2000"})
  void sumsBells(int inputs, int points) {
    Random random = new Random(points);
    double[] weights = random.doubles(points, -5, 5).toArray();
    check(new PointFunction.BellSum(points(random, inputs, points), 0.75, 3.5, weights), random);
  }

  @Test
  void prefersTheFirstOfPointsEquallyFar() {
    Points points =
        new Points(List.of(Points.Input.NUMBER), 4, new double[] {1, -1, 1, Double.MAX_VALUE});
    var nearest =
        new PointFunction.Nearest(
            points, Distance.EUCLIDEAN, 2, false, 3, new double[] {0, 1, 2, 2});
    assertThat(answer(nearest, new double[][] {{0, 1, Double.NaN, Double.POSITIVE_INFINITY}}))
        .isEqualTo(new double[][] {{0.5, 0.5, 0.5, 0.5}, {0.5, 0, 0.5, 0.5}, {0, 0.5, 0, 0}});
  }

  @Test
  void countsOnlyPointsAtDistanceZeroWhereThereAreAny() {
    Points points = new Points(List.of(Points.Input.NUMBER), 4, new double[] {1, 1, 2, 3});
    var nearest =
        new PointFunction.Nearest(
            points, Distance.EUCLIDEAN, 3, true, 0, new double[] {10, 20, 90, 0});
    double[][] rows = {{1, 1.5, Double.POSITIVE_INFINITY}};
    assertThat(answer(nearest, rows)).isEqualTo(new double[][] {{15, 40, 40}});
  }

  @Test
  void refusesPointsThatDoNotFitTogether() {
    List<Points.Input> one = List.of(Points.Input.NUMBER);
    assertThatThrownBy(() -> new Points(one, 2, new double[1])).hasMessageContaining("1 coord");
    assertThatThrownBy(() -> new Points(one, 1, new double[] {Double.NaN}))
        .hasMessage("coordinate: NaN (expected: finite)");
    Points point = new Points(one, 1, new double[1]);
    assertThatThrownBy(() -> new PointFunction.BellSum(point, 0, 0, new double[1]))
        .hasMessageContaining("length scale: 0.0");
    assertThatThrownBy(
            () -> new PointFunction.Nearest(point, Distance.COSINE, 2, false, 0, new double[1]))
        .hasMessageContaining("nearest: 2");
    assertThatThrownBy(
            () -> new PointFunction.Nearest(point, Distance.COSINE, 1, false, 2, new double[] {2}))
        .hasMessage("target: 2.0 of 2 classes");
  }

  private static Points points(Random random, int inputs, int rows) {
    double[] coordinates = random.doubles((long) inputs * rows, -2, 2).toArray();
    return new Points(Collections.nCopies(inputs, Points.Input.NUMBER), rows, coordinates);
  }

  private static void check(PointFunction function, Random random) {
    int inputs = function.points().inputs().size();
    double[][] rows = new double[inputs][];
    for (int i = 0; i < inputs; i++) {
      rows[i] = random.doubles(ROWS, -2, 2).toArray();
    }
    double[][] actual = answer(function, rows);
    for (int row = 0; row < ROWS; row++) {
      double[] one = new double[inputs];
      for (int i = 0; i < inputs; i++) {
        one[i] = rows[i][row];
      }
      double expected = TestingPoints.answer(function, one)[0];
      assertThat(actual[0][row]).isCloseTo(expected, within(1e-11));
    }
  }

  private static double[][] answer(PointFunction function, double[][] rows) {
    double[][] out = new double[function.outputs()][rows[0].length];
    PointKernel.compile(function).compute(rows, rows[0].length, out);
    return out;
  }
}
