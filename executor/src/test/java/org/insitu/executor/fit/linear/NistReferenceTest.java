/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
 * 11.9, pontius 12.0, noint1 14.7, noint2 15, wampler1 9.2, wampler2 13.3, wampler3 9.4, wampler4
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
   * A set; what is certified of it stands in {@code strd.csv}.
   *
   * @param digits of the weights
   */
  record Set(String name, String sql, boolean intercept, double digits) {

    /** The weights, the intercept first. */
    List<Double> certified() {
      return column(1);
    }

    /** Their standard errors. */
    List<Double> errors() {
      return column(2);
    }

    private List<Double> column(int column) {
      try (Stream<String> lines = Files.lines(resource("strd.csv"))) {
        return lines
            .map(line -> line.split(",", -1))
            .filter(fields -> fields[0].equals(name))
            .map(fields -> Double.valueOf(fields[column]))
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Whether its residuals are 0, of which no digits can be asked. */
    boolean isExact() {
      return errors().getFirst() == 0;
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
    return columns + " FROM read_csv('" + resource("filip.csv") + "')";
  }

  private static Path resource(String name) {
    return Path.of(
        Objects.requireNonNull(NistReferenceTest.class.getResource(name), name).getPath());
  }

  static Stream<Set> sets() {
    return Stream.of(
        new Set("longley", shared("longley", "y, x1, x2, x3, x4, x5, x6"), true, 11),
        new Set("norris", shared("norris", "y, x"), true, 11.5),
        new Set("pontius", shared("pontius", "y, x, x * x AS x2"), true, 11),
        new Set("noint1", shared("noint1", "y, x"), false, 14),
        new Set("noint2", shared("noint2", "y, x"), false, 14),
        new Set("wampler1", shared("wampler1", "y, " + POWERS), true, 9),
        new Set(
            "wampler2",
            """
            SELECT 1 + 0.1 * x + 0.01 * x ** 2 + 0.001 * x ** 3 + 0.0001 * x ** 4
              + 0.00001 * x ** 5 AS y, %s FROM range(21) AS r(x)\
            """
                .formatted(POWERS),
            true,
            12),
        new Set("wampler3", WAMPLER.formatted(1), true, 9),
        new Set("wampler4", WAMPLER.formatted(100), true, 7.5),
        new Set("wampler5", WAMPLER.formatted(10_000), true, 5.5),
        new Set("filip", filip(), true, 7));
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
    assertThat(found).hasSameSizeAs(certified);
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
