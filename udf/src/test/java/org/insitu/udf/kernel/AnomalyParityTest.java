/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.LinearPredictor.Term;
import org.insitu.udf.model.ModelAnomalies;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.TestingModels;
import org.insitu.udf.sql.TestingDuckDb;
import org.insitu.udf.sql.TestingRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scores of anomalies are in the kernel what they are in DuckDB. */
class AnomalyParityTest {

  static List<ModelFunction> models() {
    return List.of(
        TestingModels.withShares(TestingModels.principalComponents(true)),
        TestingModels.withShares(TestingModels.principalComponents(false)),
        TestingModels.isolationForest());
  }

  @ParameterizedTest
  @MethodSource("models")
  void agrees(ModelFunction model) {
    Program score = ModelAnomalies.score(model).orElseThrow();
    try (TestingDuckDb db = new TestingDuckDb()) {
      TestingRows.create(db, "DOUBLE", "DOUBLE", "VARCHAR");
      TestingRows.addExtremes(db);
      TestingParity.checkCalling(db, score, "SELECT * FROM people ORDER BY id");
    }
  }

  /** Two numbers and a category of two levels and NULL, one component along all of them. */
  @Test
  void theErrorIsThatOfTheColumnsWrittenOut() {
    double[] direction = {0.5, -0.5, 0.1, 0.7, -0.1}; // of length 1 but for rounding
    List<Double> shares = List.of(0.5, 0.25, 0.25);
    double intercept = -(0.1 * 0.5 + 0.7 * 0.25 - 0.1 * 0.25);
    ModelFunction model =
        new ModelFunction.PrincipalComponents(
            List.of(
                new Feature.Numeric("x", ValueType.DOUBLE, 10, 2),
                new Feature.Numeric("y", ValueType.DOUBLE, -1, 0.5),
                new Feature.Category("c", ValueType.VARCHAR, List.of("p", "q"), true)),
            true,
            3,
            List.of(
                new ModelFunction.Component(
                    2,
                    new LinearPredictor(
                        intercept,
                        List.of(
                            new Term.Slope(direction[0]),
                            new Term.Slope(direction[1]),
                            new Term.Weights(List.of(direction[2], direction[3]), direction[4]))))),
            List.of(List.of(), List.of(), shares));
    Program score = ModelAnomalies.score(model).orElseThrow();
    try (TestingDuckDb db = new TestingDuckDb()) {
      List<List<Object>> found =
          TestingParity.kernel(
              db,
              score,
              "SELECT * FROM (VALUES (0, 13::DOUBLE, -2::DOUBLE, 'p'), (1, NULL, 0, 'q'),"
                  + " (2, 1e6, NULL, NULL), (3, 8, -1, 'new'), (4, 'inf', -1, 'p'),"
                  + " (5, 'nan', -1, 'q')) AS v(id, x, y, c) ORDER BY id");
      double[][] encoded = {
        {1.5, -2, 0.5, -0.25, -0.25},
        {0, 2, -0.5, 0.75, -0.25},
        {499995, 0, -0.5, -0.25, 0.75},
        {-1, 0, -0.5, -0.25, -0.25},
      };
      for (int i = 0; i < encoded.length; i++) {
        double expected = error(encoded[i], direction);
        assertThat((Double) found.get(i).getFirst())
            .isCloseTo(expected, within(1e-13 * Math.max(1, expected)));
      }
      assertThat(found.get(4)).isEqualTo(List.of(Double.POSITIVE_INFINITY));
      assertThat((Double) found.get(5).getFirst())
          .isCloseTo(error(new double[] {0, 0, -0.5, 0.75, -0.25}, direction), within(1e-13));
    }
  }

  private static double error(double[] row, double[] direction) {
    double component = 0;
    for (int i = 0; i < row.length; i++) {
      component += row[i] * direction[i];
    }
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      double difference = row[i] - component * direction[i];
      sum += difference * difference;
    }
    return sum / row.length;
  }
}
