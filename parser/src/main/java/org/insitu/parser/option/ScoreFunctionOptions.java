/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import static org.insitu.parser.option.FunctionOption.of;
import static org.insitu.parser.option.MlFunction.CALIBRATION;
import static org.insitu.parser.option.MlFunction.CONFUSION_MATRIX;
import static org.insitu.parser.option.MlFunction.EVALUATE;
import static org.insitu.parser.option.MlFunction.EXPLAIN_PREDICT;
import static org.insitu.parser.option.MlFunction.LIFT;
import static org.insitu.parser.option.MlFunction.PREDICT;
import static org.insitu.parser.option.MlFunction.PR_CURVE;
import static org.insitu.parser.option.MlFunction.ROC_CURVE;
import static org.insitu.parser.option.ValueTypes.FRACTION;
import static org.insitu.parser.option.ValueTypes.FRACTIONS;
import static org.insitu.parser.option.ValueTypes.choice;
import static org.insitu.parser.option.ValueTypes.integer;

import java.util.List;
import java.util.Set;

/** Options of the table functions that judge predictions. */
final class ScoreFunctionOptions {
  static final FunctionOption<Double> THRESHOLD =
      of(
          "threshold",
          FRACTION,
          0.5,
          Set.of(PREDICT, EVALUATE, CONFUSION_MATRIX, EXPLAIN_PREDICT),
          "The probability above which a model of two classes says the second.");

  static final FunctionOption<List<Double>> THRESHOLDS =
      of(
          "thresholds",
          FRACTIONS,
          List.of(),
          Set.of(ROC_CURVE, PR_CURVE),
          "The thresholds of the curve's points; by default percentiles of the scores.");

  static final FunctionOption<Long> NUM_BUCKETS =
      of(
          "num_buckets",
          integer(1, 1000),
          10L,
          Set.of(LIFT, CALIBRATION),
          "How many buckets the scored rows are divided into.");

  static final FunctionOption<Choice.BucketStrategy> BUCKET_STRATEGY =
      of(
          "bucket_strategy",
          choice(Choice.BucketStrategy.class),
          Choice.BucketStrategy.UNIFORM,
          Set.of(CALIBRATION),
          "UNIFORM: buckets of equal width; QUANTILE: of as equal numbers of rows as ties allow.");

  /** In the order of the documentation. */
  static final List<FunctionOption<?>> OPTIONS =
      List.of(THRESHOLD, THRESHOLDS, NUM_BUCKETS, BUCKET_STRATEGY);

  private ScoreFunctionOptions() {}
}
