/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which rows are fitted on and which are held out.
 *
 * @param training a query of the rows to fit on
 * @param evaluation a query of those that judge iterations and trials, if there are to be any
 * @param test a query of those that judge the best trial, if there are to be any
 */
record Split(String training, Optional<String> evaluation, Optional<String> test) {

  /** Rows for which a condition is TRUE are held out, all others (NULL too) are fitted on. */
  static Split heldOutWhere(String sql, String condition) {
    return new Split(
        where(sql, "(" + condition + ") IS NOT TRUE"),
        Optional.of(where(sql, "(" + condition + ")")),
        Optional.empty());
  }

  /**
   * Rows held out for two purposes.
   *
   * @param heldOut the condition for either
   * @param test a condition that holds for no row for which {@code evaluation} does
   */
  static Split heldOutWhere(String sql, String heldOut, String evaluation, String test) {
    return new Split(
        where(sql, "(" + heldOut + ") IS NOT TRUE"),
        Optional.of(where(sql, "(" + evaluation + ")")),
        Optional.of(where(sql, "(" + test + ")")));
  }

  private static String where(String sql, String condition) {
    return "SELECT * FROM (\n" + sql + "\n) AS rows WHERE " + condition;
  }

  /** The rows that judge trials: those for evaluation if there are any. */
  String trying() {
    return evaluation.orElse(training);
  }

  /** The rows that metrics are of: held out if any are. */
  String judging() {
    return test.orElseGet(this::trying);
  }

  /** The same rows, each part made into another query. */
  Split through(UnaryOperator<String> query) {
    return new Split(query.apply(training), evaluation.map(query), test.map(query));
  }

  static Split none(String sql) {
    return new Split(sql, Optional.empty(), Optional.empty());
  }
}
