/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.List;

/**
 * The names of the scalar preprocessing functions {@code ML.NAME(...)}, as a scan of the text finds
 * them.
 */
public final class Preprocessing {
  public static final List<String> NAMES =
      List.of(
          "BAG_OF_WORDS",
          "BUCKETIZE",
          "CLIP_QUANTILES",
          "DISTANCE",
          "FEATURE_CROSS",
          "HASH_BUCKETIZE",
          "IMPUTER",
          "LABEL_ENCODER",
          "LP_NORM",
          "MAX_ABS_SCALER",
          "MIN_MAX_SCALER",
          "MULTI_HOT_ENCODER",
          "NGRAMS",
          "NORMALIZER",
          "ONE_HOT_ENCODER",
          "POLYNOMIAL_EXPAND",
          "QUANTILE_BUCKETIZE",
          "ROBUST_SCALER",
          "STANDARD_SCALER",
          "TF_IDF");

  private Preprocessing() {}
}
