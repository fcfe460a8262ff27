/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Profile;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.RowsHere;
import org.insitu.executor.fit.TestingRows;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.ModelFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Certified values of NIST's Statistical Reference Datasets for linear regression,
 * https://www.itl.nist.gov/div898/strd/lls/lls.shtml, by every road: sums of products of the
 * profile's pass, of rows sent here, of the warehouse, and what each turns to where these lose
 * digits. Digits are {@code -log10(relative error)} of the worst number.
 *
 * <p>{@code nist.R} prints those of R 4.2's lm, whose QR is Householder's: longley 13.0, norris
 * 11.9, pontius 12.0, noint1 14.7, noint2 15, wampler1 9.2, wampler2 12.9, wampler3 9.4, wampler4
 * 7.6, wampler5 5.6, filip 8.2 (with tol = 1e-12; by default lm leaves x^10 out).
 */
class NistReferenceTest {
  private static final String POWERS = "x, x ** 2 AS x2, x ** 3 AS x3, x ** 4 AS x4, x ** 5 AS x5";

  /** Wampler's disturbances of x = 0 to 20, times 1, 100 and 10,000 in the sets 3, 4 and 5. */
  private static final String DISTURBED =
      """
      list_extract([759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048,
      1838, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 759], 1 + x)\
      """;

  private static final String WAMPLER =
      "SELECT 1 + x + x ** 2 + x ** 3 + x ** 4 + x ** 5 + %d * "
          + DISTURBED
          + " AS y, "
          + POWERS
          + " FROM range(21) AS r(x)";

  /** Of standard errors; the square of the residuals has lost as many as it is small. */
  private static final double ERROR_DIGITS = 7;

