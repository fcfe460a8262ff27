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
import org.assertj.core.data.Percentage;
import org.insitu.executor.fit.CategoryEncoding;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LinearTrainerTest {
  private static final LinearOptions LOCAL = LinearOptions.DEFAULT.withPlace(FitPlace.LOCAL);

  private static final String MIXED =
      """
      SELECT a, b, c, d, 3 * a - 2 * coalesce(b, 0.4)
          + CASE c WHEN 'x' THEN 10 WHEN 'y' THEN -5 ELSE 1 END + CASE WHEN d THEN 4 ELSE 0 END
          + (hash(a) % 1000)::DOUBLE / 500 AS y
      FROM (SELECT sin(i) * 100 + 1e4 AS a,
        CASE WHEN i % 13 = 0 THEN NULL ELSE (hash(i) % 997)::FLOAT / 1000 END AS b,
        CASE WHEN i % 7 = 0 THEN NULL ELSE (['x', 'y', 'z'])[1 + (hash(i + 1) % 3)::INT] END AS c,
        i % 3 = 0 AS d FROM range(3000) r(i))\
      """;

  private final TestingRows rows = new TestingRows();

  @AfterEach
  void close() {
    rows.close();
  }

  private TrainingSet training(String sql) {
    return rows.training(sql, "y", Purpose.REGRESSION);
  }

  private static Trainer.Fitted fit(TrainingSet data, LinearOptions options) {
    return fit(data, options, 2);
  }

  private static Trainer.Fitted fit(TrainingSet data, LinearOptions options, int threads) {
    return new LinearTrainer(new FitResources(threads, 1 << 30, 1 << 30))
        .fit(data, options, FitProgress.NONE);
  }

  private static LinearPredictor predictor(Trainer.Fitted fitted) {
    return ((ModelFunction.LinearRegression) fitted.model()).predictor();
  }

  private static double slope(LinearPredictor predictor, int feature) {
    return ((Term.Slope) predictor.terms().get(feature)).weight();
  }

  private static Term.Weights weights(LinearPredictor predictor, int feature) {
    return (Term.Weights) predictor.terms().get(feature);
  }

  /** The predictions of the training rows. */
  private static double[] predictions(TrainingSet data, LinearPredictor predictor) {
    try (BlockReader reader = BlockReader.open(data.source(), data.features(), data.label())) {
      Block block = reader.next((int) data.rows());
      double[] result = new double[block.rows()];
      for (int r = 0; r < result.length; r++) {
        int number = 0;
        int category = 0;
        result[r] = predictor.intercept();
        for (Term term : predictor.terms()) {
          result[r] +=
              switch (term) {
                case Term.Slope slope -> slope.weight() * block.numbers()[number++][r];
                case Term.Weights levels -> {
                  int code = block.codes()[category++][r];
                  yield code < levels.weights().size()
                      ? levels.weights().get(code)
                      : levels.missingWeight();
                }
              };
        }
      }
      return result;
    }
  }

  static Stream<Arguments> options() {
    LinearTerms plain = LinearTerms.DEFAULT;
    return Stream.of(
        Arguments.of("plain", plain),
        Arguments.of("ridge", plain.withRegularization(0, 3)),
        Arguments.of("lasso", plain.withRegularization(20, 0)),
        Arguments.of("elastic net", plain.withRegularization(20, 3)),
        Arguments.of("no intercept", plain.withFitIntercept(false)),
        Arguments.of("dummy", plain.withCategoryEncoding(CategoryEncoding.DUMMY)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("options")
  void findsTheSamePredictionsInTheWarehouse(String name, LinearTerms terms) {
    TrainingSet data = training(MIXED);
    Trainer.Fitted here = fit(data, LOCAL.withTerms(terms));
    Trainer.Fitted there = fit(data, LOCAL.withTerms(terms).withPlace(FitPlace.WAREHOUSE));
    assertThat(here.report().ranIn()).isEqualTo("local");
    assertThat(here.report().bytesMoved()).isGreaterThan(3000 * 20);
    assertThat(there.report().ranIn()).isEqualTo("warehouse");
    assertThat(there.report().bytesMoved()).isZero();
    double[] expected = predictions(data, predictor(here));
    double[] found = predictions(data, predictor(there));
    for (int r = 0; r < expected.length; r++) {
      assertThat(found[r]).isCloseTo(expected[r], within(1e-9 * Math.abs(expected[r]) + 1e-9));
    }
    assertThat(there.report().iterations().getFirst().loss())
        // Without an intercept the label's own size hides the last digits of what is left of it.
        .isCloseTo(here.report().iterations().getFirst().loss(), Percentage.withPercentage(1e-2));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("options")
  void findsTheSameBitsWithAnyNumberOfThreads(String name, LinearTerms terms) {
    rows.run("CREATE TABLE big AS " + MIXED.replace("range(3000)", "range(150000)"));
    rows.run("SET threads = 1");
    LinearPredictor one = predictor(fit(training("FROM big"), LOCAL.withTerms(terms), 1));
    rows.run("SET threads = 4");
    assertThat(predictor(fit(training("FROM big"), LOCAL.withTerms(terms), 3))).isEqualTo(one);
  }

  @Test
  void reportsTheMeanSquaredError() {
    TrainingSet data = training(MIXED);
    Trainer.Fitted fitted = fit(data, LOCAL);
    double[] predictions = predictions(data, predictor(fitted));
    double sum = 0;
    try (BlockReader reader = BlockReader.open(data.source(), data.features(), data.label())) {
      double[] y = reader.next(3000).target();
      for (int r = 0; r < y.length; r++) {
        sum += (y[r] - predictions[r]) * (y[r] - predictions[r]);
      }
    }
    assertThat(fitted.report().iterations().getFirst().loss())
        .isCloseTo(sum / 3000, Percentage.withPercentage(1e-7));
  }

  @Test
  void centresOneHotWeightsOverTheLevels() {
    LinearPredictor predictor = predictor(fit(training(MIXED), LOCAL));
    Term.Weights c = weights(predictor, 2);
    assertThat(c.weights().stream().mapToDouble(w -> w).sum() + c.missingWeight())
        .isCloseTo(0, within(1e-9));
    assertThat(c.weights().get(0) - c.weights().get(1)).isCloseTo(15, within(0.2));
  }

  @Test
  void dummyEncodingWeighsTheMostFrequentLevelZero() {
    TrainingSet data =
        training(
            """
            SELECT c, CASE c WHEN 'a' THEN 1 WHEN 'b' THEN 5 ELSE 9 END AS y
            FROM (SELECT unnest(['a', 'b', 'b', 'c', NULL, 'b', 'a', NULL]) AS c)\
            """);
    var dummy = LinearTerms.DEFAULT.withCategoryEncoding(CategoryEncoding.DUMMY);
    LinearPredictor predictor = predictor(fit(data, LOCAL.withTerms(dummy)));
    assertThat(predictor.intercept()).isCloseTo(5, within(1e-12));
    Term.Weights c = weights(predictor, 0);
    assertThat(c.weights().get(0)).isCloseTo(-4, within(1e-12));
    assertThat(c.weights().get(1)).isZero();
    assertThat(c.weights().get(2)).isCloseTo(4, within(1e-12));
    assertThat(c.missingWeight()).isCloseTo(4, within(1e-12));
  }

  /** Of one centred column ridge has the weight {@code sum(zy) / (sum(zz) + l2)}. */
  @Test
  void ridgeIsOnStandardisedWeights() {
    TrainingSet data = training("SELECT 1000 * i AS x, i * i AS y FROM range(5) r(i)");
    LinearPredictor predictor =
        predictor(fit(data, LOCAL.withTerms(LinearTerms.DEFAULT.withRegularization(0, 2))));
    double deviation = Math.sqrt(2.5) * 1000;
    // Centred x: -2, -1, 0, 1, 2 thousand; its product with y is 40 thousand.
    double weight = 40_000 / deviation / (10e6 / (deviation * deviation) + 2);
    assertThat(slope(predictor, 0)).isCloseTo(weight / deviation, within(1e-15));
    assertThat(predictor.intercept()).isCloseTo(6 - 2000 * weight / deviation, within(1e-9));
  }

  /** Of one centred column lasso has the weight {@code (sum(zy) - l1) / sum(zz)}. */
  @Test
  void lassoShrinksAndDrops() {
    TrainingSet data =
        training("SELECT i AS x, (i * 7) % 5 AS noise, 3 * i AS y FROM range(5) r(i)");
    LinearPredictor predictor =
        predictor(fit(data, LOCAL.withTerms(LinearTerms.DEFAULT.withRegularization(10, 0))));
    double deviation = Math.sqrt(2.5);
    assertThat(slope(predictor, 0)).isCloseTo((30 / deviation - 10) / 4 / deviation, within(1e-10));
    assertThat(slope(predictor, 1)).isZero();
  }

  @Test
  void elasticNetMeetsItsOptimumConditions() {
    TrainingSet data = training(MIXED);
    LinearTerms terms = LinearTerms.DEFAULT.withRegularization(25, 4);
    LinearPredictor predictor = predictor(fit(data, LOCAL.withTerms(terms)));
    double[] predictions = predictions(data, predictor);
    try (BlockReader reader = BlockReader.open(data.source(), data.features(), data.label())) {
      Block block = reader.next(3000);
      for (int f = 0; f < 2; f++) {
        Feature.Numeric feature = (Feature.Numeric) data.features().get(f);
        double gradient = 0;
        for (int r = 0; r < 3000; r++) {
          double z = (block.numbers()[f][r] - feature.mean()) / feature.standardDeviation();
          gradient += z * (block.target()[r] - predictions[r]);
        }
        double weight = slope(predictor, f) * feature.standardDeviation();
        assertThat(gradient - 4 * weight)
            .as(feature.name())
            .isCloseTo(25 * Math.signum(weight), within(1e-5));
      }
    }
  }

  @Test
  void columnThatDependsOnOthersWeighsNothing() {
    TrainingSet data =
        training(
            """
            SELECT a, b, 2 * a - 3 * b + 7 AS depends, a + b * b AS y
            FROM (SELECT i AS a, (i * i) % 11 AS b FROM range(50) r(i))\
            """);
    Trainer.Fitted fitted = fit(data, LOCAL);
    assertThat(slope(predictor(fitted), 2)).isZero();
    assertThat(fitted.report().notices())
        .containsExactly("Columns that depend on those before them have the weight 0: depends.");
  }

  @Test
  void categoryThatDeterminesAnotherIsNoTrouble() {
    TrainingSet data =
        training(
            """
            SELECT 'city' || (i % 6) AS city, 'state' || (i % 6 // 2) AS state, i % 6 + 10 AS y
            FROM range(600) r(i)\
            """);
    Trainer.Fitted fitted = fit(data, LOCAL);
    double[] predictions = predictions(data, predictor(fitted));
    for (int r = 0; r < 600; r++) {
      assertThat(predictions[r]).isCloseTo(r % 6 + 10, within(1e-10));
    }
    assertThat(fitted.report().notices()).singleElement().asString().contains("state = 'state");
  }

  @Test
  void constantColumnWeighsNothing() {
    TrainingSet data = training("SELECT 3.7 AS one, i AS x, 2 * i + 1 AS y FROM range(30) r(i)");
    LinearPredictor predictor = predictor(fit(data, LOCAL));
    assertThat(slope(predictor, 0)).isZero();
    assertThat(slope(predictor, 1)).isCloseTo(2, within(1e-13));
    assertThat(predictor.intercept()).isCloseTo(1, within(1e-12));
  }

  @Test
  void constantColumnStandsForTheInterceptWhenThereIsNone() {
    TrainingSet data = training("SELECT 4 AS one, i AS x, 2 * i + 1 AS y FROM range(30) r(i)");
    LinearPredictor predictor =
        predictor(fit(data, LOCAL.withTerms(LinearTerms.DEFAULT.withFitIntercept(false))));
    assertThat(slope(predictor, 0)).isCloseTo(0.25, within(1e-12));
    assertThat(predictor.intercept()).isZero();
  }

  @ParameterizedTest
  @EnumSource(FitPlace.class)
  void constantLabelIsItsOwnPrediction(FitPlace place) {
    TrainingSet data = training("SELECT i AS x, 'a' AS c, 42 AS y FROM range(30) r(i)");
    LinearPredictor predictor = predictor(fit(data, LOCAL.withPlace(place)));
    assertThat(predictor.intercept()).isEqualTo(42);
    assertThat(slope(predictor, 0)).isZero();
  }

  @Test
  void oneRowIsEnoughForAConstant() {
    LinearPredictor predictor = predictor(fit(training("SELECT 5 AS x, 7 AS y"), LOCAL));
    assertThat(predictor.intercept() + 5 * slope(predictor, 0)).isEqualTo(7);
  }

  @Test
  void factorisesWhereProductsLoseDigits() {
    String sql =
        "SELECT x, x ** 2 AS x2, x ** 3 AS x3, x ** 4 AS x4, x ** 5 AS x5, x ** 6 AS x6,"
            + " 1 + x + x ** 2 + x ** 6 AS y FROM (SELECT i / 50 AS x FROM range(1000) r(i))";
    TrainingSet data = training(sql);
    Trainer.Fitted fitted = fit(data, LinearOptions.DEFAULT.withPlace(FitPlace.AUTO));
    assertThat(fitted.report().method()).startsWith("Householder QR (condition ");
    assertThat(fitted.report().ranIn()).isEqualTo("local");
    assertThat(slope(predictor(fitted), 5)).isCloseTo(1, within(1e-11));
    assertThat(predictor(fitted).intercept()).isCloseTo(1, within(1e-4));
    assertThat(fit(data, LOCAL, 1).model()).isEqualTo(fit(data, LOCAL, 3).model());
    Trainer.Fitted pushed = fit(data, LinearOptions.DEFAULT.withPlace(FitPlace.WAREHOUSE));
    assertThat(pushed.report().ranIn()).isEqualTo("warehouse");
    assertThat(pushed.report().method()).startsWith("Cholesky QR, 2 queries (condition ");
    assertThat(slope(predictor(pushed), 5)).isCloseTo(1, within(1e-11));
    assertThat(predictor(pushed).intercept()).isCloseTo(1, within(1e-4));
  }

  private static final String REMEDY =
      "The rows were not factorised, which would tell: rows times columns squared are %s (allowed:"
          + " <= 9.0e+02). Train on a sample: add USING SAMPLE %d ROWS to the query; or set"
          + " EXECUTION = 'WAREHOUSE', which factorises any number.";

  /** A fit where 900 rows times columns squared are factorised, no more. */
  private static Trainer.Fitted fitBySums(TrainingSet data, LinearOptions options) {
    return new LinearTrainer(new FitResources(2, 1 << 30, 1 << 30), 900)
        .fit(data, options, FitProgress.NONE);
  }

  /** b is 1e-7 of its length away from 2 a: sums of products see no difference. */
  @Test
  void saysWhichColumnsItCouldNotCheckWhereRowsAreTooMany() {
    TrainingSet data =
        training(
            "SELECT a, 2 * a + 1e-7 * cos(i) AS b, 3 * a + 5 * cos(i) AS y"
                + " FROM (SELECT i, sin(i) AS a FROM range(200) r(i))");
    Trainer.Fitted sums = fitBySums(data, LinearOptions.DEFAULT);
    assertThat(slope(predictor(sums), 1)).isZero();
    assertThat(sums.report().method()).startsWith("normal equations");
    assertThat(sums.report().notices())
        .containsExactly(
            "Columns that nearly depend on those before them may be among those of weight 0: sums"
                + " of products cannot tell them from dependent ones: b.",
            REMEDY.formatted("1.8e+03", 100),
            "Columns that depend on those before them have the weight 0: b.");
    for (Trainer.Fitted factorized :
        List.of(
            fit(data, LOCAL),
            fitBySums(data, LinearOptions.DEFAULT.withPlace(FitPlace.WAREHOUSE)))) {
      assertThat(slope(predictor(factorized), 1)).isCloseTo(5e7, Percentage.withPercentage(0.01));
      assertThat(factorized.report().notices()).isEmpty();
    }
  }

  @Test
  void saysHowManyDigitsAreLostWhereRowsAreTooMany() {
    TrainingSet near =
        training(
            "SELECT a, a + 1e-4 * cos(i) AS b, a + 1e-6 * sin(3 * i) AS y"
                + " FROM (SELECT i, sin(i) AS a FROM range(200) r(i))");
    assertThat(fitBySums(near, LOCAL).report().notices())
        .satisfiesExactly(
            first -> assertThat(first).matches(".*\\(condition \\d.\\de\\+04\\).*[78] digits.*"),
            second -> assertThat(second).isEqualTo(REMEDY.formatted("1.8e+03", 100)));
    LinearOptions pValues = LOCAL.withTerms(LinearTerms.DEFAULT.withPValues());
    TrainingSet exact =
        training(
            "SELECT a, b, a + b + 1e-5 * sin(3 * i) AS y"
                + " FROM (SELECT i, sin(i) AS a, cos(i) AS b FROM range(200) r(i))");
    Trainer.Fitted sums = fitBySums(exact, pValues);
    double expected = standardError(fit(exact, pValues));
    assertThat(standardError(sums)).isCloseTo(expected, Percentage.withPercentage(1e-3));
    assertThat(sums.report().notices())
        .containsExactly(
            "The residuals are small beside the label: about 5 digits of the standard errors are"
                + " right.",
            REMEDY.formatted("1.8e+03", 100));
    assertThat(fitBySums(exact, LOCAL).report().notices()).isEmpty();
  }

  private static double standardError(Trainer.Fitted fitted) {
    return fitted.estimates().orElseThrow().raw().getFirst().standardError();
  }

  @Test
  void addsUpInTheWarehouseWhereColumnsAreFew() {
    LinearOptions auto = LinearOptions.DEFAULT;
    TrainingSet few = training("SELECT i AS a, sin(i) AS b, i AS y FROM range(100) r(i)");
    assertThat(fit(few, auto).report().ranIn()).isEqualTo("warehouse");
    StringBuilder many = new StringBuilder("SELECT ");
    for (int i = 0; i < 20; i++) {
      many.append("sin(i * ").append(i + 1).append(") AS x").append(i).append(", ");
    }
    TrainingSet wide = training(many + "i AS y FROM range(100) r(i)");
    assertThat(fit(wide, auto).report().ranIn()).isEqualTo("local");
  }

  @Test
  void refusesMoreColumnsThanTheLimit() {
    TrainingSet data = training("SELECT 'v' || i AS c, i AS y FROM range(5000) r(i)");
    assertFails(
        data, LOCAL, ErrorCode.TOO_MANY_CATEGORIES, "5000 (allowed for LINEAR_REG: <= 4096)");
    TrainingSet wide = training("SELECT 'v' || i % 100 AS c, i AS y FROM range(5000) r(i)");
    assertFails(
        wide,
        LOCAL.withPlace(FitPlace.WAREHOUSE),
        ErrorCode.TOO_MANY_CATEGORIES,
        "Aggregates of one query: 5252 (allowed: <= 2500)");
  }

  private void assertFails(
      TrainingSet data, LinearOptions options, ErrorCode code, String message) {
    assertThatThrownBy(() -> fit(data, options))
        .isInstanceOfSatisfying(InsituException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(message);
  }

  @Test
  void refusesMoreThanMemoryTakes() {
    TrainingSet data = training("SELECT 'v' || i % 1000 AS c, i AS y FROM range(2000) r(i)");
    var trainer = new LinearTrainer(new FitResources(2, 1 << 20, 1 << 20));
    assertThatThrownBy(() -> trainer.fit(data, LOCAL, FitProgress.NONE))
        .isInstanceOfSatisfying(
            InsituException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MUCH_DATA))
        .hasMessageContaining("(allowed: <= 1 MB)");
  }

  @Test
  void stopsWhenCancelled() {
    FitProgress cancelled =
        new FitProgress() {
          @Override
          public void report(String phase, double fraction, String message) {}

          @Override
          public void checkCancelled() {
            throw InsituException.of(ErrorCode.CANCELLED, "stop");
          }
        };
    TrainingSet data = training(MIXED);
    var trainer = new LinearTrainer(new FitResources(2, 1 << 28, 1 << 28));
    assertThatThrownBy(() -> trainer.fit(data, LOCAL, cancelled)).hasMessage("stop");
    assertThat(fit(data, LOCAL).report().notices()).as("the connection goes on").isEmpty();
  }

  @Test
  void refusesOptionsOutOfRange() {
    for (double bad : List.of(-1.0, Double.NaN, Double.POSITIVE_INFINITY)) {
      assertThatThrownBy(() -> LinearTerms.DEFAULT.withRegularization(0, bad))
          .hasMessage("Option 'l2_reg' is " + bad + " (allowed: >= 0).");
    }
  }
}
