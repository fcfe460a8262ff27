/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

/**
 * What a caller may choose of explanations.
 *
 * @param topFeatures how many attributions a row has, at most
 * @param threshold as in {@link PredictOptions}
 */
public record ExplainOptions(int topFeatures, double threshold) {
  public ExplainOptions {
    if (topFeatures < 1) {
      throw new IllegalArgumentException("topFeatures: " + topFeatures + " (expected: >= 1)");
    }
  }
}
