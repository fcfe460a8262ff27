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
      new Shape(
          "list [, top_k [, frequency_threshold]]",
          "STRUCT(index BIGINT, value DOUBLE)[]",
          "How often a list has each text of the vocabulary."),
      List.of("vocabulary"),
      0,
      2,
      c -> TokenEncoder.of(TokenEncoder.Weighing.COUNT, c)),
  BUCKETIZE(
      new Shape(
          "x, points [, exclude_boundaries] [, format]",
          "VARCHAR",
          "The interval that a number lies in, between points that are given."),
      List.of(),
      1,
      3,
      Buckets::at),
  CLIP_QUANTILES(
      new Shape("x, lower, upper", "DOUBLE", "A number kept between two quantiles of its column."),
      List.of("lower", "upper"),
      2,
      2,
      ClippedQuantiles::of),
  DISTANCE(
      new Shape(
          "list, list [, 'EUCLIDEAN' | 'MANHATTAN' | 'COSINE']",
          "DOUBLE",
          "How far two lists of numbers are apart."),
      List.of(),
      0,
      1,
      Vectors::distance),
  FEATURE_CROSS(
      new Shape(
          "STRUCT(a, b, ...) [, degree]", "STRUCT of VARCHAR", "The combinations of categories."),
      List.of(),
      0,
      1,
      c -> Crosses.of(false, c)),
  HASH_BUCKETIZE(
      new Shape("text, buckets", "BIGINT", "The hash of a text, modulo a number of buckets."),
      List.of(),
      1,
      1,
      HashBuckets::of),
  IMPUTER(
      new Shape(
          "x, 'mean' | 'median' | 'most_frequent'",
          "DOUBLE, by 'most_frequent' the type of x",
          "A value for what is missing."),
      List.of("value"),
      1,
      1,
      Imputer::of),
  LABEL_ENCODER(
      new Shape("x [, top_k [, frequency_threshold]]", "BIGINT", "The number of a category."),
      List.of("vocabulary"),
      0,
      2,
      CategoryEncoder::label),
  LP_NORM(
      new Shape("list, degree", "DOUBLE", "The length of a list of numbers."),
      List.of(),
      1,
      1,
      Vectors::norm),
  MAX_ABS_SCALER(
      new Shape("x", "DOUBLE", "A number divided by the greatest absolute value of its column."),
      List.of("max_abs"),
      0,
      0,
      c -> Scaler.of(Scaler.Kind.MAX_ABS)),
  MIN_MAX_SCALER(
      new Shape("x", "DOUBLE", "A number brought to 0 to 1."),
      List.of("min", "max"),
      0,
      0,
      c -> Scaler.of(Scaler.Kind.MIN_MAX)),
  MULTI_HOT_ENCODER(
      new Shape(
          "list [, top_k [, frequency_threshold]]",
          "STRUCT(index BIGINT, value DOUBLE)[]",
          "Which texts of the vocabulary a list has."),
      List.of("vocabulary"),
      0,
      2,
      c -> TokenEncoder.of(TokenEncoder.Weighing.PRESENCE, c)),
  NGRAMS(
      new Shape(
          "list, [least, most] [, separator]",
          "VARCHAR[]",
          "The runs of neighbouring texts of a list."),
      List.of(),
      1,
      2,
      NGrams::of),
  NORMALIZER(
      new Shape("list [, degree]", "DOUBLE[]", "A list of numbers divided by its length."),
      List.of(),
      0,
      1,
      Vectors::normalizer),
  ONE_HOT_ENCODER(
      new Shape(
          "x [, 'none' | 'most_frequent' [, top_k [, frequency_threshold]]]",
          "STRUCT(index BIGINT, value DOUBLE)[]",
          "A category as a list of one index and its value."),
      List.of("vocabulary", "dropped"),
      0,
      3,
      CategoryEncoder::oneHot),
  POLYNOMIAL_EXPAND(
      new Shape("STRUCT(a, b, ...) [, degree]", "STRUCT of DOUBLE", "The products of numbers."),
      List.of(),
      0,
      1,
      c -> Crosses.of(true, c)),
  QUANTILE_BUCKETIZE(
      new Shape(
          "x, buckets [, format]",
          "VARCHAR",
          "The interval that a number lies in, of those with equally many rows."),
      List.of("points"),
      1,
      2,
      Buckets::ofQuantiles),
  ROBUST_SCALER(
      new Shape(
          "x [, [lower, upper] [, with_median [, with_quantile_range]]]",
          "DOUBLE",
          "A number shifted by its median and scaled by a range of quantiles."),
      List.of("median", "lower", "upper"),
      0,
      3,
      Scaler::robust),
  STANDARD_SCALER(
      new Shape("x", "DOUBLE", "A number brought to mean 0 and standard deviation 1."),
      List.of("mean", "stddev"),
      0,
      0,
      c -> Scaler.of(Scaler.Kind.STANDARD)),
  TF_IDF(
      new Shape(
          "list [, top_k [, frequency_threshold]]",
          "STRUCT(index BIGINT, value DOUBLE)[]",
          "How much each text of the vocabulary says about a list."),
      List.of("vocabulary", "idf"),
      0,
      2,
      c -> TokenEncoder.of(TokenEncoder.Weighing.TF_IDF, c));

  private final Shape shape;
  private final List<String> frozen;
  private final int constantsMin;
  private final int constantsMax;
  private final Function<Constants, Preprocessor> making;

  Preprocessors(
      Shape shape,
      List<String> frozen,
      int constantsMin,
      int constantsMax,
      Function<Constants, Preprocessor> making) {
    this.shape = shape;
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
    return "ML.%s(%s)%s".formatted(name(), shape.arguments, frozen.isEmpty() ? "" : " OVER ()");
  }

  /** What it answers with, in a sentence. */
  public String documentation() {
    return shape.documentation;
  }

  /** The type of what it answers with, for people. */
  public String result() {
    return shape.result;
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

  /** What people see of a function: its arguments, the type of its result, what that is. */
  private record Shape(String arguments, String result, String documentation) {}
}
