/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.List;
import org.insitu.udf.sql.SqlDialect;

/** A loss of one score that the warehouse can judge rows by too. */
interface SqlLoss extends RowLoss {

  /**
   * What {@link #judge} computes, as layers of SQL over a row's class or number {@code y} and its
   * score {@code s0}: {@code loss}, the residual {@code r0} and the curvature {@code w0_0}.
   *
   * @param rowWeight the weight of a row, over {@code y}
   */
  List<List<String>> layers(String rowWeight, SqlDialect dialect);
}
