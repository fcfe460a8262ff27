/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.insitu.it.testing.TestingInsitu;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * LINEAR_REG against the certified values of the NIST Statistical Reference Datasets, from CREATE
 * MODEL to ML.WEIGHTS, wherever the fit runs. Source: NIST StRD, linear regression,
 * https://www.itl.nist.gov/div898/strd; digits counted as minus log10 of the relative error. The
 * executor's NistReferenceTest has R's digits beside them.
 */
class NistTest {

  private static final String POWERS = "x, x**2 AS x2, x**3 AS x3, x**4 AS x4, x**5 AS x5";

  /** Wampler's label, with his disturbances of x = 0 to 20 a number of times. */
  private static final String WAMPLER =
      """
      SELECT x, 1 + x + x**2 + x**3 + x**4 + x**5 + %d * list_extract([759, -2048, 2048, -2048,
        2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 2523, -2048,
        2048, -2048, 759], 1 + x) AS y FROM range(21) r(x)\
      """;

  /** The executor's, which has the same sets. */
  private static final Path RESOURCES =
      Path.of(System.getProperty("insitu.root"))
          .resolve("executor/src/test/resources/org/insitu/executor/fit/linear");

  /**
   * A set; what is certified of it stands in the executor's {@code strd.csv}.
   *
   * @param rows its query, or the name of its file
   * @param columns of the training query
   */
  record Set(String name, String rows, String columns, boolean intercept, double digits) {
    Set(String file, String columns, boolean intercept, double digits) {
      this(file, "", columns, intercept, digits);
    }

    /** Coefficients, the intercept first. */
    List<Double> certified() {
      try (Stream<String> lines = Files.lines(RESOURCES.resolve("strd.csv"))) {
        return lines
            .map(line -> line.split(",", -1))
            .filter(fields -> fields[0].equals(name))
            .map(fields -> Double.valueOf(fields[1]))
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String query() {
      return rows.isEmpty()
          ? "SELECT * FROM read_csv(" + SharedData.file("nist/" + name + ".csv") + ")"
          : rows;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Set> sets() {
    return Stream.of(
        new Set("norris", "x", true, 9),
        new Set("pontius", "x, x * CAST(x AS DOUBLE) AS x2", true, 9),
        new Set("noint1", "x", false, 9),
        new Set("noint2", "x", false, 9),
        new Set("longley", "x1, x2, x3, x4, x5, x6", true, 9),
        new Set("wampler1", POWERS, true, 8),
        new Set(
            "wampler2",
            "SELECT x, 1 + x / 10 + 0.01 * x**2 + 0.001 * x**3 + 0.0001 * x**4 + 0.00001 * x**5 AS"
                + " y FROM range(21) r(x)",
            POWERS,
            true,
            11),
        new Set("wampler3", WAMPLER.formatted(1), POWERS, true, 8),
        new Set("wampler4", WAMPLER.formatted(100), POWERS, true, 7.5),
        new Set("wampler5", WAMPLER.formatted(10_000), POWERS, true, 5.5),
        new Set(
            "filip",
            "SELECT * FROM read_csv('" + RESOURCES.resolve("filip.csv") + "')",
            "x, x**10 AS xa, x**2 AS x2, x**3 AS x3, x**4 AS x4, x**5 AS x5, x**6 AS x6,"
                + " x**7 AS x7, x**8 AS x8, x**9 AS x9",
            true,
            7));
  }

  static Stream<Arguments> fits() {
    return sets()
        .flatMap(
            set -> Stream.of("auto", "local", "warehouse").map(place -> Arguments.of(set, place)));
  }

  @ParameterizedTest
  @MethodSource("fits")
  void coefficientsAgreeWithTheCertifiedValues(Set set, String place) throws SQLException {
    try (TestingInsitu insitu = TestingInsitu.inMemory();
        Connection connection = insitu.connect()) {
      TestingInsitu.run(connection, "CREATE TABLE d AS " + set.query());
      List<Object> answer =
          TestingInsitu.rows(
                  connection,
                  """
                  CREATE MODEL m OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'],
                    DATA_SPLIT_METHOD = 'NO_SPLIT', FIT_INTERCEPT = %s, EXECUTION = '%s')
                  AS SELECT y, %s FROM d\
                  """
                      .formatted(set.intercept(), place, set.columns()))
              .getFirst();
      assertThat((String) answer.get(7))
          .startsWith(place.equals("warehouse") ? "warehouse: " : "local: ");
      List<List<Object>> weights =
          TestingInsitu.rows(
              connection,
              """
              SELECT weight FROM ML.WEIGHTS(MODEL m)
              WHERE %s OR processed_input <> '__INTERCEPT__'
              ORDER BY processed_input <> '__INTERCEPT__', processed_input = 'xa', processed_input\
              """
                  .formatted(set.intercept()));
      List<Double> values = set.certified();
      assertThat(weights).isNotEmpty().hasSameSizeAs(values);
      for (int i = 0; i < weights.size(); i++) {
        double certified = values.get(i);
        double error = Math.abs(((Double) weights.get(i).get(0) - certified) / certified);
        assertThat(-Math.log10(Math.max(error, 1e-16)))
            .as("digits of coefficient %d of %s, %s", i, set, answer.get(7))
            .isGreaterThanOrEqualTo(set.digits());
      }
    }
  }
}
