/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.List;
import org.insitu.udf.sql.SqlDialect;

/**
 * A loss of one score that the warehouse can judge rows by too.
 *
 * <p>Its formulas stand twice. In Java they are one loop over arrays that ends at the first score
 * without a mean, with log1p and expm1; SQL has neither, writes nothing that may fail and shares
 * what is used twice by layers. A description for both would have to be written in what SQL has,
 * and would pass over the rows once for each of its operations. A test holds the two together, row
 * by row.
 */
interface SqlLoss extends RowLoss {

  /**
   * What {@link #judge} computes, as layers of SQL over a row's class or number {@code y} and its
   * score {@code s0}: {@code loss}, the residual {@code r0} and the curvature {@code w0_0}.
   *
   * @param rowWeight the weight of a row, over {@code y}
   */
  List<List<String>> layers(String rowWeight, SqlDialect dialect);
}
