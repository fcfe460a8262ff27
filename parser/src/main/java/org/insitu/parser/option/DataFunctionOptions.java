/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import static org.insitu.parser.option.FunctionOption.of;
import static org.insitu.parser.option.MlFunction.DESCRIBE_DATA;
import static org.insitu.parser.option.MlFunction.DETECT_ANOMALIES;
import static org.insitu.parser.option.MlFunction.DETECT_OUTLIERS;
import static org.insitu.parser.option.MlFunction.PREFLIGHT;
import static org.insitu.parser.option.ValueTypes.NAMES;
import static org.insitu.parser.option.ValueTypes.POSITIVE;
import static org.insitu.parser.option.ValueTypes.STRING;
import static org.insitu.parser.option.ValueTypes.choice;
import static org.insitu.parser.option.ValueTypes.integer;
import static org.insitu.parser.option.ValueTypes.number;

import java.util.List;
import java.util.Set;

/** Options of the table functions that describe data and find what stands out in it. */
final class DataFunctionOptions {
  static final FunctionOption<Long> NUM_QUANTILES =
      of(
          "num_quantiles",
          integer(1, 100_000),
          2L,
          Set.of(DESCRIBE_DATA),
          "How many intervals of equal numbers of values a column's quantiles are the ends of.");

  static final FunctionOption<Long> NUM_ARRAY_LENGTH_QUANTILES =
      of(
          "num_array_length_quantiles",
          integer(1, 100_000),
          10L,
          Set.of(DESCRIBE_DATA),
          "The same of the lengths of arrays.");

  static final FunctionOption<Long> TOP_K =
      of(
          "top_k",
          integer(1, 10_000),
          1L,
          Set.of(DESCRIBE_DATA),
          "How many of the most frequent values are named.");

  static final FunctionOption<Choice.OutlierMethod> METHOD =
      of(
          "method",
          choice(Choice.OutlierMethod.class),
          Choice.OutlierMethod.ZSCORE,
          Set.of(DETECT_OUTLIERS),
          "ZSCORE: by the standard deviation; IQR: by the interquartile range.");

  static final FunctionOption<Double> OUTLIER_THRESHOLD =
      of(
          "threshold",
          POSITIVE,
          Choice.OutlierMethod.ZSCORE.threshold(),
          Set.of(DETECT_OUTLIERS),
          "How many deviations, 3 by default, or ranges, 1.5 by default, away a number stands"
              + " out.");

  static final FunctionOption<Double> CONTAMINATION =
      of(
          "contamination",
          number("0 to 0.5", v -> v >= 0 && v <= 0.5),
          null,
          Set.of(DETECT_ANOMALIES),
          "The share of the training rows that counts as anomalies; it has no default.");

  static final FunctionOption<String> LABEL =
      of(
          "label",
          STRING,
          null,
          Set.of(PREFLIGHT),
          "The label column; without it the columns are looked at by themselves.");

  static final FunctionOption<List<String>> COLUMNS =
      of(
          "columns",
          NAMES,
          List.of(),
          Set.of(DETECT_OUTLIERS),
          "The columns that are looked at; by default all of numbers.");

  /** In the order of the documentation. */
  static final List<FunctionOption<?>> OPTIONS =
      List.of(
          NUM_QUANTILES,
          NUM_ARRAY_LENGTH_QUANTILES,
          TOP_K,
          METHOD,
          OUTLIER_THRESHOLD,
          CONTAMINATION,
          LABEL,
          COLUMNS);

  private DataFunctionOptions() {}
}
