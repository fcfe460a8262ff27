/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.insitu.executor.fit.CategoryEncoding;
import org.insitu.executor.fit.ClassWeights;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.LabelProfile;
import org.insitu.executor.fit.Profile;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.TestingRows;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.Block;
import org.insitu.executor.fit.rows.BlockReader;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.LinearPredictor.Term;
import org.insitu.udf.model.ModelFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LogisticTrainerTest {
  private static final LogisticOptions PLAIN = LogisticOptions.DEFAULT;

  /** Noisy classes over numbers, categories and missing values. */
  private static final String NOISY =
      """
      SELECT a, b, c, d, %s AS y
      FROM (SELECT *, sin(a * 0.37) + coalesce(b, 0.5) + CASE c WHEN 'x' THEN 0.7 ELSE 0 END
              + (hash(i + 9) % 1000)::DOUBLE / 400 - 1.5 AS s
        FROM (SELECT i, (hash(i + 5) % 100)::DOUBLE / 10 AS a,
          CASE WHEN i % 13 = 0 THEN NULL ELSE (hash(i) % 997)::FLOAT / 1000 END AS b,
          CASE WHEN i % 7 = 0 THEN NULL ELSE (['x', 'y', 'z'])[1 + (hash(i + 1) % 3)::INT] END AS c,
          i % 3 = 0 AS d FROM range(ROWS) r(i)))\
      """;

  private static final String TWO = NOISY.replace("%s", "s > 0.7");
  private static final String THREE =
      NOISY.replace("%s", "CASE WHEN s > 1.2 THEN 'up' WHEN s > 0.2 THEN 'mid' ELSE 'down' END");

  private final TestingRows rows = new TestingRows();

  @AfterEach
  void close() {
    rows.close();
  }

  private TrainingSet training(String sql) {
    return rows.training(sql.replace("ROWS", "2000"), "y", Purpose.CLASSIFICATION);
  }

  private static Trainer.Fitted fit(TrainingSet data, LogisticOptions options) {
    return fit(data, options, 2);
  }

  private static Trainer.Fitted fit(TrainingSet data, LogisticOptions options, int threads) {
    return new LogisticTrainer(new FitResources(threads, 1 << 28, 1 << 28))
        .fit(data, options, FitProgress.NONE);
  }

  private static List<LinearPredictor> predictors(Trainer.Fitted fitted) {
    return ((ModelFunction.LogisticRegression) fitted.model()).predictors();
  }

  private static LogisticOptions regularized(double l1, double l2) {
    return PLAIN.withTerms(LinearTerms.DEFAULT.withRegularization(l1, l2)).withMaxIterations(100);
  }

  static Stream<Arguments> problems() {
    return Stream.of(
        Arguments.of("two classes", TWO, PLAIN, 0.0, 0.0),
        Arguments.of("two classes, ridge", TWO, regularized(0, 3), 0.0, 3.0),
        Arguments.of("two classes, lasso", TWO, regularized(5, 0), 5.0, 0.0),
        Arguments.of("three classes", THREE, PLAIN, 0.0, 0.0),
        Arguments.of("three classes, ridge", THREE, regularized(0, 3), 0.0, 3.0),
        Arguments.of("three classes, lasso", THREE, regularized(5, 0), 5.0, 0.0),
        Arguments.of("three classes, elastic net", THREE, regularized(5, 2), 5.0, 2.0),
        Arguments.of(
            "three classes, balanced",
            THREE,
            PLAIN.withClassWeights(ClassWeights.BALANCED),
            0.0,
            0.0));
  }

  /**
   * What every solution meets: the gradient of the loss by a standardised weight is that of the
   * penalties, or less than the lasso's where the weight is 0.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("problems")
  void meetsTheConditionsOfTheOptimum(
      String name, String sql, LogisticOptions options, double l1, double l2) {
    TrainingSet data = training(sql);
    Trainer.Fitted fitted = fit(data, options);
    assertThat(fitted.report().notices()).isEmpty();
    List<LinearPredictor> predictors = predictors(fitted);
    Gradients gradients = new Gradients(data, predictors, options.classWeights());
    for (int k = 0; k < predictors.size(); k++) {
      assertThat(gradients.intercept[k]).as("intercept %d", k).isCloseTo(0, within(1e-5));
      List<Double> weights = standardized(data, predictors.get(k));
      for (int j = 0; j < weights.size(); j++) {
        double weight = weights.get(j);
        double gradient = gradients.weights[k][j] - l2 * weight;
        if (l1 == 0 || Math.abs(weight) > 1e-8) {
          assertThat(gradient)
              .as("score %d weight %d = %s", k, j, weight)
              .isCloseTo(l1 * Math.signum(weight), within(1e-4));
        } else {
          assertThat(Math.abs(gradient)).as("score %d weight %d", k, j).isLessThan(l1 + 1e-4);
        }
      }
    }
  }

  private static List<Double> standardized(TrainingSet data, LinearPredictor predictor) {
    List<Double> result = new ArrayList<>();
    for (int f = 0; f < predictor.terms().size(); f++) {
      switch (predictor.terms().get(f)) {
        case Term.Slope slope ->
            result.add(
                slope.weight() * ((Feature.Numeric) data.features().get(f)).standardDeviation());
        case Term.Weights levels -> {
          result.addAll(levels.weights());
          if (((Feature.Category) data.features().get(f)).missingSeen()) {
            result.add(levels.missingWeight());
          }
        }
      }
    }
    return result;
  }

  /** Minus the gradient of the log loss, computed row by row from the model alone. */
  private static final class Gradients {
    private final double[] intercept;
    private final double[][] weights;

    Gradients(TrainingSet data, List<LinearPredictor> predictors, ClassWeights classWeights) {
      int scores = predictors.size();
      int width = standardized(data, predictors.getFirst()).size();
      double[] byClass =
          classWeights.of((LabelProfile.Classes) data.profile().label().orElseThrow());
      intercept = new double[scores];
      weights = new double[scores][width];
      Block block;
      try (BlockReader reader = BlockReader.open(data.source(), data.features(), data.label())) {
        block = reader.next((int) data.rows());
      }
      for (int r = 0; r < block.rows(); r++) {
        double[] x = encode(data, block, r, width);
        double[] probabilities = new double[scores];
        double sum = scores == 1 ? 1 : 0;
        for (int k = 0; k < scores; k++) {
          double score = centred(data, predictors.get(k));
          List<Double> w = standardized(data, predictors.get(k));
          for (int j = 0; j < width; j++) {
            score += w.get(j) * x[j];
          }
          probabilities[k] = Math.exp(score);
          sum += probabilities[k];
        }
        int own = (int) block.target()[r];
        for (int k = 0; k < scores; k++) {
          boolean is = own == (scores == 1 ? 1 : k);
          double residual = byClass[own] * ((is ? 1 : 0) - probabilities[k] / sum);
          intercept[k] += residual;
          for (int j = 0; j < width; j++) {
            weights[k][j] += residual * x[j];
          }
        }
      }
    }

    /** The intercept for standardised numbers. */
    private static double centred(TrainingSet data, LinearPredictor predictor) {
      double result = predictor.intercept();
      for (int f = 0; f < predictor.terms().size(); f++) {
        if (predictor.terms().get(f) instanceof Term.Slope slope) {
          result += slope.weight() * ((Feature.Numeric) data.features().get(f)).mean();
        }
      }
      return result;
    }

    private static double[] encode(TrainingSet data, Block block, int row, int width) {
      double[] x = new double[width];
      int at = 0;
      int number = 0;
      int category = 0;
      for (Feature feature : data.features()) {
        switch (feature) {
          case Feature.Numeric n ->
              x[at++] = (block.numbers()[number++][row] - n.mean()) / n.standardDeviation();
          case Feature.Category c -> {
            x[at + block.codes()[category++][row]] = 1;
            at += c.levels().size() + (c.missingSeen() ? 1 : 0);
          }
        }
      }
      return x;
    }
  }

  static Stream<Arguments> someProblems() {
    return problems().filter(p -> p.get()[0].toString().matches("two classes|three.*lasso"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("someProblems")
  void findsTheSameBitsWithAnyNumberOfThreads(
      String name, String sql, LogisticOptions options, double l1, double l2) {
    rows.run("CREATE TABLE big AS " + sql.replace("ROWS", "150000"));
    rows.run("SET threads = 1");
    List<LinearPredictor> one = predictors(fit(training("FROM big"), options, 1));
    rows.run("SET threads = 4");
    assertThat(predictors(fit(training("FROM big"), options, 3))).isEqualTo(one);
  }

  @Test
  void weightsOfThreeClassesAddUpToZero() {
    List<LinearPredictor> predictors = predictors(fit(training(THREE), PLAIN));
    assertThat(predictors.stream().mapToDouble(LinearPredictor::intercept).sum())
        .isCloseTo(0, within(1e-9));
    assertThat(predictors.stream().mapToDouble(p -> ((Term.Slope) p.terms().get(1)).weight()).sum())
        .isCloseTo(0, within(1e-9));
  }

  @Test
  void dummyEncodingFindsTheSameContrasts() {
    TrainingSet data = training(TWO);
    var terms = LinearTerms.DEFAULT.withCategoryEncoding(CategoryEncoding.DUMMY);
    Term.Weights dummy =
        (Term.Weights) predictors(fit(data, PLAIN.withTerms(terms))).getFirst().terms().get(2);
    Term.Weights hot = (Term.Weights) predictors(fit(data, PLAIN)).getFirst().terms().get(2);
    assertThat(dummy.weights()).contains(0.0);
    assertThat(dummy.weights().get(0) - dummy.weights().get(1))
        .isCloseTo(hot.weights().get(0) - hot.weights().get(1), within(1e-9));
    assertThat(dummy.weights().get(0) - dummy.missingWeight())
        .isCloseTo(hot.weights().get(0) - hot.missingWeight(), within(1e-9));
  }

  @Test
  void boundsSeparatedClassesAndSaysSo() {
    TrainingSet data = training("SELECT i AS x, i >= 50 AS y FROM range(100) r(i)");
    Trainer.Fitted fitted = fit(data, PLAIN);
    LinearPredictor predictor = predictors(fitted).getFirst();
    double slope = ((Term.Slope) predictor.terms().getFirst()).weight();
    assertThat(slope).isBetween(5.0, 200.0);
    assertThat(-predictor.intercept() / slope).isCloseTo(49.5, within(0.01));
    assertThat(fitted.report().notices())
        .first()
        .asString()
        .contains("The features separate the classes");
    assertThat(fit(data, regularized(0, 1)).report().notices()).isEmpty();
  }

  @Test
  void namesALevelWhoseRowsHaveOneClass() {
    TrainingSet data =
        training(
            """
            SELECT CASE WHEN i % 10 = 0 THEN 'pure' ELSE 'mixed' || i % 2 END AS c,
              i % 10 = 0 OR hash(i) % 3 = 0 AS y
            FROM range(1000) r(i)\
            """);
    Trainer.Fitted fitted = fit(data, PLAIN);
    assertThat(fitted.report().notices())
        .anySatisfy(notice -> assertThat(notice).contains("grow without bound", "c = 'pure'"));
    Term.Weights weights = (Term.Weights) predictors(fitted).getFirst().terms().getFirst();
    assertThat(weights.weights()).allSatisfy(w -> assertThat(Math.abs(w)).isLessThan(50));
  }

  @Test
  void saysWhenIterationsWereTooFew() {
    Trainer.Fitted fitted = fit(training(TWO), PLAIN.withMaxIterations(1));
    assertThat(fitted.report().iterations()).hasSize(1);
    assertThat(fitted.report().notices())
        .first()
        .asString()
        .startsWith("Not converged in 1 iterations");
  }

  @Test
  void stopsAtLittleProgressOnlyWhenTold() {
    TrainingSet data = training(TWO);
    int all = fit(data, PLAIN).report().iterations().size();
    int few = fit(data, PLAIN.withMinRelProgress(0.01)).report().iterations().size();
    assertThat(few).isLessThan(all);
  }

  @Test
  void lossFallsFromTheSharesOfTheClasses() {
    List<Double> losses =
        fit(training(THREE), PLAIN).report().iterations().stream()
            .map(FitReport.Iteration::loss)
            .toList();
    assertThat(losses.getFirst()).isLessThan(Math.log(3));
    assertThat(losses).isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void classWeightCountsLikeSoManyRows() {
    LogisticOptions thrice = PLAIN.withClassWeights(ClassWeights.of(Map.of("true", 3.0)));
    String base = TWO.replace("ROWS", "500");
    TrainingSet once = training(base);
    TrainingSet repeated =
        training(
            "FROM (%1$s) UNION ALL FROM (%1$s) WHERE y UNION ALL FROM (%1$s) WHERE y"
                .formatted(base));
    // Means, and so what missing numbers become, must be those of the same rows.
    TrainingSet same =
        new TrainingSet(
            repeated.source(),
            new Profile(
                repeated.rows(),
                once.profile().columns(),
                repeated.profile().label(),
                List.of(),
                0),
            Optional.empty());
    LinearPredictor weighted = predictors(fit(once, thrice)).getFirst();
    LinearPredictor counted = predictors(fit(same, PLAIN)).getFirst();
    assertThat(weighted.intercept()).isCloseTo(counted.intercept(), within(1e-9));
    assertThat(((Term.Slope) weighted.terms().getFirst()).weight())
        .isCloseTo(((Term.Slope) counted.terms().getFirst()).weight(), within(1e-9));
  }

  @Test
  void fitsWithoutIntercept() {
    TrainingSet data =
        training("SELECT i % 4 - 1.5 AS x, hash(i) % 4 < i % 4 AS y FROM range(400) r(i)");
    var terms = LinearTerms.DEFAULT.withFitIntercept(false);
    LinearPredictor predictor = predictors(fit(data, PLAIN.withTerms(terms))).getFirst();
    assertThat(predictor.intercept()).isZero();
    assertThat(((Term.Slope) predictor.terms().getFirst()).weight()).isPositive();
  }

  @Test
  void refusesMoreWeightsThanTheLimit() {
    TrainingSet data = training("SELECT 'v' || i % 3500 AS c, i % 2 AS y FROM range(8000) r(i)");
    assertThatThrownBy(() -> fit(data, PLAIN))
        .isInstanceOfSatisfying(
            InsituException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_CATEGORIES))
        .hasMessageContaining("3501 (allowed for LOGISTIC_REG: <= 3000)");
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertThatThrownBy(() -> PLAIN.withMaxIterations(0))
        .hasMessage("Option 'max_iterations' is 0 (allowed: 1 to 10000).");
    assertThatThrownBy(() -> PLAIN.withMinRelProgress(-1))
        .hasMessage("Option 'min_rel_progress' is -1.0 (allowed: >= 0).");
  }
}
