/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.insitu.executor.fit.ClassWeights;
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
import org.insitu.parser.option.Choice;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Forest;
import org.insitu.udf.model.ModelFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoostedTreeTrainerTest {
  private static final FitResources RESOURCES = new FitResources(1, 1 << 28, 1 << 28);

  /** Drops about three trees of ten; every round, for a dropped tree makes a loss rise. */
  private static final BoostedTreeOptions DART =
      BoostedTreeOptions.DEFAULT
          .withEnsemble(
              new BoostedTreeOptions.Ensemble.Boosted(
                  Optional.of(new BoostedTreeOptions.Dart(Choice.DartNormalize.FOREST, 0.3, 0.1))))
          .withRounds(new BoostedTreeOptions.Rounds(15, 0.3, false, 0.01));

  private final TestingRows rows = new TestingRows();

  @BeforeEach
  void makeRows() {
    rows.run(
        """
        CREATE TABLE t AS SELECT
          hash(i) % 1000 / 100.0 AS a,
          CASE WHEN i % 17 = 0 THEN NULL ELSE hash(i + 1) % 777 END AS b,
          CASE WHEN i % 29 = 0 THEN NULL ELSE chr(97 + (hash(i + 2) % 5)::INT) END AS c,
          hash(i + 3) % 2 = 0 AS d,
          (hash(i + 4) % 1000 / 1000.0)::FLOAT AS e
        FROM range(1500) r(i)\
        """,
        """
        CREATE TABLE labelled AS SELECT *,
          a * coalesce(b, 300) / 100 + CASE c WHEN 'a' THEN 5 WHEN 'd' THEN -3 ELSE 0 END
            + e AS y,
          a + e > 5 AND c <> 'b' AS yes,
          CASE WHEN a > 7 THEN 'high' WHEN d THEN 'mid' ELSE 'low' END AS kind
        FROM t\
        """);
  }

  @AfterEach
  void close() {
    rows.close();
  }

  private TrainingSet training(Objective objective) {
    return switch (objective) {
      case SQUARED_ERROR -> rows.training(select("y"), "y", Purpose.REGRESSION);
      case BINARY ->
          rows.training(select("coalesce(yes, FALSE) AS yes"), "yes", Purpose.CLASSIFICATION);
      case MULTICLASS -> rows.training(select("kind"), "kind", Purpose.CLASSIFICATION);
    };
  }

  private static String select(String label) {
    return "SELECT a, b, c, d, e, " + label + " FROM labelled";
  }

  private static Trainer.Fitted fit(TrainingSet data, BoostedTreeOptions options) {
    return new BoostedTreeTrainer(RESOURCES).fit(data, options, FitProgress.NONE);
  }

  private static ModelFunction.BoostedTrees trees(Trainer.Fitted fitted) {
    return (ModelFunction.BoostedTrees) fitted.model();
  }

  static Stream<Arguments> everyEnsemble() {
    return Stream.of(Objective.values())
        .flatMap(
            objective ->
                Stream.of(BoostedTreeOptions.DEFAULT, DART, BoostedTreeOptions.RANDOM_FOREST)
                    .map(options -> Arguments.of(objective, options)));
  }

  @ParameterizedTest
  @MethodSource("everyEnsemble")
  void walksToTheScoresThatXgboostPredicts(Objective objective, BoostedTreeOptions options)
      throws Exception {
    TrainingSet data = training(objective);
    ModelFunction.BoostedTrees model = trees(fit(data, options));
    float[] matrix = matrix(data);
    int width = data.features().size();
    float[][] expected = referenceScores(data, matrix, options, objective);
    for (int row = 0; row < data.rows(); row++) {
      for (int score = 0; score < model.forests().size(); score++) {
        double found = walk(model.forests().get(score), matrix, row * width);
        double wanted = expected[row][score];
        assertThat(Math.abs(found - wanted))
            .as("row %d score %d: %s, XGBoost %s", row, score, found, wanted)
            .isLessThanOrEqualTo(1e-5 * Math.max(1, Math.abs(wanted)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Objective.class)
  void aForestInBatchesIsTheForestOfOneRound(Objective objective) {
    TrainingSet data = training(objective);
    for (Optional<String> weights : List.of(Optional.<String>empty(), Optional.of("e"))) {
      BoostedTreeOptions options = BoostedTreeOptions.RANDOM_FOREST.withRowWeights(weights);
      ModelFunction.BoostedTrees whole = trees(fit(data, options));
      List<String> told = new ArrayList<>();
      FitProgress listening =
          new FitProgress() {
            @Override
            public void report(String phase, double fraction, String message) {
              told.add(message);
            }

            @Override
            public void checkCancelled() {}
          };
      Trainer.Fitted fitted =
          new BoostedTreeTrainer(RESOURCES, 25L * 1500 * whole.forests().size())
              .fit(data, options, listening);
      assertThat(told).contains("25 trees of 100", "75 trees of 100");
      assertThat(fitted.report().iterations()).hasSize(1);
      if (objective == Objective.MULTICLASS) {
        continue; // a round grows the trees of one class after those of another: other samples
      }
      Forest one = whole.forests().getFirst();
      Forest batched = trees(fitted).forests().getFirst();
      assertThat(batched.feature()).isEqualTo(one.feature());
      assertThat(batched.threshold()).isEqualTo(one.threshold());
      assertThat(batched.value()).containsExactly(one.value(), within(1e-6));
      assertThat(batched.baseScore()).isCloseTo(one.baseScore(), within(1e-6));
    }
  }

  @ParameterizedTest
  @EnumSource(Objective.class)
  void gradientsBeforeAnyTreeAreThoseOfXgboost(Objective objective) throws Exception {
    TrainingSet data = training(objective);
    DMatrix matrix =
        new DMatrix(matrix(data), (int) data.rows(), data.features().size(), Float.NaN);
    matrix.setLabel(labels(data));
    int scores = objective.scores(data.profile().label().orElseThrow());
    BoostedTreeOptions options = BoostedTreeOptions.RANDOM_FOREST;
    Map<String, Object> parameters = BoosterParameters.of(data, options, objective, 2);
    Booster own = XGBoost.train(matrix, parameters, 1, Map.of(), null, null);
    ForestBatches all = new ForestBatches(100, 100);
    var gradients = StartGradients.of(objective, labels(data), new float[0], scores);
    all.putInto(parameters, 1, gradients);
    Booster given = XGBoost.train(matrix, parameters, 0, Map.of(), null, null);
    all.grow(given, matrix, gradients, FitProgress.NONE);
    float[][] expected = own.predict(matrix, true);
    float[][] found = given.predict(matrix, true);
    for (int row = 0; row < expected.length; row++) {
      assertThat(found[row]).containsExactly(expected[row], within(1e-5f));
    }
    own.dispose();
    given.dispose();
    matrix.dispose();
  }

  /** Cancelled once so many of these messages were told. */
  private static FitProgress cancelled(int count, Predicate<String> messages, String text) {
    return new FitProgress() {
      private int told;

      @Override
      public void report(String phase, double fraction, String message) {
        told += messages.test(message) ? 1 : 0;
      }

      @Override
      public void checkCancelled() {
        if (told >= count) {
          throw InsituException.of(ErrorCode.CANCELLED, text);
        }
      }
    };
  }

  @Test
  void aForestIsCancelledBetweenBatches() {
    TrainingSet data = training(Objective.BINARY);
    FitProgress cancelling = cancelled(1, "25 trees of 100"::equals, "enough");
    assertThatThrownBy(
            () ->
                new BoostedTreeTrainer(RESOURCES, 25L * 1500)
                    .fit(data, BoostedTreeOptions.RANDOM_FOREST, cancelling))
        .hasMessageContaining("enough");
  }

  @Test
  void batchesDivideTheTrees() {
    assertThat(ForestBatches.of(100, 8_000_000, 1, ForestBatches.WORK).batch()).isEqualTo(1);
    assertThat(ForestBatches.of(100, 600_000, 1, ForestBatches.WORK).batch()).isEqualTo(10);
    assertThat(ForestBatches.of(97, 600_000, 1, ForestBatches.WORK).batch()).isEqualTo(1);
    assertThat(ForestBatches.of(50, 1_000_000, 5, ForestBatches.WORK).batch()).isEqualTo(2);
    assertThat(ForestBatches.of(100, 32_561, 1, ForestBatches.WORK).isOne()).isTrue();
  }

  /** What XGBoost itself predicts after the same rounds on the same matrix. */
  private static float[][] referenceScores(
      TrainingSet data, float[] matrix, BoostedTreeOptions options, Objective objective)
      throws Exception {
    int rounds = fit(data, options).report().iterations().size();
    DMatrix rows = new DMatrix(matrix, (int) data.rows(), data.features().size(), Float.NaN);
    rows.setLabel(labels(data));
    Booster booster =
        XGBoost.train(
            rows, BoosterParameters.of(data, options, objective, 1), rounds, Map.of(), null, null);
    float[][] result = booster.predict(rows, true);
    booster.dispose();
    rows.dispose();
    return result;
  }

  private static float[] matrix(TrainingSet data) {
    Block block = all(data);
    int width = data.features().size();
    float[] result = new float[block.rows() * width];
    int number = 0;
    int category = 0;
    for (int f = 0; f < width; f++) {
      boolean numeric = data.features().get(f) instanceof Feature.Numeric;
      for (int row = 0; row < block.rows(); row++) {
        result[row * width + f] =
            numeric ? (float) block.numbers()[number][row] : block.codes()[category][row];
      }
      number += numeric ? 1 : 0;
      category += numeric ? 0 : 1;
    }
    return result;
  }

  private static float[] labels(TrainingSet data) {
    double[] target = all(data).target();
    float[] result = new float[(int) data.rows()];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) target[i];
    }
    return result;
  }

  private static Block all(TrainingSet data) {
    try (BlockReader reader = BlockReader.open(data.source(), data.features(), data.label())) {
      return reader.next((int) data.rows());
    }
  }

  private static int leaf(Forest forest, int root, float[] matrix, int at) {
    int node = root;
    while (forest.feature()[node] >= 0) {
      float x = matrix[at + forest.feature()[node]];
      boolean left = Float.isNaN(x) ? forest.missingLeft()[node] : x < forest.threshold()[node];
      node = left ? forest.left()[node] : forest.right()[node];
    }
    return node;
  }

  private static double walk(Forest forest, float[] matrix, int at) {
    double sum = forest.baseScore();
    for (int root : forest.roots()) {
      sum += forest.value()[leaf(forest, root, matrix, at)];
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource(Objective.class)
  void findsTheSameTreesWithAnyNumberOfThreads(Objective objective) {
    TrainingSet data = training(objective);
    var options =
        BoostedTreeOptions.DEFAULT
            .withSampling(new BoostedTreeOptions.Sampling(0.7, 0.8, 1, 1))
            .withSeed(42);
    Forest one = forest(new FitResources(1, 1 << 28, 1 << 28), data, options);
    rows.run("SET threads = 1");
    Forest three = forest(new FitResources(3, 1 << 28, 1 << 28), data, options);
    assertThat(three).usingRecursiveComparison().isEqualTo(one);
    assertThat(forest(RESOURCES, data, options.withSeed(43)))
        .usingRecursiveComparison()
        .isNotEqualTo(one);
    for (BoostedTreeOptions other : List.of(BoostedTreeOptions.RANDOM_FOREST, DART)) {
      assertThat(forest(new FitResources(3, 1 << 28, 1 << 28), data, other))
          .usingRecursiveComparison()
          .isEqualTo(forest(RESOURCES, data, other));
    }
  }

  @Test
  void dropsTreesBySeed() {
    TrainingSet data = training(Objective.SQUARED_ERROR);
    Forest dropping = forest(RESOURCES, data, DART);
    Forest plain = forest(RESOURCES, data, BoostedTreeOptions.DEFAULT.withRounds(DART.rounds()));
    assertThat(dropping.value()).isNotEqualTo(plain.value());
    assertThat(forest(RESOURCES, data, DART.withSeed(1)).value()).isNotEqualTo(dropping.value());
  }

  @Test
  void aLeafOfADecisionTreeIsTheMeanOfItsRows() {
    TrainingSet data = training(Objective.SQUARED_ERROR);
    Forest tree = forest(RESOURCES, data, unpenalized(BoostedTreeOptions.DECISION_TREE));
    assertThat(tree.trees()).isEqualTo(1);
    double[] target = all(data).target();
    byLeaf(data, tree)
        .forEach(
            (leaf, members) ->
                assertThat(tree.baseScore() + tree.value()[leaf])
                    .isCloseTo(
                        members.stream().mapToDouble(row -> target[row]).average().orElseThrow(),
                        within(1e-4)));
  }

  /** With {@code l2_reg} of 1: the share with four rows of even odds added. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void aLeafOfADecisionTreeIsTheShareOfItsRows(double penalty) {
    TrainingSet data = training(Objective.BINARY);
    var options =
        BoostedTreeOptions.DECISION_TREE.withPenalty(new BoostedTreeOptions.Penalty(0, penalty));
    Trainer.Fitted fitted = fit(data, options);
    double[] target = all(data).target();
    double loss = 0;
    Forest tree = trees(fitted).forests().getFirst();
    for (var leaf : byLeaf(data, tree).entrySet()) {
      List<Integer> members = leaf.getValue();
      double yes = members.stream().mapToDouble(row -> target[row]).sum();
      double share = (yes + 2 * penalty) / (members.size() + 4 * penalty);
      double found = 1 / (1 + Math.exp(-tree.value()[leaf.getKey()]));
      assertThat(found).isCloseTo(share, within(1e-6));
      loss -= yes * Math.log(found) + (members.size() - yes) * Math.log(1 - found);
    }
    assertThat(fitted.report().iterations().getFirst().loss())
        .isCloseTo(loss / data.rows(), within(1e-6));
  }

  @Test
  void aDecisionTreeOfManyClassesScoresEachByItsShare() {
    TrainingSet data = training(Objective.MULTICLASS);
    var options = unpenalized(BoostedTreeOptions.DECISION_TREE);
    var forests = trees(fit(data, options)).forests();
    double[] target = all(data).target();
    for (int score = 0; score < 3; score++) {
      int kind = score;
      Forest tree = forests.get(score);
      byLeaf(data, tree)
          .forEach(
              (leaf, members) -> {
                double of = members.stream().filter(row -> target[row] == kind).count();
                assertThat(Math.exp(tree.value()[leaf]))
                    .isCloseTo(of / members.size(), within(1e-5));
              });
    }
  }

  private static BoostedTreeOptions unpenalized(BoostedTreeOptions options) {
    return options.withPenalty(new BoostedTreeOptions.Penalty(0, 0));
  }

  /** The rows in each leaf of a tree. */
  private static Map<Integer, List<Integer>> byLeaf(TrainingSet data, Forest tree) {
    float[] matrix = matrix(data);
    int width = data.features().size();
    return IntStream.range(0, (int) data.rows())
        .boxed()
        .collect(Collectors.groupingBy(row -> leaf(tree, tree.roots()[0], matrix, row * width)));
  }

  @Test
  void scoresFollowTheirConstraints() {
    TrainingSet data =
        rows.training(
            "SELECT a, e, sin(3 * a) + e * a AS y FROM labelled", "y", Purpose.REGRESSION);
    var tree = BoostedTreeOptions.Tree.DEFAULT.withMonotone(Map.of("A", 1, "e", -1));
    Forest free = forest(RESOURCES, data, BoostedTreeOptions.DEFAULT);
    assertThat(falls(free)).isTrue();
    for (TreeMethod method : TreeMethod.values()) {
      Forest bound =
          forest(RESOURCES, data, BoostedTreeOptions.DEFAULT.withTree(tree.withMethod(method)));
      assertThat(falls(bound)).as("%s", method).isFalse();
    }
  }

  /** Whether a score falls where a rises, or rises where e does. */
  private static boolean falls(Forest forest) {
    for (int i = 0; i < 100; i++) {
      for (int j = 0; j < 100; j++) {
        float a = i / 10f;
        float e = j / 100f;
        double here = walk(forest, new float[] {a, e}, 0);
        if (walk(forest, new float[] {a + 0.1f, e}, 0) < here
            || walk(forest, new float[] {a, e + 0.01f}, 0) > here) {
          return true;
        }
      }
    }
    return false;
  }

  @ParameterizedTest
  @EnumSource(TreeMethod.class)
  void everyMethodFindsGoodTrees(TreeMethod method) {
    var options =
        BoostedTreeOptions.DEFAULT.withTree(BoostedTreeOptions.Tree.DEFAULT.withMethod(method));
    Trainer.Fitted fitted = fit(training(Objective.SQUARED_ERROR), options);
    assertThat(fitted.report().iterations().getLast().loss()).isLessThan(3);
    assertThat(fitted.report().method()).endsWith(method.parameter());
  }

  @Test
  void aRowOfWeightTwoIsTwoRows() {
    String some = "SELECT a, e, y, hash(a) % 3 AS w FROM labelled";
    String copies = some + " WHERE w > 0 UNION ALL (" + some + " WHERE w = 2)";
    var exact =
        BoostedTreeOptions.DEFAULT.withTree(
            BoostedTreeOptions.Tree.DEFAULT.withMethod(TreeMethod.EXACT).withMaxDepth(3));
    TrainingSet weighted = weighted(some);
    TrainingSet copied =
        new TrainingSet(
            rows.source("SELECT a, e, y FROM (" + copies + ")"),
            weighted.profile(),
            Optional.empty());
    Forest byWeight = forest(RESOURCES, weighted, exact.withRowWeights(Optional.of("w")));
    Forest byCopy =
        forest(
            RESOURCES,
            new TrainingSet(
                copied.source(),
                rows.profile(copied.source().sql(), "y", Purpose.REGRESSION),
                Optional.empty()),
            exact);
    float[] matrix = matrix(weighted);
    List<List<Object>> weights = rows.rows("SELECT w FROM (" + some + ")");
    for (int row = 0; row < weighted.rows(); row++) {
      // A row of weight 0 may lie on either side of a split: the copies have no such row.
      if (((Number) weights.get(row).getFirst()).intValue() == 0) {
        continue;
      }
      assertThat(walk(byWeight, matrix, row * 2))
          .isCloseTo(walk(byCopy, matrix, row * 2), within(1e-4));
    }
    Forest plain = forest(RESOURCES, weighted, exact);
    assertThat(byWeight.value()).isNotEqualTo(plain.value());
  }

  private TrainingSet weighted(String sql) {
    String features = "SELECT * EXCLUDE w FROM (" + sql + ")";
    return new TrainingSet(
        rows.source(sql), rows.profile(features, "y", Purpose.REGRESSION), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "NULL, NULL or NaN",
    "-1, -1.0",
    "CAST('inf' AS DOUBLE), Infinity",
    "CAST('nan' AS DOUBLE), NULL or"
  })
  void refusesOddWeights(String weight, String said) {
    TrainingSet data =
        weighted("SELECT a, y, CASE WHEN a > 5 THEN " + weight + " ELSE 1 END AS w FROM labelled");
    var options = BoostedTreeOptions.DEFAULT.withRowWeights(Optional.of("w"));
    assertThatThrownBy(() -> fit(data, options))
        .isInstanceOfSatisfying(
            InsituException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ROW_WEIGHT))
        .hasMessageContaining("The weight 'w' is " + said);
  }

  @Test
  void refusesTreesThatMayNotFit() {
    TrainingSet data = training(Objective.MULTICLASS);
    var small = new BoostedTreeTrainer(new FitResources(1, 1 << 20, 1 << 28));
    assertThatThrownBy(() -> small.fit(data, BoostedTreeOptions.RANDOM_FOREST, FitProgress.NONE))
        .isInstanceOfSatisfying(
            InsituException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.TOO_MUCH_DATA);
              assertThat(e.hint()).isEqualTo("Lower MAX_TREE_DEPTH or the number of trees.");
            })
        .hasMessageContaining("300 trees of 15 levels: 172 MB (allowed: <= 1 MB)");
  }

  @Test
  void boostsManyRowsByTheirQuantiles() {
    rows.run(
        """
        CREATE TABLE many AS SELECT hash(i) %% 100003 / 1000.0 AS a, hash(i + 1) %% 7 AS b,
          chr(97 + (hash(i + 2) %% 300 // 100)::INT) AS c,
          a / 5 + b * 2 + CASE c WHEN 'a' THEN 4 ELSE 0 END AS y
        FROM range(%d) r(i)\
        """
            .formatted(TreeMatrix.SKETCHED_ROWS_MAX + 1));
    TrainingSet data = rows.training("FROM many", "y", Purpose.REGRESSION);
    BoostedTreeOptions options = BoostedTreeOptions.DEFAULT;
    Trainer.Fitted fitted =
        new BoostedTreeTrainer(new FitResources(2, 1 << 28, 1 << 28))
            .fit(data, options, FitProgress.NONE);
    Forest forest = trees(fitted).forests().getFirst();
    Forest three = forest(new FitResources(3, 1 << 28, 1 << 28), data, options);
    assertThat(three).usingRecursiveComparison().isEqualTo(forest);
    // The trees that were found are the ones whose loss XGBoost reports.
    float[] matrix = matrix(data);
    float[] labels = labels(data);
    double squares = 0;
    for (int row = 0; row < labels.length; row++) {
      squares += Math.pow(walk(forest, matrix, row * data.features().size()) - labels[row], 2);
    }
    double loss = fitted.report().iterations().getLast().loss();
    assertThat(squares / labels.length).isCloseTo(loss, within(1e-4 * loss)).isLessThan(0.1);
  }

  private static Forest forest(
      FitResources resources, TrainingSet data, BoostedTreeOptions options) {
    return trees(new BoostedTreeTrainer(resources).fit(data, options, FitProgress.NONE))
        .forests()
        .getLast();
  }

  @Test
  void stopsEarlyOnTheHeldOutLoss() {
    TrainingSet all = training(Objective.SQUARED_ERROR);
    TrainingSet split =
        new TrainingSet(
            all.source(), all.profile(), Optional.of(rows.source(select("y") + " LIMIT 300")));
    var options =
        BoostedTreeOptions.DEFAULT.withRounds(new BoostedTreeOptions.Rounds(100, 0.3, true, 0.05));
    var iterations = fit(split, options).report().iterations();
    assertThat(iterations).hasSizeBetween(5, 60);
    double last = iterations.getLast().evaluationLoss().orElseThrow();
    double before = iterations.get(iterations.size() - 2).evaluationLoss().orElseThrow();
    assertThat((before - last) / before).isLessThan(0.05);
  }

  @Test
  void boostsEveryRoundWhenToldSo() {
    var options =
        BoostedTreeOptions.DEFAULT.withRounds(new BoostedTreeOptions.Rounds(30, 0.3, false, 0.01));
    var fitted = fit(training(Objective.BINARY), options);
    assertThat(fitted.report().iterations()).hasSize(30);
    assertThat(trees(fitted).forests().getFirst().trees()).isEqualTo(30);
  }

  @Test
  void heldOutRowsOfUnknownClassDoNotCount() {
    TrainingSet all = training(Objective.MULTICLASS);
    String known = select("kind") + " LIMIT 400";
    String withUnknown =
        "(" + known + ") UNION ALL (SELECT a, b, 'never', d, e, 'new' FROM labelled LIMIT 50)";
    double expected = heldOutLoss(all, known);
    assertThat(heldOutLoss(all, withUnknown)).isEqualTo(expected);
  }

  private double heldOutLoss(TrainingSet all, String evaluation) {
    TrainingSet split =
        new TrainingSet(all.source(), all.profile(), Optional.of(rows.source(evaluation)));
    return fit(split, BoostedTreeOptions.DEFAULT)
        .report()
        .iterations()
        .getLast()
        .evaluationLoss()
        .orElseThrow();
  }

  @Test
  void balancedWeightsCentreTheScoresOfARareClass() {
    TrainingSet data =
        rows.training(
            "SELECT a, e, hash(a * e) % 10 = 0 AS rare FROM labelled",
            "rare", Purpose.CLASSIFICATION);
    var balanced = BoostedTreeOptions.DEFAULT.withClassWeights(ClassWeights.BALANCED);
    assertThat(meanScore(data, BoostedTreeOptions.DEFAULT)).isLessThan(-1.5);
    assertThat(meanScore(data, balanced)).isBetween(-1.0, 1.0);
  }

  private static double meanScore(TrainingSet data, BoostedTreeOptions options) {
    Forest forest = trees(fit(data, options)).forests().getFirst();
    float[] matrix = matrix(data);
    double sum = 0;
    for (int row = 0; row < data.rows(); row++) {
      sum += walk(forest, matrix, row * data.features().size());
    }
    return sum / data.rows();
  }

  @Test
  void takesNumbersBeyondTheRangeOfFloat() {
    TrainingSet data =
        rows.training(
            "SELECT CASE WHEN i % 2 = 0 THEN 1e100 ELSE i END AS x, i % 2 AS y FROM range(100)"
                + " r(i)",
            "y", Purpose.CLASSIFICATION);
    Forest forest = trees(fit(data, BoostedTreeOptions.DEFAULT)).forests().getFirst();
    assertThat(walk(forest, new float[] {Float.POSITIVE_INFINITY}, 0)).isNegative();
    assertThat(walk(forest, new float[] {5}, 0)).isPositive();
  }

  @Test
  void refusesMoreRowsThanMemoryTakes() {
    TrainingSet data = training(Objective.BINARY);
    var small = new BoostedTreeTrainer(new FitResources(1, 1 << 20, 1 << 14));
    assertThatThrownBy(() -> small.fit(data, BoostedTreeOptions.DEFAULT, FitProgress.NONE))
        .isInstanceOfSatisfying(
            InsituException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MUCH_DATA))
        .hasMessageContaining("1500 rows of 5 columns");
  }

  @Test
  void stopsBetweenRoundsWhenCancelled() {
    FitProgress cancelled = cancelled(3, message -> message.startsWith("iteration"), "stop");
    assertThatThrownBy(
            () ->
                new BoostedTreeTrainer(RESOURCES)
                    .fit(training(Objective.BINARY), BoostedTreeOptions.DEFAULT, cancelled))
        .hasMessage("stop");
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertThatThrownBy(() -> new BoostedTreeOptions.Sampling(0, 1, 1, 1))
        .hasMessageContaining("Option 'subsample' is 0.0 (allowed: > 0, <= 1).");
    assertThatThrownBy(() -> ClassWeights.of(Map.of("x", -1.0)))
        .hasMessage("Option 'class_weights' is {x=-1.0} (allowed: each weight > 0).");
    assertThatThrownBy(() -> new BoostedTreeOptions.Rounds(20, 1.5, true, 0.01))
        .hasMessage("Option 'learn_rate' is 1.5 (allowed: > 0, <= 1).");
    assertThatThrownBy(
            () ->
                fit(
                    training(Objective.BINARY),
                    BoostedTreeOptions.DEFAULT.withClassWeights(
                        ClassWeights.of(Map.of("maybe", 2.0)))))
        .hasMessageContaining("the class 'maybe' (the label 'yes' has: false, true)");
  }

  @Test
  void profilesLevelsInOrder() {
    assertThat(training(Objective.BINARY).features())
        .filteredOn(Feature.Category.class::isInstance)
        .extracting(f -> ((Feature.Category) f).levels())
        .containsExactly(List.of("a", "b", "c", "d", "e"), List.of("false", "true"));
  }
}
