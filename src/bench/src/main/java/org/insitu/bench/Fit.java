/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Models fitted by us and by peers; {@code -Dfits=linear,pca} selects. */
enum Fit {
  LINEAR("'LINEAR_REG'", "y", "mean_squared_error", List.of("linear", "ridge"), 1e-4),
  LOGISTIC("'LOGISTIC_REG'", "label", "log_loss", List.of("logistic", "logistic_newton"), 1e-4),
  /** Not without being asked for: it takes minutes. */
  MULTINOMIAL("'LOGISTIC_REG'", "kind", "log_loss", List.of("multinomial"), 1e-4),
  NAIVE_BAYES("'NAIVE_BAYES'", "kind", "log_loss", List.of("naive_bayes"), 1e-4),
  /** Each begins with rows of its own choice and ends in a minimum of its own. */
  KMEANS(
      "'KMEANS', NUM_CLUSTERS = 8, MAX_ITERATIONS = 10, EARLY_STOP = FALSE",
      "",
      "mean_squared_distance",
      List.of("kmeans"),
      0.05),
  PCA(
      "'PCA', NUM_PRINCIPAL_COMPONENTS = 5",
      "",
      "total_explained_variance_ratio",
      List.of("pca"),
      1e-3);

  private final String options;
  private final String label;
  private final String metric;
  private final List<String> sklearn;
  private final double tolerance;

  Fit(String options, String label, String metric, List<String> sklearn, double tolerance) {
    this.options = options;
    this.label = label;
    this.metric = metric;
    this.sklearn = sklearn;
    this.tolerance = tolerance;
  }

  /** Those asked for by {@code -Dfits}, or else the usual ones. */
  static List<Fit> selected(List<Fit> usual) {
    String names = System.getProperty("fits");
    return names == null
        ? usual
        : Arrays.stream(names.split(",", -1))
            .map(name -> valueOf(name.toUpperCase(Locale.ROOT)))
            .toList();
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the quality of the fit is called. */
  String metric() {
    return metric;
  }

  /** How far two qualities may differ, as a share, for the fits to have done the same. */
  double tolerance() {
    return tolerance;
  }

  /** The ways in which scikit-learn does it. */
  List<String> sklearn() {
    return sklearn;
  }

  /** CREATE MODEL; the quality, of the training rows, is found with it and not timed. */
  Timed run(Lab lab, String table, String features) {
    String labelled =
        label.isEmpty()
            ? ""
            : ", INPUT_LABEL_COLS = ['%s'], DATA_SPLIT_METHOD = 'NO_SPLIT'".formatted(label);
    String statement =
        "CREATE OR REPLACE MODEL %s OPTIONS (MODEL_TYPE = %s%s) AS SELECT %s%s FROM %s"
            .formatted(
                key(), options, labelled, features, label.isEmpty() ? "" : ", " + label, table);
    return Timed.of(
        () -> lab.run(statement),
        () -> lab.last("SELECT %s FROM ML.EVALUATE(MODEL %s)".formatted(metric, key())));
  }
}
