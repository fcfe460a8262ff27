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
  BAG_OF_WORDS(
      "list [, top_k [, frequency_threshold]]",
      List.of("vocabulary"),
      0,
      2,
      c -> TokenEncoder.of(TokenEncoder.Weighing.COUNT, c)),
  BUCKETIZE("x, points [, exclude_boundaries] [, format]", List.of(), 1, 3, Buckets::at),
  CLIP_QUANTILES("x, lower, upper", List.of("lower", "upper"), 2, 2, ClippedQuantiles::of),
  DISTANCE(
      "list, list [, 'EUCLIDEAN' | 'MANHATTAN' | 'COSINE']", List.of(), 0, 1, Vectors::distance),
  FEATURE_CROSS("STRUCT(a, b, ...) [, degree]", List.of(), 0, 1, c -> Crosses.of(false, c)),
  HASH_BUCKETIZE("text, buckets", List.of(), 1, 1, HashBuckets::of),
  IMPUTER("x, 'mean' | 'median' | 'most_frequent'", List.of("value"), 1, 1, Imputer::of),
  LABEL_ENCODER(
      "x [, top_k [, frequency_threshold]]", List.of("vocabulary"), 0, 2, CategoryEncoder::label),
  LP_NORM("list, degree", List.of(), 1, 1, Vectors::norm),
  MAX_ABS_SCALER("x", List.of("max_abs"), 0, 0, c -> Scaler.of(Scaler.Kind.MAX_ABS)),
  MIN_MAX_SCALER("x", List.of("min", "max"), 0, 0, c -> Scaler.of(Scaler.Kind.MIN_MAX)),
  MULTI_HOT_ENCODER(
      "list [, top_k [, frequency_threshold]]",
      List.of("vocabulary"),
      0,
      2,
      c -> TokenEncoder.of(TokenEncoder.Weighing.PRESENCE, c)),
  NGRAMS("list, [least, most] [, separator]", List.of(), 1, 2, NGrams::of),
  NORMALIZER("list [, degree]", List.of(), 0, 1, Vectors::normalizer),
  ONE_HOT_ENCODER(
      "x [, 'none' | 'most_frequent' [, top_k [, frequency_threshold]]]",
      List.of("vocabulary", "dropped"),
      0,
      3,
      CategoryEncoder::oneHot),
  POLYNOMIAL_EXPAND("STRUCT(a, b, ...) [, degree]", List.of(), 0, 1, c -> Crosses.of(true, c)),
  QUANTILE_BUCKETIZE("x, buckets [, format]", List.of("points"), 1, 2, Buckets::ofQuantiles),
  ROBUST_SCALER(
      "x [, [lower, upper] [, with_median [, with_quantile_range]]]",
      List.of("median", "lower", "upper"),
      0,
      3,
      Scaler::robust),
  STANDARD_SCALER("x", List.of("mean", "stddev"), 0, 0, c -> Scaler.of(Scaler.Kind.STANDARD)),
  TF_IDF(
      "list [, top_k [, frequency_threshold]]",
      List.of("vocabulary", "idf"),
      0,
      2,
      c -> TokenEncoder.of(TokenEncoder.Weighing.TF_IDF, c));

  private final String arguments;
  private final List<String> frozen;
  private final int constantsMin;
  private final int constantsMax;
  private final Function<Constants, Preprocessor> making;

  Preprocessors(
      String arguments,
      List<String> frozen,
      int constantsMin,
      int constantsMax,
      Function<Constants, Preprocessor> making) {
    this.arguments = arguments;
    this.frozen = frozen;
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

  /** How a call is written: {@code ML.STANDARD_SCALER(x) OVER ()}. */
  public String signature() {
    return "ML.%s(%s)%s".formatted(name(), arguments, frozen.isEmpty() ? "" : " OVER ()");
  }

  /**
   * What each {@link Preprocessor#aggregates aggregate} is called; a call may have fewer of them.
   */
  public List<String> frozen() {
    return frozen;
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
