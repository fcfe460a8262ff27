/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunction;
import org.duckdb.DuckDBWritableVector;
import org.insitu.udf.expression.PiecewiseLinear;

/**
 * A piecewise linear function in DuckDB's own pipeline, of a DOUBLE; DuckDB answers NULL for NULL.
 *
 * <p><b>Threads:</b> DuckDB's; it keeps nothing between rows.
 */
record InterpolationScalarFunction(PiecewiseLinear line) implements DuckDBScalarFunction {

  @Override
  public void apply(DuckDBDataChunkReader input, DuckDBWritableVector output) {
    DuckDBReadableVector vector = input.vector(0);
    for (int i = 0; i < input.rowCount(); i++) {
      if (vector.isNull(i)) {
        output.setNull(i);
      } else {
        output.setDouble(i, line.at(vector.getDouble(i)));
      }
    }
  }
}
