/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.insitu.executor.fit.CategoryEncoding;
import org.insitu.executor.fit.Estimates.Estimate;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.TestingRows;
import org.insitu.executor.fit.Trainer.Fitted;
import org.junit.jupiter.api.Test;

/**
 * Standard errors and p-values as R's summary of lm and glm has them, to 8 digits; {@code errors.R}
 * beside this test's resources prints the values.
 */
class StandardErrorsTest {
  private static final Percentage EIGHT_DIGITS = Percentage.withPercentage(1e-6);
  private static final LinearTerms TERMS = LinearTerms.DEFAULT.withPValues();
  private static final String PENGUINS =
      " FROM read_csv('%s', nullstr = 'NA') WHERE sex IS NOT NULL AND body_mass_g IS NOT NULL";

  private record Row(String name, double weight, double error, double probability) {}

  private static Row row(String name, double weight, double error, double probability) {
    return new Row(name, weight, error, probability);
  }

  private static Fitted linear(TestingRows rows, String sql, String label, LinearOptions options) {
    return new LinearTrainer(new FitResources(2, 1 << 30, 1 << 30))
        .fit(rows.training(sql, label, Purpose.REGRESSION), options, FitProgress.NONE);
  }

  private static Fitted logistic(TestingRows rows, String sql, String label) {
    return new LogisticTrainer(new FitResources(2, 1 << 30, 1 << 30))
        .fit(
            rows.training(sql, label, Purpose.CLASSIFICATION),
            LogisticOptions.DEFAULT.withTerms(TERMS),
            FitProgress.NONE);
  }

  private static LinearOptions at(FitPlace place) {
    return LinearOptions.DEFAULT.withTerms(TERMS).withPlace(place);
  }

  private static String penguins(String columns) {
    return "SELECT " + columns + PENGUINS.formatted(TestingRows.data("penguins.csv"));
  }

  private static void check(List<Estimate> estimates, Row... expected) {
    for (Row row : expected) {
      Estimate found =
          estimates.stream().filter(e -> name(e).equals(row.name())).findFirst().orElseThrow();
      assertThat(found.weight()).as(row.name()).isCloseTo(row.weight(), EIGHT_DIGITS);
      assertThat(found.standardError()).as(row.name()).isCloseTo(row.error(), EIGHT_DIGITS);
      assertThat(found.probability()).as(row.name()).isCloseTo(row.probability(), EIGHT_DIGITS);
    }
  }

  private static String name(Estimate e) {
    return e.category() == null ? e.input() : e.input() + "=" + e.category();
  }

  private static List<String> without(List<Estimate> estimates) {
    return estimates.stream()
        .filter(e -> Double.isNaN(e.standardError()) && Double.isNaN(e.probability()))
        .map(StandardErrorsTest::name)
        .toList();
  }

  @Test
  void agreesWithLm() {
    try (TestingRows rows = new TestingRows()) {
      String sql = penguins("bill_length_mm, flipper_length_mm, species, sex, body_mass_g");
      for (FitPlace place : FitPlace.values()) {
        var estimates = linear(rows, sql, "body_mass_g", at(place)).estimates().orElseThrow();
        check(
            estimates.raw(),
            row(
                "__INTERCEPT__",
                -293.669377301278530,
                565.4286154431924842,
                6.0385075204458716e-01),
            row("bill_length_mm", 21.632524724940016, 7.1476024191535172, 2.6700604098794439e-03),
            row(
                "flipper_length_mm",
                17.846511410177637,
                2.9017001582266855,
                2.2546104270575312e-09),
            row(
                "species=Chinstrap",
                -291.710634333461940,
                81.5019551066586558,
                3.9687139276973143e-04),
            row("species=Gentoo", 707.027983007069224, 94.3592412239813569, 6.3508088988840573e-13),
            row("sex=female", -465.395000025634886, 43.0807486736627325, 1.8192474534799871e-23));
        check(
            estimates.standardized(),
            row("__INTERCEPT__", 4244.56506955274381, 40.190724373718552, 9.4400052624345365e-255),
            row("bill_length_mm", 118.30110313481983, 39.087867075455989, 2.6700604098795254e-03),
            row(
                "flipper_length_mm",
                250.13251513980003,
                40.669548354692907,
                2.2546104270577008e-09),
            row(
                "species=Chinstrap",
                -291.71063433346029,
                81.501955106658741,
                3.9687139276976666e-04),
            row("species=Gentoo", 707.02798300707207, 94.359241223981300, 6.3508088988826507e-13),
            row("sex=female", -465.39500002563585, 43.080748673662690, 1.8192474534794993e-23));
        assertThat(without(estimates.raw())).containsExactly("species=Adelie", "sex=male");
      }
    }
  }

  @Test
  void agreesWithLmWithoutAnIntercept() {
    try (TestingRows rows = new TestingRows()) {
      LinearOptions options = LinearOptions.DEFAULT.withTerms(TERMS.withFitIntercept(false));
      String sql = penguins("bill_length_mm, flipper_length_mm, body_mass_g");
      var estimates = linear(rows, sql, "body_mass_g", options).estimates().orElseThrow();
      check(
          estimates.raw(),
          row("bill_length_mm", 16.676774041230733, 7.4104094493900297, 2.5076372909664177e-02),
          row("flipper_length_mm", 17.421551176584980, 1.6306790378085181, 4.3542908823118958e-23));
      assertThat(estimates.raw()).hasSize(2);
    }
  }

