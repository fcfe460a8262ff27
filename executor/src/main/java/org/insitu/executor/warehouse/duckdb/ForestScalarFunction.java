/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunction;
import org.duckdb.DuckDBWritableVector;

/**
 * A forest as a vectorised scalar function in DuckDB's own pipeline: DOUBLE inputs, NULL or NaN for
 * missing, which it rounds to floats, and an answer that is never NULL.
 *
 * <p><b>Threads:</b> DuckDB's; each call takes a block of its own and gives it back.
 */
abstract class ForestScalarFunction<B extends ForestScalarFunction.Block>
    implements DuckDBScalarFunction {
  /** DuckDB's vectors have at most this many rows. */
  private static final int VECTOR_ROWS = 2_048;

  private final int features;
  private final Queue<B> idle = new ConcurrentLinkedQueue<>();

  ForestScalarFunction(int features) {
    this.features = features;
  }

  /** Inputs of so many rows, and what a function needs beside them. */
  static class Block {
    final float[][] columns;
    final int size;

    Block(int features, int size) {
      this.columns = new float[features][size];
      this.size = size;
    }
  }

  abstract B block(int features, int size);

  abstract void compute(B block, int rows, DuckDBWritableVector output);

  @Override
  public final void apply(DuckDBDataChunkReader input, DuckDBWritableVector output) {
    int rows = (int) input.rowCount();
    B block = idle.poll();
    if (block == null || block.size < rows) {
      block = block(features, Math.max(rows, VECTOR_ROWS));
    }
    for (int c = 0; c < features; c++) {
      DuckDBReadableVector vector = input.vector(c);
      float[] column = block.columns[c];
      for (int i = 0; i < rows; i++) {
        column[i] = (float) vector.getDouble(i, Double.NaN);
      }
    }
    compute(block, rows, output);
    idle.add(block);
  }
}
