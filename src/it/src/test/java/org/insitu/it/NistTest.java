/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;

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

  private static final Path FILIP =
      Path.of(System.getProperty("insitu.root"))
          .resolve("executor/src/test/resources/org/insitu/executor/fit/linear/filip.csv");

  private static final List<Double> ONES = List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0);

  /**
   * A set.
   *
   * @param rows its query, or the name of its file
   * @param columns of the training query
   * @param certified coefficients in the order of their names, the intercept first
   */
  record Set(
      String name,
      String rows,
      String columns,
      boolean intercept,
      double digits,
      List<Double> certified) {
    Set(String file, String columns, boolean intercept, double digits, List<Double> certified) {
      this(file, "", columns, intercept, digits, certified);
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
        new Set("norris", "x", true, 9, List.of(-0.262323073774029, 1.00211681802045)),
        new Set(
            "pontius",
            "x, x * CAST(x AS DOUBLE) AS x2",
            true,
            9,
            List.of(0.673565789473684E-03, 0.732059160401003E-06, -0.316081871345029E-14)),
        new Set("noint1", "x", false, 9, List.of(2.07438016528926)),
        new Set("noint2", "x", false, 9, List.of(0.727272727272727)),
        new Set(
            "longley",
            "x1, x2, x3, x4, x5, x6",
            true,
            9,
            List.of(
                -3482258.63459582,
                15.0618722713733,
                -0.358191792925910E-01,
                -2.02022980381683,
                -1.03322686717359,
                -0.511041056535807E-01,
                1829.15146461355)),
        new Set("wampler1", POWERS, true, 8, ONES),
        new Set(
            "wampler2",
            "SELECT x, 1 + x / 10 + 0.01 * x**2 + 0.001 * x**3 + 0.0001 * x**4 + 0.00001 * x**5 AS"
                + " y FROM range(21) r(x)",
            POWERS,
            true,
            11,
            List.of(1.0, 0.1, 0.01, 0.001, 0.0001, 0.00001)),
        new Set("wampler3", WAMPLER.formatted(1), POWERS, true, 8, ONES),
        new Set("wampler4", WAMPLER.formatted(100), POWERS, true, 7.5, ONES),
        new Set("wampler5", WAMPLER.formatted(10_000), POWERS, true, 5.5, ONES),
        new Set(
            "filip",
            "SELECT * FROM read_csv('" + FILIP + "')",
            "x, x**10 AS xa, x**2 AS x2, x**3 AS x3, x**4 AS x4, x**5 AS x5, x**6 AS x6,"
                + " x**7 AS x7, x**8 AS x8, x**9 AS x9",
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
                -0.402962525080404E-04)));
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
      assertThat(weights).hasSameSizeAs(set.certified());
      for (int i = 0; i < weights.size(); i++) {
        double certified = set.certified().get(i);
        double error = Math.abs(((Double) weights.get(i).get(0) - certified) / certified);
        assertThat(-Math.log10(Math.max(error, 1e-16)))
            .as("digits of coefficient %d of %s, %s", i, set, answer.get(7))
            .isGreaterThanOrEqualTo(set.digits());
      }
    }
  }
}
