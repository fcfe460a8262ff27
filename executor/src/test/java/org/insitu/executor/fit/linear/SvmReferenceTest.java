/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.insitu.executor.fit.ClassWeights;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.TestingRows;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.LinearPredictor.Term;
import org.insitu.udf.model.ModelFunction;
import org.junit.jupiter.api.Test;

/**
 * Minima of the squared hinge, and of Platt's objective over their margins, as scipy's trust region
 * finds them; {@code svm.py} beside this test's resources prints the values and compares them with
 * scikit-learn's LinearSVC (equal to 1e-7) and CalibratedClassifierCV (to 1e-6). Here to 1e-10.
 */
class SvmReferenceTest {
  private static final String PENGUINS =
      " FROM read_csv('%s', nullstr = 'NA') WHERE sex IS NOT NULL AND body_mass_g IS NOT NULL";
  private static final String NUMBERS =
      "SELECT bill_length_mm, bill_depth_mm, flipper_length_mm, body_mass_g, sex";

  private static Fitted fit(TestingRows rows, String columns, String label, SvmOptions options) {
    String sql = columns + PENGUINS.formatted(TestingRows.data("penguins.csv"));
    return new SvmTrainer(new FitResources(2, 1 << 30, 1 << 30))
        .fit(rows.training(sql, label, Purpose.CLASSIFICATION), options, FitProgress.NONE);
  }

  /** The intercept and the weights as if numbers were standardised. */
  private static double[] standardized(ModelFunction.LinearSvm model, LinearPredictor predictor) {
    List<Double> weights = new ArrayList<>();
    double intercept = predictor.intercept();
    for (int i = 0; i < model.features().size(); i++) {
      switch (predictor.terms().get(i)) {
        case Term.Slope slope -> {
          Feature.Numeric number = (Feature.Numeric) model.features().get(i);
          weights.add(slope.weight() * number.standardDeviation());
          intercept += slope.weight() * number.mean();
        }
        case Term.Weights levels -> weights.addAll(levels.weights());
      }
    }
    weights.addFirst(intercept);
    return weights.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void check(
      Fitted fitted, int of, double[] weights, double slope, double intercept) {
    var model = (ModelFunction.LinearSvm) fitted.model();
    assertThat(standardized(model, model.predictors().get(of))).contains(weights, within(1e-10));
    assertThat(model.calibrations().get(of).slope()).isCloseTo(slope, within(1e-9));
    assertThat(model.calibrations().get(of).intercept()).isCloseTo(intercept, within(1e-9));
    assertThat(fitted.report().notices()).isEmpty();
  }

  private static double loss(Fitted fitted) {
    return fitted.report().iterations().getLast().loss();
  }

  @Test
  void agreesOnNumbers() {
    try (TestingRows rows = new TestingRows()) {
      Fitted fitted = fit(rows, NUMBERS, "sex", SvmOptions.DEFAULT);
      check(
          fitted,
          0,
          new double[] {
            0.04734136950875171,
            0.16742626934708232,
            1.209802916494788,
            -0.08072522778404499,
            1.2942588165363684
          },
          3.050572555233743,
          0.0006129032230198266);
      assertThat(loss(fitted)).isCloseTo(0.3072203976308609, within(1e-14));
    }
  }

  @Test
  void agreesOnACategory() {
    try (TestingRows rows = new TestingRows()) {
      Fitted fitted =
          fit(rows, "SELECT bill_length_mm, body_mass_g, species, sex", "sex", SvmOptions.DEFAULT);
      check(
          fitted,
          0,
          new double[] {
            -0.05979098826977297,
            0.9561430111585983,
            1.6207428930432564,
            2.0363052791589413,
            0.15898667985452297,
            -2.1952919590134643
          },
          3.2318009342389393,
          0.05260523372567105);
      assertThat(loss(fitted)).isCloseTo(0.32173047221917866, within(1e-14));
    }
  }

  @Test
  void agreesOnAWeakPenalty() {
    try (TestingRows rows = new TestingRows()) {
      SvmOptions weak =
          SvmOptions.DEFAULT.withTerms(LinearTerms.DEFAULT.withRegularization(0, 0.01));
      check(
          fit(rows, NUMBERS, "sex", weak),
          0,
          new double[] {
            0.048871179305385745,
            0.17252410165573667,
            1.2420111885184157,
            -0.09856448167625513,
            1.3456439999110241
          },
          2.9650582267040346,
          -0.0008141518497723324);
    }
  }

  @Test
  void agreesOnClassWeights() {
    try (TestingRows rows = new TestingRows()) {
      SvmOptions weighted =
          SvmOptions.DEFAULT.withClassWeights(ClassWeights.of(Map.of("male", 3.0)));
      Fitted fitted = fit(rows, NUMBERS, "sex", weighted);
      check(
          fitted,
          0,
          new double[] {
            0.39254141894675887,
            0.2123075667065339,
            1.2638240529391005,
            -0.1767661649610188,
            1.3811010054672945
          },
          3.0602334948111616,
          -0.01882247796428332);
      assertThat(loss(fitted)).isCloseTo(0.24959234427303312, within(1e-14));
    }
  }

  @Test
  void agreesOnThreeClassesAgainstTheRest() {
    try (TestingRows rows = new TestingRows()) {
      Fitted fitted =
          fit(
              rows,
              "SELECT body_mass_g, flipper_length_mm, species",
              "species",
              SvmOptions.DEFAULT);
      check(
          fitted,
          0,
          new double[] {-0.20725001875105598, 0.22101970052052508, -1.057552797450534},
          2.891131811527445,
          -0.10632678809975714);
      check(
          fitted,
          1,
          new double[] {-0.6104126786773484, -0.5287966052903206, 0.29110589816189264},
          3.251428964669725,
          0.3593946943107328);
      check(
          fitted,
          2,
          new double[] {-0.9350060452471292, 0.8949197196196711, 1.8513164320678337},
          2.4672227044916557,
          -0.04665084154309611);
      assertThat(loss(fitted))
          .isCloseTo(
              (0.4837464593155817 + 0.5736666603428017 + 0.07585914380373102) / 3, within(1e-14));
    }
  }
}