  @Test
  void agreesWithLmWhereColumnsNearlyDetermineOneAnother() {
    try (TestingRows rows = new TestingRows()) {
      String sql = "FROM read_csv('%s')".formatted(TestingRows.data("nist/longley.csv"));
      check(
          linear(rows, sql, "y", at(FitPlace.LOCAL)).estimates().orElseThrow().raw(),
          row(
              "__INTERCEPT__",
              -3.4822586345958239e+06,
              8.9042038360736752e+05,
              0.00356040366372607818),
          row("x1", 1.5061872271374854e+01, 8.4914925774766743e+01, 0.86314083280920028685),
          row("x2", -3.5819179292591416e-02, 3.3491007772242953e-02, 0.31268106109270288329),
          row("x3", -2.0202298038168292e+00, 4.8839968165169567e-01, 0.00253509173411112189),
          row("x4", -1.0332268671735911e+00, 2.1427416316167378e-01, 0.00094436676416175447),
          row("x5", -5.1104105653578563e-02, 2.2607320006936846e-01, 0.82621179576365277875),
          row("x6", 1.8291514646135545e+03, 4.5547849914220939e+02, 0.00303680334163015844));
    }
  }

  @Test
  void agreesWithGlm() {
    try (TestingRows rows = new TestingRows()) {
      String sql = penguins("bill_length_mm, body_mass_g, species, sex");
      var estimates = logistic(rows, sql, "sex").estimates().orElseThrow();
      check(
          estimates.raw(),
          row(
              "__INTERCEPT__",
              -50.7778020880515086333,
              6.35422268282679603146,
              1.3364217711884412e-15),
          row(
              "bill_length_mm",
              0.6428164185904599037,
              0.11278041675613763306,
              1.2000672842485233e-08),
          row("body_mass_g", 0.0070558185266235843, 0.00096396415078487763, 2.4873708505104480e-13),
          row(
              "species=Chinstrap",
              -6.9878842607644973128,
              1.30973625840390517361,
              9.5367290312865333e-08),
          row(
              "species=Gentoo",
              -15.1033789217255005610,
              1.87000244843728968824,
              6.6563362132294436e-16));
      check(
          estimates.standardized(),
          row("__INTERCEPT__", 7.1857185445494203, 0.95538669925056585, 5.4247896108160166e-14),
          row("bill_length_mm", 3.5153497984797326, 0.61675869478488843, 1.2000672842485106e-08),
          row("body_mass_g", 5.6814565732787550, 0.77619916671844857, 2.4873708505104813e-13),
          row(
              "species=Chinstrap",
              -6.9878842607644964,
              1.30973625840390606,
              9.5367290312867676e-08),
          row("species=Gentoo", -15.1033789217254935, 1.87000244843729080, 6.6563362132299278e-16));
    }
  }

  @Test
  void residualsThatProductsLoseAreFoundByRows() {
    try (TestingRows rows = new TestingRows()) {
      // lm's standard error of x is sqrt(rss / (n - 2) / sum((x - mean)^2)), rss being n * 1e-12.
      String sql =
          "SELECT i::DOUBLE AS x, 3 * i + (i % 2 * 2 - 1) * 1e-6 AS y FROM range(1000) r(i)";
      Fitted fitted = linear(rows, sql, "y", at(FitPlace.LOCAL));
      double expected = Math.sqrt(1000e-12 / 998 / (1000 * (1000.0 * 1000 - 1) / 12));
      assertThat(fitted.estimates().orElseThrow().raw().getFirst().standardError())
          .isCloseTo(expected, Percentage.withPercentage(1e-3));
      assertThat(fitted.report().method()).startsWith("Householder");
    }
  }

  @Test
  void columnsThatDependOnOthersHaveNoError() {
    try (TestingRows rows = new TestingRows()) {
      String sql = "SELECT i AS a, 2 * i AS b, i * i % 7 AS y FROM range(50) r(i)";
      Fitted fitted = linear(rows, sql, "y", at(FitPlace.LOCAL));
      assertThat(without(fitted.estimates().orElseThrow().raw())).containsExactly("b");
    }
  }

  @Test
  void asManyWeightsAsRowsLeaveNoError() {
    try (TestingRows rows = new TestingRows()) {
      String sql = "SELECT i AS a, i * i AS y FROM range(2) r(i)";
      Fitted fitted = linear(rows, sql, "y", at(FitPlace.LOCAL));
      assertThat(without(fitted.estimates().orElseThrow().raw()))
          .containsExactly("a", "__INTERCEPT__");
      assertThat(fitted.report().notices()).anyMatch(n -> n.contains("2 rows for 2 weights"));
    }
  }

  @Test
  void refusesManyCategories() {
    try (TestingRows rows = new TestingRows()) {
      String sql = "SELECT 'c' || (i % 1000) AS c, i AS y FROM range(5000) r(i)";
      assertThatThrownBy(() -> linear(rows, sql, "y", at(FitPlace.LOCAL)))
          .hasMessageContaining("1000 (allowed with CALCULATE_P_VALUES: <= 999)");
    }
  }

  @Test
  void refusesThreeClasses() {
    try (TestingRows rows = new TestingRows()) {
      String sql = "SELECT i AS a, 'c' || (i % 3) AS y FROM range(50) r(i)";
      assertThatThrownBy(() -> logistic(rows, sql, "y"))
          .hasMessageContaining("needs a label of two classes; 'y' has 3");
    }
  }

  @Test
  void refusesWhatHasNoStandardErrors() {
    assertThatThrownBy(() -> TERMS.withRegularization(0, 1)).hasMessageContaining("p-values");
    assertThatThrownBy(() -> TERMS.withCategoryEncoding(CategoryEncoding.ONE_HOT))
        .hasMessageContaining("p-values");
  }
}
