/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.kernel.TestingParity;
import org.insitu.udf.model.ClassEvidence.Evidence;
import org.insitu.udf.sql.TestingDuckDb;
import org.junit.jupiter.api.Test;

/** Exact attributions of classes' log-densities, against sums by hand. */
class ClassSharesTest {
  private static ModelFunction bayes(int classes) {
    List<ClassEvidence> all =
        List.of(
            new ClassEvidence(
                0.5,
                List.of(
                    new Evidence.Gaussian(1, 4), new Evidence.Shares(List.of(0.5, 0.25), 0.25))),
            new ClassEvidence(
                0.3,
                List.of(
                    new Evidence.Gaussian(3, 1), new Evidence.Shares(List.of(0.25, 0.25), 0.5))),
            new ClassEvidence(
                0.2,
                List.of(
                    new Evidence.Gaussian(-2, 9),
                    new Evidence.Shares(List.of(0.125, 0.75), 0.125))));
    return new ModelFunction.NaiveBayes(
        List.of(
            new Feature.Numeric("x", ValueType.DOUBLE, 1.0, 2.0),
            new Feature.Category("c", ValueType.VARCHAR, List.of("p", "q"), true)),
        new Label("y", ValueType.VARCHAR, List.of("a", "b", "d").subList(0, classes)),
        all.subList(0, classes));
  }

  private static double log(double mean, double variance, double x) {
    return -0.5 * Math.log(2 * Math.PI * variance) - (x - mean) * (x - mean) / (2 * variance);
  }

  private static List<Object> explained(ModelFunction model, String row) {
    try (TestingDuckDb db = new TestingDuckDb()) {
      return TestingParity.kernel(db, ModelExplanations.of(model, new ExplainOptions(5, 0.5)), row)
          .getFirst();
    }
  }

  private static double share(List<Object> row, String feature) {
    return ((List<?>) row.get(2))
        .stream()
            .map(List.class::cast)
            .filter(entry -> entry.getFirst().equals(feature))
            .mapToDouble(entry -> (double) entry.get(1))
            .findFirst()
            .orElseThrow();
  }

  /** Numbers: the mixture's mean and variance give the expected square; levels: their shares. */
  @Test
  void ofTwoClassesALogRatioLessTheExpectedOne() {
    List<Object> row = explained(bayes(2), "SELECT 2.5 AS x, 'p' AS c");
    double p0 = 0.5 / 0.8;
    double p1 = 0.3 / 0.8;
    double mean = p0 * 1 + p1 * 3;
    double variance = p0 * (4 + 1) + p1 * (1 + 9) - mean * mean;
    double expected0 = -0.5 * Math.log(2 * Math.PI * 4) - (variance + (mean - 1) * (mean - 1)) / 8;
    double expected1 = -0.5 * Math.log(2 * Math.PI) - (variance + (mean - 3) * (mean - 3)) / 2;
    double x = log(3, 1, 2.5) - log(1, 4, 2.5) - (expected1 - expected0);
    double[] level = {p0 * 0.5 + p1 * 0.25, 0.25, p0 * 0.25 + p1 * 0.5};
    double levels = level[0] * Math.log(0.5) + level[1] * 0 + level[2] * Math.log(2);
    double c = Math.log(0.5) - levels;
    double prediction = Math.log(0.3 / 0.5) + log(3, 1, 2.5) - log(1, 4, 2.5) + Math.log(0.5);
    double sign = prediction > 0 ? 1 : -1;
    assertThat(row.getFirst()).isEqualTo(prediction > 0 ? "b" : "a");
    assertThat(share(row, "x")).isCloseTo(sign * x, within(1e-13));
    assertThat(share(row, "c")).isCloseTo(sign * c, within(1e-13));
    assertThat((double) row.get(4)).isCloseTo(sign * prediction, within(1e-13));
    assertThat((double) row.get(3)).isCloseTo(sign * (prediction - x - c), within(1e-13));
    assertThat(row.get(5)).isEqualTo(0.0);
    double probability = (double) row.get(1);
    assertThat(Math.log(probability / (1 - probability)))
        .isCloseTo(Math.abs(prediction), within(1e-12));
  }

  @Test
  void ofMoreClassesAScoreLessTheMeanOfAll() {
    List<Object> row = explained(bayes(3), "SELECT -4.0 AS x, 'q' AS c");
    double[] scores = {
      Math.log(0.5) + log(1, 4, -4) + Math.log(0.25),
      Math.log(0.3) + log(3, 1, -4) + Math.log(0.25),
      Math.log(0.2) + log(-2, 9, -4) + Math.log(0.75)
    };
    double mean = (scores[0] + scores[1] + scores[2]) / 3;
    assertThat(row.getFirst()).isEqualTo("d");
    assertThat((double) row.get(4)).isCloseTo(scores[2] - mean, within(1e-12));
    assertThat((double) row.get(3) + share(row, "x") + share(row, "c"))
        .isCloseTo(scores[2] - mean, within(1e-12));
  }

  @Test
  void anUnseenCategoryAddsWhatIsExpectedWithTheOtherSign() {
    ModelFunction model = bayes(2);
    double seen = share(explained(model, "SELECT 3.0 AS x, 'q' AS c"), "c");
    double unseen = share(explained(model, "SELECT 3.0 AS x, 'new' AS c"), "c");
    assertThat(unseen).isEqualTo(seen); // level q speaks for neither class
  }

  @Test
  void theMeanRowOfADiscriminantIsItsBaseline() {
    ModelFunction model = TestingModels.quadraticDiscriminant(3);
    List<Object> row =
        explained(
            model,
            "SELECT 40.5 AS age, 1234.5 AS income, 'x' AS city, CAST(NULL AS BOOLEAN) AS member,"
                + " DATE '1999-01-01' AS day");
    assertThat(row.get(3)).isEqualTo(row.get(4));
    for (Object entry : (List<?>) row.get(2)) {
      assertThat(((List<?>) entry).get(1)).isEqualTo(0.0);
    }
  }
}
