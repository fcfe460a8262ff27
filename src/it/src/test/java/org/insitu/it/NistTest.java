/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.insitu.it.testing.TestingInsitu;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * LINEAR_REG against the certified values of the NIST Statistical Reference Datasets, from CREATE
 * MODEL to ML.WEIGHTS. Source: NIST StRD, linear regression; digits counted as minus log10 of the
 * relative error.
 */
class NistTest {

  /**
   * A set: its file, the training columns, the certified coefficients in order, intercept first.
   */
  record Set(String file, String columns, boolean intercept, int digits, List<Double> certified) {
    @Override
    public String toString() {
      return file;
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
        new Set(
            "wampler1",
            "x, x**2 AS x2, x**3 AS x3, x**4 AS x4, x**5 AS x5",
            true,
            8,
            List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0)));
  }

  @ParameterizedTest
  @MethodSource("sets")
  void coefficientsAgreeWithTheCertifiedValues(Set set) throws SQLException {
    String file = SharedData.file("nist/" + set.file() + ".csv");
    try (TestingInsitu insitu = TestingInsitu.inMemory();
        Connection connection = insitu.connect()) {
      TestingInsitu.run(
          connection,
          "CREATE TABLE d AS SELECT * FROM read_csv(" + file + ")",
          """
          CREATE MODEL m OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'],
            DATA_SPLIT_METHOD = 'NO_SPLIT', FIT_INTERCEPT = %s) AS SELECT y, %s FROM d\
          """
              .formatted(set.intercept(), set.columns()));
      List<List<Object>> weights =
          TestingInsitu.rows(
              connection,
              """
              SELECT weight FROM ML.WEIGHTS(MODEL m)
              WHERE %s OR processed_input <> '__INTERCEPT__'
              ORDER BY processed_input <> '__INTERCEPT__', processed_input\
              """
                  .formatted(set.intercept()));
      assertThat(weights).hasSameSizeAs(set.certified());
      for (int i = 0; i < weights.size(); i++) {
        double certified = set.certified().get(i);
        double error = Math.abs(((Double) weights.get(i).get(0) - certified) / certified);
        assertThat(-Math.log10(Math.max(error, 1e-16)))
            .as("digits of coefficient %d of %s", i, set)
            .isGreaterThanOrEqualTo(set.digits());
      }
    }
  }
}
