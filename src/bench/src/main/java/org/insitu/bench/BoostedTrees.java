/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** M100, 100 trees of depth 6 at a learning rate of 0.1, in our SQL and by XGBoost itself. */
final class BoostedTrees {
  static final int TREES = 100;
  static final int THREADS = Runtime.getRuntime().availableProcessors();

  private BoostedTrees() {}

  /** CREATE MODEL over {@link Higgs}. */
  static String statement(String model) {
    return """
    CREATE OR REPLACE MODEL %s
    OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_CLASSIFIER', INPUT_LABEL_COLS = ['label'],
      MAX_ITERATIONS = %d, MAX_TREE_DEPTH = 6, LEARN_RATE = 0.1, EARLY_STOP = FALSE,
      DATA_SPLIT_METHOD = 'NO_SPLIT')
    AS SELECT %s, label FROM %s
    """
        .formatted(model, TREES, Higgs.features(), Higgs.TABLE);
  }

  /** XGBoost's own matrix build; the caller disposes of it. */
  static DMatrix matrix(FloatRows data) throws XGBoostError {
    DMatrix matrix = new DMatrix(data.values(), data.labels().length, data.features(), Float.NaN);
    matrix.setLabel(data.labels());
    return matrix;
  }

  /** XGBoost's own training of M100, with nothing evaluated on the way; the caller disposes. */
  static Booster train(DMatrix matrix) throws XGBoostError {
    return train(matrix, Map.of("eta", 0.1, "max_depth", 6), TREES);
  }

  /** XGBoost's own training of a classifier with parameters of the caller's, who disposes of it. */
  static Booster train(DMatrix matrix, Map<String, Object> own, int rounds) throws XGBoostError {
    Map<String, Object> parameters = new HashMap<>(own);
    parameters.put("objective", "binary:logistic");
    parameters.put("eval_metric", "logloss");
    parameters.put("tree_method", "hist");
    parameters.put("nthread", THREADS);
    parameters.put("verbosity", 0);
    return XGBoost.train(matrix, parameters, rounds, Map.of(), null, null);
  }

  /** Matrix build and training; the result is the log-loss of the training rows, not timed. */
  static Timed timed(FloatRows data, Map<String, Object> own, int rounds) throws XGBoostError {
    long start = System.nanoTime();
    DMatrix matrix = matrix(data);
    try {
      Booster booster = train(matrix, own, rounds);
      try {
        double nanos = System.nanoTime() - start;
        float[] loss = new float[1];
        booster.evalSet(new DMatrix[] {matrix}, new String[] {"t"}, rounds, loss);
        return new Timed(nanos, String.format(Locale.ROOT, "log-loss %.7g", loss[0]));
      } finally {
        booster.dispose();
      }
    } finally {
      matrix.dispose();
    }
  }
}
