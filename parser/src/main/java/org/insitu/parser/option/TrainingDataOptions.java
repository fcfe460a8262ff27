/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import static org.insitu.parser.option.ModelOption.of;
import static org.insitu.parser.option.ModelTypes.ALL;
import static org.insitu.parser.option.ModelTypes.SUPERVISED;
import static org.insitu.parser.option.ValueTypes.NAMES;
import static org.insitu.parser.option.ValueTypes.STRING;
import static org.insitu.parser.option.ValueTypes.choice;
import static org.insitu.parser.option.ValueTypes.number;

import java.util.List;

/** What is fitted: the kind of model, its label, and the rows that are held out. */
public final class TrainingDataOptions {
  public static final ModelOption<String> MODEL_TYPE =
      of("model_type", STRING, ALL, "What kind of model to fit; it is required.");

  public static final ModelOption<List<String>> INPUT_LABEL_COLS =
      of("input_label_cols", NAMES, SUPERVISED, "The column to predict, in a list of one.")
          .byDefault(List.of("label"));

  public static final ModelOption<Choice.SplitMethod> DATA_SPLIT_METHOD =
      of(
              "data_split_method",
              choice(Choice.SplitMethod.class),
              SUPERVISED,
              "How rows are held out for evaluation.")
          .byDefault(Choice.SplitMethod.AUTO_SPLIT);

  public static final ModelOption<Double> DATA_SPLIT_EVAL_FRACTION =
      of(
              "data_split_eval_fraction",
              number(">= 0, < 1", v -> v >= 0 && v < 1),
              SUPERVISED,
              "The share of rows held out by the methods RANDOM, SEQ and GROUP.")
          .byDefault(0.2);

  public static final ModelOption<Double> DATA_SPLIT_TEST_FRACTION =
      of(
              "data_split_test_fraction",
              number(">= 0, < 1", v -> v >= 0 && v < 1),
              SUPERVISED,
              "The share of rows for the final test of a tuned model, by the methods RANDOM, SEQ"
                  + " and GROUP.")
          .byDefault(0.0);

  public static final ModelOption<String> DATA_SPLIT_COL =
      of(
          "data_split_col",
          STRING,
          SUPERVISED,
          "The column that the methods CUSTOM, SEQ and GROUP split by; it is no feature.");

  /** In the order of the documentation. */
  static final List<ModelOption<?>> OPTIONS =
      List.of(
          MODEL_TYPE,
          INPUT_LABEL_COLS,
          DATA_SPLIT_METHOD,
          DATA_SPLIT_EVAL_FRACTION,
          DATA_SPLIT_TEST_FRACTION,
          DATA_SPLIT_COL);

  private TrainingDataOptions() {}
}
