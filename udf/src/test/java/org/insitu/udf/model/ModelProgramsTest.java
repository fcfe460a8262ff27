/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.ClassEvidence.Evidence;
import org.insitu.udf.model.LinearPredictor.Term;
import org.insitu.udf.sql.DuckDbDialect;
import org.insitu.udf.sql.SqlWriter;
import org.insitu.udf.sql.TestingDuckDb;
import org.insitu.udf.sql.TreeForm;
import org.junit.jupiter.api.Test;

/** What models answer, worked out by hand. */
class ModelProgramsTest {
  private static final Offset<Double> EXACT = within(1e-15);
  private static final String ANNA =
      "SELECT 30 AS age, 1000.5 AS income, 'Graz' AS city, true AS member,"
          + " DATE '2025-01-01' AS day";
  private static final String NOBODY =
      "SELECT CAST(NULL AS INT) AS age, CAST('NaN' AS DOUBLE) AS income,"
          + " CAST(NULL AS VARCHAR) AS city, CAST(NULL AS BOOLEAN) AS member,"
          + " CAST(NULL AS DATE) AS day";
  private static final String STRANGER =
      "SELECT 30 AS age, 1000.5 AS income, 'Nowhere' AS city, false AS member,"
          + " DATE '1999-01-01' AS day";

  @Test
  void addsInterceptSlopesAndWeights() {
    double anna = 0.25 + 0.03 * 30 - 0.001 * 1000.5 + 0.5 + 0.1 + 0.2;
    double nobody = 0.25 + 0.03 * 40.5 - 0.001 * 1234.5 + 0.75 - 0.3;
    double stranger = 0.25 + 0.03 * 30 - 0.001 * 1000.5 - 0.1;

    assertThat(one(TestingModels.linear(), ANNA)).isCloseTo(anna, EXACT);
    assertThat(one(TestingModels.linear(), NOBODY)).isCloseTo(nobody, EXACT);
    assertThat(one(TestingModels.linear(), STRANGER)).isCloseTo(stranger, EXACT);
  }

  @Test
  void answersTheSecondClassAboveTheThreshold() {
    double score = 0.375 + (0.03 - 0.125) * 30 - 0.001 * 1000.5 + 0.5 + 0.1 + 0.2;
    double yes = 1 / (1 + Math.exp(-score));
    for (double threshold : new double[] {0, 0.05, yes - 1e-9, yes + 1e-9, 0.9, 1}) {
      List<Object> row =
          run(ModelPrograms.of(TestingModels.binary(), new PredictOptions(threshold, true)), ANNA);

      assertThat(row.getFirst()).isEqualTo(yes > threshold ? "yes" : "no");
      assertThat((Double) row.get(2)).isCloseTo(1 - yes, EXACT);
      assertThat((Double) row.get(3)).isCloseTo(yes, EXACT);
      assertThat(row.get(1))
          .isEqualTo(List.of(List.of("no", row.get(2)), List.of("yes", row.get(3))));
    }
  }

  @Test
  void keepsSmallProbabilitiesExact() {
    for (double score : new double[] {-800, -700, -40, -1, 0, 1, 40, 700, 800}) {
      ModelFunction model =
          new ModelFunction.LogisticRegression(
              List.of(new Feature.Numeric("x", ValueType.DOUBLE, 0, 1)),
              new Label("y", ValueType.BOOLEAN, List.of("false", "true")),
              List.of(new LinearPredictor(score, List.of(new Term.Slope(1)))));
      List<Object> row =
          run(ModelPrograms.of(model, new PredictOptions(0.5, true)), "SELECT 0.0 AS x");
      double small = Math.exp(-Math.abs(score)) / (1 + Math.exp(-Math.abs(score)));

      assertThat(row.getFirst()).isEqualTo(score > 0);
      double low = (Double) row.get(score > 0 ? 2 : 3);
      assertThat(low).isCloseTo(small, within(1e-15 * small + Double.MIN_NORMAL));
    }
  }

  @Test
  void normalisesManyClassesAndAnswersTheFirstOfTheLargest() {
    List<Object> row = run(softmax(List.of(1000.0, -1000.0, 1000.0, 999.0)), "SELECT 0.0 AS x");
    double best = 1 / (2 + Math.exp(-1));

    assertThat(row.getFirst()).isEqualTo("a");
    List<?> probabilities = (List<?>) row.get(1);
    assertThat(probabilities.stream().map(p -> ((List<?>) p).getFirst()).toList())
        .isEqualTo(List.of("a", "c", "d", "b"));
    assertThat((Double) ((List<?>) probabilities.getFirst()).get(1)).isCloseTo(best, EXACT);
    assertThat((Double) ((List<?>) probabilities.get(3)).get(1)).isZero();
  }

