/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.scores;

/**
 * Some rows' scores.
 *
 * @param scores per class, per row
 * @param seen per row the number of its class, -1 for one that the model does not know
 */
@SuppressWarnings("ArrayRecordComponent") // read only, inside this package
record ScoreBlock(double[][] scores, short[] seen) {

  /** Bytes of a row. */
  static double bytesPerRow(int classes) {
    return (double) Double.BYTES * classes + Short.BYTES;
  }

  int rows() {
    return seen.length;
  }
}
