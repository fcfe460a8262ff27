/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.kernel.TestingParity;
import org.insitu.udf.model.LinearPredictor.Term;
import org.insitu.udf.sql.TestingDuckDb;
import org.insitu.udf.sql.TestingRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shapley values by masked predictions, against the definition over all sets of features. */
class SampledAttributionTest {
  private static final List<String> COLUMNS = List.of("age", "income", "city", "member", "day");
  private static final int ROWS = 12;

  static List<ModelFunction> models() {
    return List.of(
        TestingModels.linear(),
        TestingModels.binary(),
        TestingModels.boostedRegression(),
        TestingModels.boostedBinary(),
        TestingModels.naiveBayes(2),
        TestingModels.quadraticDiscriminant(2));
  }

  private static Program explained(ModelFunction model) {
    return ModelExplanations.of(model, new SampledAttribution(model), new ExplainOptions(100, 0.5));
  }

  /** Baseline, error, prediction and the attributions in the order of the features. */
  private record Explained(double baseline, double prediction, double error, double[] shares) {
    static Explained of(ModelFunction model, List<Object> row) {
      int at = row.size() - 4;
      double[] shares = new double[model.features().size()];
      for (Object share : (List<?>) row.get(at)) {
        List<?> entry = (List<?>) share;
        shares[names(model).indexOf(entry.get(0))] = (double) entry.get(1);
      }
      return new Explained(
          (double) row.get(at + 1), (double) row.get(at + 2), (double) row.get(at + 3), shares);
    }
  }

  private static List<String> names(ModelFunction model) {
    return model.features().stream().map(Feature::name).toList();
  }