  /**
   * A set.
   *
   * @param digits of the weights
   * @param certified weights, the intercept first
   * @param errors their certified standard errors
   */
  record Set(
      String name,
      String sql,
      boolean intercept,
      double digits,
      List<Double> certified,
      List<Double> errors) {

    /** Whether its residuals are 0, of which no digits can be asked. */
    boolean isExact() {
      return errors.getFirst() == 0;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static String shared(String name, String columns) {
    return "SELECT %s FROM read_csv('%s')"
        .formatted(columns, TestingRows.data("nist/" + name + ".csv"));
  }

  private static String filip() {
    StringBuilder columns = new StringBuilder("SELECT y, x");
    for (int i = 2; i <= 10; i++) {
      columns.append(", x ** ").append(i).append(" AS x").append(i);
    }
    var file = Objects.requireNonNull(NistReferenceTest.class.getResource("filip.csv"));
    return columns + " FROM read_csv('" + Path.of(file.getPath()) + "')";
  }

  static Stream<Set> sets() {
    return Stream.of(
        new Set(
            "longley",
            shared("longley", "y, x1, x2, x3, x4, x5, x6"),
            true,
            11,
            List.of(
                -3482258.63459582,
                15.0618722713733,
                -0.358191792925910E-01,
                -2.02022980381683,
                -1.03322686717359,
                -0.511041056535807E-01,
                1829.15146461355),
            List.of(
                890420.383607373,
                84.9149257747669,
                0.334910077722432E-01,
                0.488399681651699,
                0.214274163161675,
                0.226073200069370,
                455.478499142212)),
        new Set(
            "norris",
            shared("norris", "y, x"),
            true,
            11.5,
            List.of(-0.262323073774029, 1.00211681802045),
            List.of(0.232818234301152, 0.429796848199937E-03)),
        new Set(
            "pontius",
            shared("pontius", "y, x, x * x AS x2"),
            true,
            11,
            List.of(0.673565789473684E-03, 0.732059160401003E-06, -0.316081871345029E-14),
            List.of(0.107938612033077E-03, 0.157817399981659E-09, 0.486652849992036E-16)),
        new Set(
            "noint1",
            shared("noint1", "y, x"),
            false,
            14,
            List.of(2.07438016528926),
            List.of(0.165289256198347E-01)),
        new Set(
            "noint2",
            shared("noint2", "y, x"),
            false,
            14,
            List.of(0.727272727272727),
            List.of(0.420827318078432E-01)),
        new Set("wampler1", shared("wampler1", "y, " + POWERS), true, 9, ones(), zeros()),
        new Set(
            "wampler2",
            """
            SELECT 1 + 0.1 * x + 0.01 * x ** 2 + 0.001 * x ** 3 + 0.0001 * x ** 4
              + 0.00001 * x ** 5 AS y, %s FROM range(21) AS r(x)\
            """
                .formatted(POWERS),
            true,
            12,
            List.of(1.0, 0.1, 0.01, 0.001, 0.0001, 0.00001),
            zeros()),
        new Set(
            "wampler3",
            WAMPLER.formatted(1),
            true,
            9,
            ones(),
            List.of(
                2152.32624678170,
                2363.55173469681,
                779.343524331583,
                101.475507550350,
                5.64566512170752,
                0.112324854679312)),
        new Set(
            "wampler4",
            WAMPLER.formatted(100),
            true,
            7.5,
            ones(),
            List.of(
                215232.624678170,
                236355.173469681,
                77934.3524331583,
                10147.5507550350,
                564.566512170752,
                11.2324854679312)),
        new Set(
            "wampler5",
            WAMPLER.formatted(10_000),
            true,
            5.5,
            ones(),
            List.of(
                21523262.4678170,
                23635517.3469681,
                7793435.24331583,
                1014755.07550350,
                56456.6512170752,
                1123.24854679312)),
        new Set(
            "filip",
            filip(),
            true,
            7,
            List.of(
                -1467.48961422980,
                -2772.17959193342,
                -2316.37108160893,
                -1127.97394098372,
                -354.478233703349,
                -75.1242017393757,
                -10.8753180355343,
                -1.06221498588947,
                -0.670191154593408E-01,
                -0.246781078275479E-02,
                -0.402962525080404E-04),
            List.of(
                298.084530995537,
                559.779865474950,
                466.477572127796,
                227.204274477751,
                71.6478660875927,
                15.2897178747400,
                2.23691159816033,
                0.221624321934227,
                0.142363763154724E-01,
                0.535617408889821E-03,
                0.896632837373868E-05)));
  }

  private static List<Double> ones() {
    return List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0);
  }

  private static List<Double> zeros() {
    return List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
  }

  @ParameterizedTest
  @MethodSource("sets")
  void agreesWithTheCertifiedValuesByEveryRoad(Set set) {
    try (TestingRows rows = new TestingRows()) {
      LinearTerms terms = LinearTerms.DEFAULT.withFitIntercept(set.intercept()).withPValues();
      FitResources resources = new FitResources(2, 1 << 30, 1 << 30);
      LinearTrainer trainer = new LinearTrainer(resources);
      TrainingSet asked = rows.training(set.sql(), "y", Purpose.REGRESSION);
      for (FitPlace place : FitPlace.values()) {
        LinearOptions options = new LinearOptions(terms, place);
        assertDigits(set, place.name(), trainer.fit(asked, options, FitProgress.NONE));
      }
      FirstProducts products = new FirstProducts(terms, resources);
      Profile profile =
          rows.profile(
              set.sql(),
              "y",
              Purpose.REGRESSION,
              new RowsHere(resources, FitProgress.NONE, products));
      TrainingSet passed = new TrainingSet(asked.source(), profile, Optional.empty());
      LinearOptions options = new LinearOptions(terms, FitPlace.AUTO);
      assertDigits(
          set, "the profile's pass", trainer.fit(passed, products, options, FitProgress.NONE));
    }
  }

  private static void assertDigits(Set set, String road, Fitted fitted) {
    String how = set + " by " + road + ": " + fitted.report().method();
    var model = (ModelFunction.LinearRegression) fitted.model();
    assertThat(digits(coefficients(model, set.intercept()), set.certified()))
        .as(how)
        .isGreaterThanOrEqualTo(set.digits());
    if (!set.isExact()) {
      assertThat(digits(errors(fitted, set.intercept()), set.errors()))
          .as("standard errors of " + how)
          .isGreaterThanOrEqualTo(ERROR_DIGITS);
    }
    assertThat(fitted.report().notices()).as(how).isEmpty();
    if (road.equals("WAREHOUSE")) {
      assertThat(fitted.report().ranIn()).as(how).isEqualTo("warehouse");
      assertThat(fitted.report().bytesMoved()).as(how).isZero();
    }
  }

  private static double digits(List<Double> found, List<Double> certified) {
    double least = 15;
    for (int i = 0; i < certified.size(); i++) {
      double error = Math.abs(found.get(i) - certified.get(i)) / Math.abs(certified.get(i));
      least = Math.min(least, -Math.log10(error));
    }
    return least;
  }

  private static List<Double> errors(Fitted fitted, boolean intercept) {
    List<Double> result = new ArrayList<>();
    fitted.estimates().orElseThrow().raw().forEach(e -> result.add(e.standardError()));
    if (intercept) {
      result.addFirst(result.removeLast());
    }
    return result;
  }

  private static List<Double> coefficients(
      ModelFunction.LinearRegression model, boolean intercept) {
    List<Double> result = new ArrayList<>();
    if (intercept) {
      result.add(model.predictor().intercept());
    }
    model
        .predictor()
        .terms()
        .forEach(term -> result.add(((LinearPredictor.Term.Slope) term).weight()));
    return result;
  }
}
