/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;

/** The hyperparameters of Redshift's model types that have a counterpart among our options. */
enum RedshiftHyperparameter {
  ALPHA("l1_reg"),
  BOOSTER("booster_type"),
  COLSAMPLE_BYLEVEL("colsample_bylevel"),
  COLSAMPLE_BYNODE("colsample_bynode"),
  COLSAMPLE_BYTREE("colsample_bytree"),
  EPOCHS("max_iterations"),
  ETA("learn_rate"),
  GAMMA("min_split_loss"),
  INIT_METHOD("kmeans_init_method"),
  K("num_clusters"),
  L1("l1_reg"),
  LAMBDA("l2_reg"),
  LEARNING_RATE("learn_rate"),
  MAX_DEPTH("max_tree_depth"),
  MIN_CHILD_WEIGHT("min_tree_child_weight"),
  NUM_PARALLEL_TREE("num_parallel_tree"),
  NUM_ROUND("max_iterations"),
  SEED("seed"),
  SUBSAMPLE("subsample"),
  TREE_METHOD("tree_method"),
  WD("l2_reg");

  /** Redshift's default of NUM_ROUND. */
  static final OptionValue NUM_ROUND_DEFAULT = new OptionValue.Numeric(BigDecimal.valueOf(100));

  private final String option;

  RedshiftHyperparameter(String option) {
    this.option = option;
  }

  /** The option of the same meaning; empty for what follows from the data, such as NUM_CLASS. */
  static Optional<Option> translate(Option hyperparameter) {
    String name = hyperparameter.name().toUpperCase(Locale.ROOT);
    if (name.equals("NUM_CLASS")) {
      return Optional.empty();
    }
    RedshiftHyperparameter found =
        Arrays.stream(values())
            .filter(h -> h.name().equals(name))
            .findFirst()
            .orElseThrow(
                () -> RedshiftClauses.notYet("Hyperparameter " + name, hyperparameter.position()));
    return Optional.of(
        new Option(found.option, constant(hyperparameter.value()), hyperparameter.position()));
  }

  /** Redshift writes numbers as strings. */
  private static OptionValue constant(OptionValue value) {
    if (value instanceof OptionValue.Text text) {
      try {
        return new OptionValue.Numeric(new BigDecimal(text.value().strip()));
      } catch (NumberFormatException e) {
        return value;
      }
    }
    return value;
  }
}