  @Test
  void answersTheFirstClassWhenNoProbabilityIsANumber() {
    Program many = softmax(List.of(1.0, 2.0, 3.0, 4.0));
    Program two = ModelPrograms.of(TestingModels.binary(), PredictOptions.DEFAULTS);
    String infinite =
        "SELECT CAST('-Infinity' AS DOUBLE) AS age, CAST('Infinity' AS DOUBLE) AS income,"
            + " '' AS city, true AS member, DATE '1999-01-01' AS day";

    assertThat(run(many, "SELECT CAST('Infinity' AS DOUBLE) AS x").getFirst()).isEqualTo("a");
    assertThat(run(two, infinite).getFirst()).isEqualTo("no");
  }

  @Test
  void measuresDistancesOnTheEncodedRow() {
    List<Feature> features =
        List.of(
            new Feature.Numeric("x", ValueType.DOUBLE, 10, 2),
            new Feature.Category("c", ValueType.VARCHAR, List.of("a", "b"), true));
    List<List<Double>> centroids =
        List.of(List.of(1.0, 0.5, 0.25, 0.25), List.of(-1.0, 0.0, 1.0, 0.0));
    ModelFunction model =
        new ModelFunction.KMeans(features, true, ModelFunction.Distance.EUCLIDEAN, centroids);

    List<Object> row = run(model, "SELECT 14 AS x, 'b' AS c");
    double first = Math.sqrt(1 + 0.25 + 0.5625 + 0.0625);
    double second = 3;
    assertThat(row.getFirst()).isEqualTo(1L);
    assertThat(row.get(1)).isEqualTo(List.of(List.of(1L, first), List.of(2L, second)));

    List<Object> missing = run(model, "SELECT NULL AS x, NULL AS c");
    assertThat(missing.getFirst()).isEqualTo(1L);
    assertThat((Double) ((List<?>) ((List<?>) missing.get(1)).getFirst()).get(1))
        .isCloseTo(Math.sqrt(1 + 0.25 + 0.0625 + 0.5625), EXACT);

    List<Object> unseen = run(model, "SELECT 8 AS x, 'z' AS c");
    assertThat(unseen.get(1))
        .isEqualTo(List.of(List.of(2L, 1.0), List.of(1L, Math.sqrt(4 + 0.25 + 0.0625 + 0.0625))));
  }

  @Test
  void measuresAngles() {
    List<Feature> features =
        List.of(
            new Feature.Numeric("x", ValueType.DOUBLE, 1, 1),
            new Feature.Numeric("y", ValueType.DOUBLE, 1, 1));
    ModelFunction model =
        new ModelFunction.KMeans(
            features,
            false,
            ModelFunction.Distance.COSINE,
            List.of(List.of(1.0, 0.0), List.of(0.0, 2.0), List.of(0.0, 0.0)));

    assertThat(run(model, "SELECT 0 AS x, 5 AS y"))
        .isEqualTo(List.of(2L, List.of(List.of(2L, 0.0), List.of(1L, 1.0), List.of(3L, 1.0))));
    assertThat(run(model, "SELECT 0 AS x, 0 AS y").getFirst()).isEqualTo(1L);
  }

  @Test
  void listsAtMostFiveCentroids() {
    ModelFunction model = TestingModels.kmeans(ModelFunction.Distance.EUCLIDEAN, true);

    assertThat((List<?>) run(model, ANNA).get(1)).hasSize(5);
  }

