/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import org.duckdb.DuckDBWritableVector;
import org.insitu.udf.kernel.ForestKernel;
import org.insitu.udf.model.Forest;

/** The sum of a forest's leaves, a DOUBLE. */
final class ForestSum extends ForestScalarFunction<ForestSum.Sums> {
  private final ForestKernel kernel;

  static final class Sums extends Block {
    final double[] sums;

    Sums(int features, int size) {
      super(features, size);
      this.sums = new double[size];
    }
  }

  ForestSum(Forest forest) {
    super(forest.features());
    this.kernel = ForestKernel.compile(forest);
  }

  @Override
  Sums block(int features, int size) {
    return new Sums(features, size);
  }

  @Override
  void compute(Sums block, int rows, DuckDBWritableVector output) {
    kernel.sum(block.columns, 0, rows, block.sums);
    for (int i = 0; i < rows; i++) {
      output.setDouble(i, block.sums[i]);
    }
  }
}
