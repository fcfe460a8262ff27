/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

/**
 * What a caller of a model may choose.
 *
 * @param threshold a binary classifier answers its second class when that class's probability is
 *     above this; other models do not look at it
 * @param flatProbabilities whether a classifier adds one DOUBLE column per class
 */
public record PredictOptions(double threshold, boolean flatProbabilities) {

  /** Threshold one half, no flat columns: what BigQuery does when nothing is said. */
  public static final PredictOptions DEFAULTS = new PredictOptions(0.5, false);

  public PredictOptions {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold: " + threshold + " (expected: 0 to 1)");
    }
  }
}