  @Test
  void readsOnlyWhatCanChangeTheAnswer() {
    List<Feature> features = TestingModels.FEATURES;
    ModelFunction model =
        new ModelFunction.LogisticRegression(
            features,
            new Label("y", ValueType.VARCHAR, List.of("a", "b", "c")),
            List.of(weights(0, 0, 0), weights(0, 2, 0), weights(0, 0, 0)));
    Forest onlyIncome =
        new Forest(
            5,
            new int[] {0},
            new int[] {1, -1, -1},
            new float[] {5, 0, 0},
            new int[] {1, -1, -1},
            new int[] {2, -1, -1},
            new boolean[3],
            new double[] {0, 1, 2},
            new double[3],
            new double[3],
            0);
    ModelFunction trees =
        new ModelFunction.BoostedTrees(
            features, new Label("y", ValueType.DOUBLE, List.of()), List.of(onlyIncome));

    assertThat(ModelPrograms.usedFeatures(model)).containsExactly(features.get(1));
    assertThat(ModelPrograms.inputColumns(model)).containsExactly("income");
    assertThat(ModelPrograms.usedFeatures(trees)).containsExactly(features.get(1));
    assertThat(ModelPrograms.inputColumns(trees)).containsExactly("income");
    assertThat(run(trees, "SELECT 4.9 AS income")).isEqualTo(List.of(1.0));
  }

  @Test
  void answersScalarsWithTheSameLayers() {
    Program all = ModelPrograms.of(TestingModels.multinomial(), new PredictOptions(0.5, true));
    Program one = ModelPrograms.probability(TestingModels.multinomial(), "10");
    Program predicted =
        ModelPrograms.prediction(TestingModels.multinomial(), PredictOptions.DEFAULTS);

    assertThat(one.outputs()).extracting(Named::name).containsExactly("predicted_grade_prob__10");
    assertThat(run(one, ANNA).getFirst()).isEqualTo(run(all, ANNA).get(4));
    assertThat(predicted.outputs()).extracting(Named::name).containsExactly("predicted_grade");
    assertThat(run(predicted, ANNA).getFirst()).isEqualTo(run(all, ANNA).getFirst());
    assertThatThrownBy(() -> ModelPrograms.probability(TestingModels.multinomial(), "7"))
        .hasMessage("class '7' (expected: one of [-1, 0, 10])");
    assertThatThrownBy(() -> ModelPrograms.probability(TestingModels.linear(), "7"))
        .hasMessage("class '7' (expected: one of [])");
  }

  @Test
  void namesColumnsOfClassesLegallyAndApart() {
    assertThat(ClassColumns.names(List.of("0", "yes", "no way", "no-way", "YES", "", "ä1")))
        .containsExactly("_0", "yes", "no_way", "no_way_2", "YES_2", "_", "ä1");
  }

  private static final List<Feature> NUMBER_AND_CATEGORY =
      List.of(
          new Feature.Numeric("x", ValueType.DOUBLE, 10, 2),
          new Feature.Category("c", ValueType.VARCHAR, List.of("p", "q"), true));

  /** Densities and shares multiplied out; what an unseen category would multiply is 1. */
  @Test
  void naiveBayesMultipliesWhatEachFeatureSays() {
    ModelFunction model =
        new ModelFunction.NaiveBayes(
            NUMBER_AND_CATEGORY,
            new Label("y", ValueType.VARCHAR, List.of("a", "b")),
            List.of(
                new ClassEvidence(
                    0.25,
                    List.of(
                        new Evidence.Gaussian(9, 4),
                        new Evidence.Shares(List.of(0.5, 0.25), 0.25))),
                new ClassEvidence(
                    0.75,
                    List.of(
                        new Evidence.Gaussian(12, 1),
                        new Evidence.Shares(List.of(0.125, 0.75), 0.125)))));
    double a = 0.25 * Math.exp(-(11 - 9) * (11 - 9) / 8.0) / 2;
    double b = 0.75 * Math.exp(-(11 - 12) * (11 - 12) / 2.0);
    Program program = ModelPrograms.probability(model, "b");
    assertThat((Double) run(program, "SELECT 11 AS x, 'p' AS c").getFirst())
        .isCloseTo(b * 0.125 / (a * 0.5 + b * 0.125), within(1e-15));
    assertThat((Double) run(program, "SELECT 11 AS x, NULL::VARCHAR AS c").getFirst())
        .isCloseTo(b * 0.125 / (a * 0.25 + b * 0.125), within(1e-15));
    assertThat((Double) run(program, "SELECT 11 AS x, 'other' AS c").getFirst())
        .isCloseTo(b / (a + b), within(1e-15));
    assertThat(run(model, "SELECT 11 AS x, 'q' AS c").getFirst()).isEqualTo("b");
  }

