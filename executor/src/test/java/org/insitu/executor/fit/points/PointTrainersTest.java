/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.artefact.ModelCodec;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.PointFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for models of training rows whatever the data. */
class PointTrainersTest {
  private static final String ROWS =
      """
      SELECT (i * 7919) % 211 AS x, (i * 104729) % 97 AS z, chr(97 + (i % 3)::INT) AS c,
        ((i * 7919) % 211) // 50 + i % 3 AS y
      FROM range(422) AS r(i)\
      """;

  private final TestingPointFits fits = new TestingPointFits();

  @AfterEach
  void close() {
    fits.close();
  }

  private static PointFunction function(Fitted fitted) {
    return switch (fitted.model()) {
      case ModelFunction.GaussianProcess m -> m.sum();
      case ModelFunction.NearestNeighbors m -> m.nearest();
      default -> throw new AssertionError(fitted.model());
    };
  }

  private Fitted neighbors(String sql) {
    return fits.neighbors(sql, "y", Purpose.REGRESSION, NeighborOptions.DEFAULT, 1);
  }

  private static GaussianOptions fixed(double length, double noise) {
    return GaussianOptions.DEFAULT.withLengthScale(length).withNoiseRatio(noise);
  }

  @Test
  void searchDoesNotDependOnThreads() {
    byte[] one = bytes(fits.process(ROWS, "y", GaussianOptions.DEFAULT, 1));
    assertThat(bytes(fits.process(ROWS, "y", GaussianOptions.DEFAULT, 3))).isEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(strings = {"i", "-i", "(i * 263) % 422"})
  void modelsDoNotDependOnTheOrderOfRows(String order) {
    String ordered = ROWS + " ORDER BY " + order;
    assertThat(bytes(neighbors(ordered))).isEqualTo(bytes(neighbors(ROWS)));
    assertThat(bytes(fits.process(ordered, "y", fixed(1, 0.1), 2)))
        .isEqualTo(bytes(fits.process(ROWS, "y", fixed(1, 0.1), 2)));
  }

  private static byte[] bytes(Fitted fitted) {
    return ModelCodec.write(fitted.model()).arrays();
  }

  @Test
  void keepsRowsInTheOrderOfTheirValues() {
    double[] coordinates = function(neighbors(ROWS)).points().coordinates();
    assertThat(Arrays.copyOf(coordinates, 422)).isSorted();
  }

  /** The weights solve {@code (R + g I) w = y} for 130 rows: two panels and a rest. */
  @Test
  void weightsSolveTheSystem() {
    String sql = ROWS + " LIMIT 130";
    var sum = (PointFunction.BellSum) function(fits.process(sql, "y", fixed(1, 0.25), 2));
    var nearest = (PointFunction.Nearest) function(neighbors(sql));
    for (int i = 0; i < 130; i++) {
      double label = sum.bias() + 0.25 * sum.weights()[i];
      for (int j = 0; j < 130; j++) {
        label += sum.weights()[j] * Math.exp(sum.exponent() * square(sum, i, j));
      }
      assertThat(label).isCloseTo(nearest.targets()[i], within(1e-12));
    }
  }

  private static double square(PointFunction.BellSum sum, int i, int j) {
    double x = sum.points().at(0, i) - sum.points().at(0, j);
    double z = sum.points().at(1, i) - sum.points().at(1, j);
    return x * x + z * z + (sum.points().at(2, i) == sum.points().at(2, j) ? 0 : 2);
  }

  @Test
  void searchesForTheNumberThatIsNotGiven() {
    double both = loss(fits.process(ROWS, "y", GaussianOptions.DEFAULT, 2));
    double length = loss(fits.process(ROWS, "y", GaussianOptions.DEFAULT.withNoiseRatio(0.5), 2));
    double noise = loss(fits.process(ROWS, "y", GaussianOptions.DEFAULT.withLengthScale(3), 2));
    double none = loss(fits.process(ROWS, "y", fixed(3, 0.5), 2));
    assertThat(both).isLessThan(length).isLessThan(noise);
    assertThat(none).isGreaterThan(length).isGreaterThan(noise);
  }

  private static double loss(Fitted fitted) {
    return fitted.report().iterations().getFirst().loss();
  }

  @Test
  void aConstantLabelIsPredictedEverywhere() {
    String sql = "SELECT i AS x, 7 AS y FROM range(9) AS r(i)";
    Fitted fitted = fits.process(sql, "y", GaussianOptions.DEFAULT, 1);
    assertThat(loss(fitted)).isNaN();
    assertThat(fits.answers(fitted.model(), "SELECT 100 AS x").getFirst()).containsExactly(7);
  }

  @Test
  void refusesRowsThatContradictEachOtherWithoutNoise() {
    String sql = "SELECT i // 2 AS x, i AS y FROM range(40) AS r(i)";
    assertThatThrownBy(() -> fits.process(sql, "y", fixed(1, 0), 1))
        .hasMessageContaining("singular at length scale 1.0 and noise ratio 0.0")
        .extracting(e -> ((InsituException) e).code())
        .isEqualTo(ErrorCode.SINGULAR);
    assertThat(loss(fits.process(sql, "y", fixed(1, 0.1), 1))).isFinite();
  }

  @Test
  void refusesMoreThanItKeeps() {
    assertThatThrownBy(() -> GaussianTrainer.requireSize(2_001))
        .hasMessage("Training rows: 2001 (allowed for GAUSSIAN_PROCESS: <= 2000)")
        .extracting(e -> ((InsituException) e).code())
        .isEqualTo(ErrorCode.TOO_MUCH_DATA);
    GaussianTrainer.requireSize(2_000);
    assertThatThrownBy(() -> NeighborTrainer.requireSize(400_001, 10))
        .hasMessageContaining("400001 * 10 = 4000010")
        .extracting(e -> ((InsituException) e).hint())
        .asString()
        .contains("USING SAMPLE 400000 ROWS");
    NeighborTrainer.requireSize(400_000, 10);
  }

  @Test
  void refusesMoreNeighboursThanRows() {
    assertThatThrownBy(() -> neighbors(ROWS + " LIMIT 4"))
        .hasMessage("NUM_NEIGHBORS is 5 (allowed: <= the training rows, 4)")
        .extracting(e -> ((InsituException) e).code())
        .isEqualTo(ErrorCode.TOO_FEW_ROWS);
  }
}
