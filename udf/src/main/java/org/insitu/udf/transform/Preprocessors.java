/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Every preprocessing function by its name in {@code ML.NAME(...)}. */
public enum Preprocessors {
  BAG_OF_WORDS(0, 2, c -> TokenEncoder.of(TokenEncoder.Weighing.COUNT, c)),
  BUCKETIZE(1, 3, Buckets::at),
  CLIP_QUANTILES(2, 2, ClippedQuantiles::of),
  DISTANCE(0, 1, Vectors::distance),
  FEATURE_CROSS(0, 1, c -> Crosses.of(false, c)),
  HASH_BUCKETIZE(1, 1, HashBuckets::of),
  IMPUTER(1, 1, Imputer::of),
  LABEL_ENCODER(0, 2, CategoryEncoder::label),
  LP_NORM(1, 1, Vectors::norm),
  MAX_ABS_SCALER(0, 0, c -> Scaler.of(Scaler.Kind.MAX_ABS)),
  MIN_MAX_SCALER(0, 0, c -> Scaler.of(Scaler.Kind.MIN_MAX)),
  MULTI_HOT_ENCODER(0, 2, c -> TokenEncoder.of(TokenEncoder.Weighing.PRESENCE, c)),
  NGRAMS(1, 2, NGrams::of),
  NORMALIZER(0, 1, Vectors::normalizer),
  ONE_HOT_ENCODER(0, 3, CategoryEncoder::oneHot),
  POLYNOMIAL_EXPAND(0, 1, c -> Crosses.of(true, c)),
  QUANTILE_BUCKETIZE(1, 2, Buckets::ofQuantiles),
  ROBUST_SCALER(0, 3, Scaler::robust),
  STANDARD_SCALER(0, 0, c -> Scaler.of(Scaler.Kind.STANDARD)),
  TF_IDF(0, 2, c -> TokenEncoder.of(TokenEncoder.Weighing.TF_IDF, c));

  private final int constantsMin;
  private final int constantsMax;
  private final Function<Constants, Preprocessor> making;

  Preprocessors(int constantsMin, int constantsMax, Function<Constants, Preprocessor> making) {
    this.constantsMin = constantsMin;
    this.constantsMax = constantsMax;
    this.making = making;
  }

  /**
   * A function with its constants.
   *
   * @throws IllegalArgumentException that says which constant is wrong and what is expected
   */
  public static Preprocessor of(String name, List<Constant> values) {
    Preprocessors function = valueOf(name.toUpperCase(Locale.ROOT));
    Constants constants = new Constants(values);
    constants.require(function.constantsMin, function.constantsMax);
    return function.making.apply(constants);
  }

  /** How many data arguments the function takes; -1 for the fields of one STRUCT. */
  public int arity() {
    return switch (this) {
      case DISTANCE -> 2;
      case FEATURE_CROSS, POLYNOMIAL_EXPAND -> -1;
      default -> 1;
    };
  }
}
