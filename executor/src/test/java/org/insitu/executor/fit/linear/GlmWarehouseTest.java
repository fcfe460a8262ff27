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
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.insitu.executor.fit.Estimates.Estimate;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.TestingRows;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.LinearPredictor.Term;
import org.insitu.udf.model.Link;
import org.insitu.udf.model.ModelFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** GLM by queries is GLM over rows in memory: every score of a row to 1e-9. */
class GlmWarehouseTest {
  private static final Percentage NINE_DIGITS = Percentage.withPercentage(1e-7);

  private static final LinearTerms PLAIN = LinearTerms.DEFAULT;

  record Case(Distribution distribution, Link link, String name, LinearTerms terms) {
    @Override
    public String toString() {
      return distribution + " " + link + ", " + name;
    }

    GlmOptions options() {
      return GlmOptions.of(distribution, link).withTerms(terms);
    }

    /** Missing numbers and categories, a quote in a name; the label depends on both columns. */
    String sql() {
      String label =
          switch (distribution) {
            case GAUSSIAN, GAMMA -> "exp(a / 40) + (i * 7919) % 90 / 100";
            case POISSON -> "(exp(a / 60) + (i * 7919) % 90 / 40)::INT";
            case BINOMIAL -> "CASE WHEN a + (i * 7919) % 90 > 95 THEN 'x' ELSE 'it''s' END";
          };
      return """
      SELECT CASE WHEN i %% 13 = 0 THEN NULL ELSE a END AS a, sin(i) AS b,
        CASE i %% 5 WHEN 0 THEN NULL WHEN 1 THEN 'it''s' ELSE 'b' END AS c, %s AS y
      FROM (SELECT i, CAST((i * 37) %% 101 AS DOUBLE) AS a FROM range(500) AS r(i))\
      """
          .formatted(label);
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Distribution distribution : Distribution.values()) {
      for (Link link : links(distribution)) {
        cases.add(new Case(distribution, link, "plain", PLAIN));
        cases.add(new Case(distribution, link, "p-values", PLAIN.withPValues()));
        if (link != Link.INVERSE) {
          cases.add(new Case(distribution, link, "no intercept", PLAIN.withFitIntercept(false)));
        }
      }
      Link first = links(distribution).getFirst();
      cases.add(new Case(distribution, first, "ridge", PLAIN.withRegularization(0, 3)));
      cases.add(new Case(distribution, first, "lasso", PLAIN.withRegularization(2, 0)));
    }
    return cases.stream();
  }

  private static List<Link> links(Distribution distribution) {
    return switch (distribution) {
      case GAUSSIAN, GAMMA -> List.of(Link.IDENTITY, Link.LOG, Link.INVERSE);
      case POISSON -> List.of(Link.IDENTITY, Link.LOG);
      case BINOMIAL -> List.of(Link.LOGIT, Link.PROBIT, Link.CLOGLOG);
    };
  }

