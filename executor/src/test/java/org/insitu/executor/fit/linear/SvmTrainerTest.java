/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.insitu.executor.fit.ClassWeights;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.TestingRows;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.LinearPredictor.Term;
import org.insitu.udf.model.ModelFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Support vector machines on odd rows, in both places; reference values: SvmReferenceTest. */
class SvmTrainerTest {
  private static final SvmOptions PLAIN = SvmOptions.DEFAULT;

  /** Odd numbers, categories and NULLs in all of them; no class is separated. */
  private static final String ROWS =
      """
      SELECT CASE WHEN i %% 13 = 0 THEN NULL ELSE CAST((i * 37) %% 101 AS DOUBLE) END AS a,
        (i * 53) %% 89 / 7 AS b,
        CASE i %% 5 WHEN 0 THEN NULL WHEN 1 THEN 'it''s' ELSE 'b' END AS c,
        %s AS y
      FROM range(700) AS r(i)\
      """;

  private static final String TWO = ROWS.formatted("(i * 37) % 101 + (i * 7919) % 90 > 95");
  private static final String THREE =
      ROWS.formatted("((i * 37) % 101 + (i * 7919) % 90 + i % 5 * 9) // 75");

  record Case(String name, String sql, SvmOptions options) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    LinearTerms terms = PLAIN.terms();
    return Stream.of(
        new Case("two classes", TWO, PLAIN),
        new Case("three classes", THREE, PLAIN),
        new Case("no penalty", TWO, PLAIN.withTerms(LinearTerms.DEFAULT)),
        new Case("lasso", TWO, PLAIN.withTerms(terms.withRegularization(5, 0))),
        new Case("both", THREE, PLAIN.withTerms(terms.withRegularization(2, 3))),
        new Case("no intercept", THREE, PLAIN.withTerms(terms.withFitIntercept(false))),
        new Case("balanced", THREE, PLAIN.withClassWeights(ClassWeights.BALANCED)),
        new Case("separated", "SELECT i AS a, i > 24 AS y FROM range(50) r(i)", PLAIN));
  }

  private static Fitted fit(TrainingSet data, SvmOptions options, int threads) {
    return new SvmTrainer(new FitResources(threads, 1 << 30, 1 << 30))
        .fit(data, options, FitProgress.NONE);
  }

  private static ModelFunction.LinearSvm model(Fitted fitted) {
    return (ModelFunction.LinearSvm) fitted.model();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithTheFitInTheWarehouse(Case wanted) {
    try (TestingRows rows = new TestingRows()) {
      TrainingSet data = rows.training(wanted.sql(), "y", Purpose.CLASSIFICATION);
      Fitted here = fit(data, wanted.options().withPlace(FitPlace.LOCAL), 2);
      Fitted there = fit(data, wanted.options().withPlace(FitPlace.WAREHOUSE), 2);
      assertThat(there.report().ranIn()).isEqualTo("warehouse");
      assertThat(there.report().bytesMoved()).isZero();
      assertThat(there.report().notices()).isEqualTo(here.report().notices()).isEmpty();
      for (int k = 0; k < model(here).predictors().size(); k++) {
        assertThat(numbers(model(there), k)).contains(numbers(model(here), k), within(1e-9));
      }
    }
  }

  /** Weights, intercept and calibration of a class. */
  private static double[] numbers(ModelFunction.LinearSvm model, int of) {
    LinearPredictor predictor = model.predictors().get(of);
    ModelFunction.Calibration known = model.calibrations().get(of);
    return Stream.concat(
            Stream.of(predictor.intercept(), known.slope(), known.intercept()),
            predictor.terms().stream()
                .flatMap(
                    term ->
                        switch (term) {
                          case Term.Slope slope -> Stream.of(slope.weight());
                          case Term.Weights weights ->
                              Stream.concat(
                                  weights.weights().stream(), Stream.of(weights.missingWeight()));
                        }))
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  @Test
  void givesTheSameBitsOnAnyNumberOfThreads() {
    try (TestingRows rows = new TestingRows()) {
      TrainingSet data =
          rows.training(THREE.replace("range(700)", "range(20000)"), "y", Purpose.CLASSIFICATION);
      assertThat(model(fit(data, PLAIN, 1))).isEqualTo(model(fit(data, PLAIN, 5)));
    }
  }

  /**
   * At the minimum of a lasso the loss falls by exactly the penalty along every weight that is not
   * 0, and by no more along the others (its optimality conditions).
   */
  @Test
  void lassoKeepsItsOptimalityConditions() {
    double penalty = 60;
    try (TestingRows rows = new TestingRows()) {
      TrainingSet data =
          rows.training(
              """
              SELECT (i * 37) % 101 AS a, (i * 53) % 89 AS b, (i * 71) % 83 AS n,
                (i * 37) % 101 - (i * 53) % 89 + (i * 7919) % 90 > 45 AS y
              FROM range(700) AS r(i)\
              """,
              "y", Purpose.CLASSIFICATION);
      SvmOptions lasso = PLAIN.withTerms(LinearTerms.DEFAULT.withRegularization(penalty, 0));
      Fitted fitted = fit(data, lasso, 2);
      double[] w = new double[3];
      LinearPredictor predictor = model(fitted).predictors().getFirst();
      for (int i = 0; i < w.length; i++) {
        w[i] = ((Term.Slope) predictor.terms().get(i)).weight();
      }
      double[] falls = falls(predictor.intercept(), w);
      assertThat(falls[0]).isCloseTo(0, within(1e-6));
      int none = 0;
      for (int i = 0; i < w.length; i++) {
        if (w[i] == 0) {
          none++;
          assertThat(Math.abs(falls[i + 1])).isLessThanOrEqualTo(penalty);
        } else {
          assertThat(falls[i + 1]).isCloseTo(Math.signum(w[i]) * penalty, within(1e-6));
        }
      }
      assertThat(none).isEqualTo(1);
    }
  }

  /** Minus the derivatives of the loss by the intercept and by weights of standardised columns. */
  private static double[] falls(double intercept, double[] w) {
    double[][] x = new double[3][700];
    for (int i = 0; i < 700; i++) {
      x[0][i] = i * 37 % 101;
      x[1][i] = i * 53 % 89;
      x[2][i] = i * 71 % 83;
    }
    double[] falls = new double[4];
    for (int i = 0; i < 700; i++) {
      double t = x[0][i] - x[1][i] + i * 7919 % 90 > 45 ? 1 : -1;
      double margin = intercept + w[0] * x[0][i] + w[1] * x[1][i] + w[2] * x[2][i];
      double fall = 2 * t * Math.max(0, 1 - t * margin);
      falls[0] += fall;
      for (int j = 0; j < 3; j++) {
        falls[j + 1] += fall * (x[j][i] - mean(x[j])) / deviation(x[j]);
      }
    }
    return falls;
  }

  private static double mean(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v;
    }
    return sum / x.length;
  }

  private static double deviation(double[] x) {
    double mean = mean(x);
    double sum = 0;
    for (double v : x) {
      sum += (v - mean) * (v - mean);
    }
    return Math.sqrt(sum / (x.length - 1));
  }

  @Test
  void separatedClassesConverge() {
    try (TestingRows rows = new TestingRows()) {
      String sql = "SELECT i AS a, i * i AS b, i > 24 AS y FROM range(50) r(i)";
      TrainingSet data = rows.training(sql, "y", Purpose.CLASSIFICATION);
      for (double penalty : new double[] {1, 1e-3, 1e-8}) {
        SvmOptions options = PLAIN.withTerms(LinearTerms.DEFAULT.withRegularization(0, penalty));
        assertThat(fit(data, options, 2).report().notices()).as("L2_REG = " + penalty).isEmpty();
      }
    }
  }

  @Test
  void separatedClassesWithoutAPenaltyAreBoundedAndSaidSo() {
    try (TestingRows rows = new TestingRows()) {
      TrainingSet data =
          rows.training(
              "SELECT i AS a, i > 24 AS y FROM range(50) r(i)", "y", Purpose.CLASSIFICATION);
      for (FitPlace place : List.of(FitPlace.LOCAL, FitPlace.WAREHOUSE)) {
        SvmOptions none = PLAIN.withTerms(LinearTerms.DEFAULT).withPlace(place);
        Fitted fitted = fit(data, none, 2);
        assertThat(fitted.report().notices())
            .singleElement()
            .asString()
            .contains("one choice of them. Set L2_REG.");
        assertThat(numbers(model(fitted), 0)).doesNotContain(Double.NaN);
        assertThat(Math.abs(numbers(model(fitted), 0)[3])).isLessThan(1000);
      }
    }
  }

  @Test
  void saysThatItDidNotConverge() {
    try (TestingRows rows = new TestingRows()) {
      TrainingSet data = rows.training(THREE, "y", Purpose.CLASSIFICATION);
      assertThat(fit(data, PLAIN.withMaxIterations(1), 2).report().notices())
          .hasSize(2)
          .allMatch(notice -> notice.matches("Class '[02]' against the rest: Not converged in .*"));
    }
  }

  @Test
  void aConstantColumnHasNoWeightAndTheClassesTheirShares() {
    try (TestingRows rows = new TestingRows()) {
      TrainingSet data =
          rows.training(
              "SELECT 7 AS a, i % 4 = 0 AS y FROM range(100) r(i)", "y", Purpose.CLASSIFICATION);
      double[] found = numbers(model(fit(data, PLAIN, 2)), 0);
      assertThat(found[0]).isCloseTo(-0.5, within(1e-12));
      assertThat(found[1]).isZero();
      // The mean of Platt's targets, 26/27 and 1/77.
      double share = (25 * 26.0 / 27 + 75 / 77.0) / 100;
      assertThat(found[2]).isCloseTo(Math.log(share / (1 - share)), within(1e-12));
      assertThat(found[3]).isZero();
    }
  }

  @Test
  void refusesMoreColumnsThanItCanSolve() {
    try (TestingRows rows = new TestingRows()) {
      TrainingSet data =
          rows.training(
              "SELECT 'c' || i AS a, i % 2 = 0 AS y FROM range(3100) r(i)",
              "y", Purpose.CLASSIFICATION);
      assertThatThrownBy(() -> fit(data, PLAIN, 2))
          .isInstanceOf(InsituException.class)
          .hasMessageContaining("3101 (allowed for LINEAR_SVM: <= 3000)");
    }
  }
}