  /** The log-odds of the second class, or the prediction, of each row. */
  private static double[] scores(TestingDuckDb db, ModelFunction model, String sql) {
    Program program = ModelPrograms.of(model, new PredictOptions(0.5, true));
    boolean classes = !model.label().orElseThrow().classes().isEmpty();
    return TestingParity.kernel(db, program, sql).stream()
        .mapToDouble(
            row ->
                classes
                    ? Math.log((double) row.get(3)) - Math.log((double) row.get(2))
                    : (double) row.getFirst())
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("models")
  void equalsTheDefinition(ModelFunction model) {
    String rows = "SELECT * FROM people WHERE id % 250 = 7 ORDER BY id";
    int n = COLUMNS.size();
    try (TestingDuckDb db = new TestingDuckDb()) {
      TestingRows.create(db, "BIGINT", "DOUBLE", "VARCHAR");
      double[][] value = new double[1 << n][];
      for (int set = 0; set < value.length; set++) {
        List<String> masked = new ArrayList<>();
        for (int i = 0; i < n; i++) {
          String name = COLUMNS.get(i);
          masked.add(
              (set & 1 << i) != 0
                  ? name
                  : "CASE WHEN FALSE THEN %s END AS %s".formatted(name, name));
        }
        value[set] =
            scores(db, model, "SELECT " + String.join(", ", masked) + " FROM (" + rows + ")");
      }
      List<List<Object>> found = TestingParity.kernel(db, explained(model), rows);
      assertThat(found).hasSize(ROWS);
      for (int row = 0; row < found.size(); row++) {
        Explained actual = Explained.of(model, found.get(row));
        double sign = sign(model, actual, value[value.length - 1][row]);
        assertThat(actual.baseline()).isCloseTo(sign * value[0][row], within(1e-9));
        assertThat(actual.error()).isZero();
        for (int i = 0; i < n; i++) {
          double share = 0;
          for (int set = 0; set < value.length; set++) {
            if ((set & 1 << i) == 0) {
              share +=
                  weight(Integer.bitCount(set), n) * (value[set | 1 << i][row] - value[set][row]);
            }
          }
          assertThat(actual.shares()[i]).isCloseTo(sign * share, within(1e-9));
        }
      }
    }
  }

  /** -1 where the first class is explained. */
  private static double sign(ModelFunction model, Explained actual, double score) {
    assertThat(Math.abs(actual.prediction())).isCloseTo(Math.abs(score), within(1e-9));
    return model.label().orElseThrow().classes().isEmpty() || score > 0 ? 1 : -1;
  }

  private static double weight(int size, int n) {
    double weight = 1.0 / n;
    for (int i = 0; i < size; i++) {
      weight *= (i + 1.0) / (n - 1 - i);
    }
    return weight;
  }

  @ParameterizedTest
  @MethodSource("models")
  void isInSqlWhatItIsInTheKernel(ModelFunction model) {
    try (TestingDuckDb db = new TestingDuckDb()) {
      TestingRows.create(db, "BIGINT", "DOUBLE", "VARCHAR");
      TestingParity.checkCalling(
          db, explained(model), "SELECT * FROM people WHERE id % 30 = 7 ORDER BY id");
    }
  }

  private static List<Feature> numbers(int count) {
    return IntStream.range(0, count)
        .<Feature>mapToObj(i -> new Feature.Numeric("x" + i, ValueType.DOUBLE, 0.5 * i, 1 + i))
        .toList();
  }

  private static String numberRows(int count, int rows) {
    List<String> columns =
        IntStream.range(0, count)
            .mapToObj(
                i -> "%d * 0.5 + %d * sin(i * %d + %d) AS x%d".formatted(i, 2 * i + 2, i + 3, i, i))
            .toList();
    return "SELECT " + String.join(", ", columns) + " FROM range(" + rows + ") AS r(i)";
  }

  private static ModelFunction.QuadraticDiscriminant discriminant(int features, int classes) {
    Random random = new Random(3);
    List<ClassDensity> densities = new ArrayList<>();
    for (int k = 0; k < classes; k++) {
      List<LinearPredictor> axes = new ArrayList<>();
      for (int j = 0; j < features; j++) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < features; i++) {
          terms.add(new Term.Slope(i <= j ? random.nextGaussian() / 2 : 0));
        }
        axes.add(new LinearPredictor(random.nextGaussian(), terms));
      }
      densities.add(new ClassDensity(-k, axes));
    }
    List<String> names = List.of("a", "b", "c", "d").subList(0, classes);
    return new ModelFunction.QuadraticDiscriminant(
        numbers(features), new Label("y", ValueType.VARCHAR, names), densities);
  }

  /** Both against the mean row; features of a quadratic form act in pairs, so a pair is exact. */
  @Test
  void ofAQuadraticFormEveryPairOfOrdersIsExact() {
    for (int features : new int[] {4, 7, 12}) {
      ModelFunction model = discriminant(features, 2);
      try (TestingDuckDb db = new TestingDuckDb()) {
        String rows = numberRows(features, 40);
        List<List<Object>> sampled = TestingParity.kernel(db, explained(model), rows);
        List<List<Object>> exact =
            TestingParity.kernel(
                db, ModelExplanations.of(model, new ExplainOptions(100, 0.5)), rows);
        for (int row = 0; row < sampled.size(); row++) {
          Explained one = Explained.of(model, sampled.get(row));
          Explained other = Explained.of(model, exact.get(row));
          double near = 1e-12 * Math.max(1, Math.abs(other.prediction()));
          assertThat(one.shares()).containsExactly(other.shares(), within(20 * near));
          assertThat(one.baseline()).isCloseTo(other.baseline(), within(near));
          assertThat(one.prediction()).isCloseTo(other.prediction(), within(near));
          assertThat(one.error()).isLessThan(20 * near);
        }
      }
    }
  }

  /** Ten features of trees seven deep: the definition over 1,024 sets. */
  @Test
  void ofTreesTheErrorIsThatOfTheShares() {
    int n = 10;
    Forest forest = TestingModels.forest(n, 30, 7, 5);
    ModelFunction model =
        new ModelFunction.BoostedTrees(
            numbers(n), new Label("y", ValueType.DOUBLE, List.of()), List.of(forest));
    double squares = 0;
    double errors = 0;
    try (TestingDuckDb db = new TestingDuckDb()) {
      String rows = numberRows(n, 10);
      List<List<Object>> values = db.query(rows);
      List<List<Object>> found = TestingParity.kernel(db, explained(model), rows);
      assertThat(TestingParity.kernel(db, explained(model), rows)).isEqualTo(found);
      for (int row = 0; row < values.size(); row++) {
        double[] exact = definition(forest, model, values.get(row));
        Explained actual = Explained.of(model, found.get(row));
        double sum = actual.baseline();
        for (int i = 0; i < n; i++) {
          sum += actual.shares()[i];
          squares += Math.pow(actual.shares()[i] - exact[i], 2);
          assertThat(Math.abs(actual.shares()[i] - exact[i])).isLessThan(4 * actual.error());
        }
        assertThat(sum).isCloseTo(actual.prediction(), within(1e-12));
        errors += n * actual.error() * actual.error();
      }
    }
    assertThat(squares).isPositive().isLessThan(errors);
  }

  private static double[] definition(Forest forest, ModelFunction model, List<Object> row) {
    int n = row.size();
    var kernel = org.insitu.udf.kernel.ForestKernel.compile(forest);
    double[] value = new double[1 << n];
    for (int set = 0; set < value.length; set++) {
      float[] inputs = new float[n];
      for (int i = 0; i < n; i++) {
        double known = ((Number) row.get(i)).doubleValue();
        double mean = ((Feature.Numeric) model.features().get(i)).mean();
        inputs[i] = (float) ((set & 1 << i) != 0 ? known : mean);
      }
      value[set] = kernel.sum(inputs);
    }
    double[] shares = new double[n];
    for (int i = 0; i < n; i++) {
      for (int set = 0; set < value.length; set++) {
        if ((set & 1 << i) == 0) {
          shares[i] += weight(Integer.bitCount(set), n) * (value[set | 1 << i] - value[set]);
        }
      }
    }
    return shares;
  }

  @Test
  void ofManyFeaturesTheOrdersStayFew() {
    assertThat(FeatureOrders.of(100).sets()).hasSizeLessThanOrEqualTo(400);
    assertThat(FeatureOrders.of(8).sets()).hasSizeLessThanOrEqualTo(256);
    assertThat(FeatureOrders.of(8)).isEqualTo(FeatureOrders.of(8));
  }

  @Test
  void ofNoFeatureTheScoreIsTheBaseline() {
    ModelFunction model =
        new ModelFunction.LinearRegression(
            numbers(1),
            new Label("y", ValueType.DOUBLE, List.of()),
            new LinearPredictor(2.5, List.of(new Term.Slope(0))));
    try (TestingDuckDb db = new TestingDuckDb()) {
      assertThat(TestingParity.kernel(db, explained(model), "SELECT 7 AS x0").getFirst())
          .isEqualTo(List.of(2.5, List.of(List.of("x0", 0.0)), 2.5, 2.5, 0.0));
    }
  }
}
