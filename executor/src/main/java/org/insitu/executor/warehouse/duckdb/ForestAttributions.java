/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import org.duckdb.DuckDBWritableVector;
import org.insitu.udf.kernel.AttributionKernel;
import org.insitu.udf.model.Forest;

/** What each input adds to a forest's sum, as the text of a list of DOUBLEs. */
final class ForestAttributions extends ForestScalarFunction<ForestAttributions.Shares> {
  private final AttributionKernel kernel;

  static final class Shares extends Block {
    final double[][] shares;
    final StringBuilder text = new StringBuilder();

    Shares(int features, int size) {
      super(features, size);
      this.shares = new double[features][size];
    }
  }

  ForestAttributions(Forest forest) {
    super(forest.features());
    this.kernel = AttributionKernel.compile(forest);
  }

  @Override
  Shares block(int features, int size) {
    return new Shares(features, size);
  }

  @Override
  void compute(Shares block, int rows, DuckDBWritableVector output) {
    kernel.attribute(block.columns, 0, rows, block.shares);
    for (int row = 0; row < rows; row++) {
      output.setString(row, NumberList.of(block.shares, row, block.text));
    }
  }
}