  private static Fitted fit(TestingRows rows, String sql, GlmOptions options, FitPlace place) {
    Purpose purpose =
        options.distribution() == Distribution.BINOMIAL
            ? Purpose.CLASSIFICATION
            : Purpose.REGRESSION;
    return new GlmTrainer(new FitResources(2, 1 << 30, 1 << 30))
        .fit(rows.training(sql, "y", purpose), options.withPlace(place), FitProgress.NONE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithTheFitOverRows(Case wanted) {
    try (TestingRows rows = new TestingRows()) {
      Fitted here = fit(rows, wanted.sql(), wanted.options(), FitPlace.LOCAL);
      Fitted there = fit(rows, wanted.sql(), wanted.options(), FitPlace.WAREHOUSE);
      assertThat(there.report().ranIn()).isEqualTo("warehouse");
      assertThat(there.report().bytesMoved()).isZero();
      assertThat(there.report().method()).isEqualTo(here.report().method());
      assertThat(there.report().notices()).isEqualTo(here.report().notices());
      assertThat(there.report().iterations().getLast().loss())
          .isCloseTo(here.report().iterations().getLast().loss(), NINE_DIGITS);
      // Rounding decides which of the last steps is the first that no longer counts.
      int iterations = here.report().iterations().size();
      assertThat(there.report().iterations().size()).isBetween(iterations - 2, iterations + 2);
      double[] expected = scores(here);
      double[] found = scores(there);
      for (int i = 0; i < expected.length; i++) {
        assertThat(found[i]).isCloseTo(expected[i], within(1e-9 * Math.max(1, expected[i])));
      }
      here.estimates().ifPresent(e -> close(there.estimates().orElseThrow().raw(), e.raw()));
    }
  }

  /** The scores of some rows: of each category and of the ends of the numbers. */
  private static double[] scores(Fitted fitted) {
    LinearPredictor predictor = ((ModelFunction.GeneralizedLinear) fitted.model()).predictor();
    double a = ((Term.Slope) predictor.terms().get(0)).weight();
    double b = ((Term.Slope) predictor.terms().get(1)).weight();
    Term.Weights c = (Term.Weights) predictor.terms().get(2);
    double start = predictor.intercept();
    return new double[] {
      start + c.weights().get(0) - b,
      start + c.weights().get(1) + 100 * a,
      start + c.missingWeight() + 50 * a + b
    };
  }

  private static void close(List<Estimate> found, List<Estimate> expected) {
    for (int i = 0; i < expected.size(); i++) {
      double error = expected.get(i).standardError();
      if (error > 0) { // a reference has none
        assertThat(found.get(i).standardError()).isCloseTo(error, NINE_DIGITS);
        assertThat(found.get(i).probability())
            .isCloseTo(expected.get(i).probability(), Percentage.withPercentage(1e-5));
      }
    }
  }

  @Test
  void separatedClassesAreBoundedAndSaidSo() {
    try (TestingRows rows = new TestingRows()) {
      String sql = "SELECT i AS a, i > 24 AS y FROM range(50) r(i)";
      for (Link link : List.of(Link.LOGIT, Link.PROBIT, Link.CLOGLOG)) {
        GlmOptions options = GlmOptions.of(Distribution.BINOMIAL, link);
        Fitted there = fit(rows, sql, options, FitPlace.WAREHOUSE);
        assertThat(there.report().notices())
            .isNotEmpty()
            .isEqualTo(fit(rows, sql, options, FitPlace.LOCAL).report().notices());
      }
    }
  }

  @Test
  void saysThatItDidNotConverge() {
    try (TestingRows rows = new TestingRows()) {
      String sql = "SELECT i AS a, i * i AS y FROM range(100) r(i)";
      var options =
          new GlmOptions(
              PLAIN, Distribution.POISSON, Link.LOG, 2, OptionalDouble.empty(), FitPlace.AUTO);
      Fitted there = fit(rows, sql, options, FitPlace.WAREHOUSE);
      assertThat(there.report().iterations()).hasSize(2);
      assertThat(there.report().notices())
          .singleElement()
          .asString()
          .startsWith("Not converged in 2 iterations");
    }
  }

  @Test
  void aPerfectFitEnds() {
    try (TestingRows rows = new TestingRows()) {
      String sql = "SELECT i::DOUBLE AS a, exp(0.03 * i - 1) AS y FROM range(50) r(i)";
      for (Distribution distribution :
          List.of(Distribution.GAUSSIAN, Distribution.GAMMA, Distribution.POISSON)) {
        GlmOptions options = GlmOptions.of(distribution, Link.LOG);
        Fitted there = fit(rows, sql, options, FitPlace.WAREHOUSE);
        LinearPredictor predictor = ((ModelFunction.GeneralizedLinear) there.model()).predictor();
        assertThat(((Term.Slope) predictor.terms().getFirst()).weight())
            .isCloseTo(0.03, within(1e-9));
        assertThat(there.report().notices()).isEmpty();
        assertThat(there.report().iterations()).hasSizeLessThan(30);
      }
    }
  }

  @Test
  void refusesLabelsThatTheFamilyDoesNotHave() {
    try (TestingRows rows = new TestingRows()) {
      GlmOptions poisson = GlmOptions.of(Distribution.POISSON, Link.LOG);
      String negative = "SELECT i AS a, i - 2 AS y FROM range(50) r(i)";
      assertThatThrownBy(() -> fit(rows, negative, poisson, FitPlace.WAREHOUSE))
          .hasMessageContaining("is -2.0 in some row, and as odd in 2 of 50")
          .hasMessageContaining("allowed with FAMILY = 'POISSON': >= 0");
      String zero = "SELECT i AS a, i AS y FROM range(50) r(i)";
      GlmOptions gamma = GlmOptions.of(Distribution.GAMMA, Link.INVERSE);
      assertThatThrownBy(() -> fit(rows, zero, gamma, FitPlace.WAREHOUSE))
          .hasMessageContaining("allowed with FAMILY = 'GAMMA': > 0");
      String nothing = "SELECT i AS a, 0 AS y FROM range(50) r(i)";
      assertThatThrownBy(() -> fit(rows, nothing, poisson, FitPlace.WAREHOUSE))
          .hasMessageContaining("The mean of the label is 0.0");
      String three = "SELECT i AS a, 'c' || i % 3 AS y FROM range(50) r(i)";
      GlmOptions probit = GlmOptions.of(Distribution.BINOMIAL, Link.PROBIT);
      assertThatThrownBy(() -> fit(rows, three, probit, FitPlace.WAREHOUSE))
          .hasMessageContaining("needs a label of two classes; 'y' has 3");
    }
  }

  @Test
  void refusesMoreAggregatesThanAQueryBears() {
    try (TestingRows rows = new TestingRows()) {
      String sql = "SELECT 'c' || i % 80 AS c, i % 3 AS y FROM range(500) r(i)";
      GlmOptions options = GlmOptions.of(Distribution.POISSON, Link.LOG);
      assertThatThrownBy(() -> fit(rows, sql, options, FitPlace.WAREHOUSE))
          .hasMessageContaining("Aggregates of one query: 3404 (allowed: <= 2500)");
    }
  }

  /** Steps that lead to means which the distribution does not have are halved as over rows. */
  @Test
  void stepsStayWhereMeansAreLegal() {
    try (TestingRows rows = new TestingRows()) {
      String sql =
          "SELECT i AS a, CASE WHEN i < 3 THEN 0 ELSE (i * i) // 40 END AS y FROM range(60) r(i)";
      GlmOptions options = GlmOptions.of(Distribution.POISSON, Link.IDENTITY);
      Fitted here = fit(rows, sql, options, FitPlace.LOCAL);
      Fitted there = fit(rows, sql, options, FitPlace.WAREHOUSE);
      assertThat(there.report().iterations().getLast().loss())
          .isCloseTo(here.report().iterations().getLast().loss(), NINE_DIGITS);
    }
  }

  /** A label far below its mean has a deviance, wherever it is added up. */
  @Test
  void aLabelNextToNothingIsOneOfGamma() {
    try (TestingRows rows = new TestingRows()) {
      String sql =
          "SELECT i % 7 AS a, CASE WHEN i = 50 THEN 1e-20 ELSE 1 + i % 5 END AS y"
              + " FROM range(100) AS r(i)";
      GlmOptions options = GlmOptions.of(Distribution.GAMMA, Link.LOG);
      Fitted here = fit(rows, sql, options, FitPlace.LOCAL);
      Fitted there = fit(rows, sql, options, FitPlace.WAREHOUSE);
      assertThat(here.report().iterations().getLast().loss()).isFinite();
      assertThat(there.report().iterations().getLast().loss())
          .isCloseTo(here.report().iterations().getLast().loss(), NINE_DIGITS);
    }
  }
}
