/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import java.util.Arrays;
import java.util.Optional;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.insitu.executor.fit.rows.Block;

/**
 * Labels and weights of a matrix's rows. A held-out row whose label is missing or a class not seen
 * in training cannot be judged: it weighs 0.
 */
final class Targets {
  private final float[] labels;
  private final float[] weights;
  private final Optional<double[]> classWeights;
  private boolean weighted;
  private int rows;

  Targets(int rows, Optional<double[]> classWeights) {
    this.labels = new float[rows];
    this.weights = new float[rows];
    this.classWeights = classWeights;
    this.weighted =
        classWeights.isPresent() && Arrays.stream(classWeights.get()).anyMatch(w -> w != 1);
    Arrays.fill(weights, 1);
  }

  void add(Block block) {
    for (int i = 0; i < block.rows(); i++) {
      double target = block.target()[i];
      boolean known = Double.isFinite(target) && (classWeights.isEmpty() || target >= 0);
      if (!known) {
        weights[rows] = 0;
        weighted = true;
      } else {
        labels[rows] = (float) target;
        if (classWeights.isPresent()) {
          weights[rows] = (float) classWeights.get()[(int) target];
        }
      }
      rows++;
    }
  }

  /** Whether rows weigh differently. */
  boolean weighted() {
    return weighted;
  }

  void setOn(DMatrix matrix) throws XGBoostError {
    matrix.setLabel(labels);
    if (weighted) {
      matrix.setWeight(weights);
    }
  }
}
