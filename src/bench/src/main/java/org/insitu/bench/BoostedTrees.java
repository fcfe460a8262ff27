/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

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
  static DMatrix matrix(Higgs.Arrays data) throws XGBoostError {
    DMatrix matrix = new DMatrix(data.values(), data.labels().length, Higgs.FEATURES, Float.NaN);
    matrix.setLabel(data.labels());
    return matrix;
  }

  /** XGBoost's own training, with nothing evaluated on the way; the caller disposes of it. */
  static Booster train(DMatrix matrix) throws XGBoostError {
    Map<String, Object> parameters =
        Map.of(
            "objective",
            "binary:logistic",
            "eval_metric",
            "logloss",
            "eta",
            0.1,
            "max_depth",
            6,
            "tree_method",
            "hist",
            "nthread",
            THREADS,
            "verbosity",
            0);
    return XGBoost.train(matrix, parameters, TREES, Map.of(), null, null);
  }
}
