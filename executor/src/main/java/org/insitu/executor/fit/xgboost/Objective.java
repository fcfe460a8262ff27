/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import java.util.Optional;
import java.util.OptionalDouble;
import org.insitu.executor.fit.LabelProfile;

/** What is boosted, by the label. */
enum Objective {
  SQUARED_ERROR("reg:squarederror", "rmse"),
  /** Log-odds of the second of two classes. */
  BINARY("binary:logistic", "logloss"),
  /** One score per class, normalised by softmax. */
  MULTICLASS("multi:softprob", "mlogloss");

  private final String parameter;
  private final String metric;

  Objective(String parameter, String metric) {
    this.parameter = parameter;
    this.metric = metric;
  }

  static Objective of(LabelProfile label) {
    return switch (label) {
      case LabelProfile.Numeric numeric -> SQUARED_ERROR;
      case LabelProfile.Classes classes -> classes.rows().size() == 2 ? BINARY : MULTICLASS;
    };
  }

  String parameter() {
    return parameter;
  }

  String metric() {
    return metric;
  }

  /** The loss reported, from XGBoost's metric: its root of the mean squared error is squared. */
  double loss(double value) {
    return this == SQUARED_ERROR ? value * value : value;
  }

  /** The number of scores, where XGBoost wants to be told. */
  Optional<Integer> classes(LabelProfile label) {
    return this == MULTICLASS && label instanceof LabelProfile.Classes classes
        ? Optional.of(classes.rows().size())
        : Optional.empty();
  }

  /** Trees that stand for one. */
  int scores(LabelProfile label) {
    return classes(label).orElse(1);
  }

  /**
   * The base score of a classifier before anything is known, as XGBoost keeps it; a regression has
   * none.
   */
  OptionalDouble evenOdds() {
    return switch (this) {
      case SQUARED_ERROR -> OptionalDouble.empty();
      case BINARY -> OptionalDouble.of(0.5);
      case MULTICLASS -> OptionalDouble.of(0);
    };
  }

  /** A base score, which XGBoost keeps as a prediction, as a score; in floats, as XGBoost does. */
  double score(float baseScore) {
    return switch (this) {
      case SQUARED_ERROR, MULTICLASS -> baseScore;
      case BINARY -> (float) -Math.log(1f / baseScore - 1f);
    };
  }
}