  @Test
  void quadraticDiscriminantsSquareTheirAxes() {
    LinearPredictor one =
        new LinearPredictor(
            0.5, List.of(new Term.Slope(2), new Term.Weights(List.of(1.0, -1.0), 0)));
    LinearPredictor other =
        new LinearPredictor(
            -1, List.of(new Term.Slope(1), new Term.Weights(List.of(0.0, 3.0), 0.25)));
    ModelFunction model =
        new ModelFunction.QuadraticDiscriminant(
            NUMBER_AND_CATEGORY,
            new Label("y", ValueType.VARCHAR, List.of("a", "b")),
            List.of(
                new ClassDensity(-1, List.of(one, other)), new ClassDensity(-2, List.of(other))));
    // x is half a deviation above its mean: the axes are 0.5 + 1 + 1 and -1 + 0.5.
    double a = Math.exp(-1 - (2.5 * 2.5 + 0.5 * 0.5) / 2);
    double b = Math.exp(-2 - 0.5 * 0.5 / 2);
    assertThat(
            (Double)
                run(ModelPrograms.probability(model, "b"), "SELECT 11 AS x, 'p' AS c").getFirst())
        .isCloseTo(b / (a + b), within(1e-15));
  }

  @Test
  void componentsAreSumsOfCentredFeatures() {
    LinearPredictor direction =
        new LinearPredictor(
            -0.25, List.of(new Term.Slope(0.5), new Term.Weights(List.of(0.75, 0.0), 0.125)));
    for (boolean scaled : List.of(true, false)) {
      ModelFunction model =
          new ModelFunction.PrincipalComponents(
              NUMBER_AND_CATEGORY,
              scaled,
              3,
              List.of(
                  new ModelFunction.Component(2, direction),
                  new ModelFunction.Component(1, direction)),
              List.of());
      assertThat(run(model, "SELECT 13 AS x, 'p' AS c"))
          .isEqualTo(List.of(scaled ? 1.25 : 2.0, scaled ? 1.25 : 2.0));
      assertThat(run(model, "SELECT NULL::DOUBLE AS x, 'never seen' AS c").getFirst())
          .isEqualTo(-0.25);
    }
  }

  @Test
  void refusesModelsThatDoNotFitTogether() {
    Label label = new Label("y", ValueType.VARCHAR, List.of("a", "b", "c"));
    assertThatThrownBy(
            () ->
                ModelPrograms.of(
                    new ModelFunction.LogisticRegression(
                        TestingModels.FEATURES, label, List.of(weights(1, 1, 1))),
                    PredictOptions.DEFAULTS))
        .hasMessage("scores: 1 (expected: one per class, or their difference for two, 3)");
    assertThatThrownBy(() -> new PredictOptions(1.5, false))
        .hasMessage("threshold: 1.5 (expected: 0 to 1)");
    assertThatThrownBy(() -> new PredictOptions(Double.NaN, false))
        .hasMessage("threshold: NaN (expected: 0 to 1)");
  }

  private static LinearPredictor weights(double age, double income, double city) {
    return new LinearPredictor(
        1,
        List.of(
            new Term.Slope(age),
            new Term.Slope(income),
            new Term.Weights(List.of(city, 0.0, 0.0), 0),
            new Term.Weights(List.of(0.0, 0.0), 0),
            new Term.Weights(List.of(0.0, 0.0), 0)));
  }

  private static Program softmax(List<Double> scores) {
    ModelFunction model =
        new ModelFunction.LogisticRegression(
            List.of(new Feature.Numeric("x", ValueType.DOUBLE, 0, 1)),
            new Label(
                "y", ValueType.VARCHAR, List.of("a", "b", "c", "d").subList(0, scores.size())),
            IntStream.range(0, scores.size())
                .mapToObj(i -> new LinearPredictor(scores.get(i), List.of(new Term.Slope(1))))
                .toList());
    return ModelPrograms.of(model, PredictOptions.DEFAULTS);
  }

  private static double one(ModelFunction model, String query) {
    return (Double) run(model, query).getFirst();
  }

  private static List<Object> run(ModelFunction model, String query) {
    return run(ModelPrograms.of(model, PredictOptions.DEFAULTS), query);
  }

  private static List<Object> run(Program program, String query) {
    SqlWriter writer = new SqlWriter(new DuckDbDialect(), TreeForm.inline(10_000));
    try (TestingDuckDb db = new TestingDuckDb()) {
      return db.query(writer.select(program, query, List.of(), Map.of()).sql()).getFirst();
    }
  }
}
