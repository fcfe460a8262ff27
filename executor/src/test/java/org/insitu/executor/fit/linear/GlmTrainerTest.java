/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.TestingRows;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.LinearPredictor.Term;
import org.insitu.udf.model.Link;
import org.insitu.udf.model.ModelFunction;
import org.junit.jupiter.api.Test;

/** What GLM does beside finding R's weights: penalties, odd labels, dependent columns. */
class GlmTrainerTest {
  private static Fitted fit(TestingRows rows, String sql, GlmOptions options, int threads) {
    Purpose purpose =
        options.distribution() == Distribution.BINOMIAL
            ? Purpose.CLASSIFICATION
            : Purpose.REGRESSION;
    return new GlmTrainer(new FitResources(threads, 1 << 30, 1 << 30))
        .fit(rows.training(sql, "y", purpose), options, FitProgress.NONE);
  }

  private static LinearPredictor predictor(Fitted fitted) {
    return ((ModelFunction.GeneralizedLinear) fitted.model()).predictor();
  }

  private static double slope(Fitted fitted, int feature) {
    return ((Term.Slope) predictor(fitted).terms().get(feature)).weight();
  }

  @Test
  void gaussianIdentityIsLinearRegressionWithItsPenalty() {
    try (TestingRows rows = new TestingRows()) {
      String sql = "SELECT i AS a, i * i % 13 AS b, i % 7 + 2 * i AS y FROM range(200) r(i)";
      LinearTerms ridge = LinearTerms.DEFAULT.withRegularization(0, 30);
      var options = GlmOptions.of(Distribution.GAUSSIAN, Link.IDENTITY).withTerms(ridge);
      var linear =
          (ModelFunction.LinearRegression)
              new LinearTrainer(new FitResources(2, 1 << 30, 1 << 30))
                  .fit(
                      rows.training(sql, "y", Purpose.REGRESSION),
                      LinearOptions.DEFAULT.withTerms(ridge),
                      FitProgress.NONE)
                  .model();
      Fitted fitted = fit(rows, sql, options, 2);
      for (int i = 0; i < 2; i++) {
        double expected = ((Term.Slope) linear.predictor().terms().get(i)).weight();
        assertThat(slope(fitted, i)).isCloseTo(expected, within(1e-10));
      }
      assertThat(predictor(fitted).intercept())
          .isCloseTo(linear.predictor().intercept(), within(1e-8));
    }
  }

  @Test
  void aPenaltyMeetsTheConditionOfTheMinimum() {
    try (TestingRows rows = new TestingRows()) {
      String sql = "SELECT i AS a, i % 5 AS y FROM range(100) r(i)";
      LinearTerms ridge = LinearTerms.DEFAULT.withRegularization(0, 7);
      Fitted fitted =
          fit(rows, sql, GlmOptions.of(Distribution.POISSON, Link.LOG).withTerms(ridge), 1);
      double deviation = Math.sqrt(100 * 101 / 12.0);
      double weight = slope(fitted, 0) * deviation;
      double gradient = 0;
      for (int i = 0; i < 100; i++) {
        double mean = Math.exp(predictor(fitted).intercept() + slope(fitted, 0) * i);
        gradient += (i % 5 - mean) * (i - 49.5) / deviation;
      }
      assertThat(gradient).isCloseTo(7 * weight, within(1e-9));
    }
  }

  @Test
  void theSameModelForEveryNumberOfThreads() {
    try (TestingRows rows = new TestingRows()) {
      String sql =
          "SELECT i AS a, 'c' || i % 9 AS c, (i * 31) % 11 + 1 AS y FROM range(300000) r(i)";
      GlmOptions options = GlmOptions.of(Distribution.GAMMA, Link.LOG);
      assertThat(fit(rows, sql, options, 4).model()).isEqualTo(fit(rows, sql, options, 1).model());
    }
  }

  @Test
  void refusesLabelsThatTheFamilyDoesNotHave() {
    try (TestingRows rows = new TestingRows()) {
      String negative = "SELECT i AS a, i - 1 AS y FROM range(50) r(i)";
      assertThatThrownBy(
              () -> fit(rows, negative, GlmOptions.of(Distribution.POISSON, Link.LOG), 1))
          .hasMessageContaining("is -1.0 in some row, and as odd in 1 of 50")
          .hasMessageContaining("allowed with FAMILY = 'POISSON': >= 0");
      String zero = "SELECT i AS a, i AS y FROM range(50) r(i)";
      assertThatThrownBy(() -> fit(rows, zero, GlmOptions.of(Distribution.GAMMA, Link.INVERSE), 1))
          .hasMessageContaining("allowed with FAMILY = 'GAMMA': > 0");
      String nothing = "SELECT i AS a, 0 AS y FROM range(50) r(i)";
      assertThatThrownBy(() -> fit(rows, nothing, GlmOptions.of(Distribution.POISSON, Link.LOG), 1))
          .hasMessageContaining("The mean of the label is 0.0");
      String below = "SELECT i AS a, -i AS y FROM range(50) r(i)";
      assertThatThrownBy(() -> fit(rows, below, GlmOptions.of(Distribution.GAUSSIAN, Link.LOG), 1))
          .hasMessageContaining("LINK = 'LOG'");
      String three = "SELECT i AS a, 'c' || i % 3 AS y FROM range(50) r(i)";
      assertThatThrownBy(
              () -> fit(rows, three, GlmOptions.of(Distribution.BINOMIAL, Link.PROBIT), 1))
          .hasMessageContaining("needs a label of two classes; 'y' has 3");
    }
  }

  @Test
  void columnsThatDependOnOthersDoNotWeigh() {
    try (TestingRows rows = new TestingRows()) {
      String sql = "SELECT i AS a, 3 * i AS b, i % 5 + i // 20 AS y FROM range(100) r(i)";
      Fitted fitted = fit(rows, sql, GlmOptions.of(Distribution.POISSON, Link.LOG), 1);
      assertThat(slope(fitted, 1)).isZero();
      assertThat(fitted.report().notices()).anyMatch(n -> n.contains("weight 0: b"));
    }
  }

  @Test
  void separatedClassesAreBoundedAndSaidSo() {
    try (TestingRows rows = new TestingRows()) {
      String sql = "SELECT i AS a, i > 24 AS y FROM range(50) r(i)";
      for (Link link : List.of(Link.LOGIT, Link.PROBIT, Link.CLOGLOG)) {
        Fitted fitted = fit(rows, sql, GlmOptions.of(Distribution.BINOMIAL, link), 1);
        assertThat(fitted.report().notices()).anyMatch(n -> n.contains("Set L2_REG"));
        assertThat(slope(fitted, 0)).isFinite().isBetween(0.0, 1e3);
      }
    }
  }

  @Test
  void aPerfectFitEnds() {
    try (TestingRows rows = new TestingRows()) {
      String sql = "SELECT i::DOUBLE AS a, exp(0.03 * i - 1) AS y FROM range(50) r(i)";
      for (Distribution distribution :
          List.of(Distribution.GAUSSIAN, Distribution.GAMMA, Distribution.POISSON)) {
        Fitted fitted = fit(rows, sql, GlmOptions.of(distribution, Link.LOG), 1);
        assertThat(slope(fitted, 0)).isCloseTo(0.03, within(1e-9));
        assertThat(fitted.report().notices()).isEmpty();
        assertThat(fitted.report().iterations()).hasSizeLessThan(30);
      }
    }
  }
}
