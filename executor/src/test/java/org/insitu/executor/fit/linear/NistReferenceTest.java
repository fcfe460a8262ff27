/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Profile;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.RowsHere;
import org.insitu.executor.fit.TestingRows;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.ModelFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Certified values of NIST's Statistical Reference Datasets for linear regression,
 * https://www.itl.nist.gov/div898/strd/lls/lls.shtml. Digits are {@code -log10(relative error)} of
 * the worst coefficient.
 */
class NistReferenceTest {

  static Stream<Arguments> sets() {
    return Stream.of(
        set(
            "longley",
            "y, x1, x2, x3, x4, x5, x6",
            true,
            9,
            -3482258.63459582,
            15.0618722713733,
            -0.358191792925910E-01,
            -2.02022980381683,
            -1.03322686717359,
            -0.511041056535807E-01,
            1829.15146461355),
        set("norris", "y, x", true, 9, -0.262323073774029, 1.00211681802045),
        set(
            "pontius",
            "y, x, x * x AS x2",
            true,
            9,
            0.673565789473684E-03,
            0.732059160401003E-06,
            -0.316081871345029E-14),
        set("noint1", "y, x", false, 9, 2.07438016528926),
        set("noint2", "y, x", false, 9, 0.727272727272727),
        set(
            "wampler1",
            "y, x, x ** 2 AS x2, x ** 3 AS x3, x ** 4 AS x4, x ** 5 AS x5",
            true,
            8,
            1,
            1,
            1,
            1,
            1,
            1));
  }

  private static Arguments set(
      String name, String columns, boolean intercept, int digits, double... certified) {
    return Arguments.of(name, columns, intercept, digits, certified);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sets")
  void agreesWithCertifiedCoefficients(
      String name, String columns, boolean intercept, int digits, double[] certified) {
    try (TestingRows rows = new TestingRows()) {
      String sql =
          "SELECT %s FROM read_csv('%s')"
              .formatted(columns, TestingRows.data("nist/" + name + ".csv"));
      LinearTerms terms = LinearTerms.DEFAULT.withFitIntercept(intercept);
      LinearOptions options = LinearOptions.DEFAULT.withTerms(terms);
      FitResources resources = new FitResources(2, 1 << 30, 1 << 30);
      LinearTrainer trainer = new LinearTrainer(resources);
      TrainingSet asked = rows.training(sql, "y", Purpose.REGRESSION);
      assertDigits(
          name, certified, intercept, digits, trainer.fit(asked, options, FitProgress.NONE));
      // The same with products that were added up while the rows were profiled.
      FirstProducts products = new FirstProducts(terms, resources);
      Profile profile =
          rows.profile(
              sql, "y", Purpose.REGRESSION, new RowsHere(resources, FitProgress.NONE, products));
      TrainingSet passed = new TrainingSet(asked.source(), profile, Optional.empty());
      assertDigits(
          name,
          certified,
          intercept,
          digits,
          trainer.fit(passed, products, options, FitProgress.NONE));
    }
  }

  private static void assertDigits(
      String name, double[] certified, boolean intercept, int digits, Trainer.Fitted fitted) {
    List<Double> found = coefficients((ModelFunction.LinearRegression) fitted.model(), intercept);
    for (int i = 0; i < certified.length; i++) {
      double error = Math.abs(found.get(i) - certified[i]) / Math.abs(certified[i]);
      assertThat(-Math.log10(error))
          .as("%s b%d = %s, by %s", name, i, found.get(i), fitted.report().method())
          .isGreaterThanOrEqualTo(digits);
    }
  }

  private static List<Double> coefficients(
      ModelFunction.LinearRegression model, boolean intercept) {
    List<Double> result = new ArrayList<>();
    if (intercept) {
      result.add(model.predictor().intercept());
    }
    model
        .predictor()
        .terms()
        .forEach(term -> result.add(((LinearPredictor.Term.Slope) term).weight()));
    return result;
  }
}
