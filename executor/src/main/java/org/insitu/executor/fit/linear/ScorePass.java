/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

/** A way to pass over the rows: in memory, or by a query where they are. */
interface ScorePass {

  /**
   * Passes.
   *
   * @param weights by score and column
   */
  ScoreSums at(double[][] weights);
}
