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
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;

/**
 * Labels and weights of a matrix's rows. A held-out row whose label is missing or a class not seen
 * in training cannot be judged: it weighs 0.
 *
 * <p><b>Errors:</b> ROW_WEIGHT for a weight that is missing, negative or not finite.
 */
final class Targets {
  private final float[] labels;
  private final float[] weights;
  private final Weights given;
  private boolean weighted;
  private int rows;

  /**
   * What rows weigh.
   *
   * @param ofClasses each class, for classifiers
   * @param column each row
   */
  record Weights(Optional<double[]> ofClasses, Optional<String> column) {

    boolean areEqual() {
      return column.isEmpty()
          && (ofClasses.isEmpty() || Arrays.stream(ofClasses.get()).allMatch(w -> w == 1));
    }
  }

  Targets(int rows, Weights given) {
    this.labels = new float[rows];
    this.weights = new float[rows];
    this.given = given;
    this.weighted = !given.areEqual();
    Arrays.fill(weights, 1);
  }

  /** Takes rows; the numbers of the weight column, where there is one, are the block's last. */
  void add(Block block) {
    for (int i = 0; i < block.rows(); i++) {
      double target = block.target()[i];
      boolean known = Double.isFinite(target) && (given.ofClasses().isEmpty() || target >= 0);
      double weight = known ? weight(block, i) : 0;
      if (!known) {
        weighted = true;
      } else {
        labels[rows] = (float) target;
        if (given.ofClasses().isPresent()) {
          weight *= given.ofClasses().get()[(int) target];
        }
      }
      weights[rows++] = (float) weight;
    }
  }

  private double weight(Block block, int row) {
    if (given.column().isEmpty()) {
      return 1;
    }
    double[][] numbers = block.numbers();
    double weight = numbers[numbers.length - 1][row];
    if (!(weight >= 0) || weight > Float.MAX_VALUE) {
      throw InsituException.of(
          ErrorCode.ROW_WEIGHT,
          "The weight '%s' is %s in a row (allowed: >= 0, finite)."
              .formatted(given.column().get(), Double.isNaN(weight) ? "NULL or NaN" : weight));
    }
    return weight;
  }

  /** Whether rows weigh differently. */
  boolean weighted() {
    return weighted;
  }

  /** Of each row, in the order they were taken; 0 where it is not known. */
  float[] labels() {
    return labels;
  }

  void setOn(DMatrix matrix) throws XGBoostError {
    matrix.setLabel(labels);
    if (weighted) {
      matrix.setWeight(weights);
    }
  }
}
