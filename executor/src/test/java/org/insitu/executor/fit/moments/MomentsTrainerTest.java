/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.moments.TestingMoments.Kind;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.artefact.ModelCodec;
import org.insitu.udf.model.ClassEvidence.Evidence;
import org.insitu.udf.model.ModelFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MomentsTrainerTest {
  private final TestingMoments moments = new TestingMoments();

  @AfterEach
  void close() {
    moments.close();
  }

  /** Numbers far from zero, some missing, one integer; categories, some missing; three classes. */
  private static String mixed(int rows) {
    return """
    SELECT 'k' || (i %% 3) AS y, 1e6 + sin(i) + (i %% 3) AS far,
      CASE WHEN i %% 17 = 0 THEN NULL ELSE cos(i * 1.7) * (1 + i %% 3) END AS a,
      CAST(hash(i) %% 100 AS BIGINT) AS n, 1e-7 * (hash(i + 5) %% 1000) AS small,
      CASE WHEN hash(i * 3) %% 11 = 0 THEN NULL ELSE 'c' || (hash(i * 3) %% 4) END AS c,
      hash(i * 7) %% 3 = 0 AS d FROM range(%d) r(i)\
    """
        .formatted(rows);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void fitsTheSameInTheWarehouseAndOverRows(Kind kind) {
    TrainingSet data = moments.training(kind, mixed(5_000), "y");
    Fitted pushed = TestingMoments.fit(data, kind, FitPlace.WAREHOUSE, 2);
    Fitted here = TestingMoments.fit(data, kind, FitPlace.LOCAL, 2);
    assertThat(pushed.report().ranIn()).isEqualTo("warehouse");
    assertThat(pushed.report().bytesMoved()).isZero();
    assertThat(here.report().ranIn()).isEqualTo("local");
    assertThat(here.report().bytesMoved()).isPositive();
    List<double[]> one = moments.answers(pushed.model(), mixed(5_000));
    List<double[]> other = moments.answers(here.model(), mixed(5_000));
    assertThat(one).hasSize(5_000);
    for (int i = 0; i < one.size(); i++) {
      for (int j = 0; j < one.get(i).length; j++) {
        double expected = other.get(i)[j];
        assertThat(one.get(i)[j])
            .isCloseTo(expected, within(1e-9 * Math.max(Math.abs(expected), 1e-3)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void fitsTheSameWithAnyNumberOfThreads(Kind kind) {
    String sql = mixed(300_000);
    TrainingSet data = moments.training(kind, sql, "y");
    moments.rows().run("SET threads = 1");
    ModelFunction one = TestingMoments.fit(data, kind, FitPlace.LOCAL, 1).model();
    moments.rows().run("SET threads = 4");
    assertThat(TestingMoments.fit(data, kind, FitPlace.LOCAL, 3).model()).isEqualTo(one);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void modelsSurviveTheirArtefact(Kind kind) {
    TrainingSet data = moments.training(kind, mixed(1_000), "y");
    ModelFunction model = TestingMoments.fit(data, kind, FitPlace.LOCAL, 2).model();
    assertThat(ModelCodec.read(ModelCodec.write(model))).isEqualTo(model);
  }

  /** Within classes 1e-9 of the distance between them: around one center all digits are lost. */
  @ParameterizedTest
  @EnumSource(
      value = FitPlace.class,
      names = {"LOCAL", "WAREHOUSE"})
  void keepsItsDigitsWhereClassesLieFarApart(FitPlace place) {
    String sql =
        "SELECT i % 2 = 0 AS y, 1e6 * (i % 2) + 1e-3 * ((i // 2) % 5) AS x,"
            + " 1e-3 * ((i // 2) % 7) AS z FROM range(70) r(i)";
    TrainingSet data = moments.training(Kind.NAIVE_BAYES, sql, "y");
    var options = NaiveBayesOptions.DEFAULT.withVarSmoothing(0).in(place);
    var model =
        (ModelFunction.NaiveBayes)
            new NaiveBayesTrainer(TestingMoments.resources())
                .fit(data, options, FitProgress.NONE)
                .model();
    for (var known : model.classes()) {
      assertThat(((Evidence.Gaussian) known.evidence().getFirst()).variance())
          .isCloseTo(2e-6, within(1e-12)); // x itself has 7 digits below its thousandths
      assertThat(((Evidence.Gaussian) known.evidence().getLast()).variance())
          .isCloseTo(4e-6, within(1e-17));
    }
    Fitted qda =
        new QdaTrainer(TestingMoments.resources())
            .fit(
                moments.training(Kind.QDA, sql, "y"),
                QdaOptions.DEFAULT.in(place),
                FitProgress.NONE);
    assertThat(moments.answers(qda.model(), sql).getFirst()[1]).isEqualTo(1.0);
  }

  @Test
  void naiveBayesCountsLevelsAndSmoothsThem() {
    String sql =
        "SELECT * FROM (VALUES ('a', 'x'), ('a', 'x'), ('a', NULL), ('b', 'z'), ('b', 'x')) t(y,"
            + " c)";
    for (FitPlace place : List.of(FitPlace.LOCAL, FitPlace.WAREHOUSE)) {
      var model =
          (ModelFunction.NaiveBayes)
              moments.nb(sql, "y", NaiveBayesOptions.DEFAULT.withSmoothing(0.5).in(place));
      assertThat(model.classes().getFirst().prior()).isEqualTo(0.6);
      assertThat(model.classes().getFirst().evidence())
          .isEqualTo(List.of(new Evidence.Shares(List.of(2.5 / 4.5, 0.5 / 4.5), 1.5 / 4.5)));
      assertThat(model.classes().getLast().evidence())
          .isEqualTo(List.of(new Evidence.Shares(List.of(1.5 / 3.5, 1.5 / 3.5), 0.5 / 3.5)));
      // A category seen counts, a NULL seen counts, one unseen says nothing.
      double b = 0.4 * 0.5 / 3.5;
      double a = 0.6 * 1.5 / 4.5;
      List<double[]> answers =
          moments.answers(
              model, "SELECT * FROM (VALUES (1, NULL), (2, 'never seen')) t(i, c) ORDER BY i");
      assertThat(answers.get(0)[1]).isCloseTo(b / (a + b), within(1e-15));
      assertThat(answers.get(1)[1]).isCloseTo(0.4, within(1e-15));
    }
  }

  @Test
  void unseenCategoriesOfDiscriminantsWeighLikeTheMeanRow() {
    String sql = mixed(2_000);
    ModelFunction model = moments.lda("SELECT y, c FROM (" + sql + ")", "y", LdaOptions.DEFAULT);
    double[] unseen = moments.answers(model, "SELECT 'never seen' AS c").getFirst();
    assertThat(unseen[0] + unseen[1] + unseen[2]).isCloseTo(1, within(1e-12));
    assertThat(unseen[0]).isCloseTo(1.0 / 3, within(0.01));
  }

  @Test
  void columnsThatDependOnOthersAreLeftOut() {
    String sql = "SELECT y, a, n, 3 * n - 1 AS again, 5 AS always FROM (" + mixed(1_000) + ")";
    for (Kind kind : List.of(Kind.LDA, Kind.QDA)) {
      Fitted fitted = TestingMoments.fit(moments.training(kind, sql, "y"), kind, FitPlace.LOCAL, 1);
      assertThat(fitted.report().notices())
          .containsExactly(
              "Columns that depend on those before them have the weight 0: again, always.");
      ModelFunction without =
          kind == Kind.LDA
              ? moments.lda("SELECT y, a, n FROM (" + sql + ")", "y", LdaOptions.DEFAULT)
              : moments.qda("SELECT y, a, n FROM (" + sql + ")", "y", QdaOptions.DEFAULT);
      List<double[]> all = moments.answers(fitted.model(), sql);
      List<double[]> fewer = moments.answers(without, sql);
      for (int i = 0; i < all.size(); i++) {
        assertThat(all.get(i)).containsExactly(fewer.get(i), within(1e-12));
      }
    }
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable fit, ErrorCode code, String message) {
    assertThatThrownBy(fit)
        .isInstanceOfSatisfying(
            InsituException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e).hasMessageContaining(message);
            });
  }

  @Test
  void refusesAColumnThatTellsTheClassesApart() {
    String sql = "SELECT i % 2 AS y, (i % 2) * 5.0 AS same, i // 2 AS x FROM range(40) r(i)";
    assertRefused(
        () -> moments.lda(sql, "y", LdaOptions.DEFAULT),
        ErrorCode.SINGULAR,
        "Column 'same' does not vary within the classes, or not but for the columns before it");
    assertRefused(
        () -> moments.qda(sql, "y", QdaOptions.DEFAULT),
        ErrorCode.SINGULAR,
        "Column 'same' does not vary in class '0'");
    assertThat(moments.lda(sql, "y", LdaOptions.DEFAULT.withShrinkage(0.01))).isNotNull();
    assertThat(moments.qda(sql, "y", QdaOptions.DEFAULT.withRegParam(0.01))).isNotNull();
    assertRefused(
        () -> moments.nb(sql, "y", NaiveBayesOptions.DEFAULT.withVarSmoothing(0)),
        ErrorCode.SINGULAR,
        "Column 'same' does not vary in class '0'.");
  }

  @Test
  void refusesNumbersWhoseVarianceOverflows() {
    String sql = "SELECT i % 2 AS y, 1e300 * (i % 7) AS far, i // 2 AS x FROM range(40) r(i)";
    assertRefused(
        () -> moments.nb(sql, "y", NaiveBayesOptions.DEFAULT),
        ErrorCode.FEATURE_NOT_FINITE,
        "The variance of column 'far' in class '0' is beyond the greatest number.");
  }

  @Test
  void refusesAClassWithTooFewRows() {
    String sql =
        "SELECT i < 3 AS y, sin(i) AS a, cos(i * 2) AS b, sin(i * i) AS c FROM range(40) r(i)";
    assertRefused(
        () -> moments.qda(sql, "y", QdaOptions.DEFAULT),
        ErrorCode.TOO_FEW_ROWS,
        "Class 'true' has 3 rows (needed for the covariance of 3 columns: >= 4).");
    assertRefused(
        () ->
            moments.lda(
                "SELECT * FROM (VALUES (1, 2.0), (2, 3.0)) t(y, x)", "y", LdaOptions.DEFAULT),
        ErrorCode.TOO_FEW_ROWS,
        "Rows: 2 (needed for the covariance of 2 classes: more than these)");
  }

  @Test
  void refusesMoreComponentsThanColumnsOrRows() {
    assertRefused(
        () ->
            moments.pca("SELECT i AS a, i * i AS b FROM range(9) r(i)", PcaOptions.ofComponents(3)),
        ErrorCode.TOO_FEW_ROWS,
        "NUM_PRINCIPAL_COMPONENTS is 3");
    assertRefused(
        () -> moments.pca("SELECT 5 AS a FROM range(9)", PcaOptions.ofComponents(1)),
        ErrorCode.SINGULAR,
        "No column varies.");
    assertThatThrownBy(
            () ->
                new PcaOptions(
                    java.util.OptionalInt.of(1), OptionalDouble.of(0.5), true, FitPlace.AUTO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatDoesNotFit() {
    String wide = "SELECT i % 2 AS y, i AS x, 'c' || (i % 80) AS c FROM range(4000) r(i)";
    assertRefused(
        () -> moments.lda(wide, "y", LdaOptions.DEFAULT.in(FitPlace.WAREHOUSE)),
        ErrorCode.TOO_MANY_CATEGORIES,
        "Aggregates of one query: 3402 (allowed: <= 2500)");
    String wider = "SELECT i % 2 AS y, 'c' || (i % 1500) AS c FROM range(4000) r(i)";
    assertRefused(
        () -> moments.lda(wider, "y", LdaOptions.DEFAULT),
        ErrorCode.TOO_MANY_CATEGORIES,
        "Columns with every category counted: 1500 (allowed: <= 1024)");
    TrainingSet data = moments.training(Kind.LDA, mixed(1_000), "y");
    assertRefused(
        () ->
            new LdaTrainer(new FitResources(1, 1000, 1000))
                .fit(data, LdaOptions.DEFAULT.in(FitPlace.LOCAL), FitProgress.NONE),
        ErrorCode.TOO_MUCH_DATA,
        "Sums of products of the columns by class");
  }

  @Test
  void pcaTakesTheFewestComponentsThatExplainEnough() {
    String sql =
        "SELECT sin(i) AS a, sin(i) + 0.1 * cos(i * 3) AS b, cos(i) AS c FROM range(500) r(i)";
    var all = moments.pca(sql, PcaOptions.ofRatio(1));
    assertThat(all.components()).hasSize(3);
    double first = all.components().getFirst().variance() / all.totalVariance();
    assertThat(moments.pca(sql, PcaOptions.ofRatio(first)).components()).hasSize(1);
    assertThat(moments.pca(sql, PcaOptions.ofRatio(first + 1e-6)).components()).hasSize(2);
  }
}
