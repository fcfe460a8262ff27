/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.TestingRows;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.ModelFunction.Distance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What scikit-learn's KNeighborsClassifier, KNeighborsRegressor and GaussianProcessRegressor
 * answer; {@code points.py} beside this test's resources prints the values.
 */
class PointsReferenceTest {
  private static final String INPUTS = "island, sex, bill_length_mm, bill_depth_mm, body_mass_g";

  private final TestingPointFits fits = new TestingPointFits();

  @AfterEach
  void close() {
    fits.close();
  }

  private static String penguins(String columns) {
    return "SELECT %s FROM read_csv('%s', nullstr = 'NA')"
        .formatted(columns, TestingRows.data("penguins.csv"));
  }

  /** Rows 3 (without numbers), 17, 111, 150, 200 and 300, counted from 0, moved a little. */
  private static String asked() {
    return """
    SELECT island, sex, bill_length_mm + 5.37 AS bill_length_mm,
      bill_depth_mm - 0.13 AS bill_depth_mm, body_mass_g + 7.7 AS body_mass_g
    FROM (SELECT *, row_number() OVER () AS place FROM (%s))
    WHERE place IN (4, 18, 112, 151, 201, 301) ORDER BY place\
    """
        .formatted(penguins("*"));
  }

  private static void assertNumbers(List<double[]> found, double tolerance, double... expected) {
    double[] all = found.stream().flatMapToDouble(Arrays::stream).toArray();
    assertThat(all).hasSameSizeAs(expected);
    for (int i = 0; i < all.length; i++) {
      assertThat(all[i]).as("number %s", i).isCloseTo(expected[i], within(tolerance));
    }
  }

  private List<double[]> species(NeighborOptions options) {
    String sql = penguins("species, " + INPUTS);
    return fits.answers(
        fits.neighbors(sql, "species", Purpose.CLASSIFICATION, options, 2).model(), asked());
  }

  @Test
  void sharesOfPenguinsWithCategoriesAndMissingValues() {
    assertNumbers(
        species(NeighborOptions.DEFAULT.withNeighbors(9)),
        1e-12,
        0.8888888888888888,
        0.0,
        0.1111111111111111,
        0.7777777777777778,
        0.2222222222222222,
        0.0,
        0.2222222222222222,
        0.7777777777777778,
        0.0,
        0.4444444444444444,
        0.5555555555555556,
        0.0,
        0.0,
        0.0,
        1.0,
        0.0,
        1.0,
        0.0);
  }

  @Test
  void sharesByTheInverseOfTheDistance() {
    assertNumbers(
        species(NeighborOptions.DEFAULT.withNeighbors(9).withDistance(Distance.EUCLIDEAN, true)),
        1e-12,
        1.0,
        0.0,
        0.0,
        0.830250516452806,
        0.1697494835471941,
        0.0,
        0.26680928677100757,
        0.7331907132289924,
        0.0,
        0.38574522360040814,
        0.6142547763995919,
        0.0,
        0.0,
        0.0,
        1.0,
        0.0,
        1.0,
        0.0);
  }

  @Test
  void meansOfTheNearestDirections() {
    NeighborOptions options =
        NeighborOptions.DEFAULT.withNeighbors(9).withDistance(Distance.COSINE, false);
    ModelFunction model =
        fits.neighbors(penguins("year, " + INPUTS), "year", Purpose.REGRESSION, options, 2).model();
    assertNumbers(
        fits.answers(model, asked()),
        1e-9,
        2007.6666666666667,
        2007.888888888889,
        2008.5555555555557,
        2008.111111111111,
        2008.6666666666667,
        2008.0);
  }

  private static String iris() {
    return "SELECT sepal_length, sepal_width, petal_length, petal_width FROM read_csv('%s')"
        .formatted(TestingRows.data("iris.csv"));
  }

  @Test
  void processWithAGivenKernelAndItsLikelihood() {
    GaussianOptions options = GaussianOptions.DEFAULT.withLengthScale(1.5).withNoiseRatio(0.05);
    var fitted = fits.process(iris(), "petal_width", options, 2);
    String asked =
        """
        SELECT sepal_length + 0.5 AS sepal_length, sepal_width + 0.5 AS sepal_width,
          petal_length + 0.5 AS petal_length
        FROM (SELECT *, row_number() OVER () AS place FROM (%s))
        WHERE place IN (1, 71, 134) ORDER BY place\
        """
            .formatted(iris());
    assertNumbers(
        fits.answers(fitted.model(), asked),
        1e-10,
        0.3373904700890491,
        2.2356607617684254,
        2.23771572431244);
    assertThat(likelihood(fitted.report())).isCloseTo(-25.04205931448132, within(1e-9));
  }

  /** Scikit-learn searches by L-BFGS-B from 21 starts, each of the three numbers by itself. */
  @Test
  void searchFindsTheGreatestLikelihood() {
    var fitted = fits.process(iris(), "petal_width", GaussianOptions.DEFAULT, 2);
    assertThat(likelihood(fitted.report())).isCloseTo(-16.96578835072563, within(1e-6));
    var sum = ((ModelFunction.GaussianProcess) fitted.model()).sum();
    assertThat(sum.lengthScale()).isCloseTo(3.96, within(0.01));
  }

  private static double likelihood(FitReport report) {
    return -150 * report.iterations().getFirst().loss();
  }
}
