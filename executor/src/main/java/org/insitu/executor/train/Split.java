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
 * @param evaluation a query of the others, if there are to be any
 */
record Split(String training, Optional<String> evaluation) {

  /** Rows for which a condition is TRUE are held out, all others (NULL too) are fitted on. */
  static Split heldOutWhere(String sql, String condition) {
    String rows = "SELECT * FROM (\n" + sql + "\n) AS rows WHERE ";
    return new Split(
        rows + "(" + condition + ") IS NOT TRUE", Optional.of(rows + "(" + condition + ")"));
  }

  /** The same rows, each side made into another query. */
  Split through(UnaryOperator<String> query) {
    return new Split(query.apply(training), evaluation.map(query));
  }

  static Split none(String sql) {
    return new Split(sql, Optional.empty());
  }
}
