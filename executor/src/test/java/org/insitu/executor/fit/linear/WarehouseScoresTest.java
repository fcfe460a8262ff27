/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.insitu.executor.fit.ClassWeights;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.TestingRows;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.LinearPredictor.Term;
import org.insitu.udf.model.ModelFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logistic fits by queries are those over rows in memory, to 1e-9 of each weight. */
class WarehouseScoresTest {
  private static final Percentage NINE_DIGITS = Percentage.withPercentage(1e-7);
  private static final LogisticOptions PLAIN = LogisticOptions.DEFAULT;

  record Case(String name, String label, LogisticOptions options) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    LinearTerms terms = LinearTerms.DEFAULT;
    return Stream.of(
        new Case("two classes", "sex", PLAIN),
        new Case("ridge", "sex", PLAIN.withTerms(terms.withRegularization(0, 3))),
        new Case("lasso", "sex", PLAIN.withTerms(terms.withRegularization(2, 0))),
        new Case("no intercept", "sex", PLAIN.withTerms(terms.withFitIntercept(false))),
        new Case("balanced", "sex", PLAIN.withClassWeights(ClassWeights.BALANCED)),
        new Case("p-values", "sex", PLAIN.withTerms(terms.withPValues())),
        new Case("three classes", "island", PLAIN.withTerms(terms.withRegularization(0, 1))),
        new Case(
            "three classes, lasso", "island", PLAIN.withTerms(terms.withRegularization(1, 0))));
  }

  private static Fitted fit(TrainingSet data, LogisticOptions options, FitPlace place) {
    return new LogisticTrainer(new FitResources(2, 1 << 30, 1 << 30))
        .fit(data, options.withPlace(place), FitProgress.NONE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithTheFitOverRows(Case wanted) {
    try (TestingRows rows = new TestingRows()) {
      String columns =
          "bill_length_mm, body_mass_g, year, "
              + (wanted.label().equals("sex") ? "species, " : "sex, ");
      String sql =
          "SELECT %s%s FROM read_csv('%s', nullstr = 'NA') WHERE sex IS NOT NULL"
              .formatted(columns, wanted.label(), TestingRows.data("penguins.csv"));
      TrainingSet data = rows.training(sql, wanted.label(), Purpose.CLASSIFICATION);
      Fitted here = fit(data, wanted.options(), FitPlace.LOCAL);
      Fitted there = fit(data, wanted.options(), FitPlace.WAREHOUSE);
      assertThat(there.report().ranIn()).isEqualTo("warehouse");
      assertThat(there.report().bytesMoved()).isZero();
      assertThat(there.report().notices()).isEqualTo(here.report().notices());
      List<LinearPredictor> expected = ((ModelFunction.Linear) here.model()).predictors();
      List<LinearPredictor> found = ((ModelFunction.Linear) there.model()).predictors();
      for (int k = 0; k < expected.size(); k++) {
        close(found.get(k), expected.get(k));
      }
      here.estimates()
          .ifPresent(
              e ->
                  assertThat(there.estimates().orElseThrow().raw().getFirst().standardError())
                      .isCloseTo(e.raw().getFirst().standardError(), NINE_DIGITS));
    }
  }

  private static void close(LinearPredictor found, LinearPredictor expected) {
    assertThat(found.intercept()).isCloseTo(expected.intercept(), NINE_DIGITS);
    for (int i = 0; i < expected.terms().size(); i++) {
      switch (expected.terms().get(i)) {
        case Term.Slope slope ->
            assertThat(((Term.Slope) found.terms().get(i)).weight())
                .isCloseTo(slope.weight(), NINE_DIGITS);
        case Term.Weights weights -> {
          Term.Weights others = (Term.Weights) found.terms().get(i);
          for (int l = 0; l < weights.weights().size(); l++) {
            assertThat(others.weights().get(l)).isCloseTo(weights.weights().get(l), NINE_DIGITS);
          }
        }
      }
    }
  }

  /** Of many rows the fit here begins at weights of a part of them, the one there does not. */
  @ParameterizedTest
  @ValueSource(strings = {"i", "y", "rare DESC, i"})
  void beginningAtAPartOfTheRowsEndsInTheSamePlace(String order) {
    try (TestingRows rows = new TestingRows()) {
      String sql =
          """
          SELECT a, b, c, rare, y FROM (SELECT i, a, b, c, hash(i + 3) % 7500 = 0 AS rare,
              a - b + 0.4 * length(c) + (hash(i + 9) % 1000) / 300.0 - 1.5 + 2 * CAST(rare AS INTEGER)
                > 0.9 AS y
            FROM (SELECT i, (hash(i) % 1000) / 1000.0 AS a, (hash(i + 1) % 1000) / 700.0 AS b,
              repeat('x', CAST(1 + hash(i + 2) % 4 AS INTEGER)) AS c FROM range(300000) AS r(i)))
          ORDER BY\
          """;
      TrainingSet data = rows.training(sql + " " + order, "y", Purpose.CLASSIFICATION);
      LogisticOptions options = PLAIN.withTerms(LinearTerms.DEFAULT.withRegularization(0, 2.5));
      Fitted here = fit(data, options, FitPlace.LOCAL);
      Fitted there = fit(data, options, FitPlace.WAREHOUSE);
      assertThat(here.report().notices()).isEmpty();
      if (order.equals("i")) {
        assertThat(here.report().iterations()).hasSizeLessThan(there.report().iterations().size());
      }
      close(
          ((ModelFunction.Linear) here.model()).predictors().getFirst(),
          ((ModelFunction.Linear) there.model()).predictors().getFirst());
    }
  }

  @Test
  void missingNumbersAndCategoriesCountAlike() {
    try (TestingRows rows = new TestingRows()) {
      String sql =
          """
          SELECT CASE WHEN i % 13 = 0 THEN NULL ELSE CAST((i * 37) % 101 AS DOUBLE) END AS a,
            CASE i % 5 WHEN 0 THEN NULL WHEN 1 THEN 'it''s' ELSE 'b' END AS c,
            (i * 37) % 101 + (i * 7919) % 90 > 95 AS y
          FROM range(500) AS r(i)\
          """;
      TrainingSet data = rows.training(sql, "y", Purpose.CLASSIFICATION);
      LinearPredictor here =
          ((ModelFunction.Linear) fit(data, PLAIN, FitPlace.LOCAL).model()).predictors().getFirst();
      LinearPredictor there =
          ((ModelFunction.Linear) fit(data, PLAIN, FitPlace.WAREHOUSE).model())
              .predictors()
              .getFirst();
      close(there, here);
    }
  }

  @Test
  void separatedClassesAreBoundedAndSaidSo() {
    try (TestingRows rows = new TestingRows()) {
      TrainingSet data =
          rows.training(
              "SELECT i AS a, i > 24 AS y FROM range(50) r(i)", "y", Purpose.CLASSIFICATION);
      assertThat(fit(data, PLAIN, FitPlace.WAREHOUSE).report().notices())
          .anyMatch(notice -> notice.contains("separate the classes"));
    }
  }

  @Test
  void refusesMoreAggregatesThanAQueryBears() {
    try (TestingRows rows = new TestingRows()) {
      TrainingSet data =
          rows.training(
              "SELECT 'c' || i % 80 AS c, i % 3 = 0 AS y FROM range(500) r(i)",
              "y", Purpose.CLASSIFICATION);
      assertThatThrownBy(() -> fit(data, PLAIN, FitPlace.WAREHOUSE))
          .hasMessageContaining("Aggregates of one query: 3403 (allowed: <= 2500)");
    }
  }
}
