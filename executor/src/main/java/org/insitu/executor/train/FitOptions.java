/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import static org.insitu.parser.option.AttributionOptions.ENABLE_GLOBAL_EXPLAIN;
import static org.insitu.parser.option.TrainingDataOptions.DATA_SPLIT_COL;
import static org.insitu.parser.option.TrainingDataOptions.DATA_SPLIT_EVAL_FRACTION;
import static org.insitu.parser.option.TrainingDataOptions.DATA_SPLIT_METHOD;
import static org.insitu.parser.option.TrainingDataOptions.DATA_SPLIT_TEST_FRACTION;
import static org.insitu.parser.option.TrainingDataOptions.INPUT_LABEL_COLS;

import java.util.Optional;
import org.insitu.parser.option.ModelOptions;

/** The options of CREATE MODEL as the trainers take them. */
public final class FitOptions {
  private FitOptions() {}

  /** The label column that was named. */
  public static Optional<String> label(ModelOptions options) {
    return options.isSet(INPUT_LABEL_COLS)
        ? Optional.of(options.get(INPUT_LABEL_COLS).getFirst())
        : Optional.empty();
  }

  /** Whether ML.GLOBAL_EXPLAIN is prepared. */
  public static boolean globalExplain(ModelOptions options) {
    return options.modelType().isSupervised() && options.get(ENABLE_GLOBAL_EXPLAIN);
  }

  /** How evaluation rows are chosen; a clustering has none. */
  public static SplitRule split(ModelOptions options) {
    if (!options.modelType().isSupervised()) {
      return new SplitRule.None();
    }
    boolean tuned = options.tuning().isPresent();
    SplitRule.Shares shares =
        new SplitRule.Shares(
            options.get(DATA_SPLIT_EVAL_FRACTION),
            tuned ? options.get(DATA_SPLIT_TEST_FRACTION) : 0);
    return switch (options.get(DATA_SPLIT_METHOD)) {
      case AUTO_SPLIT -> new SplitRule.Auto(tuned);
      case RANDOM -> new SplitRule.Random(shares);
      case CUSTOM -> new SplitRule.Custom(options.find(DATA_SPLIT_COL).orElseThrow(), tuned);
      case GROUP -> new SplitRule.Group(options.find(DATA_SPLIT_COL).orElseThrow(), shares);
      case SEQ -> new SplitRule.Sequential(options.find(DATA_SPLIT_COL).orElseThrow(), shares);
      case NO_SPLIT -> new SplitRule.None();
    };
  }
}
