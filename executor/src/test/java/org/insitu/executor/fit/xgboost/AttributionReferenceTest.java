/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.insitu.udf.kernel.AttributionKernel;
import org.insitu.udf.model.Forest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Attributions of real models beside those of XGBoost 3.0.4's predictContrib (pred_contribs = true,
 * approx_contribs = false), which computes and answers in float.
 */
class AttributionReferenceTest {
  private static final int ROWS = 2_000;
  private static final int WIDTH = 8;

  @ParameterizedTest
  @EnumSource(Objective.class)
  void areThoseOfXgboost(Objective objective) throws Exception {
    float[] values = values();
    DMatrix matrix = new DMatrix(values, ROWS, WIDTH, Float.NaN);
    matrix.setLabel(labels(values, objective));
    Booster booster = XGBoost.train(matrix, parameters(objective), 60, Map.of(), null, null);
    try {
      float[][] expected = booster.predictContrib(matrix, 0);
      List<Forest> forests =
          BoosterModel.forests(booster.toByteArray("ubj"), objective, WIDTH, new LeafValue.Step());
      float[][] columns = columns(values);
      for (int score = 0; score < forests.size(); score++) {
        double[][] shares = new double[WIDTH][ROWS];
        AttributionKernel.compile(forests.get(score)).attribute(columns, 0, ROWS, shares);
        for (int row = 0; row < ROWS; row++) {
          int first = score * (WIDTH + 1);
          for (int i = 0; i < WIDTH; i++) {
            check(row, shares[i][row], expected[row][first + i]);
          }
          check(row, forests.get(score).mean(), expected[row][first + WIDTH]);
        }
      }
    } finally {
      booster.dispose();
      matrix.dispose();
    }
  }

  private static void check(int row, double found, float wanted) {
    assertThat(Math.abs(found - wanted))
        .as("row %s: %s, XGBoost %s", row, found, wanted)
        .isLessThanOrEqualTo(2e-5 * Math.max(1, Math.abs(wanted)));
  }

  private static Map<String, Object> parameters(Objective objective) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("objective", objective.parameter());
    parameters.put("max_depth", 6);
    parameters.put("eta", 0.2);
    parameters.put("nthread", 1);
    parameters.put("verbosity", 0);
    if (objective == Objective.MULTICLASS) {
      parameters.put("num_class", 3);
    }
    return parameters;
  }

  private static float[] values() {
    Random random = new Random(1);
    float[] values = new float[ROWS * WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(10) == 0 ? Float.NaN : (float) random.nextGaussian();
    }
    return values;
  }

  private static float[] labels(float[] values, Objective objective) {
    float[] labels = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      float a = present(values[row * WIDTH]);
      float b = present(values[row * WIDTH + 1]);
      float y = a * b + 2 * present(values[row * WIDTH + 2]);
      labels[row] =
          switch (objective) {
            case SQUARED_ERROR -> y;
            case BINARY -> y > 0 ? 1 : 0;
            case MULTICLASS -> y > 1 ? 2 : y > -1 ? 1 : 0;
          };
    }
    return labels;
  }

  private static float present(float value) {
    return Float.isNaN(value) ? 0.5f : value;
  }

  private static float[][] columns(float[] values) {
    float[][] columns = new float[WIDTH][ROWS];
    for (int i = 0; i < values.length; i++) {
      columns[i % WIDTH][i / WIDTH] = values[i];
    }
    return columns;
  }
}
